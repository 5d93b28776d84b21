"""The pages of a site: which there are, and what is said about them outside their bodies."""

import pytest

from generator.errors import TemplateFault
from generator.model import Entry
from generator.render import embedded, not_found_html, redirect_html, render
from generator.render.listings import Listed, _letters
from generator.site import Heading, Kind, Page
from tests.factories import comparison, glossary, press, press_of, term


def pages(*entries: Entry, **more: object) -> dict[str, Page]:
    return dict(render(press(*entries, **more)).pages)  # type: ignore[arg-type]


def test_every_published_entry_has_a_page() -> None:
    made = pages(
        term("a"),
        term("b", status="draft"),
        term("c", status="deprecated"),
        comparison("d", ("a", "b")),
        comparison("e", ("a", "b"), status="draft"),
    )
    own = [path for path, page in made.items() if page.kind in (Kind.TERM, Kind.COMPARISON)]
    assert own == ["comparisons/d", "terms/a", "terms/c"]


def test_categories_and_regions_have_pages() -> None:
    made = pages(
        term("a", regional_notes=[{"region": "AU-NSW", "text": "T"}]),
        config={"categories": {"models": {"name": "Models", "description": "About *models*."}}},
    )
    assert [path for path, page in made.items() if page.kind is Kind.LISTING] == [
        "categories/models",
        "regions/au-nsw",
    ]
    assert made["categories/models"].title == "Models"
    assert made["categories/models"].description == "About models."


def test_a_term_s_page_says_its_name_labels_and_definition() -> None:
    page = pages(
        term("rag", name="Retrieval", abbreviation="RAG", aliases=["Look-up"], definition="A *b*.",
             tags=["x"])
    )["terms/rag"]  # fmt: skip
    assert (page.title, page.head_title) == ("Retrieval", "What is “Retrieval”?")
    assert page.search_title == "Retrieval · RAG · Look-up"
    assert (page.description, page.tags, page.source) == ("A b.", ("x",), "terms/rag.yml")
    assert page.headings == (Heading("why-it-matters", "Why it matters"),)


def test_a_comparison_s_page_asks_its_question() -> None:
    page = pages(term("walk"), term("ride"), comparison())["comparisons/walk-or-ride"]
    assert (page.head_title, page.description) == ("Which one shall we take?",) * 2
    assert [heading.id for heading in page.headings] == ["options", "criteria"]


def test_the_home_page_is_named_after_the_site_unless_it_has_a_heading() -> None:
    assert pages(site_name="Words")["index"].title == "Words"
    assert pages(config={"home": {"heading": "Hello"}})["index"].title == "Hello"


@pytest.mark.parametrize("name", ["index", "README"])
def test_a_hand_written_home_page_replaces_ours(name: str) -> None:
    made = render(press_of(glossary(pages={f"docs/{name}.md": "# Mine"}))).pages
    assert "index" not in made


def test_featured_entries_stand_on_the_home_page_without_drafts() -> None:
    body = pages(
        term("a", name="Ant"),
        term("b", name="Bee", status="draft"),
        config={"home": {"featured": ["b", "a"]}},
    )["index"].body
    assert "Ant" in body
    assert "Bee" not in body


def test_former_ids_lead_to_the_present_page() -> None:
    site = render(
        press(term("a", former_ids=["z", "b"]), term("d", status="draft", former_ids=["e"]))
    )
    assert site.redirects == {"terms/b": "terms/a", "terms/z": "terms/a"}


def test_a_redirect_is_relative() -> None:
    html = redirect_html(press(term("a")), "terms/old", "terms/a")
    assert 'url=../../terms/a/"' in html


def test_styles_and_scripts_come_along() -> None:
    assert {"assets/termloom/termloom.css", "assets/termloom/termloom.js"} <= set(
        render(press()).assets
    )


def test_progress_counts_entries() -> None:
    seen: list[tuple[int, int]] = []
    render(press(term("a"), term("b"), term("c", status="draft")), lambda *n: seen.append(n))
    assert seen == [(1, 2), (2, 2)]


def test_labels_stand_under_their_letters_digits_and_signs_first() -> None:
    terms = [
        term("a", name="Émile", aliases=["émile", "Zoo"]),
        term("b", name="4-bit", abbreviation="4B"),
        term("c", name="apple"),
        term("d", name="“Quoted”"),
    ]
    letters = _letters(terms)
    assert [(letter, [item.label for item in items]) for letter, items in letters] == [
        ("#", ["4-bit", "4B", "“Quoted”"]),
        ("A", ["apple"]),
        ("Z", ["Zoo"]),
        ("É", ["Émile", "émile"]),
    ]


def test_a_label_that_is_not_the_name_says_whose_it_is() -> None:
    rag = term("rag", name="Retrieval", abbreviation="RAG")
    (_, items) = _letters([rag])[0]
    assert items == [Listed("RAG", rag, "Retrieval"), Listed("Retrieval", rag, None)]


def test_a_call_to_action_of_the_category_comes_before_the_publisher_s() -> None:
    action = {"heading": "H", "label": "L", "url": "contact.md"}
    config = {
        "categories": {"m": {"name": "M", "call_to_action": {**action, "heading": "Ours"}}},
        "publisher": {"name": "P", "call_to_action": {**action, "heading": "Theirs"}},
    }
    made = pages(term("a", category="m"), term("b"), config=config)
    assert "Ours" in made["terms/a"].body
    assert "Theirs" in made["terms/b"].body


def test_an_entry_may_stand_on_a_hand_written_page() -> None:
    made = press(term("walk", name="Walking"), term("ride"), comparison())
    view = made.view("guides/a")
    for id, words in (("walk", "Something that is explained here."), ("walk-or-ride", "Speed")):
        entry = view.entry(id)
        assert entry is not None
        assert words in embedded(made, view, entry)


def test_the_page_that_says_there_is_none_offers_the_search() -> None:
    html = not_found_html(press(), "/glossary/")
    assert 'type="search"' in html
    assert 'href="/glossary/terms/"' in html


@pytest.mark.parametrize(
    ("page", "linked"),
    [
        ("# Tags\n\n<!-- material/tags -->\n", True),
        ("# Tags\n\n```\n<!-- material/tags -->\n```\n", False),
        ("# Tags\n", False),
    ],
)
def test_a_tag_leads_to_the_page_of_tags_if_there_is_one(page: str, linked: bool) -> None:
    made = press_of(glossary(term("a", tags=["cost"]), pages={"docs/tags.md": page}))
    assert ('href="../../tags/' in render(made).pages["terms/a"].body) is linked


def test_a_fault_in_a_template_stops_the_work(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/term.html.jinja").write_text("\n{{ nothing }}")
    with pytest.raises(TemplateFault) as caught:
        render(press(term("a"), root=tmp_path))
    assert str(caught.value) == "term.html.jinja:2: 'nothing' is undefined"
