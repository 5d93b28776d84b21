"""New texts for authors' files: whole, and only where nobody else wrote in the meantime."""

from pathlib import Path

import pytest

from generator import writing
from generator.errors import AlreadyThere
from generator.writing import rewrite
from tests.endtoend.command import tree
from tests.factories import write


def test_files_get_their_new_texts(tmp_path: Path) -> None:
    write(tmp_path, {"terms/a.yml": "name: A\n", "docs/b.md": "b", "c.yml": "c\n"})
    rewrite(tmp_path, {"terms/a.yml": ("name: A\n", "name: B\n"), "docs/b.md": ("b", "B")})
    assert tree(tmp_path) == {"terms/a.yml": b"name: B\n", "docs/b.md": b"B", "c.yml": b"c\n"}


def test_line_ends_and_permissions_stay(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": b"name: A\r\nowner: b"})
    (tmp_path / "a.yml").chmod(0o640)
    rewrite(tmp_path, {"a.yml": ("name: A\nowner: b", "name: B\ntags: [c]\nowner: b")})
    assert tree(tmp_path) == {"a.yml": b"name: B\r\ntags: [c]\r\nowner: b"}
    assert (tmp_path / "a.yml").stat().st_mode & 0o777 == 0o640


def test_nothing_is_written_if_one_file_says_something_else_by_now(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "a\n", "b.yml": "changed\n"})
    with pytest.raises(AlreadyThere, match=r"^b\.yml was changed in the meantime; nothing was"):
        rewrite(tmp_path, {"a.yml": ("a\n", "A\n"), "b.yml": ("b\n", "B\n")})
    assert tree(tmp_path) == {"a.yml": b"a\n", "b.yml": b"changed\n"}


def test_what_changes_at_the_last_moment_is_kept_and_the_rest_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.yml": "a\n", "b.yml": "b\n"})
    replace = Path.replace

    def replace_and_disturb(self: Path, target: Path) -> Path:
        done = replace(self, target)
        if target.name == "a.yml":
            (tmp_path / "b.yml").write_bytes(b"an author's\n")
        return done

    monkeypatch.setattr(Path, "replace", replace_and_disturb)
    with pytest.raises(AlreadyThere, match=r"^b\.yml was changed in the meantime"):
        rewrite(tmp_path, {"a.yml": ("a\n", "A\n"), "b.yml": ("b\n", "B\n")})
    assert tree(tmp_path) == {"a.yml": b"a\n", "b.yml": b"an author's\n"}


@pytest.mark.parametrize("link", ["a.yml", "terms"])
def test_a_symbolic_link_is_never_followed(tmp_path: Path, link: str) -> None:
    project = tmp_path / "project"
    write(tmp_path, {"outside/a.yml": "a\n", "project/mkdocs.yml": ""})
    (project / link).symlink_to(tmp_path / "outside" / ("a.yml" if link == "a.yml" else ""))
    path = link if link == "a.yml" else "terms/a.yml"
    with pytest.raises(AlreadyThere, match=f"^{path} is not a regular file of the project"):
        rewrite(project, {path: ("a\n", "A\n")})
    assert (tmp_path / "outside/a.yml").read_bytes() == b"a\n"


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AlreadyThere, match=r"^a\.yml is not a regular file"):
        rewrite(tmp_path, {"a.yml": ("a\n", "A\n")})


def test_a_file_is_changed_and_moved(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "a\n", "b.yml": "b\n"})
    number = (tmp_path / "b.yml").stat().st_ino
    rewrite(tmp_path, {"a.yml": ("a\n", "A\n")}, {"a.yml": "c.yml", "b.yml": "d.yml"})
    assert tree(tmp_path) == {"c.yml": b"A\n", "d.yml": b"b\n"}
    assert (tmp_path / "d.yml").stat().st_ino == number


def test_nothing_is_written_if_there_is_something_where_a_file_goes(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "a\n", "b.yml": "b\n"})
    with pytest.raises(AlreadyThere, match=r"^b\.yml is there already; nothing was written$"):
        rewrite(tmp_path, {"a.yml": ("a\n", "A\n")}, {"a.yml": "b.yml"})
    assert tree(tmp_path) == {"a.yml": b"a\n", "b.yml": b"b\n"}


def test_what_failed_half_way_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.yml": "a\n", "b.yml": "b\n"})

    def fail(one: Path, other: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(writing, "_link", fail)
    with pytest.raises(OSError, match="No space left"):
        rewrite(tmp_path, {"a.yml": ("a\n", "A\n"), "b.yml": ("b\n", "B\n")}, {"a.yml": "c.yml"})
    assert tree(tmp_path) == {"a.yml": b"a\n", "b.yml": b"b\n"}


def test_nothing_is_left_lying_about(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": "a\n"})
    rewrite(tmp_path, {"a.yml": ("a\n", "A\n")})
    assert [path.name for path in tmp_path.iterdir()] == ["a.yml"]
