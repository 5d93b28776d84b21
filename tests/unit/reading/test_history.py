"""What git knows: changed lines, and the project as it was. With a real repository."""

import subprocess
from pathlib import Path

import pytest

from generator.diagnostics import Location
from generator.errors import TermloomError
from generator.project import Project
from generator.reading.history import Changes, History
from tests.factories import project, term_text, write


def git(folder: Path, *arguments: str) -> None:
    settings = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def committed(tmp_path: Path) -> Project:
    """A project of two terms in a repository, all of it committed."""
    made = project(tmp_path, {"terms/a.yml": term_text("a"), "terms/é b.yml": term_text("b")})
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=first")
    return made


def test_nothing_changed(committed: Project) -> None:
    assert History.since(committed, "HEAD").changes() == Changes({})


def test_changed_lines_are_known_by_number(committed: Project) -> None:
    lines = term_text("a").splitlines()
    text = "\n".join([lines[0], "status: draft", *lines[1:-1], "why_it_matters: New."]) + "\n"
    write(committed.root, {"terms/a.yml": text})
    changes = History.since(committed, "HEAD").changes()
    assert changes == Changes({"terms/a.yml": (range(2, 3), range(4, 5))})


def test_where_a_line_was_taken_away_its_neighbours_are_touched(committed: Project) -> None:
    lines = term_text("a").splitlines(keepends=True)
    write(committed.root, {"terms/a.yml": lines[0] + lines[2]})
    changes = History.since(committed, "HEAD").changes()
    assert changes == Changes({"terms/a.yml": (range(1, 3),)})


def test_a_line_that_looks_like_a_header_is_a_line(committed: Project) -> None:
    write(committed.root, {"terms/a.yml": "++ terms/x.yml\n" + term_text("a")})
    changes = History.since(committed, "HEAD").changes()
    assert changes == Changes({"terms/a.yml": (range(1, 2),)})


def test_a_file_that_git_does_not_know_is_changed_as_a_whole(committed: Project) -> None:
    write(committed.root, {"terms/ü.yml": term_text("c")})
    changes = History.since(committed, "HEAD").changes()
    assert changes.files == {"terms/ü.yml"}
    assert changes.touch(Location("terms/ü.yml", 99, 1, 99, 4))


def test_names_outside_of_ascii_are_read_right(committed: Project) -> None:
    write(committed.root, {"terms/é b.yml": "name: C\n"})
    assert History.since(committed, "HEAD").changes().files == {"terms/é b.yml"}


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    made = project(tmp_path / "glossary", {"terms/a.yml": term_text("a")})
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=first")
    write(tmp_path, {"other.txt": "", "glossary/terms/a.yml": "name: A\n"})
    history = History.since(made, "main")
    assert history.changes().files == {"terms/a.yml"}
    with history.checkout() as before:
        assert before is not None
        assert (before / "terms/a.yml").read_text() == term_text("a")


def test_what_others_added_to_the_base_is_no_change_of_ours(committed: Project) -> None:
    git(committed.root, "checkout", "--quiet", "-b", "mine")
    write(committed.root, {"terms/mine.yml": term_text("mine")})
    git(committed.root, "add", ".")
    git(committed.root, "commit", "--quiet", "--message=mine")
    git(committed.root, "checkout", "--quiet", "main")
    write(committed.root, {"terms/theirs.yml": term_text("theirs")})
    git(committed.root, "add", ".")
    git(committed.root, "commit", "--quiet", "--message=theirs")
    git(committed.root, "checkout", "--quiet", "mine")
    assert History.since(committed, "main").changes().files == {"terms/mine.yml"}


def test_the_checkout_holds_the_project_as_it_was(committed: Project) -> None:
    (committed.root / "terms/a.yml").unlink()
    with History.since(committed, "HEAD").checkout() as before:
        assert before is not None
        found = sorted(p.relative_to(before).as_posix() for p in before.rglob("*") if p.is_file())
    assert found == ["mkdocs.yml", "terms/a.yml", "terms/é b.yml"]
    assert not before.exists()


def test_a_link_of_the_repository_is_not_followed(committed: Project) -> None:
    (committed.root / "terms/link.yml").symlink_to("/etc/hostname")
    git(committed.root, "add", ".")
    git(committed.root, "commit", "--quiet", "--message=link")
    with History.since(committed, "HEAD").checkout() as before:
        assert before is not None
        assert not (before / "terms/link.yml").exists()


def test_a_project_that_was_not_there_yet(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": ""})
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=first")
    with History.since(project(tmp_path), "HEAD").checkout() as before:
        assert before is None


@pytest.mark.parametrize("base", ["nowhere", "--help", "-x", "HEAD:terms", ""])
def test_a_commit_that_git_does_not_know(committed: Project, base: str) -> None:
    with pytest.raises(TermloomError) as caught:
        History.since(committed, base)
    assert str(caught.value) == (
        f"git knows no commit '{base}'; name a branch or commit, and fetch it first"
    )


def test_a_folder_without_a_repository(tmp_path: Path) -> None:
    with pytest.raises(TermloomError) as caught:
        History.since(project(tmp_path), "HEAD")
    assert str(caught.value) == f"{tmp_path} is not in a git repository; leave out --changed"


def test_a_commit_itself_and_not_where_the_work_left_it(committed: Project) -> None:
    git(committed.root, "checkout", "--quiet", "-b", "mine")
    git(committed.root, "checkout", "--quiet", "main")
    write(committed.root, {"terms/theirs.yml": term_text("theirs")})
    git(committed.root, "add", ".")
    git(committed.root, "commit", "--quiet", "--message=theirs")
    git(committed.root, "checkout", "--quiet", "mine")
    with History.at(committed, "main", advice="").checkout() as then:
        assert then is not None
        assert (then / "terms/theirs.yml").exists()
    main = History.at(committed, "main", advice="").commit
    assert History.since(committed, "mine", head=main).commit != main


def test_no_attribute_of_the_repository_changes_the_checkout(committed: Project) -> None:
    text = term_text("a", why_it_matters="$Format:%H$ and $Id$")
    attributes = "terms/b.yml export-ignore\nterms/*.yml export-subst ident text eol=crlf\n"
    write(committed.root, {"terms/a.yml": text, "terms/b.yml": "b", ".gitattributes": attributes})
    git(committed.root, "add", ".")
    git(committed.root, "commit", "--quiet", "--message=attributes")
    with History.since(committed, "HEAD").checkout() as before:
        assert before is not None
        assert (before / "terms/a.yml").read_bytes() == text.encode()
        assert (before / "terms/b.yml").read_bytes() == b"b"


def test_a_tree_that_leads_out_of_the_folder_writes_nothing_there(committed: Project) -> None:
    """Git makes no such tree, but whoever sends objects may."""
    root = committed.root
    command = ["git", "rev-parse", "HEAD:mkdocs.yml", "HEAD:terms"]
    said = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    config, terms = said.stdout.split()
    names = [("40000", "..", terms), ("100644", "mkdocs.yml", config)]
    tree = b"".join(f"{m} {n}\0".encode() + bytes.fromhex(sha) for m, n, sha in names)
    above = _object(root, "tree", tree)
    outer = b"40000 terms\0" + bytes.fromhex(above)
    outer = b"100644 mkdocs.yml\0" + bytes.fromhex(config) + outer
    commit = _commit(root, _object(root, "tree", outer))
    with History.at(committed, commit, advice="").checkout() as folder:
        assert folder is not None
        assert not (folder / "a.yml").exists()
        found = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    assert found == {"mkdocs.yml", "terms/mkdocs.yml"}


def _object(root: Path, kind: str, data: bytes) -> str:
    command = ["git", "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    done = subprocess.run(command, cwd=root, input=data, check=True, capture_output=True)
    return done.stdout.decode().strip()


def _commit(root: Path, tree: str) -> str:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    command = ["git", *who, "commit-tree", tree, "-m", "x"]
    return (
        subprocess.run(command, cwd=root, check=True, capture_output=True).stdout.decode().strip()
    )
