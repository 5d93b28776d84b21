"""The entries of a project."""

from generator.diagnostics import Address
from tests.factories import comparison, glossary, term


def test_entries_come_by_id_terms_before_comparisons() -> None:
    made = glossary(term("b"), comparison("a"), term("c"), term("a1"))
    assert [entry.id for entry in made] == ["a1", "b", "c", "a"]


def test_an_entry_is_found_by_its_id_whatever_it_is() -> None:
    made = glossary(term("a"), comparison("b"))
    assert made.get("a") == term("a")
    assert made.get("b") == comparison("b")
    assert made.get("c") is None


def test_an_address_names_the_file_and_the_path() -> None:
    made = glossary(term("a"))
    assert made.at(term("a"), "related", 0, key=True) == Address(
        "terms/a.yml", ("related", 0), key=True
    )


def test_a_draft_is_not_published_and_a_deprecated_term_is() -> None:
    published = {s: term(status=s).is_published for s in ("draft", "published", "deprecated")}
    assert published == {"draft": False, "published": True, "deprecated": True}


def test_the_labels_of_a_term_are_name_abbreviation_and_aliases() -> None:
    assert term(name="A", abbreviation="B", aliases=["C"], forms=["D"]).labels == ("A", "B", "C")
