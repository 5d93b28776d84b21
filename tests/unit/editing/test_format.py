"""The house form: what golden files cannot show, and what is refused."""

import re
from textwrap import dedent

import pytest

from generator.editing import NotEdited
from generator.editing.formatting.entry import formatted
from generator.editing.formatting.order import is_section, model_of, places
from generator.model import Comparison, Term
from generator.model.term import TermHeader
from generator.quoting import quoted
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.skeleton import Known, comparison_skeleton, term_skeleton
from generator.text import CategoryId, Name, TermId

KNOWN = Known(("word", "no"), ("models",))


def house(text: str) -> str:
    return formatted(Document("terms/token.yml", text))


@pytest.mark.parametrize("name", ["Token", "NO", "It's \\ here", "1e3", "R&D — “done”", "a: b"])
@pytest.mark.parametrize("category", [None, CategoryId("models")])
def test_a_new_entry_is_in_the_house_form(name: str, category: CategoryId | None) -> None:
    options = [TermId("no"), TermId("1e3")]
    for text in (
        term_skeleton(Name(name), category=category, known=KNOWN),
        comparison_skeleton(Name(name), options, category=category, known=KNOWN),
    ):
        assert house(text) == text


def test_a_new_entry_stays_a_page_of_comments_when_everything_is_filled_in() -> None:
    skeleton = term_skeleton(Name("Token"), category=CategoryId("models"), known=KNOWN)
    filled_in = re.sub("^# ", "", skeleton, flags=re.MULTILINE)
    text = house(filled_in)
    assert house(text) == text
    keys = re.findall("^([a-z_]+):", text, re.MULTILINE)
    assert keys == sorted(keys, key=list(places(Term, ())).index)
    explained = re.findall("^## .*\n([a-z_]+):", filled_in, re.MULTILINE)
    assert sorted(re.findall("^## .*\n([a-z_]+):", text, re.MULTILINE)) == sorted(explained)


def test_the_order_knows_every_field() -> None:
    assert {*places(Term, ())} == {*Term.model_fields, "kind"}
    assert {*places(Comparison, ())} >= {*Comparison.model_fields}
    assert not any(is_section(name) for name in TermHeader.model_fields)
    header = [name for name in places(Term, ()) if not is_section(name)]
    assert header[:5] == ["id", "name", "kind", "abbreviation", "aliases"]
    sections = [name for name in places(Term, ()) if is_section(name)]
    assert sections == list(Term.section_fields())


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("name: A\n", Term),
        ("kind: term\n", Term),
        ("kind: comparison\n", Comparison),
        ("kind: [comparison]\n", Term),
    ],
)
def test_the_kind_decides_about_the_order(text: str, model: type) -> None:
    assert model_of(Document("terms/a.yml", text).tree()) is model


def test_a_field_that_moves_leaves_its_blank_line_behind() -> None:
    text = "name: A\n\nsummary: C.\n\naliases: [B]\n\ndefinition: D.\n"
    assert house(text) == "name: A\naliases: [B]\n\ndefinition: D.\n\nsummary: C.\n"


def test_an_entry_without_blank_lines_gets_none() -> None:
    assert house("summary: C.\ndefinition: D.\nname: A\n") == (
        "name: A\ndefinition: D.\nsummary: C.\n"
    )


def test_sections_are_set_off_from_the_header_where_there_are_blank_lines() -> None:
    assert house("name: A\ndefinition: D.\n\nsummary: C.\n") == (
        "name: A\n\ndefinition: D.\n\nsummary: C.\n"
    )


def test_a_comment_moves_with_its_field() -> None:
    text = dedent("""\
        summary: C. # beside
        # above

        # further above
        name: A
        """)
    assert house(text) == dedent("""\
        # above

        # further above
        name: A
        summary: C. # beside
        """)


@pytest.mark.parametrize(
    "top",
    [
        "# Licence\n\n",
        "# Licence\n# of two lines\n\n# and more\n\n",
        "# yaml-language-server: $schema=a.json\n",
        "# Licence\n# yaml-language-server: $schema=a.json\n",
        "# vim: ts=2\n",
        "---\n",
        "--- # begins\n# Licence\n\n",
        "%YAML 1.2\n---\n",
    ],
)
def test_the_top_stays_at_the_top(top: str) -> None:
    assert house(f"{top}summary: C.\nname: A\n") == f"{top}name: A\nsummary: C.\n"


@pytest.mark.parametrize(
    "line",
    [
        "zoo: yes",
        "zoo: 007",
        "zoo: 2024-01-01",
        "zoo: ~",
        "zoo:",
        'zoo: "yes"',
        "on: 1",
        'zoo: [yes, 1e3, "no"]',
        "zoo: {1: off}",
    ],
)
def test_what_the_model_does_not_know_stays_what_it_is_to_other_readers(line: str) -> None:
    assert house(f"{line}\nname: A\n") == f"name: A\n{line}\n"


def test_an_empty_entry_stays() -> None:
    assert house("{}\n") == "{}\n"


def test_quotes_are_those_of_fixes_and_new_entries() -> None:
    for text in ("It's", "a: b", "[a]", "NO", "1 year", '"', "a\tb", "é", "—"):
        assert house(f"name: {quoted(text)}\n") == f"name: {quoted(text)}\n"


def test_what_cannot_be_written_is_refused() -> None:
    long = "k" * 1100
    with pytest.raises(NotEdited, match="it could not be read any more"):
        house(f"summary: B\nname: A\n? {long}\n: value\n")


def test_a_comment_that_is_none_to_some_readers_is_refused() -> None:
    with pytest.raises(NotEdited, match="the comment '#glued' would change"):
        house("summary: B\nname: >#glued\n")


def test_what_cannot_be_read_is_a_diagnostic() -> None:
    with pytest.raises(Unreadable) as caught:
        house("name: [\n")
    assert caught.value.diagnostic.rule == "yaml-syntax"


def test_the_proof_sees_what_a_faulty_formatter_would_do(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "name: A # one\ntags: [a]\nzoo: yes\ndefinition: B *c*.\nsummary: |\n  D\n\n  e\n"
    for wrong, said in {
        "name: A # one\ntags: [a, b]\nzoo: yes\ndefinition: B *c*.\nsummary: |\n  D\n\n  e\n": (
            "'tags' would change"
        ),
        text.replace("tags: [a]\n", ""): "the fields would change",
        text.replace("A", "a"): "'name' would change",
        text.replace("yes", '"yes"'): "'zoo' would change",
        text.replace("*c*", "c"): "'definition' would change",
        text.replace("D\n\n", "D\n"): "'summary' would change",
        text.replace("# one", ""): "the comment '# one' would change",
        text.replace("# one", "# one # two"): "the comment '# one' would change",
        text.replace("name", "  name"): "it could not be read any more",
    }.items():
        monkeypatch.setattr(
            "generator.editing.formatting.entry._text", lambda *_, wrong=wrong: wrong
        )
        with pytest.raises(NotEdited, match=said):
            house(text)
