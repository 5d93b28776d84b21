"""What reports say of a glossary, as JSON for other programs."""

from collections.abc import Iterable
from typing import Any

from generator import __version__
from generator.diagnostics import Location
from generator.reporting.addresses import SITE
from generator.reporting.characters import json_document
from generator.reports import Located, Reported

SCHEMA = f"{SITE}reference/reports.schema.json"


def reports_as_json(found: Iterable[Reported], entries: int) -> str:
    """Return a JSON document; `version` changes when a field is renamed or removed."""
    return json_document(
        {
            "$schema": SCHEMA,
            "version": 1,
            "termloom": __version__,
            "entries": entries,
            "reports": [_report(each) for each in found],
        }
    )


def _report(each: Reported) -> dict[str, Any]:
    return {
        "name": each.report.name,
        "title": each.report.title,
        "total": each.total,
        "findings": [_finding(one) for one in each.findings],
    }


def _finding(finding: Located) -> dict[str, Any]:
    return {
        "message": finding.message,
        "hint": finding.hint,
        "places": [{**_place(at), "message": words or None} for at, words in finding.places],
    }


def _place(location: Location) -> dict[str, Any]:
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
