"""Where the boxes around a term stand: rows of two, above and below the term itself.

Columns keep to the edges of a picture that is as wide as the page allows, so that one
arrangement serves a phone and a desk; only heights are fixed. Lines run in the gap between
the columns and cross no box.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

GAP = 12


class Column(StrEnum):
    """Which edge a box keeps to."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"


class Box(NamedTuple):
    """A place: the column, the upper edge, the height."""

    column: Column
    top: int
    height: int

    @property
    def bottom(self) -> int:
        """Return the lower edge."""
        return self.top + self.height


class Arrangement(NamedTuple):
    """The boxes in the order of what they hold, the one in the middle, and the whole height."""

    boxes: tuple[Box, ...]
    centre: Box
    height: int


def arranged(heights: Iterable[int], centre: int) -> Arrangement:
    """Place boxes of these heights around one of the height `centre`.

    The first half stands above it, the rest below. What finds no partner stands alone in the
    middle, farthest from the centre, where no other line has to pass.
    """
    tall = tuple(heights)
    above, below = _halves(len(tall))
    boxes: list[Box] = []
    top = 0
    for row in above:
        top = _add(boxes, tall[row], top)
    middle = Box(Column.MIDDLE, top, centre)
    top = middle.bottom + GAP
    for row in below:
        top = _add(boxes, tall[row], top)
    return Arrangement(tuple(boxes), middle, top - GAP)


def _halves(count: int) -> tuple[list[slice], list[slice]]:
    """Return the rows above and below, each as the places of its boxes."""
    # Three look better as one above and two below than as one row and a straggler.
    upper = count // 2 if count > 2 else 0
    first = [slice(upper % 2)] if upper % 2 else []
    above = first + [slice(n, n + 2) for n in range(upper % 2, upper, 2)]
    below = [slice(n, n + 2) for n in range(upper, count, 2)]
    return above, below


def _add(boxes: list[Box], heights: Sequence[int], top: int) -> int:
    """Add a row, its boxes of one height; return where the next one begins."""
    tall = max(heights)
    columns = (Column.LEFT, Column.RIGHT) if len(heights) == 2 else (Column.MIDDLE,)
    boxes.extend(Box(column, top, tall) for column in columns)
    return top + tall + GAP
