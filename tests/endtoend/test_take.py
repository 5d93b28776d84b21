"""`termloom take`: of a commit, what cannot run."""

import subprocess
from pathlib import Path

import pytest

from generator.cli.main import run
from tests.action.conftest import git

NAME = "name: {}\nstatus: draft\n"


@pytest.fixture
def repository(project: Path) -> Path:
    """The new project, in a folder of a repository, with a branch that changes nothing yet."""
    git(project.parent, "init", "--quiet")
    _commit(project, "All of it")
    git(project, "switch", "--quiet", "--create", "change")
    return project


def _commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def _taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Commit what was changed, go back to main, and take it."""
    _commit(folder, "A change")
    git(folder, "switch", "--quiet", "main")
    monkeypatch.chdir(folder)
    return run(["take", "change"])


def test_entries_pages_images_and_the_schema_are_taken(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "terms/new").mkdir()
    (repository / "terms/new/token.yaml").write_text(NAME.format("Token"), encoding="utf-8")
    (repository / "docs/new.md").write_text("# New\n", encoding="utf-8")
    (repository / "docs/new.PNG").write_bytes(b"\x89PNG\r\n\x00\xff")
    (repository / "docs/tags.md").unlink()
    (repository / ".termloom/entry.schema.json").write_text("{}\n", encoding="utf-8")
    assert _taken(repository, monkeypatch) == 0
    assert capsys.readouterr().out == (
        "Taken: 1 entry, 2 pages, 1 image, 1 generated file\n"
        "  project/.termloom/entry.schema.json\n"
        "  project/docs/new.PNG\n"
        "  project/docs/new.md\n"
        "  project/docs/tags.md\n"
        "  project/terms/new/token.yaml\n"
    )
    git(repository, "add", "--all")
    assert git(repository, "diff", "--cached", "change") == ""


def test_a_file_that_is_replaced_is_no_way_out(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link that is there already, on main, leads outside; nothing is written through it."""
    outside = repository.parent.parent / "outside"
    outside.mkdir()
    git(repository, "switch", "--quiet", "main")
    (repository / "docs/out").symlink_to(outside)
    git(repository, "branch", "--delete", "--force", "--quiet", "change")
    git(repository, "switch", "--quiet", "--create", "change")
    (repository / "docs/out").unlink()
    (repository / "docs/out").mkdir()
    (repository / "docs/out/page.md").write_text("# x\n", encoding="utf-8")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "A change")
    git(repository, "switch", "--quiet", "main")
    (repository / "docs/out").unlink(missing_ok=True)
    (repository / "docs/out").symlink_to(outside)
    monkeypatch.chdir(repository)
    assert run(["take", "change"]) == 3
    assert "'project/docs/out/page.md' lies behind a symbolic link" in capsys.readouterr().err
    assert list(outside.iterdir()) == []


def test_what_both_sides_changed_is_not_guessed(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "docs/tags.md").write_text("# Theirs\n", encoding="utf-8")
    _commit(repository, "Theirs")
    git(repository, "switch", "--quiet", "main")
    (repository / "docs/tags.md").write_text("# Ours\n", encoding="utf-8")
    _commit(repository, "Ours")
    monkeypatch.chdir(repository)
    assert run(["take", "change"]) == 3
    assert capsys.readouterr().err == (
        "termloom: 'change' cannot be merged: both sides changed the same lines; bring it up to "
        "date first\n"
    )


def test_other_lines_of_a_file_that_main_changed_since_stay(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = repository / "terms/open-rate.yml"
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text.replace("name: ", "# theirs\nname: ", 1), encoding="utf-8")
    _commit(repository, "Theirs")
    git(repository, "switch", "--quiet", "main")
    entry.write_text(f"{text}# ours\n", encoding="utf-8")
    _commit(repository, "Ours")
    monkeypatch.chdir(repository)
    assert run(["take", "change"]) == 0
    assert entry.read_text(encoding="utf-8") == f"{text}# ours\n".replace(
        "name: ", "# theirs\nname: ", 1
    )


def test_uncommitted_work_is_never_overwritten(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "docs/tags.md").write_text("# Mine\n", encoding="utf-8")
    monkeypatch.chdir(repository)
    assert run(["take", "main"]) == 3
    assert capsys.readouterr().err == (
        "termloom: there are changes that are not committed; commit them first\n"
    )
    assert (repository / "docs/tags.md").read_text(encoding="utf-8") == "# Mine\n"


def test_a_file_that_git_does_not_know_is_never_overwritten(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "docs/new.md").write_text("# Theirs\n", encoding="utf-8")
    _commit(repository, "Theirs")
    git(repository, "switch", "--quiet", "main")
    (repository / "docs/new.md").write_text("# Mine\n", encoding="utf-8")
    monkeypatch.chdir(repository)
    assert run(["take", "change"]) == 3
    assert capsys.readouterr().err == (
        "termloom: project/docs/new.md is there already, and git does not know it; nothing was "
        "taken\n"
    )
    assert (repository / "docs/new.md").read_text(encoding="utf-8") == "# Mine\n"


@pytest.mark.parametrize("commit", ["nowhere", "--help", "-x", "HEAD..main", ""])
def test_a_commit_that_is_none(
    commit: str,
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(repository)
    assert run(["take", "--", commit]) == 3
    assert capsys.readouterr().err == (
        f"termloom: git knows no commit '{commit}'; name a branch or commit, and fetch it first\n"
    )


def test_nothing_to_take(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    assert run(["take", "main"]) == 0
    assert capsys.readouterr().out == "There is nothing to take: the commit changes nothing\n"


def test_outside_a_repository(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = subprocess.run(
        ["git", "rev-parse"], cwd=project, capture_output=True, check=False
    ).returncode
    assert inside, "the temporary folder is in a repository"
    monkeypatch.chdir(project)
    assert run(["take", "main"]) == 3
    assert capsys.readouterr().err == f"termloom: {project} is not in a git repository\n"
