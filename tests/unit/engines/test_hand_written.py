"""References and embedded entries on hand-written pages."""

import pytest
from markdown import Markdown

from generator.engines.hand_written import GlossaryMarkdown
from tests.factories import comparison, press, term


def html(text: str, *, page: str = "guides/a") -> str:
    made = press(
        term("rag", name="Retrieval", abbreviation="RAG"),
        term("walk"),
        term("ride"),
        term("draft", status="draft"),
        term("amp", name="R&D"),
        comparison(),
    )
    return Markdown(extensions=[GlossaryMarkdown(made, lambda: page), "tables"]).convert(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[[rag]]", '<a class="tl-term" href="../terms/rag.md">Retrieval</a>'),
        ("[[RAG]]", '<a class="tl-term" href="../terms/rag.md">RAG</a>'),
        ("[[rag|the words]]", '<a class="tl-term" href="../terms/rag.md">the words</a>'),
        ("[[walk-or-ride]]",
         '<a class="tl-term" href="../comparisons/walk-or-ride.md">Walk or ride</a>'),
        ("[[amp]]", '<a class="tl-term" href="../terms/amp.md">R&amp;D</a>'),
        ("[[gone]]", "gone"),
        ("[[gone|the words]]", "the words"),
        ("[[draft]]", "Draft"),
        ("`[[rag]]`", "<code>[[rag]]</code>"),
    ],
)  # fmt: skip
def test_a_reference_is_a_link_or_its_words(text: str, shown: str) -> None:
    assert html(f"See {text}.") == f"<p>See {shown}.</p>"


def test_the_engine_is_told_the_page_s_source_as_seen_from_the_page() -> None:
    assert 'href="terms/rag.md"' in html("[[rag]]", page="index")


def test_an_entry_on_a_line_of_its_own_is_embedded() -> None:
    shown = html("Before\n\n![[walk-or-ride]]\n\nAfter")
    assert shown.startswith("<p>Before</p>\n")
    assert shown.endswith("\n<p>After</p>")
    assert "<table" in shown
    assert "<p><div" not in shown


def test_a_term_may_be_embedded_too() -> None:
    assert "Something that is explained here." in html("![[RAG]]")


@pytest.mark.parametrize("target", ["gone", "draft"])
def test_what_cannot_be_embedded_leaves_nothing_behind(target: str) -> None:
    assert "<img" not in html(f"![[{target}]]")
