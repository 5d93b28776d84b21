"""Diagnostics for people: the whole of what is printed."""

import re
from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from generator.diagnostics import Address, Diagnostic, Edit, Fix, Location, Rule, Severity, Theme
from generator.reporting import Report
from generator.reporting.report import summary
from generator.reporting.text import as_text, block, styled, told

PLAIN = Diagnostic(
    "unknown-term",
    Severity.ERROR,
    Location("terms/a.yml", 14, 11, 14, 15),
    "no term has the id 'ragg'",
    "did you mean 'rag'?",
    "  - term: ragg",
)
RULES = {"unknown-term": Rule("unknown-term", Severity.ERROR, "Known.", Theme.RELATIONS)}
PAGE = "https://termloom.github.io/termloom/reference/rules/unknown-term/"


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


def test_a_fix_says_how_to_apply_it() -> None:
    fix = Fix("Write 'rag'", (Edit(Address("terms/a.yml"), "rag"),))
    check(
        replace(PLAIN, fix=fix),
        """
terms/a.yml:14:11: error: no term has the id 'ragg' [unknown-term]
  14 │   - term: ragg
     │           ^^^^ did you mean 'rag'?
   fix: Write 'rag' (termloom check --fix)
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


def terminal(report: Report, *, linked: bool) -> str:
    """Return what a terminal with colours is sent, with the random ids of links left out."""
    written = StringIO()
    console = Console(file=written, width=200, force_terminal=True, color_system="standard")
    console.print(told(report, linked=linked), soft_wrap=True, highlight=False)
    return re.sub(r"\x1b]8;id=\d+;", "\x1b]8;;", written.getvalue())


def test_a_terminal_links_the_rule_and_needs_no_addresses() -> None:
    assert terminal(Report((PLAIN,), RULES, 1), linked=True) == (
        "\x1b[1mterms/a.yml:14:11\x1b[0m: \x1b[1;31merror\x1b[0m: no term has the id 'ragg' "
        f"\x1b]8;;{PAGE}\x1b\\\x1b[2m[unknown-term]\x1b[0m\x1b]8;;\x1b\\\n"
        "\x1b[2m  14 │ \x1b[0m  - term: ragg\n"
        "\x1b[2m     │ \x1b[0m          \x1b[1;31m^^^^\x1b[0m\x1b[1;31m did you mean 'rag'?\x1b[0m\n"
        "\n"
        "1 entry checked: 1 error\n"
    )


def test_colours_without_links_come_with_the_addresses() -> None:
    shown = terminal(Report((PLAIN,), RULES, 1), linked=False)
    assert "\x1b]8" not in shown
    assert PAGE in shown


def test_a_report_is_by_file_with_the_addresses_and_the_counts() -> None:
    other = replace(PLAIN, severity=Severity.HINT, source="", hint=None)
    third = replace(other, location=Location("terms/b.yml"))
    assert as_text(Report((PLAIN, other, third), RULES, 7, hidden=2)) == (
        "terms/a.yml:14:11: error: no term has the id 'ragg' [unknown-term]\n"
        "  14 │   - term: ragg\n"
        "     │           ^^^^ did you mean 'rag'?\n"
        "\n"
        "terms/a.yml:14:11: hint: no term has the id 'ragg' [unknown-term]\n"
        "\n\n"
        "terms/b.yml:1:1: hint: no term has the id 'ragg' [unknown-term]\n"
        "\n"
        "What the rules ask for, and why:\n"
        f"   {PAGE}\n"
        "\n"
        "7 entries checked: 1 error, 2 hints in 2 files; 2 more in the baseline"
    )


def test_the_worst_are_shown_and_the_others_counted() -> None:
    def at(path: str, line: int, severity: Severity) -> Diagnostic:
        place = Location(path, line, 1, line, 2)
        return replace(PLAIN, location=place, severity=severity, source="", hint=None)

    found = (
        at("a.yml", 1, Severity.HINT),
        at("a.yml", 2, Severity.WARNING),
        at("b.yml", 1, Severity.WARNING),
        at("b.yml", 2, Severity.ERROR),
        at("c.yml", 1, Severity.WARNING),
    )
    report = Report(found, RULES, 3, most=3, changed=frozenset({"c.yml", "b.yml"}))
    assert as_text(report) == (
        "b.yml:1:1: warning: no term has the id 'ragg' [unknown-term]\n"
        "\n"
        "b.yml:2:1: error: no term has the id 'ragg' [unknown-term]\n"
        "\n\n"
        "c.yml:1:1: warning: no term has the id 'ragg' [unknown-term]\n"
        "\n"
        "2 diagnostics more, not shown: see '--max'\n"
        "\n"
        "What the rules ask for, and why:\n"
        f"   {PAGE}\n"
        "\n"
        "3 entries checked: 1 error, 3 warnings, 1 hint in 3 files"
    )
    assert replace(report, most=5).shown == found


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
