"""To disk, all at once or not at all, on systems that offer less than this one."""

import errno
from pathlib import Path

import pytest

from generator.errors import AlreadyThere, TermloomError
from generator.writing import aside, write_new
from tests.endtoend.command import leftovers, tree


def publish(site: Path, text: str) -> None:
    """Put a site of one page in place."""
    with aside(site) as new:
        (new.folder / "index.html").write_text(text, encoding="utf-8")
        new.publish()


@pytest.fixture
def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two folders in one step."""
    monkeypatch.setattr("generator.writing._system_swap", lambda: None)


def test_a_site_is_replaced_whole(tmp_path: Path) -> None:
    publish(tmp_path / "site", "old")
    publish(tmp_path / "site", "new")
    assert tree(tmp_path) == {"site/index.html": b"new"}


@pytest.mark.usefixtures("without_exchange")
def test_a_site_is_replaced_without_an_exchange(tmp_path: Path) -> None:
    publish(tmp_path / "site", "old")
    publish(tmp_path / "site", "new")
    assert tree(tmp_path) == {"site/index.html": b"new"}
    assert leftovers(tmp_path) == []


@pytest.mark.usefixtures("without_exchange")
def test_a_failed_replacement_puts_the_old_site_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, "old")
    with aside(site) as new:
        new.folder.rmdir()
        with pytest.raises(FileNotFoundError):
            new.publish()
    assert tree(tmp_path) == {"site/index.html": b"old"}
    assert leftovers(tmp_path) == []


def test_an_exchange_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, "old")
    with aside(site) as new:
        new.folder.rmdir()
        with pytest.raises(FileNotFoundError):
            new.publish()
    assert tree(tmp_path) == {"site/index.html": b"old"}


def test_what_is_not_published_is_thrown_away(tmp_path: Path) -> None:
    with aside(tmp_path / "site[1]") as new:
        (new.folder / "index.html").touch()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_build_left_is_removed_whatever_the_name_of_the_site(tmp_path: Path) -> None:
    (tmp_path / ".termloom-site[1]-abc").mkdir()
    (tmp_path / ".termloom-other-abc").mkdir()
    with aside(tmp_path / "site[1]"):
        pass
    assert leftovers(tmp_path) == [".termloom-other-abc"]


@pytest.fixture(params=[None, errno.EPERM, errno.ENOTSUP])
def links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system with hard links, and two without."""

    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(request.param, "no hard links")

    if request.param is not None:
        monkeypatch.setattr("generator.writing.os.link", refuse)


@pytest.mark.usefixtures("links")
def test_a_new_file_is_written_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "token.yml"
    write_new(path, "name: Tokën\n")
    with pytest.raises(AlreadyThere, match=r"token\.yml is there already; nothing was written"):
        write_new(path, "name: Other\n")
    assert tree(tmp_path) == {"deep/down/token.yml": "name: Tokën\n".encode()}


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_source: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.writing.os.link", full)
    with pytest.raises(TermloomError, match=r"token\.yml cannot be written: No space left"):
        write_new(tmp_path / "token.yml", "name: Token\n")
    assert list(tmp_path.iterdir()) == []
