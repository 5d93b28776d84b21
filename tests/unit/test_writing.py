"""To disk, all at once or not at all."""

import os
import threading
from pathlib import Path

import pytest

from generator import writing
from generator.errors import AlreadyThere, TermloomError
from generator.writing import aside, refuse_unsafe_site_dir, write_all_new, write_new
from tests.factories import project, write


def tree(folder: Path) -> dict[str, str]:
    """Return every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def names(folder: Path) -> list[str]:
    """Return the names in a folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(params=["in one step", "in two steps"], autouse=True)
def _exchange(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Try both ways to put a folder in the place of another."""
    if request.param == "in two steps":
        monkeypatch.setattr(writing, "_system_swap", lambda: None)


@pytest.mark.parametrize("there", [True, False])
def test_a_site_replaces_the_old_one_whole(tmp_path: Path, there: bool) -> None:
    site = tmp_path / "deep" / "site"
    if there:
        write(site, {"old.html": "old", "index.html": "old"})
    with aside(site) as new:
        write(new.folder, {"index.html": "new", "a/b.html": "new"})
        assert tree(site) == ({"index.html": "old", "old.html": "old"} if there else {})
        new.publish()
    assert tree(tmp_path) == {"deep/site/a/b.html": "new", "deep/site/index.html": "new"}
    assert names(site.parent) == ["site"]


def test_what_is_not_published_leaves_no_trace(tmp_path: Path) -> None:
    write(tmp_path, {"site/index.html": "old"})
    with aside(tmp_path / "site") as new:
        write(new.folder, {"index.html": "new"})
    assert tree(tmp_path) == {"site/index.html": "old"}


def test_a_failure_leaves_the_old_site(tmp_path: Path) -> None:
    write(tmp_path, {"site/index.html": "old"})

    def fail() -> None:
        with aside(tmp_path / "site") as new:
            write(new.folder, {"index.html": "new"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert tree(tmp_path) == {"site/index.html": "old"}


def test_what_a_killed_build_left_behind_is_taken_away(tmp_path: Path) -> None:
    write(tmp_path, {".termloom-site-x1/index.html": "half", ".termloom-other-x1/a": "not ours"})
    with aside(tmp_path / "site"):
        assert not (tmp_path / ".termloom-site-x1").exists()
    assert tree(tmp_path) == {".termloom-other-x1/a": "not ours"}


def test_two_builds_wait_for_each_other(tmp_path: Path) -> None:
    order: list[str] = []
    inside = threading.Event()

    def build() -> None:
        inside.wait()
        with aside(tmp_path / "site"):
            order.append("second")

    other = threading.Thread(target=build)
    other.start()
    with aside(tmp_path / "site"):
        inside.set()
        other.join(timeout=0.05)
        order.append("first")
    other.join()
    assert order == ["first", "second"]


def test_the_site_can_be_read_by_everybody(tmp_path: Path) -> None:
    with aside(tmp_path / "site") as new:
        new.publish()
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_a_site_behind_a_link_is_replaced_where_it_is(tmp_path: Path) -> None:
    write(tmp_path, {"real/index.html": "old"})
    (tmp_path / "site").symlink_to(tmp_path / "real")
    with aside(tmp_path / "site") as new:
        write(new.folder, {"index.html": "new"})
        new.publish()
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "real") == {"index.html": "new"}


@pytest.mark.parametrize("name", [".", "docs", "terms", "templates", "..", "docs/site", "terms/x"])
def test_a_site_may_not_replace_what_an_author_wrote(tmp_path: Path, name: str) -> None:
    made = project(tmp_path / "project", {"docs/a.md": "", "templates/a": ""})
    with pytest.raises(AlreadyThere, match="choose another --site-dir"):
        refuse_unsafe_site_dir(made, made.root / name)


def test_a_site_may_not_replace_strange_files(tmp_path: Path) -> None:
    made = project(tmp_path, {"out/letter.txt": "", "file": ""})
    with pytest.raises(AlreadyThere, match="holds files that are not a built site"):
        refuse_unsafe_site_dir(made, tmp_path / "out")
    with pytest.raises(AlreadyThere, match="is a file"):
        refuse_unsafe_site_dir(made, tmp_path / "file")


@pytest.mark.parametrize("path", ["site", "new/site", "empty", "../beside"])
def test_a_site_may_replace_a_site_or_nothing(tmp_path: Path, path: str) -> None:
    made = project(tmp_path / "project", {"site/404.html": "", "site/index.html": ""})
    (made.root / "empty").mkdir()
    refuse_unsafe_site_dir(made, made.root / path)


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_new(tmp_path / "a/b/c.yml", "é\n")
    assert (tmp_path / "a/b/c.yml").read_bytes() == "é\n".encode()
    assert names(tmp_path / "a/b") == ["c.yml"]
    assert (tmp_path / "a/b/c.yml").stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "old"})
    with pytest.raises(AlreadyThere, match="is there already; nothing was written"):
        write_new(tmp_path / "a.yml", "new")
    assert tree(tmp_path) == {"a.yml": "old"}


def test_not_even_a_link_that_leads_nowhere_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(tmp_path / "gone")
    with pytest.raises(AlreadyThere):
        write_new(tmp_path / "a.yml", "new")
    assert not (tmp_path / "gone").exists()


def test_a_folder_that_is_a_file_is_said_to_be_one(tmp_path: Path) -> None:
    write(tmp_path, {"a": "file"})
    for path in ("a/b.yml", "a/b/c.yml"):
        with pytest.raises(AlreadyThere, match="is not a folder; nothing was written"):
            write_new(tmp_path / path, "new")


def test_a_full_disk_is_said_to_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(TermloomError, match="cannot be written: No space left on device"):
        write_new(tmp_path / "a.yml", "new")
    assert tree(tmp_path) == {}


def test_a_file_system_without_links_holds_new_files_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_new(tmp_path / "a.yml", "new")
    with pytest.raises(AlreadyThere):
        write_new(tmp_path / "a.yml", "newer")
    assert tree(tmp_path) == {"a.yml": "new"}


def test_several_files_are_written_together(tmp_path: Path) -> None:
    write_all_new(tmp_path / "new", {"a.yml": "a", "b/c.yml": "c"})
    assert tree(tmp_path) == {"new/a.yml": "a", "new/b/c.yml": "c"}


def test_of_several_files_none_is_written_if_one_is_there(tmp_path: Path) -> None:
    write(tmp_path, {"b/c.yml": "old"})
    with pytest.raises(AlreadyThere, match=r"has b/c\.yml already; nothing was written"):
        write_all_new(tmp_path, {"a.yml": "a", "b/c.yml": "c"})
    assert tree(tmp_path) == {"b/c.yml": "old"}


def test_what_was_written_before_a_failure_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, text: str) -> None:
        if path.name == "z.yml":
            raise TermloomError("no")
        write_new(path, text)

    monkeypatch.setattr(writing, "write_new", fail)
    with pytest.raises(TermloomError):
        write_all_new(tmp_path / "new", {"a/b.yml": "b", "z.yml": "z"})
    assert names(tmp_path) == []
