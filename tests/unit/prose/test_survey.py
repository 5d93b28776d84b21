"""Everything that one walk over a text finds, and where it stands."""

import pytest

from generator.prose import Refused, Survey, survey


def blocks(markdown: str) -> list[tuple[str, int, str]]:
    """Return what blocks are, and what readers see of them."""
    return [(b.shape.value, b.level, b.whole.text) for b in survey(markdown).blocks]


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("one\ntwo", [("paragraph", 0, "one two")]),
        ("one  \ntwo", [("paragraph", 0, "one two")]),
        ("### A `b`\n\nC\n===", [("heading", 3, "A b"), ("heading", 1, "C")]),
        ("###", [("heading", 3, "")]),
        ("- a\n- b\n  - c", [("paragraph", 0, "a"), ("paragraph", 0, "b"), ("paragraph", 0, "c")]),
        ("- a\n\n  b", [("paragraph", 0, "a"), ("paragraph", 0, "b")]),
        ("> [!NOTE]\n> a\n> b", [("paragraph", 0, "a b")]),
        ("| a |\n|---|\n| **b** c |", [("cell", 0, "a"), ("cell", 0, "b c")]),
        ("```\na\n```\n\n    b\n\n<div>c</div>\n\n---", []),
        ("a <b>c</b>", [("paragraph", 0, "a c")]),
        ("a[^1]\n\n[^1]: b", [("paragraph", 0, "a"), ("paragraph", 0, "b")]),
        ("[a](b) [[c]] [[d|e]] ![f](g)", [("paragraph", 0, "a c e ")]),
        ("a\n---\nb", [("heading", 2, "a"), ("paragraph", 0, "b")]),
    ],
)
def test_a_text_is_made_of_blocks(markdown: str, found: list[tuple[str, int, str]]) -> None:
    assert blocks(markdown) == found


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("one\ntwo *three* four", ["one two ", "three", " four"]),
        ("one [two](a) [[three]] [[b|four]]", ["one ", "[two]", " ", " ", "[four]"]),
        ("one `two` three", ["one ", " three"]),
        ("one[^1] two\n\n[^1]: three", ["one", " two", "three"]),
        (r"one \*two\*", ["one ", "*two", "*"]),
        ("one &amp; two", ["one & two"]),
        ("one  \ntwo", ["one", "two"]),
        ("one <b>two</b>", ["one ", "two"]),
        ("one ![two](a) three", ["one ", " three"]),
        ("> one\n> two", ["one two"]),
        ("*one* two\n*three*", ["one", " two ", "three"]),
    ],
)
def test_a_run_is_words_without_anything_between(markdown: str, found: list[str]) -> None:
    runs = [run for block in survey(markdown).blocks for run in block.runs()]
    assert [f"[{run.text}]" if run.is_linked else run.text for run in runs] == found


@pytest.mark.parametrize("before", ["", "é ", "日本 😀 ", "> ", "- a\n- ", "| a |\n|---|\n| "])
@pytest.mark.parametrize(
    ("markdown", "words", "covered"),
    [
        ("one two three", "two", "two"),
        ("one two\u00a0three", "two\u00a0three", "two\u00a0three"),
        ("one &amp; two", "& two", "&amp; two"),
        ("one &amp; two", "one &", "one &amp;"),
        ("one 😀 two", "😀 two", "😀 two"),
    ],
)
def test_the_place_of_words_counts_characters_of_the_source(
    before: str, markdown: str, words: str, covered: str
) -> None:
    run = next(
        run
        for block in survey(before + markdown).blocks
        for run in block.runs()
        if words in run.text
    )
    start, end = run.span(run.text.index(words), run.text.index(words) + len(words))
    assert (before + markdown)[start:end] == covered


def test_words_may_go_on_behind_the_mark_of_a_quotation() -> None:
    markdown = "> one\n>   two"
    ((run,),) = (tuple(block.runs()) for block in survey(markdown).blocks)
    assert (run.text, markdown[slice(*run.span(0, 7))]) == ("one two", "one\n>   two")


def links(markdown: str) -> list[tuple[str, str, bool]]:
    """Return targets, what is covered, and whether nothing is shown; kinds as a mark."""
    return [
        (f"{'!' * link.is_image}{'#' * link.is_reference}{link.target}",
         markdown[link.start : link.end], link.is_empty)
        for link in survey(markdown).links
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("é [a](b)", [("b", "[a](b)", False)]),
        ("[](b)", [("b", "[](b)", True)]),
        ("[ *&nbsp;* ](b)", [("b", "[ *&nbsp;* ](b)", True)]),
        ("[`a`](b)", [("b", "[`a`](b)", False)]),
        ("[a][b]\n\n[b]: c", [("c", "[a][b]", False)]),
        ("<https://e.org>", [("https://e.org", "<https://e.org>", False)]),
        ("[[a]] [[b|]] [[c|d]]", [("#a", "[[a]]", False), ("#b", "[[b|]]", True), ("#c", "[[c|d]]", False)]),
        ("![[a]]", [("#a", "![[a]]", False)]),
        ("![](a)", [("!a", "![](a)", True)]),
        ("![b](a)", [("!a", "![b](a)", False)]),
        ("[![](a)](b)", [("!a", "![](a)", True), ("b", "[![](a)](b)", False)]),
        ("`[a](b)` \\[a](b)", []),
    ],
)  # fmt: skip
def test_links_are_found_with_what_they_show(
    markdown: str, found: list[tuple[str, str, bool]]
) -> None:
    assert links(markdown) == found


@pytest.mark.parametrize(
    ("markdown", "covered"),
    [
        ("é [a](b.md)", "b.md"),
        ("[b.md](b.md)", "b.md"),
        ('[a]( <b c.md> "b c.md" )', "b c.md"),
        ("[a](b.md\n 'so')", "b.md"),
        ("![a](b_(c).png)", "b_(c).png"),
        ("[a]()", None),
        ("[a](b&amp;c.md)", None),
        (r"[a](b\_c.md)", None),
        ("[a][b]\n\n[b]: c.md", None),
        ("<https://e.org>", None),
    ],
)
def test_the_address_of_a_link_is_known_where_it_stands_as_it_is_meant(
    markdown: str, covered: str | None
) -> None:
    (link,) = survey(markdown).links
    span = link.address(markdown)
    assert (markdown[slice(*span)] if span else None) == covered


def test_footnotes_and_what_refers_to_them() -> None:
    markdown = "é[^A] b[^gone]\n\n[^a]: One.\n\n[^b]: Two[^A]."
    found = survey(markdown)
    notes = [(note.name, markdown[note.start : note.end].strip()) for note in found.notes]
    assert notes == [("a", "[^a]: One."), ("b", "[^b]: Two[^A].")]
    assert found.referred == {"a"}


def refused(found: Survey) -> list[Refused]:
    return [refusal.what for refusal in found.refusals]


def test_a_survey_knows_what_prose_may_not_hold() -> None:
    markdown = "a <b>\n\n[c](javascript:d)"
    assert refused(survey(markdown)) == [Refused.RAW_HTML, Refused.UNSAFE_LINK]
    assert refused(survey(markdown, inline=True)) == [
        Refused.RAW_HTML,
        Refused.BLOCKS,
        Refused.UNSAFE_LINK,
    ]
