"""The page about reports, from their docstrings and from the JSON Schema."""

import json
from collections.abc import Iterator

from generator.reports import REPORTS
from reference.formats import SCHEMA as DIAGNOSTICS
from reference.formats import fields

SCHEMA = DIAGNOSTICS.with_name("reports.schema.json")
_PARTS = ("report", "finding", "place")


def reports_page() -> Iterator[str]:
    """Yield the paragraphs of the page about reports."""
    yield "# Reports"
    yield (
        "`termloom report` tells editors what may be worth a look. A finding is advice and fails "
        "no check. `--only` shows one report alone."
    )
    for name, report in REPORTS.items():
        yield f"## {report.title}"
        yield f"`{name}`"
        yield report.reason
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    yield "## JSON"
    yield "`--format json`"
    yield f"The [JSON Schema]({SCHEMA.name}) says the same as these tables."
    yield from fields("The document", schema)
    for part in _PARTS:
        described = schema["$defs"][part]
        yield from fields(described["description"].partition(".")[0], described)
