"""Whatever a hand-written page holds, our links change none of its words, and have backlinks."""

import re
from collections.abc import Sequence
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.engines.hand_written import GlossaryMarkdown
from generator.graph import Graph
from generator.render import Press
from tests.factories import glossary, press_of
from tests.properties.test_linking import EXAMPLES, TERMS, markdown

PATH = "docs/guides/page.md"
MARK = re.compile(
    r'<a class="tl-term tl-mention" data-term="([^"]*)" href="[^"]*">(.*?)</a>', re.DOTALL
)
# What Material's users switch on, and what changes most after our links are made.
EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes")
EXTENSIONS += ("md_in_html", "smarty", "tables", "toc")
READ_ALIKE = ("admonition", "fenced_code", "pymdownx.tabbed", "tables")
POLICIES = ("section", "page", "every")


class Links(HTMLParser):
    """Refuses a link of ours in another link, and a link in one of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            is_ours = "tl-mention" in (dict(attrs).get("class") or "")
            assert not any(self.open)
            assert not (is_ours and self.open)
            self.open.append(is_ours)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.open:
            self.open.pop()
        elif tag in ("p", "li", "td", "th", "div", "blockquote"):
            # An author's link that is never closed.
            self.open.clear()


def press_with(text: str, mentions: str = "section") -> Press:
    entries = glossary(*TERMS, pages={PATH: text})
    return press_of(entries, {"linking": {"mentions": mentions}})


def converted(
    text: str, press: Press, *, extensions: Sequence[str] = EXTENSIONS, again: bool = False
) -> str:
    md = Markdown(extensions=[GlossaryMarkdown(press, lambda: "guides/page"), *extensions])
    if again:
        md.treeprocessors.register(md.treeprocessors["termloom-mentions"], "again", 2)
    return md.convert(text)


def planned(graph: Graph) -> list[tuple[str, str]]:
    """Return the terms and words that the graph says the page mentions."""
    found = graph.linked.get(PATH, ())
    return [(one.target, one.text) for one in found]


def made(html: str) -> list[tuple[str, str]]:
    """Return the terms and words of our links."""
    return [(term, " ".join(unescape(words).split())) for term, words in MARK.findall(html)]


def check(text: str, mentions: str = "section", extensions: Sequence[str] = EXTENSIONS) -> None:
    press, without = press_with(text, mentions), press_with(text, "off")
    html = converted(text, press, extensions=extensions)
    assert MARK.sub(r"\2", html) == converted(text, without, extensions=extensions)
    assert {term for term, _ in made(html)} <= {term for term, _ in planned(press.graph)}
    assert converted(text, press, extensions=extensions, again=True) == html
    page = Links()
    page.feed(html)
    page.close()


@given(markdown, st.sampled_from(POLICIES))
@settings(max_examples=300)
@example("foo{: .x} and *bar*{: #y}", "section")
@example("[a [[foo]] b](x) foo", "section")
@example("<a href='x'>foo</a> foo", "section")
@example("*[FB]: words\n\nFB FB", "every")
@example("R\\&D foo\\_bar foo&amp;bar", "every")
@example("[TOC]\n\n# foo\n\nfoo", "page")
@example("![[foo]]\n\nfoo", "section")
@example("[[!foo]] [[gone|foo]] [[hidden|foo]]", "every")
def test_without_our_links_a_page_is_what_it_was(text: str, mentions: str) -> None:
    check(text, mentions)


@pytest.mark.parametrize("text", EXAMPLES)
def test_so_are_the_examples_of_the_specification(text: str) -> None:
    check(text)
    check(text, "every", ())


WORDS = (
    *("foo", "Foos", "foo bar", "FB", "fb", "bar", "bar baz", "Hello", "baz's", "text", "words"),
    *("[[foo]]", "[[!foo]]", "[[!link|foo]]", "[[bar|foo]]", "[[gone|foo]]", "**foo**", "*bar*"),
    *("`foo`", "[foo](x.md)", "![foo](x.png)", "<b>foo</b>", '<a href="x">bar</a>', "foo,"),
    *("“foo”", "“foo bar and more”", "foo\\!", "foo &amp; bar", "&amp;", "foo\nbar", "so."),
    *("https://example.org/foo", "<kbd>foo</kbd>", "foo-bar", "un-foo", "ü", "u\u0308"),
)
line = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
BLOCKS = (
    *(
        "{}",
        "{}",
        "# {}",
        "## {}",
        "### {}",
        "> {}",
        "- {}\n- foo",
        "1. {}\n2. bar",
        "```\n{}\n```",
    ),
    *("| {} | b |\n|---|---|\n| foo | bar |", "    {}", "<!-- termloom:off -->"),
    *("<!-- termloom:on -->", "![[foo]]", "![[gone]]", "!!! note\n    {}\n\n    - foo"),
    *('!!! note "foo"\n\n    {}\n\n    !!! tip\n\n        foo bar', '=== "foo"\n\n    {}'),
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return a page that CommonMark and Python-Markdown read alike."""
    made = []
    for block in draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=6)):
        words = draw(line)
        if block != "{}":
            # A line break would end a heading, a row or a quotation.
            words = words.replace("\n", " ")
        # Two lists in a row, or code below one, would be one.
        made += [block.format(words), "so"]
    return "\n\n".join(made)


@given(pages(), st.sampled_from(POLICIES))
@settings(max_examples=400)
@example("foo\n\n## b\n\nfoo\n\n### c\n\nfoo", "section")
@example("<!-- termloom:off -->\n\nfoo\n\n<!-- termloom:on -->\n\nfoo", "section")
@example("![[foo]]\n\nfoo", "section")
def test_what_is_linked_is_what_the_graph_says(text: str, mentions: str) -> None:
    press = press_with(text, mentions)
    html = converted(text, press, extensions=READ_ALIKE)
    assert made(html) == planned(press.graph)


def test_such_pages_hold_mentions() -> None:
    press = press_with("\n\n".join(f"## so\n\n{word}" for word in WORDS))
    assert len(planned(press.graph)) > 20
