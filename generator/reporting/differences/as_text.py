"""Differences for people in a terminal or in a log."""

from rich.text import Text

from generator.changes import Differences
from generator.reporting.characters import printable
from generator.reporting.differences.said import Line, Section, Sign, sections, summary
from generator.reporting.differences.values import Mark, Span

_SIGNS = {
    Sign.ADDED: ("+ ", "green"),
    Sign.REMOVED: ("- ", "red"),
    Sign.RENAMED: ("→ ", "cyan"),
    Sign.CHANGED: ("~ ", "yellow"),
    Sign.WARNING: ("! ", "bold red"),
    Sign.NONE: ("  ", ""),
}
_STYLES = {
    Mark.PLAIN: "",
    Mark.STRONG: "bold",
    Mark.CODE: "cyan",
    Mark.DIM: "dim",
    Mark.REMOVED: "red",
    Mark.ADDED: "green",
    Mark.WARNING: "bold red",
}


def as_text(found: Differences) -> str:
    """Return what differs without colours: what went as `[-words-]`, what came as `{+words+}`.

    For people who read it in a terminal or in a log. It is the default.
    """
    return told(found).plain


def told(found: Differences) -> Text:
    """Return what differs with styles; the console drops them where they are unwanted."""
    parts = [*map(_section, sections(found)), Text(summary(found), "bold")]
    return Text("\n\n").join(parts)


def _section(section: Section) -> Text:
    text = Text.assemble((section.heading, "bold"))
    if section.reason:
        text.append(f"\n  {section.reason}", "dim")
    for line in section.lines:
        text.append("\n")
        text.append_text(_line(line))
    return text


def _line(line: Line) -> Text:
    text = Text("  ").append(*_SIGNS[line.sign])
    for spans in (line.spans, *line.below):
        text.append("" if spans is line.spans else "\n      ")
        for span in spans:
            text.append(_span(span), _STYLES[span.mark])
    return text


def _span(span: Span) -> str:
    shown = printable(span.text)
    core = shown.strip(" ")
    if span.mark not in (Mark.REMOVED, Mark.ADDED) or not core:
        return shown
    start = shown[: len(shown) - len(shown.lstrip(" "))]
    marks = ("[-", "-]") if span.mark is Mark.REMOVED else ("{+", "+}")
    return f"{start}{marks[0]}{core}{marks[1]}{shown[len(shown.rstrip(' ')) :]}"
