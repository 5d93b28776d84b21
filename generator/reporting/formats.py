"""The formats of diagnostics, by name."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from generator.diagnostics import Diagnostic, Location, counted
from generator.reporting.text import block, summary

Reporter = Callable[[Sequence[Diagnostic]], str]


def as_text(diagnostics: Sequence[Diagnostic]) -> str:
    """Return every diagnostic with its source line, and the counts."""
    return "\n\n".join([*map(block, diagnostics), summary(diagnostics)])


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Return a JSON document; `version` changes when a field is renamed or removed."""
    document = {
        "version": 1,
        "counts": {severity.value: count for severity, count in counted(diagnostics).items()},
        "diagnostics": [_plain(diagnostic) for diagnostic in diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


REPORTERS: dict[str, Reporter] = {"text": as_text, "json": as_json}


def _plain(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        **_place(diagnostic.location),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "related": [
            {**_place(location), "message": words} for location, words in diagnostic.related
        ],
    }


def _place(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
