"""What became of links to other sites, as a page of Markdown: for an issue, or a job's summary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.diagnostics import Diagnostic
from generator.reporting.addresses import rule_address
from generator.reporting.job_summary import literal
from generator.reporting.report import amount

# GitHub takes no text of an issue that is longer than 65,536 characters.
LARGEST = 60_000
_MOST_PLACES = 5
_TABLES = {
    "link-gone": "Gone",
    "link-gone-once": "Not found, and asked once more",
    "link-untrusted": "Not safe to open",
    "link-not-public": "Not public",
    "link-moved": "Moved for good",
    "ignored-link-expired": "Ignored for too long",
    "ignored-link-unused": "Ignored without need",
}


def link_summary(diagnostics: Iterable[Diagnostic], verdicts: Mapping[str, int], day: date) -> str:
    """Return counts by verdict, and a table for each rule that asks somebody to do something.

    No text of an author or of a server becomes markup. What an issue cannot hold is counted.
    """
    found = tuple(diagnostics)
    total = amount(sum(verdicts.values()), "external link")
    rows = [f"| {name} | {count:,} |" for name, count in verdicts.items() if count]
    counts = "\n".join(["| Verdict | Addresses |", "| --- | ---: |", *rows])
    parts = [f"# Links to other sites\n\n{total} on {day.isoformat()}.\n", f"{counts}\n"]
    size, left = sum(map(len, parts)), 0
    for rule, title in _TABLES.items():
        lines = list(_rows([one for one in found if one.rule == rule]))
        fitting = _fitting(lines, LARGEST - size)
        left += len(lines) - len(fitting)
        if fitting:
            head = f"## {title}\n\n[What this means]({rule_address(rule)})\n"
            parts.append("\n".join([head, "| What | Where |", "| --- | --- |", *fitting, ""]))
            size += len(parts[-1])
    if left:
        parts.append(f"{amount(left, 'row')} more: run `termloom links --external` to see all.\n")
    return "\n".join(parts)


def _rows(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield a row for each address, with the places where it is written."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in diagnostics:
        where = f"{one.location.path}:{one.location.line}"
        places.setdefault((one.message, one.hint or ""), []).append(where)
    for (message, hint), all_places in places.items():
        counted = Counter(all_places).items()
        shown = [f"{place} ({n} times)" if n > 1 else place for place, n in counted]
        if len(shown) > _MOST_PLACES:
            shown[_MOST_PLACES:] = [f"{len(shown) - _MOST_PLACES} more"]
        what = "<br>".join(map(literal, filter(None, (message, hint))))
        yield f"| {what} | {'<br>'.join(map(literal, shown))} |"


def _fitting(rows: Sequence[str], room: int) -> list[str]:
    """Return as many rows as there is room for."""
    fitting: list[str] = []
    for row in rows:
        room -= len(row) + 1
        if room < 500:
            break
        fitting.append(row)
    return fitting
