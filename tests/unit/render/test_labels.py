"""The visible strings of the templates."""

import pytest

from generator.errors import ConfigError
from generator.render.labels import Labels, defaults


def test_a_label_may_be_overridden() -> None:
    labels = Labels({"faq": "Common questions"})
    assert (labels("faq"), labels("related")) == ("Common questions", "Related terms")


def test_placeholders_are_filled_in_however_often_they_stand_there() -> None:
    labels = Labels({"filter_count": "{count}/{total} ({count}) {other}"})
    assert labels("filter_count", count=1, total=2) == "1/2 (1) {other}"


def test_a_label_that_does_not_exist_cannot_be_overridden() -> None:
    with pytest.raises(ConfigError) as caught:
        Labels({"fqa": "Common questions"})
    assert str(caught.value) == "there is no label 'fqa' to override; see the reference of labels"


def test_an_override_that_is_misspelt_comes_with_the_right_one() -> None:
    with pytest.raises(ConfigError, match="did you mean 'key_takeaways'"):
        Labels({"key_takeaway": "Remember"})


def test_a_label_that_does_not_exist_cannot_be_asked_for() -> None:
    with pytest.raises(LookupError, match="there is no label 'fqa'"):
        Labels({})("fqa")


def test_fields_relations_and_states_have_labels() -> None:
    texts = defaults()
    assert (texts["faq"], texts["relation_part_of"], texts["status_draft"]) == (
        "Questions and answers",
        "Part of",
        "Draft",
    )
