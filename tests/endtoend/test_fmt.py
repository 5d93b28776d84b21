"""`termloom fmt`: entries in the house form, and nothing else touched."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from generator.cli.main import run
from tests.endtoend.command import BIN, ROOT, environment, leftovers, termloom, tree

UGLY = "tags: [ email ]\nname: 'Bounce rate'\nstatus: draft\n"
HOUSE = "name: Bounce rate\ntags: [email]\nstatus: draft\n"
DIFF = """\
diff --git a/terms/bounce-rate.yml b/terms/bounce-rate.yml
--- a/terms/bounce-rate.yml
+++ b/terms/bounce-rate.yml
@@ -1,3 +1,3 @@
-tags: [ email ]
-name: 'Bounce rate'
+name: Bounce rate
+tags: [email]
 status: draft
"""
UNREADABLE = """\
terms/broken.yml:1:7: error: the file ends between brackets [yaml-syntax]
  1 │ name: [
    │       ^ add the closing bracket, or put quotes around text that starts with '[' or '{'

terms/latin.yml:1:10: error: the byte 0xe9 is not UTF-8 [encoding]
   hint: save the file as UTF-8

terms/linked.yml:1:1: error: this is a symbolic link to 'terms/open-rate.yml' [unreadable-file]
   hint: it is not followed, so that no entry appears twice; remove it

"""


def fmt(project: Path, *arguments: str) -> int:
    return run(["fmt", "--config", str(project / "mkdocs.yml"), *arguments])


@pytest.fixture
def ugly(project: Path) -> Path:
    """An entry that is not in the house form."""
    path = project / "terms" / "bounce-rate.yml"
    path.write_text(UGLY, encoding="utf-8")
    return path


def test_entries_are_brought_into_the_house_form(
    project: Path, ugly: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(project)
    assert fmt(project) == 0
    assert capsys.readouterr() == (
        "Changed terms/bounce-rate.yml\n1 of 4 files changed\n",
        "",
    )
    assert tree(project) == before | {"terms/bounce-rate.yml": HOUSE.encode()}
    assert leftovers(ugly.parent) == []
    assert fmt(project) == 0
    assert capsys.readouterr().out == "0 of 4 files changed\n"


def test_check_lists_what_would_change_and_changes_nothing(
    project: Path, ugly: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(project)
    assert fmt(project, "--check") == 1
    assert capsys.readouterr().out == (
        "Would change terms/bounce-rate.yml\n1 of 4 files would change\n"
    )
    assert tree(project) == before
    assert fmt(project) == 0
    assert fmt(project, "--check") == 0


def test_diff_shows_what_would_change_and_changes_nothing(
    project: Path, ugly: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(project)
    assert fmt(project, "--diff") == 1
    assert capsys.readouterr() == (DIFF, "1 of 4 files would change\n")
    assert tree(project) == before
    ugly.write_text(HOUSE, encoding="utf-8")
    assert fmt(project, "--diff") == 0
    assert capsys.readouterr() == ("", "0 of 4 files would change\n")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_git_applies_the_diff(project: Path, ugly: Path) -> None:
    ugly.write_text(UGLY.rstrip("\n"), encoding="utf-8")
    done = termloom("fmt", "--diff", cwd=project)
    subprocess.run(["git", "apply", "-"], cwd=project, input=done.out, text=True, check=True)
    assert ugly.read_text(encoding="utf-8") == HOUSE


def test_paths_need_no_project(tmp_path: Path) -> None:
    for name in ("a.yml", "deep/b.yaml", "deep/.hidden.yml", "deep/note.txt", "c.yml"):
        path = tmp_path / "entries" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(UGLY, encoding="utf-8")
    done = termloom("fmt", "a.yml", "deep", cwd=tmp_path / "entries")
    assert (done.code, done.out) == (
        0,
        "Changed a.yml\nChanged deep/b.yaml\n2 of 2 files changed\n",
    )
    found = {path: data == HOUSE.encode() for path, data in tree(tmp_path / "entries").items()}
    assert found == {
        "a.yml": True,
        "c.yml": False,
        "deep/.hidden.yml": False,
        "deep/b.yaml": True,
        "deep/note.txt": False,
    }


def test_paths_may_lie_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.yml").write_text(UGLY, encoding="utf-8")
    done = termloom("fmt", "../there/a.yml", cwd=tmp_path / "here")
    assert (done.code, done.out) == (0, "Changed there/a.yml\n1 of 1 file changed\n")
    assert (tmp_path / "there" / "a.yml").read_text(encoding="utf-8") == HOUSE


def test_the_folder_of_a_project_stands_for_its_entries(project: Path, ugly: Path) -> None:
    before = tree(project)
    done = termloom("fmt", ".", cwd=project)
    assert (done.code, done.out) == (0, "Changed terms/bounce-rate.yml\n1 of 4 files changed\n")
    assert tree(project) == before | {"terms/bounce-rate.yml": HOUSE.encode()}


def test_line_ends_and_permissions_stay(project: Path, ugly: Path) -> None:
    ugly.write_bytes(UGLY.replace("\n", "\r\n").encode())
    ugly.chmod(0o640)
    assert fmt(project) == 0
    assert ugly.read_bytes() == HOUSE.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(ugly.stat().st_mode) == 0o640
    assert fmt(project, "--check") == 0


def test_what_cannot_be_read_is_reported_and_the_others_are_formatted(
    project: Path, ugly: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "terms" / "broken.yml").write_text("name: [\n", encoding="utf-8")
    (project / "terms" / "latin.yml").write_bytes(b"name: caf\xe9\n")
    (project / "terms" / "linked.yml").symlink_to("open-rate.yml")
    assert fmt(project) == 1
    assert capsys.readouterr().out == (
        f"{UNREADABLE}Changed terms/bounce-rate.yml\n1 of 7 files changed\n"
    )
    assert ugly.read_text(encoding="utf-8") == HOUSE
    assert (project / "terms" / "linked.yml").is_symlink()


def test_what_cannot_be_proved_is_left_as_it_is(
    project: Path, ugly: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = project / "terms" / "odd.yml"
    odd.write_text("summary: B\nname: >#glued\n", encoding="utf-8")
    assert fmt(project) == 1
    assert capsys.readouterr().out == (
        "terms/odd.yml: left as it is, because the comment '#glued' would change\n"
        "Changed terms/bounce-rate.yml\n"
        "1 of 5 files changed\n"
    )
    assert odd.read_text(encoding="utf-8") == "summary: B\nname: >#glued\n"


def filtered(*arguments: str, data: bytes) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [BIN / "termloom", "fmt", "-", *arguments],
        cwd="/",
        env=environment(),
        input=data,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_the_standard_input_is_formatted_to_the_standard_output() -> None:
    assert filtered(data=UGLY.encode()) == (0, HOUSE.encode(), b"")
    crlf = UGLY.replace("\n", "\r\n").encode()
    assert filtered(data=crlf) == (0, HOUSE.replace("\n", "\r\n").encode(), b"")
    assert filtered("--check", data=UGLY.encode()) == (1, b"", b"")
    assert filtered("--check", data=HOUSE.encode()) == (0, b"", b"")
    shown = DIFF.replace("terms/bounce-rate.yml", "stdin").encode()
    assert filtered("--diff", data=UGLY.encode()) == (1, shown, b"")


def test_nothing_comes_out_of_an_input_that_cannot_be_read() -> None:
    code, out, err = filtered(data=b"name: [\n")
    assert (code, out) == (1, b"")
    assert err.startswith(b"stdin:1:7: error: ")
    code, out, err = filtered(data=b"name: \xe9\n")
    assert (code, out) == (1, b"")
    assert err == (
        b"stdin:1:7: error: the byte 0xe9 is not UTF-8 [encoding]\n"
        b"   hint: save the file as UTF-8\n\n"
    )


def test_an_input_that_cannot_be_proved_comes_out_as_it_is() -> None:
    odd = b"summary: B\nname: >#glued\n"
    assert filtered(data=odd) == (
        1,
        odd,
        b"stdin: left as it is, because the comment '#glued' would change\n",
    )


def test_a_wrong_call_is_refused(project: Path) -> None:
    done = termloom("fmt", "gone.yml", cwd=project)
    assert (done.code, "Path 'gone.yml' does not exist" in done.err) == (2, True)
    done = termloom("fmt", "-", "terms", cwd=project)
    assert (done.code, "'-' stands alone" in done.err) == (2, True)
    done = termloom("fmt", cwd=project / "terms")
    assert (done.code, done.out) == (3, "")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_the_situation(project: Path, ugly: Path) -> None:
    ugly.parent.chmod(0o555)
    try:
        assert fmt(project) == 3
    finally:
        ugly.parent.chmod(0o755)
    assert ugly.read_text(encoding="utf-8") == UGLY


def test_the_entries_of_this_repository_are_in_the_house_form(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fmt(ROOT, "--check") == 0, capsys.readouterr().out
    assert fmt(project, "--check") == 0, capsys.readouterr().out
