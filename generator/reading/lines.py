"""Offsets in a text to lines and columns."""

from bisect import bisect_right
from dataclasses import dataclass

from generator.diagnostics import Location


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, for turning offsets into places."""

    path: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, path: str, text: str) -> "Lines":
        """Return the index of a text. Lines end where YAML and editors say: at a line feed."""
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return cls(path, text, tuple(starts))

    def place(self, start: int, end: int) -> Location:
        """Return the location of a range of characters."""
        first, last = self._number(start), self._number(max(start, end))
        return Location(
            self.path,
            first + 1,
            start - self.starts[first] + 1,
            last + 1,
            max(start, end) - self.starts[last] + 1,
        )

    def line(self, number: int) -> str:
        """Return the line of this number, counted from 1; empty where there is none."""
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")

    def _number(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1
