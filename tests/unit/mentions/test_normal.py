"""Comparable spelling, and the way back."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mentions.normal import normalised


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Don’t", "don't"),
        ("fine\u2011tuning", "fine-tuning"),
        ("fine\u2010tuning", "fine-tuning"),
        ("a\xa0b\n\t c\u2009d", "a b c d"),
        ("organi\xadsation", "organisation"),
        ("zero\u200bwidth", "zerowidth"),
        ("a \xad b", "a b"),
        ("Cafe\u0301", "caf\xe9"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("\u0130stanbul", "istanbul"),
        ("\u039b\u039f\u0393\u039f\u03a3", "\u03bb\u03bf\u03b3\u03bf\u03c3"),
        ("λόγος", "λόγοσ"),
        ("Straße", "straße"),
        ("", ""),
    ],
)
def test_spellings_that_count_as_the_same(text: str, normal: str) -> None:
    assert normalised(text).folded == normal


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("so we  fine-tune", "we fine", "we  fine"),
        ("an organi\xadsation here", "organisation", "organi\xadsation"),
        ("a cafe\u0301 here", "caf\xe9", "cafe\u0301"),
        ("a cafe\u0301 here", "here", "here"),
        ("\xad\xada\n \nb", "a b", "a\n \nb"),
        ("plain words", "words", "words"),
    ],
)
def test_a_range_leads_back_to_the_source(text: str, words: str, source: str) -> None:
    normal = normalised(text)
    start = normal.text.index(words)
    assert text[slice(*normal.span(start, start + len(words)))] == source


PIECES = st.sampled_from(
    [*"aIİßς é-'’", "\xad", "\u0301", "\u0323", "  ", "\n", "\u1112", "\u1161"]
)


@given(st.lists(PIECES | st.characters(codec="utf-8"), max_size=20).map("".join))
def test_every_character_has_its_place(text: str) -> None:
    normal = normalised(text)
    assert len(normal.text) == len(normal.folded)
    spans = [normal.span(at, at + 1) for at in range(len(normal.text))]
    assert all(start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert normalised(unicodedata.normalize("NFD", text)).folded == normal.folded
