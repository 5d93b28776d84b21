"""Where words begin and end."""

import pytest

from generator.mentions.boundaries import addresses, begins, ends, is_compounded


def is_whole(text: str, word: str) -> bool:
    start = text.index(word)
    return begins(text, start) and ends(text, start + len(word))


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("ai", "ai", True),
        ("said", "ai", False),
        ("(ai)", "ai", True),
        ("ai, ai", "ai", True),
        ("don't", "don", False),
        ("don't", "t", False),
        ("'ai'", "ai", True),
        ("the ais' work", "ais", True),
        ("ai_model", "ai", False),
        ("cafe\u0301s", "cafe", False),
        ("नमस्ते", "नमस", False),
        ("rag-based", "rag", True),
        ("non-rag", "rag", True),
        ("model.py", "model", False),
        ("u.s.", "u", False),
        ("the model. it", "model", True),
        ("input/output", "output", True),
        ("gpt4", "gpt", False),
        ("c++", "c", False),
        ("c++", "c++", True),
        ("c#", "c", False),
        ("c+++", "c++", False),
        ("asp.net", ".net", False),
        ("a .net b", ".net", True),
        ("日本ai", "ai", False),
    ],
)
def test_a_word_is_whole_or_not(text: str, word: str, whole: bool) -> None:
    assert is_whole(text, word) is whole


@pytest.mark.parametrize(
    ("text", "word", "compound"),
    [
        ("pre-training", "training", True),
        ("- training", "training", False),
        (" -training", "training", False),
        ("training", "training", False),
    ],
)
def test_the_latter_part_of_a_compound(text: str, word: str, compound: bool) -> None:
    assert is_compounded(text, text.index(word)) is compound


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://e.org/rag, or", ["https://e.org/rag"]),
        ("write to rag@e.org.", ["rag@e.org"]),
        ("at www.e.org/rag", ["www.e.org/rag"]),
        ("e.org/rag?a=b#token is", ["e.org/rag?a=b#token"]),
        ("input/output of a/b", []),
        ("no address", []),
    ],
)
def test_addresses_that_stand_in_text(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == found
