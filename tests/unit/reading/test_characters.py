"""Characters that do not show what they are."""

import pytest

from generator.diagnostics import Edit
from generator.reading import Document
from generator.reading.characters import characters


def told(text: str) -> list[tuple[str, str]]:
    """Return each strange place with what stands there."""
    found = []
    for rule, fault in characters(Document("terms/a.yml", text)):
        assert fault.at.span is not None
        found.append((rule.name, text[slice(*fault.at.span)]))
    return found


def mended(text: str) -> str:
    """Return the text with every fix applied."""
    edits: list[Edit] = []
    for _, fault in characters(Document("terms/a.yml", text)):
        edits += fault.fix.edits if fault.fix else ()
    for edit in reversed(edits):
        assert edit.at.span is not None
        text = text[: edit.at.span[0]] + str(edit.text) + text[edit.at.span[1] :]
    return text


@pytest.mark.parametrize("char", [*"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"])
@pytest.mark.parametrize("text", ["a: b@c\n", "# @\na: b\n", "a: |\n  b\n  @\n", "@: b\n"])
def test_every_control_of_direction_is_found_everywhere(char: str, text: str) -> None:
    assert told(text.replace("@", char)) == [("bidirectional-control", char)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fine-tun\u0456ng", "fine-tuning"),
        ("\u0410PI", "API"),
        ("\u0421\u0420U", "\u0421\u0420U"),
        ("T\u03bfken", "Token"),
        ("\uff21pple", "Apple"),
        ("\U0001d5d5old", "Bold"),
        ("to\u00adken", "token"),
        ("token\u200b.", "token."),
        ("a \u200btoken", "a token"),
        ("to\u2060ken \ufefftwice", "token twice"),
        ("na\u00efve tr\u0430ining", "na\u00efve training"),
        ("t\u043ek\u0435ns", "tokens"),
    ],
)
def test_a_latin_word_is_written_in_latin_letters(written: str, meant: str) -> None:
    assert mended(f"a: {written}\n") == f"a: {meant}\n"


@pytest.mark.parametrize(
    "text",
    [
        "\u0434\u043e\u043e\u0431\u0443\u0447\u0435\u043d\u0438\u0435",
        "\u03bb\u03cc\u03b3\u03bf\u03c2",
        "PDF\u043e\u043c, API\u0448\u043a\u0430",
        "5 \u03bcm, 5 \u00b5m, 3 k\u03a9, \u0394t, \u03bbmax, \u03c7\u00b2, \u03b1-Helix",
        "AI\u30e2\u30c7\u30eb, Web\u691c\u7d22, K\ud31d",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\U0001f469\u200d\U0001f4bb",
        "\u201cquoted\u201d \u2013 it\u2019s \u2026",
        "docs/\u200bguide, very_\u200blong",
        "caf\u00e9, \u0141\u00f3d\u017a, Stra\u00dfe, e\u0301",
    ],
)
def test_good_writing_in_any_language_is_left_alone(text: str) -> None:
    assert told(f"a: {text}\n") == []


def test_a_word_is_told_once_however_many_letters_are_strange() -> None:
    assert told("a: t\u043ek\u0435n\u200b and t\u043ek\u0435n\n") == [
        ("confusable-characters", "t\u043ek\u0435n\u200b"),
        ("confusable-characters", "t\u043ek\u0435n"),
    ]


def test_a_long_line_of_strange_letters_takes_no_long_time() -> None:
    assert told("a: " + "\u0430" * 200_000 + "\n") == []
