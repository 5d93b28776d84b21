"""Differences for GitHub: the page of a job, or a comment below a pull request."""

from collections.abc import Iterator

from generator.changes import Differences
from generator.reporting.characters import printable
from generator.reporting.differences.said import Line, Section, Sign, sections, summary
from generator.reporting.differences.values import Mark, Span
from generator.reporting.job_summary import LARGEST, literal
from generator.reporting.report import amount

_SIGNS = {
    Sign.ADDED: "➕ ",
    Sign.REMOVED: "➖ ",
    Sign.RENAMED: "➡️ ",
    Sign.CHANGED: "✏️ ",
    Sign.WARNING: "⚠️ ",
    Sign.NONE: "",
}
# Marks of the end of a sentence may follow at once (CommonMark 0.31, section 6.2).
_AFTER_MARK = " .,;?)"
_AROUND = {Mark.STRONG: "**", Mark.REMOVED: "~~", Mark.ADDED: "**", Mark.WARNING: "**"}


def as_markdown(found: Differences) -> str:
    """Return what differs as Markdown: what went is ~~struck out~~, what came is **bold**.

    For the summary of a job on GitHub. Nothing that an author wrote becomes markup: neither a
    link nor a picture, table, tag or mention. What GitHub would not take is left out and counted.
    """
    parts = [f"## What readers will see change\n\n{literal(summary(found))}."]
    size, left_out = len(parts[0].encode()), 0
    for section in sections(found):
        head = _head(section)
        size += len(head.encode()) + 2
        lines: list[str] = []
        for line in section.lines:
            text = "\n".join(_line(line))
            size += len(text.encode()) + 1
            if size > LARGEST:
                left_out += 1
            else:
                lines.append(text)
        if lines:
            parts.append("\n".join([head, *lines]))
    if left_out:
        parts.append(f"{amount(left_out, 'line')} more: run `termloom diff` to see all.")
    return "\n\n".join(parts)


def _head(section: Section) -> str:
    reason = f"{literal(section.reason)}\n\n" if section.reason else ""
    return f"### {section.heading}\n\n{reason}".rstrip("\n") + "\n"


def _line(line: Line) -> Iterator[str]:
    yield f"- {_SIGNS[line.sign]}{_spans(line.spans)}"
    for spans in line.below:
        yield f"    - {_spans(spans)}"


def _spans(spans: tuple[Span, ...]) -> str:
    """Return the spans of a line; marks stand apart from letters, or they might mark nothing."""
    text, is_marked = "", False
    for span in spans:
        mark = _AROUND.get(span.mark, "") if span.text.strip() else ""
        shown = _code(span.text) if span.mark is Mark.CODE else literal(span.text)
        shown = f"{mark}{shown.strip()}{mark}" if mark else shown
        apart = mark or (is_marked and shown[:1] not in _AFTER_MARK)
        if apart and text and not text.endswith(" "):
            text += " "
        text += shown.lstrip(" ") if text.endswith(" ") else shown
        is_marked = bool(mark)
    return text.rstrip(" ")


def _code(text: str) -> str:
    shown = printable(text)
    return literal(text) if "`" in shown or not shown.strip() else f"`{shown}`"
