"""Where boxes stand around a term."""

from itertools import combinations

import pytest

from generator.drawing import Arrangement, Box, Column, arranged


def test_one_box_stands_below() -> None:
    assert arranged([50], 44) == Arrangement(
        (Box(Column.MIDDLE, 56, 50),), Box(Column.MIDDLE, 0, 44), 106
    )


def test_two_boxes_stand_side_by_side_and_are_equally_high() -> None:
    assert arranged([50, 84], 44) == Arrangement(
        (Box(Column.LEFT, 56, 84), Box(Column.RIGHT, 56, 84)), Box(Column.MIDDLE, 0, 44), 140
    )


def test_the_first_half_stands_above_and_what_has_no_partner_farthest_out() -> None:
    found = arranged([50] * 6, 44)
    assert [(box.column, box.top) for box in found.boxes] == [
        (Column.MIDDLE, 0),
        (Column.LEFT, 62),
        (Column.RIGHT, 62),
        (Column.LEFT, 180),
        (Column.RIGHT, 180),
        (Column.MIDDLE, 242),
    ]
    assert found.centre == Box(Column.MIDDLE, 124, 44)
    assert found.height == 292


@pytest.mark.parametrize("count", range(1, 15))
def test_no_box_meets_another_one_even_on_the_narrowest_screen(count: int) -> None:
    found = arranged([50 + 17 * (number % 3) for number in range(count)], 63)
    assert len(found.boxes) == count
    left = {Column.LEFT: 0, Column.MIDDLE: 76, Column.RIGHT: 152}  # of 288 pixels
    places = [(left[box.column], box) for box in (*found.boxes, found.centre)]
    for (x, one), (y, other) in combinations(places, 2):
        apart = abs(x - y) >= 136 or one.bottom < other.top or other.bottom < one.top
        assert apart, (one, other)
    assert found.height == max(box.bottom for box in (*found.boxes, found.centre))
