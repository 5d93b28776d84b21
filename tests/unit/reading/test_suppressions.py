"""Comments that suppress rules: what they say, and what they cover."""

import pytest

from generator.reading import Document
from generator.reading.suppressions import WHOLE_FILE, Suppression, suppressions

COMMENT = "# termloom: ignore[a-rule] because so"


def found(text: str, path: str = "terms/a.yml") -> tuple[Suppression, ...]:
    return suppressions(Document(path, text))


def covered(text: str) -> tuple[int, int]:
    """Return the first and the last line that the one comment in a text covers."""
    (one,) = found(text.replace("#!", COMMENT))
    return one.lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: b\nc: d #!\ne: f\n", (2, 2)),
        ("a: | #!\n  b\n  c\n\nd: e\n", (1, 3)),
        ("a: #!\n  - b\n  - c\nd: e\n", (1, 3)),
        ("a: [b, #!\n  c]\n", (1, 1)),
        ("a:\n  - b #!\n  - c\n", (2, 2)),
        ("a:\n  - b: c #!\n    d: e\n", (2, 2)),
        ("a: b\n#!\nc:\n  - d\n  - e\n\nf: g\n", (3, 5)),
        ("#!\na: b\nc: d\n", (2, 2)),
        ("a:\n  #!\n  - b: c\n    d: e\n  - f: g\n", (3, 4)),
        ("a:\n  - b: c\n    #!\n    d: >\n      e\n      f\n  - g: h\n", (4, 6)),
        ("a:\n  - b\n  #!\nc:\n  - d\n", (4, 5)),
        ("a: |\n  b\n#!\nc: d\n", (4, 4)),
        ("a: b\n#!\n# another comment\n\nc: d\n", (5, 5)),
        ("a: b\n#!\n", (2, 2)),
    ],
)
def test_what_a_comment_covers(text: str, lines: tuple[int, int]) -> None:
    assert covered(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  b\n  #!\n  c\n",
        "a: 'b #!'\n",
        'a: "b #!"\n',
        "a: b#!\n",
        "a: termloom: [\n",
        "plugins:\n  - termloom:\n",
    ],
)
def test_what_is_no_comment(text: str) -> None:
    assert found(text.replace("#!", COMMENT)) == ()


def test_the_whole_file_is_covered_from_its_top_only() -> None:
    comment = COMMENT.replace("ignore", "ignore-file")
    assert [one.lines for one in found(f"# A file\n{comment}\na: b\nc: d\n")] == [WHOLE_FILE]
    assert [one.lines for one in found(f"a: b\n{comment}\nc: d\n")] == [(3, 3)]


def test_what_a_comment_says() -> None:
    (one,) = found("a: b  # termloom: ignore[one-rule, other-rule] because it is [so]\n")
    assert (one.verb, [named.name for named in one.rules], one.reason) == (
        "ignore",
        ["one-rule", "other-rule"],
        "it is [so]",
    )
    assert str(one.location) == "terms/a.yml:1:7"
    assert [str(named.location) for named in one.rules] == [
        "terms/a.yml:1:26",
        "terms/a.yml:1:36",
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a: b # termloom: ignore[c] because d\ne: f\n", "a: b\ne: f\n"),
        ("a: b\n  # termloom: ignore[c] because d\ne: f\n", "a: b\ne: f\n"),
        ("a: b # termloom: ignore[c] because d", "a: b"),
    ],
)
def test_a_comment_goes_without_a_trace(text: str, left: str) -> None:
    (one,) = found(text)
    assert text[: one.span[0]] + text[one.span[1] :] == left


@pytest.mark.parametrize(("number", "left"), [(0, "[d, e]"), (1, "[c, e]"), (2, "[c, d]")])
def test_a_name_goes_with_its_comma(number: int, left: str) -> None:
    text = "a: b # termloom: ignore[c, d, e] because f\n"
    (one,) = found(text)
    start, end = one.rules[number].span
    assert text[:start] + text[end:] == f"a: b # termloom: ignore{left} because f\n"


def test_a_file_that_cannot_be_read_has_none() -> None:
    assert found(f"a: [ {COMMENT}\n") == ()


PAGE = "<!-- termloom: ignore[a-rule] because so -->"


def test_in_a_page_the_next_line_is_covered() -> None:
    (one,) = found(f"# A\n\n{PAGE}\n\nSee.\nMore.\n", "docs/a.md")
    assert (one.lines, one.reason) == ((5, 5), "so")


def test_in_a_page_the_whole_file_is_covered_from_its_top() -> None:
    page = PAGE.replace("ignore", "ignore-file")
    assert [one.lines for one in found(f"{page}\n# A\n", "docs/a.md")] == [WHOLE_FILE]


@pytest.mark.parametrize("text", [f"```\n{PAGE}\n```\n", f"    {PAGE}\n", f"Write {PAGE} so.\n"])
def test_code_in_a_page_suppresses_nothing(text: str) -> None:
    assert found(text, "docs/a.md") == ()
