"""YAML text to plain data."""

import pytest

from generator.reading import Document


def plain(text: str, *, absent: bool = False) -> object:
    return Document("a.yml", text).tree().plain(absent=absent)


@pytest.mark.parametrize(
    "scalar",
    [
        *("NO", "no", "yes", "Yes", "on", "off", "true", "False", "y"),
        *("12:30", "1:2:3", "0o7", "007", "0x1F", "1_000", "1e3", ".inf", "3.10", "-0", "+1"),
        *("2026-11-21", "2026-11-21T10:00:00Z", "1.0", "=", "<<", "Null", "NULL"),
    ],
)
def test_every_scalar_stays_text(scalar: str) -> None:
    assert plain(f"a: {scalar}") == {"a": scalar}


@pytest.mark.parametrize("scalar", ["", "~", "null", "  # nothing"])
def test_a_value_that_is_not_there_is_left_out(scalar: str) -> None:
    assert plain(f"a: {scalar}\nb: c") == {"b": "c"}
    assert plain(f"a: {scalar}\nb: c", absent=True) == {"a": None, "b": "c"}


@pytest.mark.parametrize("scalar", ["''", '""', "'~'", '"null"', "|\n  null\n", ">\n  ~"])
def test_a_quoted_value_is_there_whatever_it_says(scalar: str) -> None:
    value = plain(f"a: {scalar}")
    assert isinstance(value, dict)
    assert isinstance(value["a"], str)


def test_an_absent_item_keeps_its_place_in_a_list() -> None:
    assert plain("a: [b, ~, c]") == {"a": ["b", None, "c"]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: one\n   two\n\n   three", "one two\nthree"),
        ("a: 'it''s'", "it's"),
        (r'a: "tab\tquote\" \u00e9 \x41"', 'tab\tquote" é A'),
        ('a: "one\\\n   two"', "onetwo"),
        ("a: >\n  one\n  two\n\n  three\n", "one two\nthree\n"),
        ("a: >-\n  one\n  two\n", "one two"),
        ("a: |\n  one\n    two\n  three\n\n", "one\n  two\nthree\n"),
        ("a: |+\n  one\n\n", "one\n\n"),
        ("a: |2\n   one\n", " one\n"),
    ],
)
def test_every_style_of_scalar_is_read(text: str, value: str) -> None:
    assert plain(text) == {"a": value}


def test_lists_and_fields_nest_in_both_styles() -> None:
    block = "a:\n  - b: c\n    d:\n      - e\n  - f\n"
    assert plain(block) == plain("{a: [{b: c, d: [e]}, f]}") == {"a": [{"b": "c", "d": ["e"]}, "f"]}


def test_one_document_may_be_marked_at_both_ends() -> None:
    assert plain("---\na: b\n...\n") == {"a": "b"}
