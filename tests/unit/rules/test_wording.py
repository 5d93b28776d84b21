"""The words of a text, how it ends, and whether it says again what another says."""

import pytest

from generator.rules.wording import first_word, is_open, last_sign, repeats, words_of
from generator.shape import alike
from generator.text import Line, Prose


def test_words_of_prose_are_those_that_readers_see() -> None:
    assert words_of(Prose("A **Token**, or [[word|piece]].")) == ("a", "token", "or", "piece")


def test_words_of_a_line_are_those_that_are_written() -> None:
    assert words_of(Line("What is *it*?")) == ("what", "is", "it")


@pytest.mark.parametrize(
    ("text", "word"), [("**What** is it?", "what"), ("“Ähm”", "ähm"), ("…", ""), ("", "")]
)
def test_the_first_word(text: str, word: str) -> None:
    assert first_word(text) == word


@pytest.mark.parametrize(
    ("text", "sign"),
    [("It is.", "."), ("“It is.” ", "."), ("(it **is**)", "s"), ("it?_", "?"), ("”", ""), ("", "")],
)
def test_the_last_sign(text: str, sign: str) -> None:
    assert last_sign(text) == sign


@pytest.mark.parametrize(
    ("sign", "expected"),
    [("a", True), ("é", True), ("я", True), ("9", True), ("%", True), (".", False), ("文", False),
     ("ล", False), (":", False), ("", False)],
)  # fmt: skip
def test_where_a_stop_is_missing(sign: str, expected: bool) -> None:
    assert is_open(sign) is expected


def test_markup_punctuation_and_capitals_make_no_other_text() -> None:
    assert repeats(Prose("A *piece* of [[text]]"), Prose("a piece of text."))


@pytest.mark.parametrize("other", ["A piece of text, and what it costs.", "A price of tin.", "…"])
def test_other_words_make_another_text(other: str) -> None:
    assert not repeats(Prose(other), Prose("A piece of text."))


def test_alike_is_a_matter_of_letters_and_of_degree() -> None:
    assert alike("a small piece of text", "a small piece of texts")
    assert not alike("a small piece of text", "a small piece of texts", at_least=99)
    assert not alike("a small piece of text", "a large pile of coal")
