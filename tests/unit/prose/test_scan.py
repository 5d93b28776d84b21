"""What prose holds."""

import pytest

from generator.prose import Refused, is_remote, is_safe, references, refusals, slug, to_text


@pytest.mark.parametrize(
    ("markdown", "targets"),
    [
        ("nothing", []),
        ("[[a]] and [[b|words]]", ["a", "b"]),
        ("[[ a ]]", ["a"]),
        ("# [[a]]\n\n- [[b]]\n\n> [[c]]", ["a", "b", "c"]),
        ("| x |\n|---|\n| [[a\\|b]] [[c]] |", ["a", "c"]),
        ("`[[a]]`", []),
        ("```\n[[a]]\n```", []),
        ("    [[a]]", []),
        (r"\[[a]]", []),
        ("![[a]]", ["a"]),
        ("![see [[a]]](b.png)", ["a"]),
        ("[[Two words]]", ["Two words"]),
        ("text[^1]\n\n[^1]: [[a]]", ["a"]),
        ("<b>[[a]]</b>", ["a"]),
    ],
)
def test_references_are_found_wherever_markdown_has_links(
    markdown: str, targets: list[str]
) -> None:
    assert [reference.target for reference in references(markdown)] == targets


@pytest.mark.parametrize(
    "before", ["", "é ", "日本 😀 ", "a\u0301 ", "\u00a0", "# x\n\n", "| a |\n|---|\n| é "]
)
@pytest.mark.parametrize("reference", ["[[a]]", "[[a|é]]", "[[日本]]", "![[a]]"])
def test_the_range_of_a_reference_counts_characters(before: str, reference: str) -> None:
    if before.startswith("|"):
        reference = reference.replace("|", "\\|")
    markdown = f"{before}{reference} é"
    (found,) = references(markdown)
    assert markdown[found.start : found.end] == reference


def refused(markdown: str, *, inline: bool = False) -> list[tuple[Refused, str]]:
    """Return what is refused, with the characters that it covers."""
    return [(r.what, markdown[r.start : r.end]) for r in refusals(markdown, inline=inline)]


@pytest.mark.parametrize(
    ("markdown", "covered"),
    [
        ("a <b>c</b>", ["<b>", "</b>"]),
        ("é <br/> d", ["<br/>"]),
        ("<!-- a -->", ["<!-- a -->"]),
        ("- <div>", ["<div>"]),
        ("a < b, `<b>`, &lt;b&gt;, <https://e.org>", []),
    ],
)
def test_html_is_refused_where_it_stands(markdown: str, covered: list[str]) -> None:
    assert refused(markdown) == [(Refused.RAW_HTML, text) for text in covered]


@pytest.mark.parametrize(
    "markdown",
    [
        "[a](javascript:b)",
        "![a](javascript:b)",
        "[a](java&#10;script:b)",
        "<vbscript:b>",
        "[a](data:text/html,b)",
    ],
)
def test_an_unsafe_scheme_is_refused(markdown: str) -> None:
    assert refused(f"é {markdown}") == [(Refused.UNSAFE_LINK, markdown)]


@pytest.mark.parametrize(
    "url", ["https://e.org/a.png", "//e.org/a", r"\\\\e.org/a", "&#9;//e.org/a", "tel:1"]
)
def test_a_picture_of_another_host_is_refused(url: str) -> None:
    assert refused(f"![a]({url})") == [(Refused.REMOTE_IMAGE, f"![a]({url})")]


@pytest.mark.parametrize(
    "markdown",
    ["[a](https://e.org)", "<a@e.org>", "![a](b.png)", "[a](b.md)", "[[a]]", "![[https://e.org]]"],
)
def test_what_is_safe_is_not_refused(markdown: str) -> None:
    assert refused(markdown) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "one\n\ntwo",
        "# one",
        "- one",
        "1. one",
        "> one",
        "---",
        "| a |\n|---|",
        "    one\n",
        "```\n```",
    ],
)
def test_what_has_no_room_in_a_line_is_refused_once(markdown: str) -> None:
    assert [what for what, _ in refused(markdown, inline=True)] == [Refused.BLOCKS]
    assert refused(markdown) == []


def test_a_block_of_html_is_refused_once() -> None:
    assert [what for what, _ in refused("<div>\nx\n</div>", inline=True)] == [Refused.RAW_HTML] * 3


@pytest.mark.parametrize("markdown", ["one\ntwo", "*a* [b](c.md) `d`", "a  \nb", "1986 was fine"])
def test_one_paragraph_is_fine_in_a_line(markdown: str) -> None:
    assert refused(markdown, inline=True) == []


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("*one* **two** `three` ~~four~~", "one two three four"),
        ("one\ntwo  \nthree", "one two three"),
        ("# One\n\n- two\n- three", "One two three"),
        ("[[token]] and [[token|words]]", "token and words"),
        ("[a](b.md) ![c](d.png)", "a c"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("a &lt; b & c", "a < b & c"),
        ("a <b>c</b>", "a <b>c</b>"),
        ("a[^1]\n\n[^1]: note", "a note"),
        ("wo*r*d", "word"),
        ("", ""),
    ],
)
def test_the_words_of_prose_have_no_markup(markdown: str, words: str) -> None:
    assert to_text(markdown) == words


@pytest.mark.parametrize("url", ["a.md", "#a", "/a", "https:a", "MAILTO:a", "tel:1", "a/b:c", ""])
def test_a_link_is_safe_without_a_scheme_or_with_a_harmless_one(url: str) -> None:
    assert is_safe(url)


@pytest.mark.parametrize("url", ["https://a", "//a", r"\\a", r"/\a", " //a", "mailto:a", "/\t/a"])
def test_an_address_that_leaves_the_site(url: str) -> None:
    assert is_remote(url)


@pytest.mark.parametrize("url", ["a", "/a", "../a", "#a", "a//b", "a/b:c", ""])
def test_an_address_that_does_not(url: str) -> None:
    assert not is_remote(url)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [("One two", "one-two"), ("  A/B  ", "a-b"), ("ﬁ É", "fi-é"), ("_a_", "a"), ("!", "section")],
)
def test_an_anchor_is_letters_digits_and_hyphens(text: str, anchor: str) -> None:
    assert slug(text) == anchor


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("As [[rag]] does", "As RAG does"),
        ("As [[rag|it *may*]] do", "As it may do"),
        ("As [[!rag]] does", "As rag does"),
        ("As [[ rag ]], [[rag|it]] and `[[rag]]`", "As RAG, it and [[rag]]"),
        ("A [page](rag.md) of [[rag]]", "A page of RAG"),
    ],
)
def test_a_bare_reference_has_the_words_that_its_target_is_known_by(
    markdown: str, words: str
) -> None:
    assert to_text(markdown, str.upper) == words
