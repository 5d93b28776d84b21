"""The summary of a job on GitHub: a page of Markdown beside the log."""

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.reporting.addresses import rule_address
from generator.reporting.characters import printable
from generator.reporting.report import Report, amount, in_words, said

# GitHub takes no summary of a step that is larger than 1 MiB.
LARGEST = 1_000_000
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.HINT: "💡"}
# Every character that Markdown gives a meaning within a line, and what makes an address of words.
_MEANINGFUL = re.compile(r"[!\"#$&*:<>@\[\\\]^_`{|}~]|(?<=www)\.", re.IGNORECASE)
# GitHub looks for mentions when the Markdown is HTML already; a space of no width ends them.
_MENTION = re.compile(r"(&#(?:35|64);)(?=\w)")


def job_summary(report: Report) -> str:
    """Return all diagnostics as Markdown, file by file, for `GITHUB_STEP_SUMMARY`.

    No text of an author becomes markup: neither a link nor a picture, table, tag or mention.
    What GitHub would not take is left out and counted.
    """
    parts = [f"## Termloom\n\n{literal(in_words(report))}\n"]
    size = len(parts[0].encode())
    told = 0
    for path, diagnostics in report.by_file():
        table = "\n".join(_table(f"{report.folder}{path}", diagnostics))
        size += len(table.encode()) + 1
        if size > LARGEST:
            break
        parts.append(table)
        told += len(diagnostics)
    if left_out := len(report.diagnostics) - told:
        parts.append(f"{amount(left_out, 'diagnostic')} more: run `termloom check` to see all.\n")
    return "\n".join(parts)


def _table(path: str, diagnostics: list[Diagnostic]) -> Iterator[str]:
    yield f"### {literal(path)}\n"
    yield "| | Line | What | Rule |\n| --- | ---: | --- | --- |"
    for diagnostic in diagnostics:
        mark = f"{_MARKS[diagnostic.severity]} {diagnostic.severity.value}"
        rule = f"[{diagnostic.rule}]({rule_address(diagnostic.rule)})"
        what = "<br>".join(map(literal, said(diagnostic)))
        yield f"| {mark} | {diagnostic.location.line} | {what} | {rule} |"
    yield ""


def literal(text: str) -> str:
    """Return text as Markdown that shows it, character by character."""
    shown = _MEANINGFUL.sub(lambda found: f"&#{ord(found.group())};", printable(text))
    return _MENTION.sub(r"\1&#8203;", shown)
