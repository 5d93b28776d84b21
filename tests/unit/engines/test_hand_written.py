"""References, embedded entries and mentions on hand-written pages."""

import pytest
from markdown import Markdown

from generator.engines.hand_written import GlossaryMarkdown
from tests.factories import comparison, glossary, press_of, term

ENTRIES = (
    term("rag", name="Retrieval", abbreviation="RAG"),
    term("walk"),
    term("ride"),
    term("draft", status="draft"),
    term("amp", name="R&D"),
    comparison(),
)


def html(text: str, *, page: str = "guides/a", markdown: str = "") -> str:
    made = press_of(glossary(*ENTRIES, pages={f"docs/{page}.md": markdown}))
    extensions = [GlossaryMarkdown(made, lambda: page), "attr_list", "tables", "toc"]
    return Markdown(extensions=extensions).convert(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[[rag]]", '<a class="tl-term" data-term="rag" href="../terms/rag.md">Retrieval</a>'),
        ("[[RAG]]", '<a class="tl-term" data-term="rag" href="../terms/rag.md">RAG</a>'),
        ("[[rag|the words]]", '<a class="tl-term" data-term="rag" href="../terms/rag.md">the words</a>'),
        ("[[walk-or-ride]]",
         '<a class="tl-term" href="../comparisons/walk-or-ride.md">Walk or ride</a>'),
        ("[[amp]]", '<a class="tl-term" data-term="amp" href="../terms/amp.md">R&amp;D</a>'),
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


RAG = '<a class="tl-term tl-mention" data-term="rag" href="../terms/rag.md">RAG</a>'
WALKS = '<a class="tl-term tl-mention" data-term="walk" href="../terms/walk.md">walks</a>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("RAG and RAG walks.", f"<p>{RAG} and RAG {WALKS}.</p>"),
        ("# RAG\n\nRAG", f'<h1 id="rag">RAG</h1>\n<p>{RAG}</p>'),
        ("RAG\n\n### A\n\nRAG", f'<p>{RAG}</p>\n<h3 id="a">A</h3>\n<p>RAG</p>'),
        ("RAG\n\n## A\n\nRAG", f'<p>{RAG}</p>\n<h2 id="a">A</h2>\n<p>{RAG}</p>'),
        ("`RAG` [RAG](a.md) RAG", f'<p><code>RAG</code> <a href="a.md">RAG</a> {RAG}</p>'),
        ("<b>RAG</b> <code>RAG</code>", f"<p><b>{RAG}</b> <code>RAG</code></p>"),
        ("<div>RAG</div>", "<div>RAG</div>"),
        ("[[!RAG]] RAG", f"<p>RAG {RAG}</p>"),
        ("[[!RAG|this]] [[gone|RAG]]", "<p>this RAG</p>"),
        ("# [[gone]] [[!RAG]]", '<h1 id="gone-rag">gone RAG</h1>'),
        ("RAG [[rag]]",
         '<p>RAG <a class="tl-term" data-term="rag" href="../terms/rag.md">Retrieval</a></p>'),
        ("[a [[rag]] b](x.md)", '<p><a href="x.md">a Retrieval b</a></p>'),
        ("**RAG**{: .x}", f'<p><strong class="x">{RAG}</strong></p>'),
        ("RAG{: .x}", f"<p>{RAG}{{: .x}}</p>"),
        ("drafts are no term here: Draft", "<p>drafts are no term here: Draft</p>"),
        ("R&amp;D or R&D",
         f"<p>{RAG.replace('rag', 'amp').replace('RAG', 'R&amp;D')} or R&amp;D</p>"),
        ("<!-- termloom:off -->\n\nRAG\n\n<!-- termloom:on -->\n\nRAG",
         f"<!-- termloom:off -->\n\n<p>RAG</p>\n<!-- termloom:on -->\n\n<p>{RAG}</p>"),
    ],
)  # fmt: skip
def test_what_a_page_mentions_is_linked(text: str, shown: str) -> None:
    assert html(text, markdown=text) == shown


def test_what_the_graph_does_not_know_of_is_not_linked() -> None:
    assert html("RAG", markdown="Another text.") == "<p>RAG</p>"


def test_one_converter_serves_many_pages() -> None:
    made = press_of(glossary(*ENTRIES, pages={"docs/README.md": "RAG", "docs/b.md": "so"}))
    page = "README"
    converter = Markdown(extensions=[GlossaryMarkdown(made, lambda: page)])
    first = converter.convert("RAG")
    assert first == f"<p>{RAG}</p>".replace("../", "")
    page = "b"
    assert converter.reset().convert("RAG") == "<p>RAG</p>"
