"""Circles in what leads from one thing to another."""

import pytest

from generator.rules.circles import Circle, circles


@pytest.mark.parametrize(
    ("ways", "found"),
    [
        ({}, []),
        ({"a": "b", "b": "c"}, []),
        ({"a": "bc", "b": "d", "c": "d"}, []),
        ({"a": "a"}, ["'a' → 'a'"]),
        ({"a": "b", "b": "a"}, ["'b' → 'a' → 'b'"]),
        ({"x": "a", "a": "b", "b": "a"}, ["'b' → 'a' → 'b'"]),
        ({"a": "bc", "b": "a", "c": "a"}, ["'b' → 'a' → 'b'", "'c' → 'a' → 'c'"]),
        ({"a": "b", "b": "ac", "c": "a"}, ["'b' → 'a' → 'b'", "'c' → 'a' → 'b' → 'c'"]),
    ],
)
def test_each_way_that_closes_a_circle_is_told_once(ways: dict[str, str], found: list[str]) -> None:
    assert [str(circle) for circle in circles(ways)] == found


def test_the_ways_of_a_circle_begin_with_the_one_that_closes_it() -> None:
    (circle,) = circles({1: [2], 2: [3], 3: [1]})
    assert circle == Circle((3, 1, 2), 3)
    assert circle.ways == ((3, 1), (1, 2), (2, 3))


def test_of_a_long_circle_the_first_steps_are_known() -> None:
    (circle,) = circles({n: [(n + 1) % 100_000] for n in range(100_000)})
    assert circle == Circle((99_999, 0, 1, 2, 3, 4), 100_000)
    assert str(circle) == "'99999' → '0' → '1' → '2' → '3' → '4' → … → '99999'"
    assert circle.ways == ((99_999, 0), (0, 1), (1, 2), (2, 3), (3, 4))
