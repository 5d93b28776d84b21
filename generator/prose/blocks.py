"""The text of a block as readers see it, and where each word of it stands in the source."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby


class Kind(StrEnum):
    """What a piece of a block is."""

    WORDS = "words"
    LINKED = "words of a link"
    NAME = "a reference without words of its own"
    CODE = "code"
    BREAK = "the end of a line"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as readers see it, with its range of characters in the source.

    Pieces of the same `run` have no markup, code or backslash between them.
    """

    text: str
    start: int
    end: int
    kind: Kind
    run: int


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that follow each other; the end of a line counts as a space."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Return what readers see."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_linked(self) -> bool:
        """Return whether these are words of a link."""
        return self.pieces[0].kind is Kind.LINKED

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in the source of a range of the text that is not empty."""
        first = last = self.pieces[0].start
        before = 0
        for piece in self.pieces:
            after = before + len(piece.text)
            if before <= start < after:
                first = _place(piece, start - before)
            if before < end <= after:
                last = _place(piece, end - before)
            before = after
        return first, last


def _place(piece: Piece, at: int) -> int:
    """Return where a character stands; of an entity such as `&amp;` only the ends are known."""
    if piece.end - piece.start == len(piece.text):
        return piece.start + at
    return piece.start if at == 0 else piece.end


class Shape(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, the text of a list's item, a heading or a cell; `level` is a heading's."""

    shape: Shape
    start: int
    end: int
    pieces: tuple[Piece, ...] = ()
    level: int = 0

    @property
    def whole(self) -> Run:
        """Return all that stands in the block, markup left out."""
        return Run(self.pieces)

    def runs(self) -> Iterator[Run]:
        """Yield the words that stand together with nothing but spaces between them."""
        for _, pieces in groupby(self.pieces, lambda piece: piece.run):
            run = tuple(pieces)
            if any(piece.kind in _WORDS for piece in run):
                yield Run(run)


_WORDS = (Kind.WORDS, Kind.LINKED)
