"""Diagnostics for people: the place, the source line, a caret, and what to do."""

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from generator.diagnostics import Diagnostic, Severity
from generator.reporting.addresses import rule_address
from generator.reporting.characters import printable
from generator.reporting.report import Report, amount, in_words

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.HINT: "bold cyan"}
_WIDEST = 100


def as_text(report: Report) -> str:
    """Return every diagnostic with its source line, and the counts.

    For people who read it in a terminal or in a log. It is the default.
    """
    return told(report, linked=False).plain


def told(report: Report, *, linked: bool) -> Text:
    """Return the whole report with styles; the console drops them where they are unwanted.

    With `linked` the name of each rule is a link to its page; without, the addresses stand at
    the end.
    """
    shown = [
        Text("\n\n").join(styled(diagnostic, linked=linked) for diagnostic in diagnostics)
        for _, diagnostics in report.by_file()
    ]
    end = [Text(in_words(report))]
    if shown and not linked:
        end.insert(0, _addresses(report))
    if left_out := len(report.diagnostics) - len(report.shown):
        end.insert(0, Text(f"{amount(left_out, 'diagnostic')} more, not shown: see '--max'"))
    files = Text("\n\n\n").join(shown)
    return Text("\n\n").join([*filter(None, [files]), *end])


def block(diagnostic: Diagnostic) -> str:
    """Return one diagnostic as plain text."""
    return styled(diagnostic).plain


def styled(diagnostic: Diagnostic, *, linked: bool = False) -> Text:
    """Return one diagnostic with styles."""
    style = _STYLES[diagnostic.severity]
    page = rule_address(diagnostic.rule) if linked else None
    text = Text.assemble(
        (printable(str(diagnostic.location)), "bold"),
        ": ",
        (diagnostic.severity.value, style),
        f": {printable(diagnostic.message)} ",
        (f"[{diagnostic.rule}]", Style(dim=True, link=page)),
    )
    if diagnostic.source.strip():
        text.append(excerpt(diagnostic, style))
    elif diagnostic.hint:
        text.append(f"\n   hint: {printable(diagnostic.hint)}")
    for location, words in diagnostic.related:
        text.append(f"\n   {printable(f'{location}: {words}')}", "dim")
    if diagnostic.fix is not None:
        text.append(f"\n   fix: {printable(diagnostic.fix.title)} ({diagnostic.fix.command})")
    return text


def _addresses(report: Report) -> Text:
    rules = sorted({diagnostic.rule for diagnostic in report.shown})
    lines = [f"   {rule_address(rule)}" for rule in rules]
    return Text("\n".join(["What the rules ask for, and why:", *lines]))


def excerpt(diagnostic: Diagnostic, style: str) -> Text:
    """Return the line of a diagnostic with marks below the place, and its hint."""
    place = diagnostic.location
    number = str(place.line)
    source, start = _window(printable(diagnostic.source), place.column - 1)
    end = place.end_column - place.column if place.end_line == place.line else len(source)
    # Wide characters take two cells, so columns are counted in cells.
    before = cell_len(source[:start])
    length = max(cell_len(source[start : start + max(end, 1)]), 1)
    text = Text.assemble((f"\n  {number} │ ", "dim"), source)
    text.append(f"\n  {' ' * len(number)} │ ", "dim")
    text.append(" " * before)
    text.append("^" * length, style)
    if diagnostic.hint:
        text.append(f" {printable(diagnostic.hint)}", style)
    return text


def _window(source: str, start: int) -> tuple[str, int]:
    """Cut a long line to a part around the place."""
    if len(source) <= _WIDEST:
        return source, start
    left = max(0, min(start - _WIDEST // 3, len(source) - _WIDEST))
    cut = source[left : left + _WIDEST]
    cut = ("…" + cut[1:]) if left else cut
    return (cut[:-1] + "…" if left + _WIDEST < len(source) else cut), start - left
