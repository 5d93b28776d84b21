"""The fields of the form."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.admin.fields import Offers, form_fields
from generator.model import Comparison, Entry, Term

OFFERS = Offers({"animals": "Animals"}, {"AU": "Australia"})
# What Decap CMS has, and the one that the form's script adds.
WIDGETS = {"datetime", "hidden", "list", "object", "prose", "relation", "select", "string"}


def fields(model: type[Entry], offers: Offers = OFFERS) -> dict[str, Any]:
    return {field["name"]: field for field in form_fields(model, offers)}


def every(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field in found:
        yield field
        yield from every(field.get("fields", []))
        yield from every([field["field"]] if "field" in field else [])


@pytest.mark.parametrize("model", [Term, Comparison])
def test_every_field_of_the_model_is_a_field_of_the_form_and_knows_its_place(
    model: type[Entry],
) -> None:
    names = [name for name in model.model_fields if name not in ("id", "kind")]
    shown = {field["place"]: name for name, field in fields(model).items()}
    assert [shown[place] for place in sorted(shown) if shown[place] != "kind"] == names


def test_what_nearly_everybody_fills_in_comes_first_and_what_is_seldom_needed_last() -> None:
    names = list(fields(Term))
    first = ["name", "kind", "abbreviation", "aliases", "category", "definition", "summary"]
    assert names[: len(first)] == first
    assert names[-2:] == ["review_every", "superseded_by"]
    assert list(fields(Comparison))[:4] == ["name", "kind", "category", "question"]


@pytest.mark.parametrize("model", [Term, Comparison])
def test_every_field_has_a_label_a_known_widget_and_where_it_is_typed_help(
    model: type[Entry],
) -> None:
    for field in every(form_fields(model, OFFERS)):
        assert field["widget"] in WIDGETS
        assert field["widget"] == "hidden" or field["label"]
        for pattern, message in [field["pattern"]] if "pattern" in field else []:
            assert re.compile(pattern)
            assert message


def test_a_field_of_the_entry_with_help_and_pattern() -> None:
    assert fields(Term)["review_every"] == {
        "name": "review_every",
        "label": "Review every",
        "hint": "How long a review holds. For example: 6 months",
        "required": False,
        "widget": "string",
        "place": list(Term.model_fields).index("review_every"),
        "pattern": [
            r"^\s*[1-9][0-9]{0,2}\s+(?:day|week|month|year)s?\s*$",
            "A span of time is a number and days, weeks, months or years, such as 6 months",
        ],
    }


def test_what_the_project_declares_is_picked() -> None:
    assert fields(Term)["category"]["options"] == [{"label": "Animals", "value": "animals"}]
    (region, *_) = fields(Term)["regional_notes"]["fields"]
    assert region["options"] == [{"label": "Australia (AU)", "value": "AU"}]
    assert fields(Term, Offers({}, {}))["category"]["widget"] == "string"


def test_terms_are_picked_among_those_of_all_folders() -> None:
    picker = fields(Term)["superseded_by"]
    assert (picker["widget"], picker["collection"]) == ("relation", "every-term")
    assert picker["value_field"] == "{{filename}}"


def test_values_of_a_kind_are_picked_by_their_words() -> None:
    status = fields(Term)["status"]
    assert status["options"] == [
        {"label": "Draft", "value": "draft"},
        {"label": "Published", "value": "published"},
        {"label": "Deprecated", "value": "deprecated"},
    ]
    assert fields(Term)["inflect"]["options"][1] == {"label": "No", "value": "false"}


def test_a_part_says_which_field_its_short_form_stands_for() -> None:
    steps = fields(Term)["how_it_works"]["fields"][1]
    assert (steps["widget"], steps["short_for"]) == ("list", "text")
    assert [field["name"] for field in steps["fields"]] == ["title", "text"]


def test_cells_are_a_list_with_the_term_they_are_for() -> None:
    cells = fields(Comparison)["criteria"]["fields"][2]
    assert (cells["widget"], cells["keyed"], cells["short_for"]) == ("list", "term", "text")
    assert [field["name"] for field in cells["fields"]] == ["term", "text", "rating"]
    assert [option["value"] for option in cells["fields"][2]["options"]] == [
        "1",
        "2",
        "3",
        "4",
        "5",
    ]


def test_a_term_says_what_it_is_in_the_form_alone() -> None:
    assert fields(Term)["kind"] == {
        "name": "kind",
        "widget": "hidden",
        "default": "term",
        "place": 1,
    }
    assert fields(Comparison)["kind"]["default"] == "comparison"
