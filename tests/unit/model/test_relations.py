"""The kinds of relation."""

import pytest

from generator.model import RelationKind


@pytest.mark.parametrize("kind", list(RelationKind))
def test_the_inverse_of_the_inverse_is_the_kind_itself(kind: RelationKind) -> None:
    assert kind.inverse.inverse is kind


@pytest.mark.parametrize("kind", list(RelationKind))
def test_every_kind_has_a_wording_of_its_own(kind: RelationKind) -> None:
    assert kind.label
    assert sum(kind.label == other.label for other in RelationKind) == 1


def test_the_value_of_a_kind_is_its_yaml_spelling() -> None:
    assert RelationKind("part_of") is RelationKind.PART_OF
    assert [kind.value for kind in RelationKind] == [
        "broader",
        "narrower",
        "part_of",
        "has_part",
        "alternative_to",
        "contrasts_with",
        "depends_on",
        "enables",
        "related",
    ]
