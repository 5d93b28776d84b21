"""`termloom diff` in a real repository: which versions it compares, and how it ends."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.endtoend.command import Said, termloom
from tests.factories import term_text


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", f"--message={message}")


@pytest.fixture
def repository(project: Path) -> Path:
    """The project in a repository, on a branch of its own to which nothing was added yet."""
    git(project, "init", "--quiet", "--initial-branch=main")
    commit(project, "first")
    git(project, "checkout", "--quiet", "-b", "mine")
    return project


def add(project: Path, id: str) -> None:
    text = term_text(id, definition=f"What {id} is, in words of its own.", why_it_matters="So.")
    (project / "terms" / f"{id}.yml").write_text(text, encoding="utf-8")


def changed(said: Said) -> list[str]:
    """Return what became of which entry."""
    assert said.code == 0, said.err
    return [f"{entry['change']} {entry['id']}" for entry in json.loads(said.out)["entries"]]


NOTHING = "Nothing that readers see has changed\n"


def test_nothing_changed(repository: Path) -> None:
    said = termloom("diff", "--exit-code", cwd=repository)
    assert (said.code, said.out, said.err) == (0, NOTHING, "")


def test_a_new_term_that_git_does_not_know_yet(repository: Path) -> None:
    add(repository, "bounce")
    said = termloom("diff", cwd=repository)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Terms and comparisons\n"
        "  + Bounce (bounce)\n"
        "      What bounce is, in words of its own.\n\n"
        "Terms and comparisons: 1 added\n"
    )


def test_a_reordered_file_is_named_although_readers_see_the_same(repository: Path) -> None:
    file = repository / "terms" / "open-rate.yml"
    file.write_text(f"# A comment.\n{file.read_text('utf-8')}", encoding="utf-8")
    said = termloom("diff", "--exit-code", cwd=repository)
    assert (said.code, said.err) == (0, "")
    assert said.out == (
        "Only comments, order, formatting or folder\n"
        "  Readers see no difference.\n"
        f"    terms/open-rate.yml\n\n{NOTHING}"
    )


def test_what_others_added_to_the_base_is_not_ours(repository: Path) -> None:
    add(repository, "ours")
    commit(repository, "ours")
    git(repository, "checkout", "--quiet", "main")
    add(repository, "theirs")
    commit(repository, "theirs")
    git(repository, "checkout", "--quiet", "mine")
    assert changed(termloom("diff", "main", "--format", "json", cwd=repository)) == ["added ours"]


def test_two_commits_can_be_compared(repository: Path) -> None:
    add(repository, "one")
    commit(repository, "one")
    add(repository, "two")
    commit(repository, "two")
    add(repository, "three")
    said = termloom("diff", "main", "--to", "mine~1", "--format", "json", cwd=repository)
    assert changed(said) == ["added one"]
    said = termloom("diff", "mine~1", "--to", "mine", "--format", "json", cwd=repository)
    assert changed(said) == ["added two"]


def test_an_attribute_of_the_repository_hides_nothing(repository: Path) -> None:
    add(repository, "hidden")
    attributes = "terms/hidden.yml export-ignore\nterms/*.yml export-subst ident\n"
    (repository / ".gitattributes").write_text(attributes, encoding="utf-8")
    commit(repository, "hidden")
    said = termloom("diff", "main", "--to", "mine", "--format", "json", cwd=repository)
    assert changed(said) == ["added hidden"]


def test_everything_is_new_where_there_was_no_project(project: Path) -> None:
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "commit", "--quiet", "--allow-empty", "--message=nothing")
    assert changed(termloom("diff", "--format", "json", cwd=project)) == [
        "added click-through-rate",
        "added open-rate",
        "added open-rate-or-click-through-rate",
    ]


def test_settings_of_then_that_cannot_be_read_are_those_of_now(repository: Path) -> None:
    config = repository / "mkdocs.yml"
    good = config.read_text(encoding="utf-8")
    config.write_text("plugins: [\n", encoding="utf-8")
    commit(repository, "broken")
    config.write_text(good, encoding="utf-8")
    said = termloom("diff", cwd=repository)
    assert (said.code, said.out) == (0, NOTHING)


def test_a_project_below_the_top_of_its_repository(tmp_path: Path, project: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, "first")
    add(project, "bounce")
    assert changed(termloom("diff", "--format", "json", cwd=project)) == ["added bounce"]


def test_exit_code_tells_that_there_is_a_difference(repository: Path) -> None:
    add(repository, "bounce")
    assert termloom("diff", "--exit-code", cwd=repository).code == 1
    assert termloom("diff", "HEAD", "--exit-code", "--format", "markdown", cwd=repository).code == 1


def test_the_report_goes_to_a_file(repository: Path) -> None:
    add(repository, "bounce")
    said = termloom("diff", "--format", "markdown", "--output", "changes.md", cwd=repository)
    assert (said.code, said.out, said.err) == (0, "", "Wrote changes.md\n")
    printed = termloom("diff", "--format", "markdown", cwd=repository).out
    assert (repository / "changes.md").read_text(encoding="utf-8") == printed


def test_no_file_of_the_project_is_overwritten(repository: Path) -> None:
    before = (repository / "mkdocs.yml").read_bytes()
    for path in ("mkdocs.yml", "terms/open-rate.yml"):
        said = termloom("diff", "--output", path, cwd=repository)
        assert said.code == 3
        assert said.err == f"termloom: {path} belongs to the project; choose another --output\n"
    assert (repository / "mkdocs.yml").read_bytes() == before


def test_colours_are_for_terminals_only(repository: Path) -> None:
    add(repository, "bounce")
    plain = termloom("diff", cwd=repository).out
    coloured = termloom("diff", cwd=repository, env={"FORCE_COLOR": "1"}).out
    assert "\x1b[32m" in coloured
    assert "\x1b" not in plain
    quiet = termloom("diff", cwd=repository, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out
    assert "\x1b[32m" not in quiet


def test_without_a_repository_it_ends_with_3(project: Path) -> None:
    said = termloom(
        "diff", "main", cwd=project, env={"GIT_CEILING_DIRECTORIES": str(project.parent)}
    )
    assert (said.code, said.out) == (3, "")
    assert said.err == (
        f"termloom: {project} is not in a git repository; only what git keeps can be compared\n"
    )


def test_without_git_it_ends_with_3(repository: Path, tmp_path: Path) -> None:
    said = termloom("diff", cwd=repository, env={"PATH": str(tmp_path)})
    assert (said.code, said.out) == (3, "")
    assert said.err == "termloom: git is not installed; without it nothing can be compared\n"


@pytest.mark.parametrize("base", ["nowhere", "HEAD:terms", ""])
def test_a_commit_that_is_not_there_ends_with_3(repository: Path, base: str) -> None:
    for arguments in ((base,), ("main", "--to", base)):
        said = termloom("diff", *arguments, cwd=repository)
        assert (said.code, said.out) == (3, "")
        assert said.err == (
            f"termloom: git knows no commit '{base}'; name a branch or commit, and fetch it first\n"
        )


def test_a_link_to_a_file_outside_is_not_read(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yml"
    secret.write_text(term_text("secret", definition="Nobody may see this."), encoding="utf-8")
    (repository / "terms" / "secret.yml").symlink_to(secret)
    commit(repository, "link")
    for arguments in ((), ("main", "--to", "mine")):
        said = termloom(
            "diff", "main" if not arguments else arguments[0], *arguments[1:], cwd=repository
        )
        assert said.code == 0
        assert "Nobody may see this" not in said.all
