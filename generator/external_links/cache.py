"""Answers that are kept from run to run, in a small database below the project.

Each answer is written as it comes, so a run that is killed goes on where it was; two runs at
once wait for each other. Nothing in it is precious: what cannot be read is put aside.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.errors import TermloomError
from generator.external_links.answers import Answer, History, Verdict

FILE = ".cache/termloom/links.sqlite3"
_TABLE = "CREATE TABLE answers (address TEXT PRIMARY KEY, version INTEGER, history TEXT)"
_VERSION = 1
# How long one run waits for another to write one answer.
_PATIENCE = 30.0


@dataclass(frozen=True, slots=True)
class Cache:
    """The histories of addresses."""

    database: sqlite3.Connection

    def histories(self) -> dict[str, History]:
        """Return everything that is known, by address; what is damaged is left out."""
        rows = self.database.execute(
            "SELECT address, history FROM answers WHERE version = ?", (_VERSION,)
        )
        found = ((address, _history(text)) for address, text in rows)
        return {address: history for address, history in found if history is not None}

    def keep(self, address: str, history: History) -> None:
        """Write what is known of an address; it is there when this returns."""
        text = json.dumps(asdict(history), default=_plain, sort_keys=True)
        try:
            with self.database:
                self.database.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", (address, _VERSION, text)
                )
        except sqlite3.Error as error:
            raise TermloomError(f"{FILE} cannot be written: {error}") from error

    def restore(self, before: Mapping[str, History | None]) -> None:
        """Put addresses back to what was known of them; nothing where that is `None`."""
        for address, history in before.items():
            if history is not None:
                self.keep(address, history)
        lost = [(address,) for address, history in before.items() if history is None]
        with self.database:
            self.database.executemany("DELETE FROM answers WHERE address = ?", lost)


@contextmanager
def opened(root: Path) -> Iterator[Cache]:
    """Give the cache of a project, which is made if need be.

    Raises `TermloomError` where it would lie outside the project, or cannot be written.
    """
    file = root / FILE
    try:
        if not file.parent.resolve().is_relative_to(root.resolve()):
            raise TermloomError(f"{FILE} leads out of the project; remove the link")
        file.parent.mkdir(parents=True, exist_ok=True)
        # SQLite writes through links, those of its journal included.
        if any(path.is_symlink() for path in file.parent.iterdir()):
            raise TermloomError(f"a file beside {FILE} is a symbolic link; remove it")
        ignored = file.parent / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n", encoding="utf-8")
        database = _database(file)
    except (OSError, sqlite3.Error) as error:
        raise TermloomError(f"{FILE} cannot be written: {error}") from error
    with closing(database):
        yield Cache(database)


def _database(file: Path) -> sqlite3.Connection:
    """Open the file, or a new one in its place where it is not ours or is damaged."""
    try:
        return _connected(file)
    except sqlite3.OperationalError:
        # It is locked, or the disk is full: no fault of what is in it.
        raise
    except sqlite3.DatabaseError:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                file.with_name(f"{file.name}{ending}").replace(
                    file.with_name(f"{file.name}{ending}.broken")
                )
        return _connected(file)


def _connected(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        with database:
            database.execute("PRAGMA trusted_schema = OFF")
            database.execute("BEGIN IMMEDIATE")
            there = [text for (text,) in database.execute("SELECT sql FROM sqlite_master")]
            if not there:
                database.execute(_TABLE)
        # A trigger or view in a file that somebody committed would be run with every answer.
        if [text for text in there if text is not None] not in ([], [_TABLE]):
            raise sqlite3.DatabaseError("this file is not ours")
        if database.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("this file is damaged")
    except sqlite3.Error:
        database.close()
        raise
    return database


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))


def _history(text: object) -> History | None:
    """Read a history; nothing where it is damaged."""
    try:
        data: dict[str, Any] = json.loads(str(text))
        said = data.pop("answer")
        answer = Answer(**{**said, "verdict": Verdict(said["verdict"])})
        return History(
            answer,
            datetime.fromisoformat(data["asked"]),
            _moment(data["gone_since"]),
            _day(data["first_alive"]),
            _day(data["last_alive"]),
            data["title"],
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
