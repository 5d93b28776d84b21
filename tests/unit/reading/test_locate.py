"""From the address of a value to its line and column."""

import pytest

from generator.diagnostics import Address, Fault, FieldPath, Location, Rule, Severity, Theme
from generator.reading import Document, located

RULE = Rule("some-rule", Severity.WARNING, "Something holds.", Theme.SITE)


def place(text: str, *path: str | int, key: bool = False, mark: str = "") -> Location:
    """Return the location of a value, or of the characters `mark` in it."""
    document = Document("terms/a.yml", text)
    span = None
    if mark:
        value: object = document.tree().plain()
        for step in path:
            value = value[step]  # type: ignore[index]
        start = str(value).strip().index(mark)
        span = (start, start + len(mark))
    fault = Fault(Address(document.path, path, key, span), "a message")
    (diagnostic,) = located([(RULE, fault)], {document.path: document})
    return diagnostic.location


def covered(text: str, location: Location) -> str:
    """Return the characters that a location covers."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    start = starts[location.line - 1] + location.column - 1
    return text[start : starts[location.end_line - 1] + location.end_column - 1]


STYLES = {
    "plain": ("a: See [[x]] now.", (1, 8)),
    "plain over two lines": ("a: See\n  more at [[x]] now.", (2, 11)),
    "plain with a gap": ("a: See   [[x]]", (1, 10)),
    "single quotes": ("a: 'It''s in [[x]].'", (1, 14)),
    "single quotes over lines": ("a: 'It''s\n\n  in [[x]].'", (3, 6)),
    "double quotes": (r'a: "A \"word\", \t\u00e9\x41 \\ [[x]]."', (1, 33)),
    "double quotes over lines": ('a: "One \\\n    two\n    [[x]]"', (3, 5)),
    "folded": ("a: >\n  One\n  two [[x]].\n", (3, 7)),
    "folded and stripped": ("a: >-\n\n\n  One\n\n    [[x]].\n", (6, 5)),
    "literal": ("a: |\n  One\n\n    two [[x]]\n", (4, 9)),
    "literal and kept": ("a: |+\n  One [[x]]\n\n\n", (2, 7)),
    "literal with a comment": ("a: | # [[x]] is not here\n  but [[x]]\n", (2, 7)),
    "literal with its indentation": ("a: |2\n    [[x]]\n", (2, 5)),
    "literal with a mark like a comment": ("a: |\n  # [[x]]\n", (2, 5)),
    "wide characters": ("a: 日本 😀 [[x]]", (1, 9)),
    "combining characters": ("a: e\u0301 [[x]]", (1, 7)),
}


@pytest.mark.parametrize("style", list(STYLES))
def test_a_place_within_a_value_is_found_in_every_style(style: str) -> None:
    text, at = STYLES[style]
    found = place(text, "a", mark="[[x]]")
    assert (found.line, found.column) == at
    assert covered(text, found) == "[[x]]"


def test_a_place_within_a_value_may_run_over_lines() -> None:
    text = "a: >\n  One [a\n  b] two\n"
    found = place(text, "a", mark="[a b]")
    assert (found.line, found.column, found.end_line, found.end_column) == (2, 7, 3, 5)


def test_a_value_is_marked_whole() -> None:
    text = "name: Token\nreviewed: last week\n"
    assert covered(text, place(text, "reviewed")) == "last week"


def test_a_value_over_lines_is_marked_on_its_first() -> None:
    text = "a: 'one\n  two'\n"
    assert covered(text, place(text, "a")) == "'one"


@pytest.mark.parametrize("header", ["|", ">-", "|2+"])
def test_a_block_is_marked_at_its_header(header: str) -> None:
    text = f"a: {header}\n    one\n    two\n"
    assert covered(text, place(text, "a")) == header


def test_a_key_is_marked_where_it_stands() -> None:
    text = "name: Token\nfaq:\n  - 'question': Why?\n"
    assert covered(text, place(text, "faq", 0, "question", key=True)) == "'question'"


def test_a_list_is_marked_at_its_field() -> None:
    text = "name: Token\naliases:\n  - a\n"
    assert covered(text, place(text, "aliases")) == "aliases"


def test_an_item_is_marked_at_its_start() -> None:
    text = "faq:\n  - question: Why?\n"
    assert (place(text, "faq", 0).line, place(text, "faq", 0).column) == (2, 5)


def test_the_short_form_of_a_part_stands_for_its_fields() -> None:
    text = "related:\n  - ragg\n"
    assert covered(text, place(text, "related", 0, "term")) == "ragg"


@pytest.mark.parametrize("path", [("faq", 7), ("nothing",), ("name", "deeper")])
def test_a_path_that_goes_too_far_ends_where_it_can(path: FieldPath) -> None:
    text = "name: Token\nfaq:\n  - a\n"
    assert place(text, *path).line <= 2


def test_an_address_without_a_path_is_the_file() -> None:
    assert place("name: Token\n") == Location("terms/a.yml")


def test_a_place_in_a_hand_written_page_is_a_range_of_its_text() -> None:
    page = Document("docs/a.md", "# Title\n\nSee [[x]].\n")
    fault = Fault(Address(page.path, span=(13, 18)), "a message")
    (diagnostic,) = located([(RULE, fault)], {page.path: page})
    assert diagnostic.location == Location("docs/a.md", 3, 5, 3, 10)
    assert diagnostic.source == "See [[x]]."


def test_a_file_that_nobody_read_is_named_without_a_line() -> None:
    (diagnostic,) = located([(RULE, Fault(Address("terms/b.yml", ("name",)), "a message"))], {})
    assert diagnostic.location == Location("terms/b.yml")
    assert diagnostic.source == ""


def test_related_places_are_looked_up_too() -> None:
    document = Document("terms/a.yml", "name: A\nowner: B\n")
    related = ((Address("terms/a.yml", ("owner",)), "here"),)
    fault = Fault(Address("terms/a.yml", ("name",)), "a message", "a hint", related)
    (diagnostic,) = located([(RULE, fault)], {document.path: document})
    assert diagnostic.related == ((Location("terms/a.yml", 2, 8, 2, 9), "here"),)
    assert (diagnostic.rule, diagnostic.severity, diagnostic.hint) == (
        "some-rule",
        Severity.WARNING,
        "a hint",
    )
