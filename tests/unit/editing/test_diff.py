"""Diffs as git prints them."""

import subprocess
from pathlib import Path

import pytest

from generator.editing import unified

LONG = "".join(f"line {number}\n" for number in range(1, 30))


def test_a_diff_is_printed_as_git_prints_it() -> None:
    assert unified("terms/a.yml", "name: A\nowner: b", "name: B\nowner: b") == (
        "diff --git a/terms/a.yml b/terms/a.yml\n"
        "--- a/terms/a.yml\n"
        "+++ b/terms/a.yml\n"
        "@@ -1,2 +1,2 @@\n"
        "-name: A\n"
        "+name: B\n"
        " owner: b\n"
        "\\ No newline at end of file\n"
    )


def test_nothing_is_printed_where_nothing_changes() -> None:
    assert unified("terms/a.yml", "name: A\n", "name: A\n") == ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a\nb\n", "a\nc\n"),
        ("a\nb", "a\nb\n"),
        ("a\nb\n", "a\nb"),
        ("a", "b"),
        ("a\n\n\n", "\na\n"),
        (LONG, LONG.replace("line 3\n", "").replace("line 27\n", "x\u2028y\n\nz\n")),
    ],
)
@pytest.mark.parametrize("to", ["terms/a b.yml", "terms/c.yml"])
def test_git_applies_a_diff(tmp_path: Path, old: str, new: str, to: str) -> None:
    folder = tmp_path / "terms"
    folder.mkdir()
    (folder / "a b.yml").write_text(old, encoding="utf-8")
    diff = unified("terms/a b.yml", old, new, to=to)
    done = subprocess.run(
        ["git", "apply", "-"], cwd=tmp_path, input=diff.encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / to).read_text(encoding="utf-8") == new
    assert [path.name for path in folder.iterdir()] == [to.removeprefix("terms/")]


def test_git_applies_a_diff_that_only_moves(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("name: A\n", encoding="utf-8")
    diff = unified("a.yml", "name: A\n", "name: A\n", to="b.yml")
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff.encode(), check=True)
    assert (tmp_path / "b.yml").read_text(encoding="utf-8") == "name: A\n"
