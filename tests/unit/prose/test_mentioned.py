"""Words that link themselves, in HTML."""

import pytest

from generator.prose import Mentioned, Target, to_html, to_text


class Site:
    def reference(self, target: str) -> Target | None:
        return {
            "rag": Target("../rag/", "RAG", "rag"),
            "both": Target("../both/", "Both"),
            "draft": Target(None, "Draft", "draft"),
        }.get(target)

    def link(self, url: str) -> str:
        return url


def mention(text: str, words: str, target: str = "rag") -> Mentioned:
    start = text.index(words)
    return Mentioned(start, start + len(words), target)


LINK = '<a class="tl-term tl-mention" href="../rag/" data-term="rag">'


@pytest.mark.parametrize(
    ("text", "words", "html"),
    [
        ("A RAG.", "RAG", f"<p>A {LINK}RAG</a>.</p>\n"),
        ("*A* RAG.", "RAG", f"<p><em>A</em> {LINK}RAG</a>.</p>\n"),
        ("*A RAG.*", "RAG", f"<p><em>A {LINK}RAG</a>.</em></p>\n"),
        ("a\nb *c*", "a\nb", f"<p>{LINK}a\nb</a> <em>c</em></p>\n"),
        ("> x a\n> b", "a\n> b", f"<blockquote>\n<p>x {LINK}a\nb</a></p>\n</blockquote>\n"),
        ("x &amp; y", "&amp;", f"<p>x {LINK}&amp;</a> y</p>\n"),
        ("x a&amp;b y", "a&amp;b", f"<p>x {LINK}a&amp;b</a> y</p>\n"),
        ("*é* RAG", "RAG", f"<p><em>é</em> {LINK}RAG</a></p>\n"),
    ],
)
def test_words_become_a_link_and_stay_as_they_are(text: str, words: str, html: str) -> None:
    assert to_html(text, Site(), mentions=[mention(text, words)]) == html


def test_several_links_stand_side_by_side() -> None:
    text = "*x* RAG RAG"
    found = [Mentioned(4, 7, "rag"), Mentioned(8, 11, "rag")]
    html = f"<em>x</em> {LINK}RAG</a> {LINK}RAG</a>"
    assert to_html(text, Site(), mentions=found, inline=True) == html


def test_what_has_no_page_gets_no_link() -> None:
    for text in ("a Draft", "*a* Draft"):
        html = to_html(text, Site(), mentions=[mention(text, "Draft", "draft")])
        assert html == to_html(text, Site())


def test_a_reference_to_a_term_names_it_and_one_to_a_comparison_does_not() -> None:
    assert to_html("[[rag]] [[both]] [[draft]]", Site(), inline=True) == (
        '<a class="tl-term" href="../rag/" data-term="rag">RAG</a> '
        '<a class="tl-term" href="../both/">Both</a> Draft'
    )


@pytest.mark.parametrize(
    ("text", "html", "words"),
    [
        ("a [[!rag]] b", "a rag b", "a rag b"),
        ("a [[!RAG|some *words*]] b", "a some <em>words</em> b", "a some words b"),
        ("a [[! rag ]] b", "a rag  b", "a rag b"),
    ],
)
def test_what_shall_not_be_linked_is_shown_as_it_is_written(
    text: str, html: str, words: str
) -> None:
    assert to_html(text, Site(), inline=True) == html
    assert to_text(text) == words
