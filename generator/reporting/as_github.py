"""Diagnostics as commands that GitHub Actions turns into annotations of a pull request."""

from collections.abc import Mapping

from generator.diagnostics import Diagnostic, Severity
from generator.reporting.addresses import rule_address
from generator.reporting.characters import printable
from generator.reporting.report import Report, in_words, said, summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
# GitHub drops what one step says beyond that, without a word.
SHOWN_OF_EACH = 10


def as_github(report: Report) -> str:
    """Return a workflow command for each diagnostic that GitHub shows, and the counts.

    For GitHub Actions: the diagnostics appear beside the lines of a pull request. GitHub shows
    ten errors, ten warnings and ten notices of a step, so the worst come first, and of those
    the ones in files that the pull request changes. The last notice counts the others.
    """
    chosen, left_out = _chosen(report)
    lines = [_command(diagnostic, report.folder) for diagnostic in chosen]
    if left_out:
        words = f"{summary(left_out)} more: see the summary of this job, or run 'termloom check'"
        lines.append(f"::notice title=termloom::{_data(words)}")
    return "\n".join([*lines, in_words(report)])


def _chosen(report: Report) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return what GitHub can show, and what it cannot."""
    of_each: dict[Severity, list[Diagnostic]] = {severity: [] for severity in Severity}
    for diagnostic in sorted(report.diagnostics, key=report.urgency):
        of_each[diagnostic.severity].append(diagnostic)
    most = dict.fromkeys(Severity, SHOWN_OF_EACH)
    if any(len(found) > SHOWN_OF_EACH for found in of_each.values()):
        most[Severity.HINT] -= 1  # that counts the others is a notice, too
    chosen = [d for severity, found in of_each.items() for d in found[: most[severity]]]
    left_out = [d for severity, found in of_each.items() for d in found[most[severity] :]]
    return chosen, left_out


def _command(diagnostic: Diagnostic, folder: str) -> str:
    place = diagnostic.location
    properties = {
        "file": f"{folder}{place.path}",
        "line": str(place.line),
        "endLine": str(place.end_line),
        "col": str(place.column),
        # The last character itself; ours is the place after it.
        "endColumn": str(max(place.end_column - 1, place.column)),
        "title": diagnostic.rule,
    }
    if place.end_line != place.line:
        # GitHub refuses columns of a place over several lines.
        del properties["col"], properties["endColumn"]
    about = f"About this rule: {rule_address(diagnostic.rule)}"
    return command(_COMMANDS[diagnostic.severity], properties, *said(diagnostic), about)


def command(name: str, properties: Mapping[str, str], *lines: str) -> str:
    """Return a command for the runner, in which nothing that is said ends it or begins another."""
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{'%0A'.join(map(_data, lines))}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
