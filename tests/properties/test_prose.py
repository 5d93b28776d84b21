"""Whatever Markdown an author writes, only known markup comes out."""

import re
from collections import Counter
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.config import Config
from generator.link import link
from generator.prose import (
    Target,
    is_remote,
    is_safe,
    references,
    refusals,
    sentences,
    survey,
    to_html,
    to_text,
)
from generator.rules import Brief, judge
from generator.text import Prose
from tests.factories import TODAY, glossary, term

TAGS = {
    *("a", "blockquote", "br", "code", "del", "div", "em", "h3", "h4", "h5", "h6", "hr", "img"),
    *("li", "ol", "p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
ATTRIBUTES = {
    *("alt", "aria-label", "class", "href", "id", "loading", "rel", "role", "scope", "src"),
    *("start", "tabindex", "title"),
}
VOID = {"br", "hr", "img"}

PIECES = [
    *("[[token]]", "[[gone|words]]", "![[token]]", "[x](", ")", "![x](", "javascript:alert(1)"),
    *("java&#10;script:x", "data:text/html,x", "https://e.org", "//e.org", "\\\\e.org", "a.md#b"),
    *("<script>", "</script>", "<img src=x onerror=alert(1)>", "<b>", "</p>", "<!--", "-->", "<"),
    *("&lt;", "&#60;", "&amp;", "&", '"', "'", "\\", "|", "\n|---|---|\n", "| a | b |\n", "`"),
    *("```\n", "# ", "\n", "\n\n", "- ", "1. ", "> ", "> [!NOTE]\n> ", "**", "*", "~~", "    "),
    *("[^1]", "\n[^1]: ", "\n[x]: ", "[x]", "é", "日本", "😀", "\u202e", "\0", "words", " ", "\t"),
]
markdown = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=4), max_size=25
).map("".join)


class Site:
    def reference(self, target: str) -> Target | None:
        return Target("../token/", '<b>"Token"</b>') if target == "token" else None

    def link(self, url: str) -> str:
        return f"../{url}"


class Page(HTMLParser):
    """Holds what came out against what may come out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert name in ATTRIBUTES
            if name in ("href", "src"):
                assert is_safe(value or "")
            if name == "src":
                assert not is_remote(value or "")
            if name == "id":
                self.ids[value or ""] += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


@given(markdown, st.sampled_from(["", "faq-1"]), st.booleans())
@settings(max_examples=1000)
@example("[[token]](javascript:alert(1))", "", False)
@example("[^1]: [^1]\n\n[^1]", "", False)
@example("[^1]: [^1]\n[^1]: ", "", False)
@example("a\n\n[^c]: [^1]\n\nb[^1] c[^1]\n\n[^1]: x", "", False)
@example("> [!NOTE]\n> [^1]\n\n[^1]: # a\n\n# a\n\n# a", "p", True)
def test_only_known_markup_comes_out(text: str, prefix: str, inline: bool) -> None:
    html = to_html(text, Site(), prefix=prefix, inline=inline)
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    assert not [id for id, count in page.ids.items() if count > 1]
    assert all(id.startswith(f"{prefix}-") or "-" in id for id in page.ids) or not prefix
    anchors = re.findall(r'href="#((?:fn|fnref)-[^"]*)"', html)
    assert set(anchors) <= set(page.ids)


@given(markdown)
@settings(max_examples=200)
def test_what_prose_holds_lies_in_it(text: str) -> None:
    for reference in references(text):
        assert "[[" in text[reference.start : reference.end]
        assert text[reference.start : reference.end].rstrip().endswith("]]")
    for refusal in refusals(text, inline=True):
        assert 0 <= refusal.start <= refusal.end <= len(text)


@given(markdown)
@settings(max_examples=200)
def test_words_have_no_line_breaks_and_no_space_around_them(text: str) -> None:
    words = to_text(text)
    assert words == " ".join(words.split())


@given(markdown)
@settings(max_examples=500)
@example("a &amp;\n> b *c* \\\\d")
def test_every_word_of_a_survey_stands_where_it_is_said_to(text: str) -> None:
    for block in survey(text).blocks:
        for run in block.runs():
            for at, character in enumerate(run.text):
                start, end = run.span(at, at + 1)
                assert 0 <= start <= end <= len(text)
                # An entity is longer than what it stands for; the end of a line is a space.
                assert end - start > 1 or text[start:end] == character or character.isspace()
        shown = block.whole.text
        ends = [0, *(place for range in sentences(shown) for place in range), len(shown)]
        assert ends == sorted(ends)


@given(markdown)
@settings(max_examples=300)
@example("**\n\n[^1]: **a*\n# ")
def test_rules_point_at_characters_that_are_there(text: str) -> None:
    entry = term("token", avoid=[{"label": "words", "because": "So."}])
    entry = entry.model_copy(update={"explanation": Prose(text)})
    for _, fault in judge(Brief(link(glossary(entry)), Config(), TODAY)):
        if fault.at.path == ("explanation",) and fault.at.span is not None:
            start, end = fault.at.span
            assert 0 <= start <= end <= len(text)
            edits = fault.fix.edits if fault.fix else ()
            assert all(edit.at.span for edit in edits)
