"""Diagnostics for people: the whole of what is printed."""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from generator.diagnostics import Diagnostic, Location, Severity
from generator.reporting.text import block, styled, summary

PLAIN = Diagnostic(
    "unknown-term",
    Severity.ERROR,
    Location("terms/a.yml", 14, 11, 14, 15),
    "no term has the id 'ragg'",
    "did you mean 'rag'?",
    "  - term: ragg",
)


def check(diagnostic: Diagnostic, expected: str) -> None:
    assert block(diagnostic) == expected.strip("\n")


def test_the_place_the_line_a_caret_and_what_to_do() -> None:
    check(
        PLAIN,
        """
terms/a.yml:14:11: error: no term has the id 'ragg' [unknown-term]
  14 │   - term: ragg
     │           ^^^^ did you mean 'rag'?
""",
    )


def test_without_a_hint() -> None:
    check(
        replace(PLAIN, hint=None),
        """
terms/a.yml:14:11: error: no term has the id 'ragg' [unknown-term]
  14 │   - term: ragg
     │           ^^^^
""",
    )


def test_without_a_source_line() -> None:
    check(
        replace(PLAIN, source=""),
        """
terms/a.yml:14:11: error: no term has the id 'ragg' [unknown-term]
   hint: did you mean 'rag'?
""",
    )


def test_with_neither() -> None:
    check(
        replace(PLAIN, source="", hint=None, severity=Severity.WARNING),
        "terms/a.yml:14:11: warning: no term has the id 'ragg' [unknown-term]",
    )


def test_related_places_stand_below() -> None:
    check(
        replace(PLAIN, related=((Location("terms/b.yml", 2, 3), "first written here"),)),
        """
terms/a.yml:14:11: error: no term has the id 'ragg' [unknown-term]
  14 │   - term: ragg
     │           ^^^^ did you mean 'rag'?
   terms/b.yml:2:3: first written here
""",
    )


@pytest.mark.parametrize(
    ("source", "column", "length", "carets"),
    [
        ("日本: ragg", 5, 4, "      ^^^^"),
        ("a: 日本", 4, 2, "   ^^^^"),
        ("😀: ragg", 4, 4, "    ^^^^"),
        ("e\u0301: ragg", 5, 4, "   ^^^^"),
        ("a:\tragg", 4, 4, "   ^^^^"),
        ("a: ragg", 8, 1, "       ^"),
        ("a: ragg", 4, 0, "   ^"),
    ],
)
def test_the_caret_stands_below_the_characters(
    source: str, column: int, length: int, carets: str
) -> None:
    place = Location("a.yml", 1, column, 1, column + length)
    shown = block(replace(PLAIN, location=place, source=source, hint=None)).splitlines()
    assert shown[1] == f"  1 │ {source}".replace("\t", " ")
    assert shown[2] == f"    │ {carets}"


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    place = Location("a.yml", 1, 4, 3, 2)
    shown = block(replace(PLAIN, location=place, source="a: one two")).splitlines()
    assert shown[2] == "    │    ^^^^^^^ did you mean 'rag'?"


@pytest.mark.parametrize("column", [1, 50, 101, 250, 380, 400])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    source = "".join(chr(ord("a") + n % 26) for n in range(400))
    place = Location("a.yml", 1, column, 1, column + 1)
    _, line, carets = block(replace(PLAIN, location=place, source=source, hint=None)).splitlines()
    assert len(line) <= 106
    assert line[len(carets) - 1] in (source[column - 1], "…")
    assert carets.endswith("^")


def test_carets_end_with_the_cut_line() -> None:
    place = Location("a.yml", 1, 4, 1, 304)
    shown = block(replace(PLAIN, location=place, source="a: " + "x" * 300, hint=None)).splitlines()
    assert len(shown[1]) == len(shown[2]) == 106


@pytest.mark.parametrize(
    "hidden", ["\x1b[31m", "\x00", "\r", "\x9b", "\u202e", "\u2066", "\udcff", "\n"]
)
def test_nothing_an_author_writes_can_play_with_the_terminal(hidden: str) -> None:
    shown = block(
        replace(
            PLAIN,
            location=Location(f"terms/{hidden}.yml", 14, 11, 14, 15),
            message=f"unknown field '{hidden}'",
            hint=f"did you mean '{hidden}'?",
            source=f"{hidden.replace(chr(10), ' ')}: x",
            related=((Location(f"{hidden}.yml"), f"{hidden}"),),
        )
    )
    assert len(shown.split("\n")) == 4
    assert not any(char in shown for char in hidden if not char.isprintable() and char != "\n")
    assert shown.encode()


def test_styles_are_for_terminals_only() -> None:
    written = StringIO()
    Console(file=written, width=200).print(styled(PLAIN), highlight=False)
    assert written.getvalue().rstrip() == block(PLAIN)


def test_markup_of_the_console_is_text() -> None:
    assert "[bold]x[/bold]" in block(replace(PLAIN, message="[bold]x[/bold]"))


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ("", "no diagnostics"),
        ("e", "1 error"),
        ("eew", "2 errors, 1 warning"),
        ("wwh", "2 warnings, 1 hint"),
        ("hh", "2 hints"),
    ],
)
def test_the_counts_in_words(severities: str, words: str) -> None:
    by_letter = {severity.value[0]: severity for severity in Severity}
    assert summary([replace(PLAIN, severity=by_letter[s]) for s in severities]) == words
