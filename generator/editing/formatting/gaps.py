"""What stands between two scalars of a file: marks, blank lines and comments."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

_OPENING, _CLOSING = "[{", "]}"
_START = re.compile(r"^---(?=\s|$)", re.MULTILINE)


class Where(Enum):
    """How a comment stands on its line."""

    ALONE = auto()
    BESIDE = auto()
    DASH = auto()
    BLANK = auto()


@dataclass(frozen=True, slots=True)
class Note:
    """A comment or a blank line; `closed` counts the brackets that were closed before it."""

    where: Where
    text: str = ""
    column: int = 0
    closed: int = 0


@dataclass(slots=True)
class Gap:
    """The notes between two scalars; `indentation` is that of the line of the second."""

    text: str
    notes: list[Note] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    closed: int = 0
    indentation: int = 0

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Gap":
        """Return what stands between two places, outside every scalar."""
        gap = cls(text)
        if start == 0:
            start = gap._take_head(end)
        for number, (at, line) in enumerate(_lines(text, start, end)):
            gap._take(line, first=number == 0 and start > 0, last=at + len(line) >= end)
        if end < len(text):
            begun = text.rfind("\n", 0, end) + 1
            line = text[begun:end]
            gap.indentation = len(line) - len(line.lstrip())
        return gap

    def column(self, at: int) -> int:
        """Return how far a place is from the start of its line."""
        return at - (self.text.rfind("\n", 0, at) + 1)

    def _take_head(self, end: int) -> int:
        found = _START.search(self.text, 0, end)
        if found is None:
            return 0
        newline = self.text.find("\n", found.end(), end)
        # The entry itself may begin on the line of the `---`.
        stop = newline if newline >= 0 else found.end()
        self.head = [line.rstrip() for line in self.text[:stop].split("\n")]
        return stop

    def _take(self, line: str, *, first: bool, last: bool) -> None:
        before, hash, comment = line.partition("#")
        self._count(before)
        marks = before.strip(" \t")
        if not hash:
            if not (marks or first or last):
                self.notes.append(Note(Where.BLANK))
            return
        where = Where.ALONE
        if first or marks:
            where = Where.BESIDE if first or marks.strip("-") else Where.DASH
        text = set_off(before, comment)
        self.notes.append(Note(where, text, len(before), max(self.closed, 0)))

    def _count(self, marks: str) -> None:
        self.closed += sum(marks.count(mark) for mark in _CLOSING)
        self.closed -= sum(marks.count(mark) for mark in _OPENING)


def set_off(before: str, comment: str) -> str:
    """Return a comment with the spaces between it and what stands before it on its line."""
    spaces = before[len(before.rstrip(" \t")) :].replace("\t", " ") or " "
    return f"{spaces}#{comment.rstrip()}"


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    while start <= end:
        newline = text.find("\n", start, end)
        stop = newline if newline >= 0 else end
        yield start, text[start:stop]
        start = stop + 1
