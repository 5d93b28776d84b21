"""Which fields make a section, and in which order."""

from generator.graph import Graph
from generator.layout import path_of
from generator.link import link
from generator.model import Entry, Term
from generator.render.mentioned import page_title
from generator.render.sections import Section, sections
from tests.factories import comparison, glossary, press_of, term


def shown(*entries: Entry, **more: object) -> dict[str, Section]:
    """Return the sections of the first entry by their names."""
    first, press = entries[0], press_of(glossary(*entries, **more))  # type: ignore[arg-type]
    assert isinstance(first, Term)
    found = sections(press, press.view(path_of(first)), first)
    return {section.name: section for section in found}


def test_a_blank_field_makes_no_section() -> None:
    bare = term(definition=None, why_it_matters=None)
    assert shown(bare) == {}


FULL = term(
    "a",
    definition="D",
    summary="S",
    pull_quote="P",
    explanation="E",
    analogy="A",
    how_it_works="H",
    why_it_matters="W",
    in_practice="I",
    business_context="B",
    when_to_use=["U"],
    when_not_to_use=["N"],
    examples=["X"],
    common_mistakes=["M"],
    misconceptions=[{"misconception": "M", "reality": "R"}],
    key_takeaways=["K"],
    regional_notes=[{"region": "AU", "text": "T"}],
    perspective="V",
    faq_intro="F",
    faq=[{"question": "Q", "answer": "A"}],
    related=["b"],
    resources=[{"title": "R", "url": "r.md"}],
    sources=[{"title": "S"}],
)


def test_sections_come_in_the_order_of_the_model_with_the_derived_ones_between() -> None:
    found = shown(FULL, term("b", summary="[[a]]"), comparison("c", ("a", "b")))
    assert list(found) == [
        "definition",
        "summary",
        "pull_quote",
        "explanation",
        "analogy",
        "how_it_works",
        "why_it_matters",
        "in_practice",
        "business_context",
        "when_to_use",
        "when_not_to_use",
        "examples",
        "compared",
        "common_mistakes",
        "misconceptions",
        "key_takeaways",
        "regional_notes",
        "perspective",
        "faq",
        "neighbourhood",
        "related",
        "mentioned_in",
        "resources",
        "sources",
    ]


def test_what_stands_in_the_head_has_no_heading() -> None:
    found = shown(FULL, term("b"))
    headless = [section.name for section in found.values() if section.heading is None]
    assert headless == ["definition", "summary", "pull_quote"]


def test_the_heading_is_the_title_of_the_field_and_the_id_its_name() -> None:
    section = shown(FULL, term("b"))["why_it_matters"]
    assert (section.heading, section.id) == ("Why it matters", "why-it-matters")


def test_a_section_without_a_look_of_its_own_is_prose() -> None:
    found = shown(FULL, term("b"))
    assert found["analogy"].template == "sections/_prose.html.jinja"
    assert found["faq"].template == "sections/faq.html.jinja"


def test_related_terms_come_by_kind_then_by_name_without_drafts() -> None:
    found = shown(
        term(
            "a",
            related=[
                "z",
                {"term": "c", "relation": "contrasts_with"},
                {"term": "b", "relation": "broader"},
                "d",
                "y",
                "gone",
            ],
        ),
        term("b"),
        term("c"),
        term("d", status="draft"),
        term("y"),
        term("z", name="Aa"),
        term("e", related=[{"term": "a", "relation": "narrower"}]),
    )
    value = found["related"].value
    assert [(item.edge.kind.value, item.term.id) for item in value] == [
        ("broader", "b"),
        ("broader", "e"),
        ("contrasts_with", "c"),
        ("related", "z"),
        ("related", "y"),
    ]


def test_who_mentions_the_term_is_named_by_title_without_drafts() -> None:
    found = shown(
        term("a"),
        term("b", name="Zebra", summary="[[a]]"),
        term("c", status="draft", summary="[[a]]"),
        comparison("d", ("a", "b"), name="Ant or zebra", summary="[[a]]"),
        pages={"docs/guides/index.md": "# The guide\n\n[[a]]", "docs/what-else.md": "[[a]]"},
    )
    value = found["mentioned_in"].value
    assert [item.title for item in value] == ["Ant or zebra", "The guide", "What else", "Zebra"]


def test_regional_notes_are_grouped_by_region() -> None:
    notes = [("NZ", "1"), ("AU", "2"), ("NZ", "3")]
    value = shown(term("a", regional_notes=[{"region": r, "text": t} for r, t in notes]))[
        "regional_notes"
    ].value
    assert [(code, [note.text for note in group]) for code, group in value] == [
        ("AU", ["2"]),
        ("NZ", ["1", "3"]),
    ]


def test_a_draft_comparison_is_not_shown() -> None:
    assert "compared" not in shown(term("a"), comparison("c", ("a", "b"), status="draft"))


def test_the_title_of_a_hand_written_page_is_its_first_heading_or_its_file() -> None:
    assert page_title("text\n\n# The *guide* \n\n# More\n", "a") == "The *guide*"
    assert page_title("## Not this\n", "guides/first-steps") == "First steps"


def test_the_graph_is_not_changed() -> None:
    graph: Graph = link(glossary(FULL, term("b")))
    assert graph == link(glossary(FULL, term("b")))
