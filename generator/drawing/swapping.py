"""Members that change places, each time two of them come nearer to their neighbours by it."""

from collections import defaultdict
from collections.abc import Sequence
from math import hypot

from generator.drawing.packing import Point

_ROUNDS = 8
# How much of the way to where a member wants to be: all of it, or as far as there is a place.
_STEPS = (1.0, 0.6, 0.3, 0.15)
_Cell = tuple[int, int]


def better(
    points: list[Point],
    shelves: Sequence[Sequence[int]],
    edges: Sequence[tuple[int, int]],
    pattern: tuple[int, int],
) -> None:
    """Swap the points of members on one shelf while that shortens the edges, squared.

    Takes a fixed number of rounds, each in proportion to the edges, always in the same order.
    """
    near: dict[int, list[int]] = defaultdict(list)
    for a, b in edges:
        near[a].append(b)
        near[b].append(a)
    floors = [_Floor(points, shelf, pattern) for shelf in shelves if len(shelf) > 1]
    for _ in range(_ROUNDS):
        moved = [_round(points, near, floor) for floor in floors]
        if not any(moved):
            return


class _Floor:
    """The places of one shelf, found by where they are; each knows who stands on it."""

    def __init__(
        self, points: Sequence[Point], shelf: Sequence[int], pattern: tuple[int, int]
    ) -> None:
        self.members = shelf
        # Every second row is set off by half a column.
        self._across, self._down = pattern[0] / 2, pattern[1]
        self._origin = points[shelf[0]]
        xs, ys = zip(*(points[member] for member in shelf), strict=True)
        self._middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        self._reach = max(hypot(x - self._middle[0], y - self._middle[1])
                          for x, y in zip(xs, ys, strict=True))  # fmt: skip
        self.holders = {self.cell(points[member]): member for member in shelf}

    def cell(self, point: Point) -> _Cell:
        """Return the number of the half column and of the row that a point lies in."""
        return (
            round((point[0] - self._origin[0]) / self._across),
            round((point[1] - self._origin[1]) / self._down),
        )

    def toward(self, here: Point, aim: Point) -> int | None:
        """Return who stands on the way to an aim, as near to it as there are places."""
        x, y = self._inside(aim)
        for step in _STEPS:
            point = (here[0] + (x - here[0]) * step, here[1] + (y - here[1]) * step)
            column, row = self.cell(point)
            for near in ((column, row), (column - 1, row), (column + 1, row)):
                if near in self.holders:
                    return self.holders[near]
        return None

    def _inside(self, aim: Point) -> Point:
        x, y = aim[0] - self._middle[0], aim[1] - self._middle[1]
        far = hypot(x, y)
        share = min(1.0, self._reach / far) if far else 1.0
        return self._middle[0] + x * share, self._middle[1] + y * share


def _round(points: list[Point], near: dict[int, list[int]], floor: _Floor) -> bool:
    """Offer every member of a shelf one swap; return whether any was taken."""
    moved = False
    for member in floor.members:
        others = near.get(member)
        if not others:
            continue
        x, y = _sum(points, others)
        here = points[member]
        other = floor.toward(here, (x / len(others), y / len(others)))
        if other is None or other == member:
            continue
        there, theirs = points[other], near.get(other, [])
        gain = _gain(here, there, (x, y), len(others))
        if gain + _gain(there, here, _sum(points, theirs), len(theirs)) > 1e-6:
            points[member], points[other] = there, here
            floor.holders[floor.cell(there)] = member
            floor.holders[floor.cell(here)] = other
            moved = True
    return moved


def _sum(points: list[Point], members: list[int]) -> Point:
    x = y = 0.0
    for member in members:
        right, down = points[member]
        x += right
        y += down
    return x, y


def _gain(here: Point, there: Point, total: Point, count: int) -> float:
    """Return by how much edges to `count` points that add up to `total` shorten, squared.

    The sum of |p - n|² over all n is count · |p|² - 2 p · total, and something that does not
    depend on p: there is no need to look at every edge for each point.
    """
    before = count * (here[0] ** 2 + here[1] ** 2) - 2 * (here[0] * total[0] + here[1] * total[1])
    after = count * (there[0] ** 2 + there[1] ** 2)
    return before - after + 2 * (there[0] * total[0] + there[1] * total[1])
