"""Wrapping Markdown: lines get shorter, and readers see the same."""

import pytest

from generator.editing.formatting.prose import filled, is_same, settled

WIDTH = 30


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "One two three four five six seven eight nine ten",
            "One two three four five six\nseven eight nine ten",
            id="a long paragraph",
        ),
        pytest.param(
            "Short.\nOne two three four five six seven eight\nnine ten",
            "Short. One two three four five\nsix seven eight nine ten",
            id="the whole paragraph of a long line",
        ),
        pytest.param(
            "One sentence a line.\nAs some people like it.",
            "One sentence a line.\nAs some people like it.",
            id="a paragraph of short lines stays as its author broke it",
        ),
        pytest.param(
            "Short here.\nStays.\n\nOne two three four five six seven eight",
            "Short here.\nStays.\n\nOne two three four five six\nseven eight",
            id="other paragraphs stay",
        ),
        pytest.param(
            "- One two three four five six seven\n- Two\n\n1. One two three four five six seven",
            "- One two three four five six\n  seven\n- Two\n\n"
            "1. One two three four five six\n   seven",
            id="items of lists",
        ),
        pytest.param(
            "- One two three four five six seven\n\n  And one two three four five six seven\n\n- B",
            "- One two three four five six\n  seven\n\n"
            "  And one two three four five\n  six seven\n\n- B",
            id="paragraphs in items",
        ),
        pytest.param(
            "- - One two three four five six seven",
            "- - One two three four five\n    six seven",
            id="lists in lists",
        ),
        pytest.param(
            "See [the second guide of all](a-b.md) or [[one-term|two words]] for that",
            "See\n[the second guide of all](a-b.md)\nor [[one-term|two words]] for\nthat",
            id="links and references are whole",
        ),
        pytest.param(
            "Write `one two three four five six` or ![a b c d e f g h](image.png) there",
            "Write\n`one two three four five six`\nor\n![a b c d e f g h](image.png)\nthere",
            id="code and images are whole",
        ),
        pytest.param(
            "A [link that is\nbroken already](b.md) and one two three",
            "A\n[link that is broken already](b.md)\nand one two three",
            id="a link over two lines",
        ),
        pytest.param(
            "Numbers one two three four 5 - 3 = 2 and # or > or | or 1. or : too",
            "Numbers one two three four 5 -\n3 = 2 and # or > or | or 1.\nor : too",
            id="no line begins with the mark of a block",
        ),
        pytest.param(
            "One two three four five seven *emphasis here* and\\ more",
            "One two three four five seven\n*emphasis here* and\\ more",
            id="emphasis may begin a line, a backslash may not end one",
        ),
        pytest.param(
            "White space   \tat the end  \nof a paragraph  \n\n   \nThe next.   ",
            "White space   \tat the end  \nof a paragraph\n\n\nThe next.",
            id="white space that shows nowhere",
        ),
        pytest.param(
            "日本語の長い文章には空白がありませんから折り返しはしませんしするべきでもありません",
            "日本語の長い文章には空白がありませんから折り返しはしませんしするべきでもありません",
            id="text without spaces",
        ),
        pytest.param(
            "One two three four\xa0five six seven eight nine",
            "One two three four\xa0five six\nseven eight nine",
            id="no break at a space that does not break",
        ),
    ],
)
def test_long_paragraphs_are_wrapped(text: str, expected: str) -> None:
    assert settled(text, WIDTH) == expected
    assert settled(expected, WIDTH) == expected
    assert is_same(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# A heading that is longer than the width is", id="heading"),
        pytest.param("    code that is longer than the width is, far longer", id="code block"),
        pytest.param("```\ncode that is longer than the width is  \n\n\n```", id="fenced code"),
        pytest.param("| a | b that is long, and longer |\n|---|---|\n| c | d |", id="table"),
        pytest.param("> A quotation that is longer than the width is", id="quotation"),
        pytest.param("A.[^1]\n\n[^1]: A footnote that is longer than it should", id="footnote"),
        pytest.param("Mill Lane 3  \n1234 Somewhere in a very long place name", id="two spaces"),
        pytest.param("Mill Lane 3\\\n1234 Somewhere in a very long place name", id="backslash"),
        pytest.param("[a]: https://example.org/long/address 'a title'\n\n[a]", id="address"),
        pytest.param("https://example.org/a/very/long/address/that/nobody/can/break", id="word"),
        pytest.param("<div>\nOne two three four five six seven eight\n</div>", id="HTML"),
    ],
)
def test_what_is_no_plain_paragraph_stays(text: str) -> None:
    assert settled(text, WIDTH) == text


def test_a_text_longer_than_any_field_may_be_is_not_wrapped() -> None:
    text = "One two three four five six seven. " * 600
    assert settled(text, WIDTH) == text.rstrip()


def test_one_paragraph_as_lines() -> None:
    assert filled("One two [three four](five.md) six seven eight.", WIDTH) == [
        "One two [three four](five.md)",
        "six seven eight.",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A b.", "A c."),
        ("A b.", "A\n\nb."),
        ("A - b", "A\n- b"),
        ("A b", "A  \nb"),
        ("`a  b`", "`a b`"),
        ("[a b](c)", "[a b](d)"),
        ("```\na\n```", "```\na \n```"),
        ("A a", "A  a"),
    ],
)
def test_other_texts_are_not_the_same(one: str, other: str) -> None:
    assert not is_same(one, other)
