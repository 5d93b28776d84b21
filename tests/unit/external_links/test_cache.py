"""Answers outlive the run, whatever becomes of the run or of the file."""

import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.errors import TermloomError
from generator.external_links.answers import Answer, History, Verdict
from generator.external_links.cache import FILE, opened
from tests.unit.external_links.conversation import NOW

FULL = History(
    Answer(
        Verdict.MOVED, "words", 200, "https://a.org/", "https://b.org/", "Title",
        was_read=True, fragments={"here": True, "away": False},
    ),
    NOW, NOW - timedelta(days=1), date(2026, 1, 2), date(2026, 11, 20), "Title",
)  # fmt: skip
SPARE = History(Answer(Verdict.GONE), NOW)


def test_what_is_kept_is_there_in_the_next_run(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        assert cache.histories() == {}
        cache.keep("https://a.org/", FULL)
        cache.keep("https://c.org/", SPARE)
        cache.keep("https://c.org/", FULL)
        cache.keep("https://d.org/", SPARE)
    with opened(tmp_path) as cache:
        assert cache.histories() == {
            "https://a.org/": FULL,
            "https://c.org/": FULL,
            "https://d.org/": SPARE,
        }
    assert (tmp_path / ".cache/termloom/.gitignore").read_text() == "*\n"


def test_what_was_noted_can_be_taken_back(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        cache.keep("https://a.org/", SPARE)
        cache.keep("https://b.org/", SPARE)
        cache.restore({"https://a.org/": FULL, "https://b.org/": None})
        assert cache.histories() == {"https://a.org/": FULL}


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"x" * 5_000])
def test_a_broken_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    with opened(tmp_path) as cache:
        cache.keep("https://a.org/", FULL)
        assert cache.histories() == {"https://a.org/": FULL}
    if content:
        assert file.with_name(f"{file.name}.broken").read_bytes() == content


def test_a_file_that_is_damaged_in_the_middle_is_put_aside(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        for number in range(500):
            cache.keep(f"https://a.org/{number}", FULL)
    file = tmp_path / FILE
    data = bytearray(file.read_bytes())
    data[4096 : len(data) : 7] = b"\xff" * len(data[4096 : len(data) : 7])
    file.write_bytes(data)
    with opened(tmp_path) as cache:
        assert cache.histories() == {}


def test_a_file_with_something_that_would_be_run_is_put_aside(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        cache.keep("https://a.org/", FULL)
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END")
    database.close()
    with opened(tmp_path) as cache:
        cache.keep("https://b.org/", SPARE)
        assert cache.histories() == {"https://b.org/": SPARE}


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", '{"answer": {"verdict": "made-up"}}', '{"answer": {}}']
)
def test_a_row_that_makes_no_sense_is_left_out(tmp_path: Path, text: str) -> None:
    with opened(tmp_path) as cache:
        cache.keep("https://a.org/", FULL)
        cache.database.execute("INSERT INTO answers VALUES ('https://b.org/', 1, ?)", (text,))
        assert cache.histories() == {"https://a.org/": FULL}


def test_a_folder_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    root.mkdir()
    (root / ".cache").symlink_to(outside)
    with pytest.raises(TermloomError, match="leads out of the project"), opened(root):
        pass
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", ["links.sqlite3", "links.sqlite3-journal", ".gitignore"])
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str) -> None:
    outside, root = tmp_path / "outside", tmp_path / "project"
    file = root / FILE
    file.parent.mkdir(parents=True)
    file.with_name(name).symlink_to(outside)
    with pytest.raises(TermloomError, match="is a symbolic link"), opened(root):
        pass
    assert not outside.exists()


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("")
    with pytest.raises(TermloomError, match=r"links\.sqlite3 cannot be written"), opened(tmp_path):
        pass


_WRITER = """
import sys
from pathlib import Path
from generator.external_links.answers import Answer, History, Verdict
from generator.external_links.cache import opened
from tests.unit.external_links.conversation import NOW
with opened(Path(sys.argv[1])) as cache:
    for number in range(int(sys.argv[3])):
        cache.keep(f"https://{sys.argv[2]}.org/{number}", History(Answer(Verdict.ALIVE), NOW))
        print(number, flush=True)
    sys.stdin.read()
"""


def _writer(root: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(root), name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[3],
    )


def test_two_runs_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [_writer(tmp_path, name, 100) for name in ("one", "two")]
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    with opened(tmp_path) as cache:
        assert len(cache.histories()) == 200


def test_a_run_that_is_killed_keeps_what_it_was_told(tmp_path: Path) -> None:
    writer = _writer(tmp_path, "one", 20)
    assert writer.stdout is not None
    assert [int(writer.stdout.readline()) for _ in range(20)] == list(range(20))
    writer.kill()
    writer.communicate(timeout=60)
    with opened(tmp_path) as cache:
        assert len(cache.histories()) == 20
