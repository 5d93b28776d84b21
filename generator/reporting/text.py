"""Diagnostics for people: the place, the source line, a caret, and what to do."""

import re
from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

from generator.diagnostics import Diagnostic, Severity, counted

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.HINT: "bold cyan"}
_WIDEST = 100
# What could move the cursor, colour the terminal, turn the line round, or not be printed at all.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def block(diagnostic: Diagnostic) -> str:
    """Return one diagnostic as plain text."""
    return styled(diagnostic).plain


def styled(diagnostic: Diagnostic) -> Text:
    """Return one diagnostic with styles; the console drops them where they are unwanted."""
    style = _STYLES[diagnostic.severity]
    text = Text.assemble(
        (_visible(str(diagnostic.location)), "bold"),
        ": ",
        (diagnostic.severity.value, style),
        f": {_visible(diagnostic.message)} ",
        (f"[{diagnostic.rule}]", "dim"),
    )
    if diagnostic.source.strip():
        text.append(_excerpt(diagnostic, style))
    elif diagnostic.hint:
        text.append(f"\n   hint: {_visible(diagnostic.hint)}")
    for location, words in diagnostic.related:
        text.append(f"\n   {_visible(f'{location}: {words}')}", "dim")
    return text


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the counts in words: `2 errors, 1 warning`, or `no diagnostics`."""
    counts = counted(diagnostics)
    said = [f"{n} {s.value}{'' if n == 1 else 's'}" for s, n in counts.items() if n]
    return ", ".join(said) or "no diagnostics"


def _visible(text: str) -> str:
    """Return text of an author as it may be printed, no character more or less."""
    return _HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def _excerpt(diagnostic: Diagnostic, style: str) -> Text:
    place = diagnostic.location
    number = str(place.line)
    source, start = _window(_visible(diagnostic.source), place.column - 1)
    end = place.end_column - place.column if place.end_line == place.line else len(source)
    # Wide characters take two cells, so columns are counted in cells.
    before = cell_len(source[:start])
    length = max(cell_len(source[start : start + max(end, 1)]), 1)
    text = Text.assemble((f"\n  {number} │ ", "dim"), source)
    text.append(f"\n  {' ' * len(number)} │ ", "dim")
    text.append(" " * before)
    text.append("^" * length, style)
    if diagnostic.hint:
        text.append(f" {_visible(diagnostic.hint)}", style)
    return text


def _window(source: str, start: int) -> tuple[str, int]:
    """Cut a long line to a part around the place."""
    if len(source) <= _WIDEST:
        return source, start
    left = max(0, min(start - _WIDEST // 3, len(source) - _WIDEST))
    cut = source[left : left + _WIDEST]
    cut = ("…" + cut[1:]) if left else cut
    return (cut[:-1] + "…" if left + _WIDEST < len(source) else cut), start - left
