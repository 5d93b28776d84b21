"""What is said of relations and references, where, and how it can be mended."""

from pathlib import Path

import pytest

from generator.config import Config
from generator.diagnostics import Address, Edit, Fix
from generator.link import link
from generator.rules import Brief, judge
from tests.factories import (
    TODAY,
    comparison_text,
    diagnostics,
    glossary,
    term,
    term_text,
    told,
)


def fixes(tmp_path: Path, **files: str) -> list[Fix | None]:
    named: dict[str, str | bytes] = {f"terms/{id}.yml": text for id, text in files.items()}
    return [found.fix for found in diagnostics(tmp_path, named)]


def edit(file: str, *path: str | int, key: bool = False, text: str | None) -> tuple[Edit, ...]:
    return (Edit(Address(f"terms/{file}.yml", path, key), text),)


def test_an_unknown_reference_in_prose(tmp_path: Path) -> None:
    text = "name: Token\ndefinition: A part.\nsummary: >\n  Unlike é a\n  [[wrod]], it is short.\n"
    assert told(tmp_path, {"terms/a.yml": text, "terms/word.yml": term_text("word")}) == (
        "terms/a.yml:5:3: error: no entry is called 'wrod' [unknown-term]\n"
        "  5 │   [[wrod]], it is short.\n"
        "    │   ^^^^^^^^ did you mean 'word'?"
    )


def test_an_unknown_reference_in_a_field(tmp_path: Path) -> None:
    text = "name: Token\ndefinition: A part.\nrelated:\n  - word\n  - {term: sentence}\n"
    assert told(tmp_path, {"terms/a.yml": text, "terms/word.yml": term_text("word")}) == (
        "terms/a.yml:5:12: error: no term has the id 'sentence' [unknown-term]\n"
        "  5 │   - {term: sentence}\n"
        "    │            ^^^^^^^^"
    )


def test_a_reference_that_may_mean_either_shows_both_ids(tmp_path: Path) -> None:
    shown = told(
        tmp_path,
        {
            "terms/a.yml": term_text("a", aliases=["Thing"], former_ids=["old"]),
            "terms/b.yml": comparison_text(("a", "c"), former_ids=["old"]),
            "terms/c.yml": term_text("c", summary="See [[old]]."),
        },
    )
    assert shown == (
        "terms/c.yml:4:14: error: 'old' names more than one entry [unknown-term]\n"
        "  4 │ summary: See [[old]].\n"
        "    │              ^^^^^^^ write '[[a]]' or '[[b]]'"
    )


LLM = term_text(
    "llm", name="Large language model", aliases=["Text model"], former_ids=["language-models"]
)


@pytest.mark.parametrize(
    "written",
    ["large-language-model", "text-model", "language-models", "l-l-m", "largelanguagemodel"],
)
def test_a_field_that_spells_out_what_it_means_gets_the_id(tmp_path: Path, written: str) -> None:
    files = {"llm": LLM, "a": term_text("a", related=[{"term": written}])}
    assert fixes(tmp_path, **files) == [
        Fix("Write 'llm'", edit("a", "related", 0, "term", text="llm"))
    ]


def test_an_option_and_its_cells_get_the_id(tmp_path: Path) -> None:
    files = {"llm": LLM, "a": term_text("a"), "b": comparison_text(("a", "text-model"))}
    assert fixes(tmp_path, **files) == [
        Fix("Write 'llm'", edit("b", "options", 1, "term", text="llm")),
        Fix("Write 'llm'", edit("b", "criteria", 0, "cells", "text-model", key=True, text="llm")),
    ]


def test_a_missing_alternative_gets_the_id_too(tmp_path: Path) -> None:
    case = {"when": "It rains.", "instead": "text-model"}
    files = {"llm": LLM, "a": term_text("a", when_not_to_use=[case])}
    assert fixes(tmp_path, **files) == [
        Fix("Write 'llm'", edit("a", "when_not_to_use", 0, "instead", text="llm"))
    ]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"related": ["text-model", "llm"]}, "the term would be named twice"),
        ({"name": "Giant model", "related": ["giant-model"]}, "the entry would name itself"),
        ({"related": ["largo-language-modal"]}, "a misspelling is no certainty"),
        ({"related": ["model"]}, "two entries have this label"),
        ({"summary": "A [[largelanguagemodel]]."}, "words in prose are the author's"),
    ],
)
def test_no_fix_where_it_is_not_certain(
    tmp_path: Path, fields: dict[str, object], why: str
) -> None:
    other = term_text("other", former_ids=["model"])
    another = term_text("another", former_ids=["mo-del"])
    files = {"llm": LLM, "a": term_text("a", **fields), "other": other, "another": another}
    assert fixes(tmp_path, **files) == [None], why


def test_both_options_that_mean_one_term_stay(tmp_path: Path) -> None:
    text = comparison_text(("text-model", "l-l-m"))
    assert fixes(tmp_path, llm=LLM, b=text) == [None, None, None, None]


def test_a_gap_between_digits_counts(tmp_path: Path) -> None:
    model = term_text("gpt-3-5", name="GPT")
    assert fixes(tmp_path, **{"gpt-3-5": model}, a=term_text("a", related=["gpt-35"])) == [None]
    assert fixes(tmp_path, **{"gpt-3-5": model}, a=term_text("a", related=["gpt3-5"])) == [
        Fix("Write 'gpt-3-5'", edit("a", "related", 0, "term", text="gpt-3-5"))
    ]


def test_a_missing_alternative(tmp_path: Path) -> None:
    text = (
        "name: Token\ndefinition: A part.\nwhen_not_to_use:\n  - {when: It rains., instead: wort}\n"
    )
    assert told(tmp_path, {"terms/a.yml": text, "terms/word.yml": term_text("word")}) == (
        "terms/a.yml:4:32: error: no term has the id 'wort', so there is no alternative to go to "
        "[missing-alternative]\n"
        "  4 │   - {when: It rains., instead: wort}\n"
        "    │                                ^^^^ did you mean 'word'?"
    )


def test_a_term_that_leads_to_itself(tmp_path: Path) -> None:
    text = """name: Token
definition: A part.
status: deprecated
superseded_by: a
when_not_to_use: [{when: It rains., instead: a}]
related: [a]
"""
    assert told(tmp_path, {"terms/a.yml": text}) == (
        "terms/a.yml:4:16: error: 'a' is superseded by itself [relation-to-itself]\n"
        "  4 │ superseded_by: a\n"
        "    │                ^ name the term to use now\n"
        "terms/a.yml:5:46: error: 'a' is recommended instead of itself [relation-to-itself]\n"
        "  5 │ when_not_to_use: [{when: It rains., instead: a}]\n"
        "    │                                              ^ name another term, or remove 'instead'\n"
        "terms/a.yml:6:11: error: 'a' is related to itself [relation-to-itself]\n"
        "  6 │ related: [a]\n"
        "    │           ^ name another term, or remove this relation"
    )


def test_a_circle_of_relations_is_told_once_with_all_its_terms(tmp_path: Path) -> None:
    def up(id: str, broader: str) -> str:
        return term_text(id, related=[{"term": broader, "relation": "broader"}])

    shown = told(
        tmp_path,
        {"terms/b.yml": up("b", "c"), "terms/c.yml": up("c", "a"), "terms/a.yml": up("a", "b")},
    )
    assert shown == (
        "terms/c.yml:5:9: error: these terms form a circle of 'broader': 'c' → 'a' → 'b' → 'c' "
        "[relation-cycle]\n"
        "  5 │ - term: a\n"
        "    │         ^ remove one relation"
    )


def test_a_circle_of_successors(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/a.yml": term_text("a", status="deprecated", superseded_by="b"),
        "terms/b.yml": term_text("b", status="deprecated", superseded_by="a"),
    }
    assert told(tmp_path, files) == (
        "terms/b.yml:5:16: error: these terms form a circle of 'superseded_by': 'b' → 'a' → 'b' "
        "[relation-cycle]\n"
        "  5 │ superseded_by: a\n"
        "    │                ^ name the term to use now"
    )


def test_a_chain_of_two_thousand_relations_is_no_circle_and_no_trouble() -> None:
    chain = [
        term(
            f"t{n}",
            definition=f"The thing in place {n}.",
            related=[{"term": f"t{n + 1}", "relation": "part_of"}] if n < 1_999 else [],
        )
        for n in range(2_000)
    ]
    assert list(judge(Brief(link(glossary(*chain)), Config(), TODAY))) == []


def test_contradictory_relations_show_each_other(tmp_path: Path) -> None:
    shown = told(
        tmp_path,
        {
            "terms/a.yml": term_text("a", related=[{"term": "b", "relation": "part_of"}]),
            "terms/b.yml": term_text("b", related=[{"term": "a", "relation": "alternative_to"}]),
        },
    )
    assert shown == (
        "terms/b.yml:5:9: error: 'b' calls 'a' alternative_to, but 'a' calls 'b' part_of "
        "[contradictory-relations]\n"
        "  5 │ - term: a\n"
        "    │         ^ write the relation once; its inverse is derived\n"
        "   terms/a.yml:5:9: the other relation"
    )


def test_a_relation_that_is_there_twice(tmp_path: Path) -> None:
    files = {"a": term_text("a", related=["b", "b"]), "b": term_text("b")}
    shown = told(tmp_path, {f"terms/{id}.yml": text for id, text in files.items()})
    assert shown == (
        "terms/a.yml:6:3: warning: 'b' is named twice under 'related' [repeated-relation]\n"
        "  6 │ - b\n"
        "    │   ^ keep one of the two\n"
        "   terms/a.yml:5:3: named here too\n"
        "   fix: Remove the other mention of 'b' (termloom check --fix)"
    )
    removal = Fix("Remove the other mention of 'b'", edit("a", "related", 1, text=None))
    assert fixes(tmp_path, **files) == [removal]


def test_of_two_mentions_the_one_with_the_note_stays(tmp_path: Path) -> None:
    related = [{"term": "b"}, {"term": "b", "note": "It flies."}, {"term": "b"}]
    assert fixes(tmp_path, a=term_text("a", related=related), b=term_text("b")) == [
        Fix("Remove the other mention of 'b'", edit("a", "related", number, text=None))
        for number in (0, 2)
    ]


@pytest.mark.parametrize(
    "other", [{"note": "It stings."}, {"relation": "enables"}], ids=["notes", "kinds"]
)
def test_two_mentions_that_say_different_things_are_for_the_author(
    tmp_path: Path, other: dict[str, str]
) -> None:
    related = [{"term": "b", "note": "It flies."}, {"term": "b", **other}]
    assert fixes(tmp_path, a=term_text("a", related=related), b=term_text("b")) == [None]


def test_a_relation_that_both_entries_hold(tmp_path: Path) -> None:
    files = {
        "a": term_text("a", related=[{"term": "b", "relation": "broader"}]),
        "b": term_text("b", related=[{"term": "a", "relation": "narrower"}]),
    }
    shown = told(tmp_path, {f"terms/{id}.yml": text for id, text in files.items()})
    assert shown == (
        "terms/b.yml:5:9: hint: 'b' calls 'a' narrower, which follows from the entry of 'a' "
        "[relation-written-twice]\n"
        "  5 │ - term: a\n"
        "    │         ^ remove this relation; it is derived\n"
        "   terms/a.yml:5:9: written here already\n"
        "   fix: Remove the relation to 'a' (termloom check --fix)"
    )
    removal = Fix("Remove the relation to 'a'", edit("b", "related", 0, text=None))
    assert fixes(tmp_path, **files) == [removal]


def test_of_a_relation_in_both_entries_the_one_with_the_note_stays(tmp_path: Path) -> None:
    a = term_text("a", related=["b"])
    b = term_text("b", related=[{"term": "a", "note": "It walks."}])
    removal = Fix("Remove the relation to 'b'", edit("a", "related", 0, text=None))
    assert fixes(tmp_path, a=a, b=b) == [removal]


def test_a_relation_that_only_one_entry_explains(tmp_path: Path) -> None:
    files = {
        "a": term_text("a", related=["b"]),
        "b": term_text("b", related=[{"term": "a", "relation": "part_of"}]),
    }
    shown = told(tmp_path, {f"terms/{id}.yml": text for id, text in files.items()})
    assert shown == (
        "terms/a.yml:5:3: warning: 'a' calls 'b' related, but 'b' calls 'a' part_of "
        "[uneven-relation]\n"
        "  5 │ - b\n"
        "    │   ^ remove this relation; the exact one is derived\n"
        "   terms/b.yml:5:9: the other relation\n"
        "   fix: Remove the relation to 'b' (termloom check --fix)"
    )
    removal = Fix("Remove the relation to 'b'", edit("a", "related", 0, text=None))
    assert fixes(tmp_path, **files) == [removal]


def test_a_vague_relation_with_a_note_becomes_exact(tmp_path: Path) -> None:
    files = {
        "a": term_text("a", related=["c", {"term": "b", "note": "Its wheels."}]),
        "b": term_text("b", related=[{"term": "a", "relation": "part_of"}]),
        "c": term_text("c"),
    }
    (found,) = diagnostics(tmp_path, {f"terms/{id}.yml": text for id, text in files.items()})
    assert found.hint == "write 'relation: has_part'"
    assert found.fix == Fix(
        "Call 'b' has_part", edit("a", "related", 1, "relation", text="has_part")
    )


def test_a_deprecated_term_without_a_successor(tmp_path: Path) -> None:
    assert told(tmp_path, {"terms/token.yml": term_text(status="deprecated")}) == (
        "terms/token.yml:4:9: warning: 'Token' is deprecated, but nothing says what replaces it "
        "[superseded-by-nothing]\n"
        "  4 │ status: deprecated\n"
        "    │         ^^^^^^^^^^ add 'superseded_by: …' with the id of the term to use now"
    )


DRAFT = {"terms/d.yml": term_text("d", status="draft")}


def test_what_a_draft_keeps_from_readers_is_said_once_for_each_entry(tmp_path: Path) -> None:
    text = term_text("a", summary="A [[d]].", related=["d"])
    assert told(tmp_path, {"terms/a.yml": text, **DRAFT}) == (
        "terms/a.yml:6:3: hint: 'd' is a draft, so readers do not see this relation "
        "[relation-to-draft]\n"
        "  6 │ - d\n"
        "    │   ^ publish it, or refer to another entry\n"
        "   terms/a.yml:4:12: referred to here too"
    )


@pytest.mark.parametrize(
    ("path", "text", "consequence"),
    [
        ("terms/a.yml", term_text("a", summary="A [[d]]."), "readers see words without a link"),
        (
            "terms/a.yml",
            term_text("a", status="deprecated", superseded_by="d"),
            "readers are not told what to use now",
        ),
        (
            "terms/a.yml",
            term_text("a", when_not_to_use=[{"when": "It rains.", "instead": "d"}]),
            "readers are not told what to use instead",
        ),
        ("terms/a.yml", comparison_text(("b", "d")), "its column leads to no page"),
        ("docs/a.md", "See [[D]].\n", "readers see words without a link"),
        ("docs/a.md", "# Guide\n\n![[D]]\n", "readers see the words 'D' in its place"),
    ],
)
def test_what_happens_for_want_of_a_draft(
    tmp_path: Path, path: str, text: str, consequence: str
) -> None:
    found = diagnostics(tmp_path, {path: text, "terms/b.yml": term_text("b"), **DRAFT})
    assert [(f.rule, f.message) for f in found] == [
        ("relation-to-draft", f"'d' is a draft, so {consequence}")
    ]


def test_a_reference_to_what_is_deprecated_names_the_last_successor(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/a.yml": term_text("a", related=["b"]),
        "terms/b.yml": term_text("b", status="deprecated", superseded_by="c"),
        "terms/c.yml": term_text("c", status="deprecated", superseded_by="d"),
        "terms/d.yml": term_text("d"),
    }
    assert told(tmp_path, files) == (
        "terms/a.yml:5:3: warning: 'b' is deprecated [relation-to-deprecated]\n"
        "  5 │ - b\n"
        "    │   ^ refer to its successor 'd'"
    )


def test_a_reference_to_a_deprecated_comparison(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/a.yml": term_text("a", summary="See [[c]] or [[c|this]]."),
        "terms/b.yml": term_text("b"),
        "terms/c.yml": comparison_text(("a", "b"), status="deprecated"),
    }
    assert told(tmp_path, files) == (
        "terms/a.yml:4:14: warning: 'c' is deprecated [relation-to-deprecated]\n"
        "  4 │ summary: See [[c]] or [[c|this]].\n"
        "    │              ^^^^^ refer to what is used now\n"
        "   terms/a.yml:4:23: referred to here too"
    )
