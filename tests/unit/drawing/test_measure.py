"""How wide words are taken to be, and where their lines break."""

import pytest

from generator.drawing import Wrapped, width_of, wrapped


def lines(text: str, most: int = 3) -> Wrapped:
    return wrapped(text, width=122, size=13, lines=most)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Token", ("Token",)),
        ("Retrieval-augmented generation", ("Retrieval-", "augmented", "generation")),
        ("and/or either/or neither/nor", ("and/or either/or", "neither/nor")),
        ("検索拡張生成のための手順", ("検索拡張生成のため", "の手順")),
        ("هندسة الأوامر المتقدمة", ("هندسة الأوامر", "المتقدمة")),
        ("", ("",)),
    ],
)
def test_lines_break_where_a_name_may_be_broken(text: str, expected: tuple[str, ...]) -> None:
    assert lines(text) == Wrapped(expected)


def test_a_word_that_is_longer_than_a_line_is_broken_at_its_end() -> None:
    assert lines("Donaudampfschifffahrtsgesellschaft") == Wrapped(
        ("Donaudampfschif", "ffahrtsgesellschaf", "t")
    )


def test_a_mark_stays_with_its_letter() -> None:
    found = lines("e\u0301" * 40)
    assert all(not line.startswith("\u0301") for line in found.lines)
    assert "".join(found.lines).startswith("e\u0301" * 10)


def test_what_does_not_fit_is_cut_and_says_so() -> None:
    name = "Reinforcement learning from human feedback and preferences"
    assert lines(name) == Wrapped(("Reinforcement", "learning from", "human…"), cut=True)
    assert lines(name, 1) == Wrapped(("Reinforcement…",), cut=True)


@pytest.mark.parametrize(
    "text", ["WWWWWWWWWWWWWWWWWWWWWWW mmmmmmmmm", "漢字" * 30, "a-" * 60, "İstanbul " * 12]
)
def test_no_line_is_wider_than_its_room(text: str) -> None:
    assert max(width_of(line, 13) for line in lines(text).lines) <= 122
