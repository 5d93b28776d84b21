"""Circles beside each other without overlap, those that belong together close together."""

from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin

# Screens are wider than high.
_ASPECT = 1.5
_ANGLES = tuple((cos(n * pi / 12), sin(n * pi / 12)) for n in range(24))
# With more than these to lean on, a search of all would take its time and find nothing better.
_LEANED_ON = 16

Point = tuple[float, float]


def packed(radii: Sequence[float], bonds: Mapping[tuple[int, int], int], gap: float) -> list[Point]:
    """Return the centre of each circle.

    The largest stands in the middle; each further one touches another, as near to those it
    has bonds with, and to the middle, as there is room.
    """
    order = sorted(range(len(radii)), key=lambda n: (-radii[n], n))
    placed: dict[int, Point] = {}
    for circle in order:
        drawn = {other: bonds.get((circle, other), 0) + bonds.get((other, circle), 0)
                 for other in placed}  # fmt: skip
        placed[circle] = _best(circle, radii, placed, drawn, gap) if placed else (0.0, 0.0)
    return [placed[circle] for circle in range(len(radii))]


def _best(
    circle: int,
    radii: Sequence[float],
    placed: Mapping[int, Point],
    drawn: Mapping[int, int],
    gap: float,
) -> Point:
    total = sum(drawn.values()) or 1
    outermost = list(placed)[-_LEANED_ON:]
    found: list[tuple[float, Point]] = []
    for other in outermost:
        x, y = placed[other]
        reach = radii[circle] + radii[other] + gap
        for right, down in _ANGLES:
            point = (x + reach * right, y + reach * down)
            if _is_free(point, radii[circle] + gap, radii, placed):
                pull = sum(
                    weight * hypot(point[0] - placed[n][0], point[1] - placed[n][1])
                    for n, weight in drawn.items()
                    if weight
                )
                found.append((pull / total + hypot(point[0] / _ASPECT, point[1]), point))
    return min((round(cost, 6), point) for cost, point in found)[1]


def _is_free(
    point: Point, reach: float, radii: Sequence[float], placed: Mapping[int, Point]
) -> bool:
    x, y = point
    return all(
        hypot(x - there[0], y - there[1]) > reach + radii[other] - 1e-6
        for other, there in placed.items()
    )
