"""What becomes of words that stand for a term."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.config import Config, Mentions
from generator.mentions import (
    Context,
    Lexicon,
    Occurrence,
    occurrences,
    texts_of_entry,
    texts_of_page,
)
from generator.model import Entry
from tests.factories import comparison, glossary, term

RAG = term("rag", name="Retrieval-augmented generation", abbreviation="RAG")
TUNING = term("tuning", name="Fine-tuning")
JOB = term("job", name="Fine-tuning job")
DRAFT = term("draft", name="Fine-tuning run", status="draft", aliases=["Run"])
OLD = term("old", name="Deep tuning", status="deprecated")
TERMS = (RAG, TUNING, JOB, DRAFT, OLD)

Told = list[tuple[str, str, str | None]]


def found(
    entry: Entry, *others: Entry, mentions: str = "section", linked: Mapping[str, Any] | None = None
) -> list[Occurrence]:
    entries = glossary(*TERMS, *others, entry)
    context = Context(entry.id, entry.category, Mentions(mentions), linked or {})
    lexicon = Lexicon.of(entries, Config())
    every = occurrences(texts_of_entry(entry), context, lexicon)
    return [one for one in every if one.path not in (("name",), ("question",))]


def told(prose: str, *others: Entry, **about: Any) -> Told:
    """Return what is said of the words of a paragraph."""
    entry = term("here", name="Here", definition=None, why_it_matters=prose, **about)
    return [(one.text, one.verdict.name, one.target) for one in found(entry, *others)]


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("We use RAG.", [("RAG", "LINKED", "rag")]),
        ("Use RAG’s index.", [("RAG’s", "LINKED", "rag")]),
        ("Many RAGs.", [("RAGs", "LINKED", "rag")]),
        ("A rag.", [("rag", "CASE", "rag")]),
        ("A fine\ntuned model", [("fine tuned", "LINKED", "tuning")]),
        ("Fine\u2011tuning", [("Fine\u2011tuning", "LINKED", "tuning")]),
        ("fine\xa0tuning", [("fine tuning", "LINKED", "tuning")]),
        ("RAG-based", [("RAG", "LINKED", "rag")]),
        ("non-RAG", [("RAG", "COMPOUND", "rag")]),
        ("dRAG, RAGtime, RAG_1", []),
        ("RAG'll do", []),
        ("## RAG", [("RAG", "HEADING", "rag")]),
        ("RAG\n===", [("RAG", "HEADING", "rag")]),
        ("`RAG`", [("RAG", "CODE", "rag")]),
        ("    RAG", [("RAG", "LINKED", "rag")]),
        ("a\n\n    RAG", [("RAG", "CODE", "rag")]),
        ("```\nRAG\n```", [("RAG", "CODE", "rag")]),
        ("[RAG](https://e.org)", [("RAG", "LINK", "rag")]),
        ("[*RAG*](https://e.org)", [("RAG", "LINK", "rag")]),
        ("![RAG](a.png)", [("RAG", "IMAGE", "rag")]),
        ("[[rag|RAG]]", [("RAG", "LINK", "rag")]),
        ("[[!rag|RAG]]", [("RAG", "FORBIDDEN", "rag")]),
        ("[[!RAG]] and RAG", [("RAG", "FORBIDDEN", "rag"), ("RAG", "LINKED", "rag")]),
        ("https://e.org/RAG", [("RAG", "ADDRESS", "rag")]),
        ("<https://e.org/RAG>", [("RAG", "ADDRESS", "rag")]),
        ("RAG@e.org", [("RAG", "ADDRESS", "rag")]),
        ("<b>RAG</b>", [("RAG", "LINKED", "rag")]),
        ("<a href='RAG'>RAG</a>", [("RAG", "HTML", "rag"), ("RAG", "LINK", "rag")]),
        ("*RAG*", [("RAG", "LINKED", "rag")]),
        ("_RAG_", [("RAG", "LINKED", "rag")]),
        ("**RAG**s", [("RAGs", "BROKEN", "rag")]),
        ("fine-**tuning**", [("fine-tuning", "BROKEN", "tuning")]),
        ("fine\\-tuning", [("fine-tuning", "BROKEN", "tuning")]),
        ("fine&#45;tuning", [("fine-tuning", "LINKED", "tuning")]),
        ("&amp;RAG&amp;", [("RAG", "LINKED", "rag")]),
        ("They call it “RAG”.", [("RAG", "QUOTED", "rag")]),
        ("They call it “RAG,” I hear.", [("RAG", "QUOTED", "rag")]),
        ("They call it “*RAG*”.", [("RAG", "QUOTED", "rag")]),
        ("“We use RAG.”", [("RAG", "LINKED", "rag")]),
        ("It’s ‘RAG’s’ turn", [("RAG’s", "QUOTED", "rag")]),
        (
            "A Fine-tuning run",
            [
                ("Fine-tuning", "LINKED", "tuning"),
                ("Fine-tuning run", "DRAFT", "draft"),
                ("run", "DRAFT", "draft"),
            ],
        ),
        ("Deep tuning", [("Deep tuning", "LINKED", "old")]),
        ("We are here.", [("here", "OWN_PAGE", "here")]),
        ("A\n\n| RAG |\n|---|\n| RAG |", [("RAG", "LINKED", "rag"), ("RAG", "REPEATED", "rag")]),
        ("a[^N]\n\n[^n]: RAG", [("RAG", "LINKED", "rag")]),
        ("RAG\n\n[^1]: RAG", [("RAG", "LINKED", "rag"), ("RAG", "UNSEEN", "rag")]),
        ("> a fine\n> tuning", [("fine tuning", "LINKED", "tuning")]),
        ("- a fine\n  tuning\n- job", [("fine tuning", "LINKED", "tuning")]),
        (
            "fine-tuning  \njob",
            [("fine-tuning", "LINKED", "tuning"), ("fine-tuning job", "BROKEN", "job")],
        ),
    ],
)
def test_a_place_decides_whether_words_are_linked(prose: str, expected: Told) -> None:
    assert sorted(told(prose)) == sorted(expected)


def test_a_draft_takes_no_words_from_what_is_published_and_gets_no_link() -> None:
    assert told("A run, and a fine-tuning run.") == [
        ("run", "DRAFT", "draft"),
        ("fine-tuning run", "DRAFT", "draft"),
        ("fine-tuning", "LINKED", "tuning"),
        ("run", "DRAFT", "draft"),
    ]


def test_the_longest_form_wins_and_says_so() -> None:
    entry = term("here", why_it_matters="One fine-tuning job", definition=None)
    assert [(one.text, one.verdict.name, one.longer) for one in found(entry)] == [
        ("fine-tuning job", "LINKED", ""),
        ("fine-tuning", "LONGER", "fine-tuning job"),
    ]


def test_the_own_name_holds_no_link_to_another_term() -> None:
    entry = term("here", name="RAG index", definition=None, why_it_matters="A RAG index.")
    verdicts = [(one.text, one.verdict.name) for one in found(entry)]
    assert verdicts == [("RAG index", "OWN_PAGE"), ("RAG", "LONGER")]


def test_an_occurrence_knows_its_place_its_section_and_its_rules() -> None:
    entry = term("here", definition=None, why_it_matters="One\n\nand *two* fine  tuned")
    (one,) = found(entry)
    assert (one.path, one.section, one.start, one.end) == (
        ("why_it_matters",),
        "why_it_matters",
        15,
        26,
    )
    assert (one.text, one.rules) == ("fine tuned", ("verb", "hyphen or space"))
    (other,) = found(term("here", definition="RAG's", why_it_matters=None))
    assert (other.rules, other.form) == (("possessive",), "RAG")


FIELDS: dict[str, Any] = {
    "definition": "RAG and RAG",
    "pull_quote": "RAG",
    "why_it_matters": None,
    "faq_intro": "RAG",
    "faq": [{"question": "RAG?", "answer": "RAG"}, {"question": "Why?", "answer": "RAG"}],
    "regional_notes": [
        {"region": "AU", "text": "RAG"},
        {"region": "EU", "text": "RAG"},
        {"region": "AU", "text": "RAG"},
    ],
}


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ("section", "LINKED REPEATED FIELD LINKED LINKED REPEATED LINKED FIELD REPEATED REPEATED"),
        (
            "page",
            "LINKED REPEATED FIELD REPEATED REPEATED REPEATED REPEATED FIELD REPEATED REPEATED",
        ),
        ("every", "LINKED LINKED FIELD LINKED LINKED LINKED LINKED FIELD LINKED LINKED"),
        ("off", "OFF OFF FIELD OFF OFF OFF OFF FIELD OFF OFF"),
    ],
)
def test_the_first_mention_of_each_section_is_linked(mentions: str, expected: str) -> None:
    every = found(term("here", name="Here", **FIELDS), mentions=mentions)
    assert " ".join(one.verdict.name for one in every) == expected


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ("section", "REPEATED REPEATED LINKED"),
        ("page", "REPEATED REPEATED REPEATED"),
        ("every", "LINKED LINKED LINKED"),
    ],
)
def test_a_link_on_purpose_counts_as_the_mention(mentions: str, expected: str) -> None:
    entry = term("here", definition="RAG, RAG", why_it_matters="RAG")
    linked = {"definition": frozenset(("rag",))}
    every = found(entry, mentions=mentions, linked=linked)
    assert " ".join(one.verdict.name for one in every) == expected


def test_the_options_of_a_comparison_are_linked_in_its_prose() -> None:
    entry = comparison("both", ("rag", "tuning"), name="Both", summary="RAG or fine-tuning?")
    assert [(one.text, one.target) for one in found(entry)] == [
        ("RAG", "rag"),
        ("fine-tuning", "tuning"),
    ]


LOG = term("log", name="Event log", forms=["log"])
TRUNK = term("trunk", name="Trunk", forms=["log"], prefer_in=["wood"])


def test_what_two_terms_claim_is_not_linked_but_for_a_preference() -> None:
    assert told("A log.", LOG, TRUNK) == [("log", "AMBIGUOUS", None)]
    assert told("A log.", LOG, TRUNK, category="wood") == [("log", "LINKED", "trunk")]


def test_what_an_author_wrote_comes_before_what_a_rule_made() -> None:
    axis, axe = term("axis", name="Axis"), term("axe", name="Axe", forms=["axes"])
    assert told("Two axes.", axis, axe) == [("axes", "LINKED", "axe")]


def test_capitals_decide_between_an_abbreviation_and_a_word() -> None:
    cloth = term("cloth", name="Rag")
    assert told("A rag.", cloth) == [("rag", "LINKED", "cloth")]
    assert told("RAG", cloth) == [("RAG", "LINKED", "rag")]


def of_page(markdown: str) -> Told:
    lexicon = Lexicon.of(glossary(*TERMS), Config())
    every = occurrences(texts_of_page(markdown), Context(), lexicon)
    return [(markdown[one.start : one.end], one.verdict.name, one.section) for one in every]


def test_a_heading_begins_a_section_of_a_page() -> None:
    assert of_page("---\ntitle: RAG\n---\nRAG\n\n# RAG\n\nRAG RAG\n\n## B\n\nRAG") == [
        ("RAG", "LINKED", "0"),
        ("RAG", "HEADING", "1"),
        ("RAG", "LINKED", "1"),
        ("RAG", "REPEATED", "1"),
        ("RAG", "LINKED", "2"),
    ]


def test_a_page_may_switch_linking_off_and_on() -> None:
    page = "<!-- termloom:off -->\n\nRAG\n\n- RAG\n\n<!-- termloom:on -->\n\nRAG"
    assert [verdict for _, verdict, _ in of_page(page)] == [
        "SWITCHED_OFF",
        "SWITCHED_OFF",
        "LINKED",
    ]
    inside = "RAG <!--termloom:off--> fine-tuning <!-- termloom:on --> Fine-tuning"
    verdicts = [verdict for _, verdict, _ in of_page(inside)]
    assert verdicts == ["LINKED", "SWITCHED_OFF", "LINKED"]


def test_an_order_of_claims_makes_no_difference() -> None:
    lexicons = [Lexicon.of(glossary(*terms), Config()) for terms in (TERMS, TERMS[::-1])]
    page = "A fine-tuning job with RAG; a log."
    one, other = (list(occurrences(texts_of_page(page), Context(), lex)) for lex in lexicons)
    assert one == other
