"""What a template may ask."""

import pytest
from markupsafe import Markup

from generator.model import Term
from generator.model.sources import Source
from generator.prose import Target
from generator.text import InlineProse, Prose
from tests.factories import comparison, press, term


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("guides/a.md", "../../guides/a/"),
        ("/guides/a.md", "../../guides/a/"),
        ("../guides/a.md#b", "../../guides/a/#b"),
        ("./index.md", "../../"),
        ("terms/index.md", "../../terms/"),
        ("guides/README.md#b", "../../guides/#b"),
        ("images/a.png", "../../images/a.png"),
        ("#b", "#b"),
        ("//e.org", "../../e.org"),
        (r"\\e.org", "../../e.org"),
    ],
)
def test_an_internal_link_names_a_page_or_file_below_docs(url: str, address: str) -> None:
    assert press().view("terms/a").link(url) == address


@pytest.mark.parametrize("url", ["/\\e.org/a", "\\\\e.org/a", "///e.org", "./\\e.org"])
def test_no_internal_link_leaves_the_site_even_from_its_root(url: str) -> None:
    assert press().view("index").link(url).startswith("e.org")


def test_addresses_follow_the_style_of_the_project() -> None:
    view = press(directory_urls=False).view("terms/a")
    assert view.link("guides/a.md#b") == "../guides/a.html#b"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://e.org", "https://e.org"),
        ("HTTPS://e.org", "HTTPS://e.org"),
        ("mailto:a@e.org", "mailto:a@e.org"),
        ("//e.org/a", "//e.org/a"),
        ("#a", "#a"),
        ("guides/a.md", "../../guides/a/"),
        ("javascript:alert(1)", "#"),
        ("java\nscript:alert(1)", "#"),
        (" data:text/html,x", "#"),
    ],
)
def test_a_link_field_leads_to_the_web_or_to_a_page_and_never_to_a_script(
    url: str, address: str
) -> None:
    assert press().view("terms/a").outward(url) == address


def test_a_reference_by_id_shows_the_name_and_by_label_the_words_that_were_written() -> None:
    view = press(term("rag", name="Retrieval", aliases=["Look-up"])).view("terms/a")
    by_id, by_label = view.reference("rag"), view.reference("look-UP")
    assert by_id is not None
    assert by_label is not None
    assert (by_id.href, by_id.words) == ("../../terms/rag/", "Retrieval")
    assert by_label.words == "look-UP"


def test_a_draft_has_a_name_but_no_page_to_lead_to() -> None:
    view = press(term("a", name="Ant", status="draft")).view("index")
    assert view.reference("a") == Target(None, "Ant", "a")
    assert view.entry("a") is None


def test_a_comparison_is_an_entry_too() -> None:
    view = press(comparison("a")).view("index")
    entry = view.entry("a")
    assert entry is not None
    assert view.entry_href(entry) == "comparisons/a/"


def test_prose_of_one_paragraph_stands_within_a_line() -> None:
    view = press().view("index")
    assert view.prose(InlineProse("a *b*")) == Markup("a <em>b</em>")
    assert view.prose(Prose("a *b*")) == Markup("<p>a <em>b</em></p>\n")


def test_words_of_prose() -> None:
    view = press(term("a", definition="A *b*.")).view("index")
    entry = view.entry("a")
    assert isinstance(entry, Term)
    assert (view.definition(entry), view.text(None), view.text(Prose("*c*"))) == ("A b.", "", "c")
    assert view.definition(term("b")) == ""


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("en-AU", "2024-06-30", "30 June 2024"),
        ("en-AU", "2024-06", "June 2024"),
        ("en-AU", "2024", "2024"),
        ("de", "2024-03-01", "1 März 2024"),
        ("xx-none", "2024-06-30", "30 June 2024"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(
    language: str, value: str, written: str
) -> None:
    assert press(config={"language": language}).view("index").date(value) == written


def test_the_details_of_a_source() -> None:
    view = press().view("index")
    whole = Source.model_validate(
        {"title": "T", "publisher": "P", "published": "2024", "accessed": "2024-06-30"}
    )
    assert view.source_details(whole) == "P, published 2024, read 30 June 2024"
    assert view.source_details(Source.model_validate({"title": "T"})) == ""


def test_where_a_file_can_be_edited() -> None:
    view = press(config={"edit_url": "https://e.org/edit/"}).view("index")
    assert view.edit_href("terms/a b.yml") == "https://e.org/edit/terms/a%20b.yml"
    assert press().view("index").edit_href("terms/a.yml") is None
