"""`termloom restore`: what a form has lost comes back, what it said stays."""

import subprocess
from pathlib import Path

import pytest

from tests.endtoend.command import termloom
from tests.factories import mkdocs_yml, write

ANT = "# Kept by the garden team.\nname: Ant\ntags:\n  - small  # very\ndefinition: An animal.\n"
SAVED = 'definition: "An insect."\nname: "Ant"\ntags: ["small"]\nsummary: ""\n'
RESTORED = ANT.replace("An animal.", "An insect.")
NEW = 'definition: "A flier."\nname: Bee\ntags: []\n'
DIFF = """\
diff --git a/terms/ant.yml b/terms/ant.yml
--- a/terms/ant.yml
+++ b/terms/ant.yml
@@ -1,4 +1,5 @@
-definition: "An insect."
-name: "Ant"
-tags: ["small"]
-summary: ""
+# Kept by the garden team.
+name: Ant
+tags:
+  - small  # very
+definition: An insect.
"""


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "handbook"
    write(
        folder, {"mkdocs.yml": mkdocs_yml(), "terms/ant.yml": ANT, "terms/fly.yml": "name: Fly\n"}
    )
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Start")
    git(tmp_path, "checkout", "--quiet", "-b", "cms/terms/ant")
    return folder


def test_where_nothing_has_changed_it_says_so(project: Path) -> None:
    said = termloom("restore", "main", cwd=project)
    assert (said.code, said.out, said.err) == (0, "No entry has changed\n", "")


def test_changed_and_new_entries_are_restored(project: Path) -> None:
    write(project, {"terms/ant.yml": SAVED, "terms/bee.yml": NEW})
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Change ant")
    said = termloom("restore", "main", cwd=project)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Restored terms/ant.yml\nRestored terms/bee.yml\n2 of 2 changed entries restored\n"
    )
    assert (project / "terms/ant.yml").read_text() == RESTORED
    assert (project / "terms/bee.yml").read_text() == "name: Bee\ndefinition: A flier.\n"
    again = termloom("restore", "main", cwd=project)
    assert (again.code, again.out) == (0, "0 of 2 changed entries restored\n")


def test_a_diff_changes_nothing(project: Path) -> None:
    write(project, {"terms/ant.yml": SAVED})
    said = termloom("restore", "main", "--diff", cwd=project)
    assert (said.code, said.out) == (0, DIFF)
    assert said.err == "1 of 1 changed entry would be restored\n"
    assert (project / "terms/ant.yml").read_text() == SAVED


def test_what_cannot_be_restored_stays_as_it_is_and_is_named(project: Path) -> None:
    write(project, {"terms/ant.yml": f"{SAVED}# Mine.\n", "terms/fly.yml": "name: [\n"})
    said = termloom("restore", "main", cwd=project)
    assert (said.code, said.err) == (1, "")
    assert said.out == (
        "terms/fly.yml:1:7: error: the file ends between brackets [yaml-syntax]\n"
        "  1 │ name: [\n"
        "    │       ^ add the closing bracket, or put quotes around text that starts with '[' or "
        "'{'\n\n"
        "terms/ant.yml: left as it is, because it holds comments that were not there before\n"
        "0 of 2 changed entries restored\n"
    )
    assert (project / "terms/ant.yml").read_text() == f"{SAVED}# Mine.\n"


def test_a_commit_that_git_does_not_know(project: Path) -> None:
    said = termloom("restore", "nope", cwd=project)
    assert (said.code, said.out) == (3, "")
    assert said.err == (
        "termloom: git knows no commit 'nope'; name a branch or commit, and fetch it first\n"
    )


def test_a_folder_that_git_does_not_know(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": mkdocs_yml(), "terms/ant.yml": ANT})
    said = termloom("restore", "main", cwd=tmp_path)
    assert said.code == 3
    assert said.err.endswith("is not in a git repository; only what git keeps can be restored\n")
