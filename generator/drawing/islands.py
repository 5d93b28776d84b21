"""The map: an island for each group, its members on the places of a brick pattern.

A simulation of forces would need a library that brings numpy for this alone, takes minutes
for 10,000 terms in Python, and promises no room for names. Fixed places cannot overlap; who
stands where is then bettered by swapping, which takes time in proportion to the edges.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, hypot, sqrt

from generator.drawing.packing import Point, packed
from generator.drawing.swapping import better

# Room for a mark and three short lines of a name below it.
COLUMN, ROW = 112, 78
_MARGIN = 58
_BETWEEN = 30


@dataclass(frozen=True, slots=True)
class Island:
    """Where a group lies."""

    x: int
    y: int
    radius: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The place of every member, and of every group, in the order they were given."""

    members: tuple[tuple[int, int], ...]
    islands: tuple[Island, ...]


def planned(groups: Sequence[int], edges: Sequence[tuple[int, int]]) -> Plan:
    """Place members: `groups` says for each to which group it belongs, by number.

    Every number up to the highest must have a member. The same in gives the same out.
    """
    shelves: list[list[int]] = [[] for _ in range(max(groups, default=-1) + 1)]
    for member, group in enumerate(groups):
        shelves[group].append(member)
    patterns = [_pattern(len(shelf)) for shelf in shelves]
    radii = [hypot(*places[-1]) + _MARGIN for places in patterns]
    bonds = Counter((groups[a], groups[b]) for a, b in edges if groups[a] != groups[b])
    centres = packed(radii, bonds, _BETWEEN)
    points: list[Point] = [(0.0, 0.0)] * len(groups)
    for shelf, places, (x, y) in zip(shelves, patterns, centres, strict=True):
        for member, (right, down) in zip(shelf, places, strict=True):
            points[member] = (x + right, y + down)
    better(points, shelves, edges, (COLUMN, ROW))
    return Plan(
        tuple((round(x), round(y)) for x, y in points),
        tuple(
            Island(round(x), round(y), ceil(radius))
            for (x, y), radius in zip(centres, radii, strict=True)
        ),
    )


def _pattern(count: int) -> list[Point]:
    """Return the places nearest to the middle, those of every second row set off like bricks."""
    reach = ceil(sqrt(count * COLUMN * ROW / 3) / ROW) + 1
    wide = ceil(reach * ROW / COLUMN) + 1
    places: list[Point] = [
        ((column + row % 2 / 2) * COLUMN, row * ROW)
        for row, column in product(range(-reach, reach + 1), range(-wide, wide + 1))
    ]
    nearest = sorted(places, key=lambda at: (round(hypot(*at), 6), at[1], at[0]))[:count]
    return _centred(nearest)


def _centred(places: list[Point]) -> list[Point]:
    x = (min(at[0] for at in places) + max(at[0] for at in places)) / 2
    y = (min(at[1] for at in places) + max(at[1] for at in places)) / 2
    moved = [(right - x, down - y) for right, down in places]
    return sorted(moved, key=lambda at: (round(hypot(*at), 6), at[1], at[0]))
