"""What each report finds, and what it leaves alone."""

from collections.abc import Mapping
from typing import Any

from generator.config import Config
from generator.link import link
from generator.model import Entry
from generator.reports import REPORTS, Finding, Material
from tests.factories import TODAY, comparison, glossary, term


def findings(
    name: str,
    *entries: Entry,
    config: Mapping[str, Any] | None = None,
    pages: Mapping[str, str] | None = None,
) -> list[Finding]:
    """Return what a report says of some entries, the most important first."""
    made = Config.model_validate(config or {})
    material = Material(link(glossary(*entries, pages=pages), config=made), made, TODAY)
    return sorted(REPORTS[name].judge(material), key=lambda finding: finding.sort_key)


def said(name: str, *entries: Entry, **about: Any) -> list[str]:
    """Return the messages alone."""
    return [finding.message for finding in findings(name, *entries, **about)]


def test_every_report_has_a_title_a_reason_and_a_place_by_its_concern() -> None:
    assert [(report.name, report.title) for report in REPORTS.values()] == [
        ("near-duplicates", "Terms whose definitions or labels are nearly the same"),
        ("uneven-relations", "Relations that two entries write differently"),
        ("related-candidates", "Terms that mention each other and are not related"),
        ("undefined-words", "Words that look like terms and are not defined"),
        ("unlinked-terms", "Terms that no sentence links to"),
        ("unused-forms", "Labels that no text uses"),
    ]
    assert all(report.reason.endswith(".") for report in REPORTS.values())


def test_a_term_that_nothing_lists_comes_before_one_that_only_lists_name() -> None:
    found = findings(
        "unlinked-terms",
        term("brick", name="Brick", summary="Bricks and mortar.", related=["wall"]),
        term("mortar", name="Mortar", summary="For a brick."),
        term("wall", name="Wall", summary="Made of brick."),
        term("alone", name="Zoo"),
        term("draft", name="Draft", summary="A zoo.", status="draft"),
        term("old", name="Old", status="deprecated"),
    )
    assert [(one.message, one.hint) for one in found] == [
        (
            "no sentence leads to 'Zoo', nor does any list",
            "mention it where it belongs, or list the words that people use among its 'aliases'",
        ),
        (
            "no sentence leads to 'Wall', only lists do",
            (
                "mention it in 'Brick', of which it speaks itself, or list the words used there as "
                "alias"
            ),
        ),
    ]


def test_a_hand_written_page_leads_to_a_term() -> None:
    assert said("unlinked-terms", term("a", name="Wall"), pages={"docs/a.md": "A wall."}) == []


def test_contradictions_come_before_relations_of_which_one_is_vague() -> None:
    found = findings(
        "uneven-relations",
        term("a", related=["b", {"term": "c", "relation": "broader"}]),
        term("b", related=[{"term": "a", "relation": "broader"}]),
        term("c", related=[{"term": "a", "relation": "broader"}]),
        term("d", related=["a"]),
    )
    assert [sorted(at.file for at, _ in one.places) for one in found] == [
        ["terms/c.yml"],
        ["terms/a.yml", "terms/b.yml"],
    ]
    assert all(one.hint for one in found)


def test_terms_that_mention_each_other_are_candidates_unless_they_are_related() -> None:
    found = findings(
        "related-candidates",
        term("ant", name="Ant", summary="Unlike a bee. Or a cow. Or a dog."),
        term("bee", name="Bee", summary="Unlike an ant.", analogy="An ant with wings."),
        term("cow", name="Cow", summary="Larger than an ant.", related=["ant"]),
        term("dog", name="Dog", summary="It barks."),
        term("fox", name="Fox", summary="It hunts an emu.", status="draft"),
        term("emu", name="Emu", summary="It runs from a [[fox]]."),
        comparison("which", ("ant", "bee")),
    )
    assert [
        (one.message, one.hint, [(at.file, words) for at, words in one.places]) for one in found
    ] == [
        (
            "'Ant' and 'Bee' mention each other and are not related",
            (
                "if they belong together, add 'bee' to 'related' of 'ant', with the kind; 'which' "
                "compares them, so perhaps 'alternative_to'"
            ),
            [("terms/ant.yml", "mentions 'Bee'"), ("terms/bee.yml", "mentions 'Ant'")],
        )
    ]


def test_a_label_is_in_use_wherever_readers_meet_it() -> None:
    rag = term(
        "rag",
        name="Retrieval",
        abbreviation="RAG",
        aliases=["lookup", "document search", "search"],
        forms=["retrieved"],
        faq=[{"question": "Is lookup enough?", "answer": "No."}],
    )
    other = term("other", summary="A document search. What is a rag?")
    (found,) = findings("unused-forms", rag, other, pages={"docs/a.md": "# Retrieved\n"})
    # 'search' alone stands only in a longer label, 'rag' is no RAG.
    assert found.message == "nothing uses 'RAG', 'search' for 'Retrieval'"
    assert [(at.path, words) for at, words in found.places] == [
        (("abbreviation",), "'RAG'"),
        (("aliases", 2), "'search'"),
    ]


def test_a_glossary_whose_labels_are_all_used_has_no_such_finding() -> None:
    assert said("unused-forms", term("a", aliases=["b"], summary="As B.")) == []


SUBJECTS = ("ant", "bee", "cow", "dog")


def spread(*sentences: str, **fields: Any) -> list[Entry]:
    """Return entries that say one sentence each."""
    pairs = zip(SUBJECTS, sentences, strict=False)
    return [term(id, summary=text, **fields) for id, text in pairs]


def test_abbreviations_that_three_entries_use_are_not_defined() -> None:
    entries = spread(
        "GDPR applies here.", "Under the GDPR, ask.", "See what APIs and GDPR say.", "One GDPR."
    )
    (found,) = findings("undefined-words", *entries)
    assert found.message == "'GDPR' stands in 4 entries and has none of its own"
    assert [(at.file, at.path, at.span) for at, _ in found.places] == [
        ("terms/ant.yml", ("summary",), (0, 4)),
        ("terms/bee.yml", ("summary",), (10, 14)),
        ("terms/cow.yml", ("summary",), (18, 22)),
        ("terms/dog.yml", ("summary",), (4, 8)),
    ]


def test_what_is_defined_avoided_or_named_needs_no_entry() -> None:
    entries = spread(
        "We use GDPR in a Privacy Act.", "So GDPR and Privacy Act.", "A GDPR Privacy Act."
    )
    known = term("law", name="Law", aliases=["GDPR"], sources=[{"title": "The Privacy Act 1988"}])
    assert said("undefined-words", *entries, known) == []
    avoided = term(
        "rule",
        avoid=[{"label": "GDPR", "because": "Law."}, {"label": "Privacy Act", "because": "Law."}],
    )
    assert said("undefined-words", *entries, avoided) == []


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    entries = spread(
        "Berlin grows like Paris.", "Berlin shrinks. We saw Paris.", "Berlin stays; Paris is."
    )
    assert said("undefined-words", *entries) == [
        "'Paris' stands in 3 entries and has none of its own"
    ]


def test_nouns_that_keep_each_others_company_are_a_phrase() -> None:
    entries = spread(
        "A search engine finds pages.",
        "Any search engines may err. The cat sleeps.",
        "This search engine is slow. The dog barks.",
        "You reduce latency. They reduce latency. We reduce latency.",
    )
    assert said("undefined-words", *entries) == [
        "'search engine' stands in 3 entries and has none of its own"
    ]


def test_a_sentence_that_was_copied_makes_no_term() -> None:
    entries = spread(*["It covers any health provider here."] * 4)
    assert said("undefined-words", *entries) == []


def test_other_languages_are_searched_for_abbreviations_alone() -> None:
    entries = spread("Die DSGVO im Haus.", "Laut DSGVO ein Haus.", "Die DSGVO und das Haus.")
    assert said("undefined-words", *entries, config={"language": "de"}) == [
        "'DSGVO' stands in 3 entries and has none of its own"
    ]


def test_code_and_links_are_not_searched() -> None:
    entries = spread("`JSON` a", "b [JSON](a.md)", "c `JSON`", "JSON")
    assert said("undefined-words", *entries) == []


DEFINITION = "A number that tells how many of the emails sent were opened by somebody."


def test_definitions_in_nearly_the_same_words_are_found() -> None:
    found = findings(
        "near-duplicates",
        term("open-rate", name="Open rate", definition=DEFINITION),
        term("read-rate", name="Read rate", definition=DEFINITION.replace("tells", "says")),
        term(
            "wall", name="Wall", definition="Something made of bricks that were sent by somebody."
        ),
        term("draft", name="Draft", definition=DEFINITION, status="draft"),
    )
    assert [(one.message, [at.file for at, _ in one.places]) for one in found] == [
        (
            "'Open rate' and 'Read rate' are defined in nearly the same words",
            ["terms/open-rate.yml", "terms/read-rate.yml"],
        )
    ]


def test_labels_that_differ_by_little_are_found_but_not_by_a_number() -> None:
    about = {
        "one": "First, a tree.",
        "two": "Secondly a sea.",
        "three": "Then a hill.",
        "four": "A lake.",
    }
    names = {
        "one": "Fine tuning rates",
        "two": "Finetuning rate",
        "three": "Model 35 type",
        "four": "Model 45 type",
    }
    entries = [term(id, name=names[id], definition=text) for id, text in about.items()]
    assert said("near-duplicates", *entries) == [
        "'Fine tuning rates' and 'Finetuning rate' are labels of two terms and nearly the same"
    ]


def test_duplicates_are_found_on_a_full_shelf() -> None:
    """Not every pair is compared, and still none of those that are alike is missed."""
    words = (
        "amber",
        "birch",
        "cedar",
        "daisy",
        "elder",
        "fern",
        "grass",
        "hazel",
        "ivy",
        "juniper",
        "kale",
        "lotus",
        "maple",
    )
    texts = [
        f"A plant called {one} that grows beside {other} and {third}."
        for one in words
        for other in words
        for third in words
        if one < other < third
    ]
    entries = [
        term(f"t{n}", name=f"{n}{'x' * (n % 7)}", definition=text) for n, text in enumerate(texts)
    ]
    twin = term("twin", name="Twin", definition=texts[140])
    found = findings("near-duplicates", *entries, twin)
    assert any(
        {"terms/t140.yml", "terms/twin.yml"} == {at.file for at, _ in one.places} for one in found
    )
