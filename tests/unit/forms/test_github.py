"""Issue forms as GitHub wants them, beyond what its schema says.

https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/common-validation-errors-when-creating-issue-forms
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.forms.github import ERROR, SUGGESTION, forms
from generator.forms.questions import ASKED, NEEDED, Shape, questions
from generator.model import Term
from tests.factories import project

CONFIG: Mapping[str, Any] = {
    "categories": {
        "one": {"name": "Yes"},
        "two": {"name": "Same: #1"},
        "three": {"name": "same: #1"},
        "four": {"name": "None"},
    },
    "regions": {"AU": {"name": "Australia"}, "NORDICS": {"name": "Nordic & 'other'"}},
}
# What the address of a new issue uses for itself.
RESERVED = {"title", "body", "labels", "assignees", "milestone", "projects", "template"}


def made(tmp_path: Path, config: Mapping[str, Any] = CONFIG, **settings: Any) -> dict[str, Any]:
    """Return every form, read as GitHub reads it."""
    found = forms(project(tmp_path, config=config, **settings))
    return {name: yaml.safe_load(text) for name, text in found.items()}


@pytest.mark.parametrize("name", [SUGGESTION, ERROR])
@pytest.mark.parametrize("config", [CONFIG, {}], ids=["full", "empty"])
def test_github_accepts_the_form(tmp_path: Path, name: str, config: Mapping[str, Any]) -> None:
    form = made(tmp_path, config)[name]
    body = form["body"]
    asked = [element for element in body if element["type"] != "markdown"]
    assert asked
    ids = [element["id"] for element in asked]
    assert sorted(ids) == sorted(set(ids))
    assert [id for id in ids if not re.fullmatch(r"[A-Za-z0-9_-]+", id)] == []
    assert not set(ids) & RESERVED
    labels = [
        re.sub(r"[^a-z0-9]+", "-", element["attributes"]["label"].lower()) for element in asked
    ]
    assert sorted(labels) == sorted(set(labels))
    for element in body:
        for value in element["attributes"].values():
            assert isinstance(value, str | list)
            assert value
        options = element["attributes"].get("options", ["."])
        if element["type"] == "dropdown":
            assert all(isinstance(option, str) for option in options)
            assert sorted(options) == sorted(set(options))
            assert "none" not in map(str.lower, options)
        if "validations" in element:
            assert element["validations"] == {"required": True}
    assert all(isinstance(form[key], str) and form[key] for key in ("name", "description", "title"))


def test_names_of_forms_differ(tmp_path: Path) -> None:
    found = made(tmp_path)
    assert found[SUGGESTION]["name"] != found[ERROR]["name"]


def test_options_that_look_alike_are_told_apart(tmp_path: Path) -> None:
    (category,) = (
        q for q in questions(project(tmp_path, config=CONFIG).config) if q.id == "category"
    )
    assert category.options == {
        "Yes": "one",
        "Same: #1 (two)": "two",
        "same: #1 (three)": "three",
        "None (four)": "four",
    }


def test_a_project_without_categories_and_regions_asks_for_none(tmp_path: Path) -> None:
    config = project(tmp_path).config
    assert not [q for q in questions(config) if q.shape is Shape.CHOICE]
    assert not [q for q in questions(config) if q.path[0] == "regional_notes"]


def test_what_is_asked_are_fields_of_a_term_and_their_words(tmp_path: Path) -> None:
    assert set(NEEDED) <= set(ASKED) <= set(Term.model_fields)
    for question in questions(project(tmp_path, config=CONFIG).config):
        field = Term.model_fields[question.path[0]]
        assert question.label.startswith(str(field.title))
        if question.shape is not Shape.CHOICE and len(question.path) == 1:
            assert question.help.startswith(str(field.description))
            assert question.example


def test_the_chooser_leads_to_the_site_if_it_has_an_address(tmp_path: Path) -> None:
    assert made(tmp_path)["config.yml"] == {"blank_issues_enabled": True}
    config = made(tmp_path, site_url="https://example.org/")["config.yml"]
    assert [link["url"] for link in config["contact_links"]] == ["https://example.org/"]
