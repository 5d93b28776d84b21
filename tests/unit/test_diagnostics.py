"""Diagnostics, their order and their counts."""

from itertools import permutations

from generator.diagnostics import Diagnostic, Location, Severity, counted, ordered


def made(rule: str, path: str = "a.yml", line: int = 1, **more: object) -> Diagnostic:
    severity = more.pop("severity", Severity.ERROR)
    return Diagnostic(rule, Severity(str(severity)), Location(path, line), "message", **more)  # type: ignore[arg-type]


def test_diagnostics_come_by_place_then_the_worst_first() -> None:
    expected = (
        made("z", "a.yml", 2),
        made("a", "a.yml", 10, severity="error"),
        made("a", "a.yml", 10, severity="warning"),
        made("a", "b.yml", 1, severity="hint"),
    )
    assert all(ordered(shuffled) == expected for shuffled in permutations(expected))


def test_what_is_said_twice_is_reported_once() -> None:
    assert ordered([made("a"), made("b"), made("a")]) == (made("a"), made("b"))


def test_counts_name_every_severity() -> None:
    assert counted([made("a"), made("b", severity="hint"), made("c", severity="hint")]) == {
        Severity.ERROR: 1,
        Severity.WARNING: 0,
        Severity.HINT: 2,
    }


def test_a_location_reads_like_a_compiler_s() -> None:
    assert str(Location("terms/a.yml", 3, 7)) == "terms/a.yml:3:7"
