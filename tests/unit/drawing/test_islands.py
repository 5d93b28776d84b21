"""The places of the map."""

import random
from itertools import combinations
from math import hypot

import pytest

from generator.drawing import Island, Plan, planned


def web(count: int, groups: int) -> tuple[list[int], list[tuple[int, int]]]:
    """Return members of uneven groups, with three edges each, always the same."""
    chance = random.Random(count)
    shelves = [*range(groups), *(chance.randrange(groups) ** 2 // groups for _ in range(count))]
    members = range(len(shelves))
    return shelves, [(one, chance.choice(members)) for one in members for _ in range(3)]


def length(plan: Plan, edges: list[tuple[int, int]]) -> float:
    ends = [(plan.members[a], plan.members[b]) for a, b in edges]
    return sum(hypot(a[0] - b[0], a[1] - b[1]) for a, b in ends)


def test_nothing_gives_nothing() -> None:
    assert planned([], []) == Plan((), ())


def test_one_member_stands_in_the_middle_of_its_island() -> None:
    assert planned([0], []) == Plan(((0, 0),), (Island(0, 0, 58),))


@pytest.mark.parametrize(("count", "groups"), [(3, 1), (40, 5), (600, 9), (90, 70)])
def test_members_have_room_for_their_names_and_islands_lie_apart(count: int, groups: int) -> None:
    shelves, edges = web(count, groups)
    plan = planned(shelves, edges)
    for one, other in combinations(plan.members, 2):
        assert abs(one[1] - other[1]) >= 77 or abs(one[0] - other[0]) >= 110, (one, other)
    for one, other in combinations(plan.islands, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
    for member, group in zip(plan.members, shelves, strict=True):
        island = plan.islands[group]
        assert hypot(member[0] - island.x, member[1] - island.y) <= island.radius - 55


def test_the_same_in_gives_the_same_out() -> None:
    shelves, edges = web(200, 6)
    assert planned(shelves, edges) == planned(list(shelves), list(edges))


def test_who_is_related_comes_to_stand_nearer() -> None:
    shelves, _ = web(200, 6)
    partners = [(one, len(shelves) - 1 - one) for one in range(len(shelves) // 2)]
    assert length(planned(shelves, partners), partners) < 0.8 * length(
        planned(shelves, []), partners
    )
