"""Drafts of entries."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load import load
from generator.model import Comparison, Entry, Term
from generator.quoting import quoted
from generator.reading import Document
from generator.skeleton import Known, comparison_skeleton, term_skeleton
from generator.text import CategoryId, Name, TermId

KNOWN = Known(("word", "sentence"), ("models",))


def loaded(text: str) -> Entry:
    found = load({"terms/a.yml": Document("terms/a.yml", text)}, {})
    assert (found.diagnostics, found.faults) == ((), ())
    return next(iter(found.glossary))


def uncommented(text: str) -> str:
    """Return the text as an editor makes it who takes every example."""
    return re.sub(r"^# ", "", text, flags=re.MULTILINE)


@pytest.mark.parametrize("category", [None, CategoryId("models")])
def test_a_term_is_a_draft_that_loads(category: CategoryId | None) -> None:
    entry = loaded(term_skeleton(Name("Prompt caching"), category=category, known=Known()))
    assert isinstance(entry, Term)
    assert (entry.name, entry.status, entry.category) == ("Prompt caching", "draft", category)


def test_every_example_of_a_term_can_be_used() -> None:
    text = term_skeleton(Name("A"), category=None, known=KNOWN)
    entry = loaded(uncommented(text))
    unused = [
        name
        for name, field in Term.model_fields.items()
        if getattr(entry, name) == field.get_default() and name != "status"
    ]
    assert unused == []
    assert {relation.term for relation in entry.related} <= set(KNOWN.terms)  # type: ignore[attr-defined]


def test_a_comparison_loads_as_it_stands_and_with_every_example() -> None:
    options = (TermId("word"), TermId("sentence"))
    text = comparison_skeleton(Name("Word or sentence"), options, category=None, known=KNOWN)
    entry = loaded(text)
    assert isinstance(entry, Comparison)
    assert [option.term for option in entry.options] == list(options)
    assert entry.question == "Word or sentence?"
    whole = loaded(uncommented(text))
    assert [name for name in Comparison.model_fields if not getattr(whole, name)] == []


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "#a",
        "- a",
        "yes",
        "No",
        "12",
        "'",
        '"',
        "a\\b",
        "a ",
        "é",
        "a #b",
        "~",
        "x\x07",
        "*",
    ],
)
def test_text_is_quoted_so_that_it_stays_text(text: str) -> None:
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}


@given(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=20))
def test_any_text_is_quoted_so_that_it_stays_text(text: str) -> None:
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}
