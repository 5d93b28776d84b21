"""A text as readers see it, in stretches that know where they stand in the source."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto

from generator.prose.scan import Reference


class Standing(Enum):
    """Where words stand."""

    OPEN = auto()
    HEADING = auto()
    CODE = auto()
    LINK = auto()
    IMAGE = auto()
    FORBIDDEN = auto()
    SWITCHED_OFF = auto()
    HTML = auto()
    UNSEEN = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand in one place: from `start` in the text, `source` to `end` in the source."""

    start: int
    length: int
    source: int
    end: int
    standing: Standing
    run: int

    def place(self, at: int) -> int:
        """Return where a character stands; of an entity such as `&amp;` only the ends are known."""
        if self.end - self.source == self.length:
            return self.source + at - self.start
        return self.source if at == self.start else self.end


@dataclass(frozen=True, slots=True)
class Running:
    """A text with its stretches, in order, and the references in it."""

    text: str
    stretches: tuple[Stretch, ...]
    references: tuple[Reference, ...] = ()

    def stretch_at(self, at: int) -> Stretch:
        """Return the stretch that holds a character; before a parting, the one before."""
        number = bisect_right(self.stretches, at, key=lambda stretch: stretch.start) - 1
        return self.stretches[number]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in the source of a range that is not empty."""
        return self.stretch_at(start).place(start), self.stretch_at(end - 1).place(end)
