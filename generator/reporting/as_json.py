"""Diagnostics as JSON, for other programs."""

from typing import Any

from generator import __version__
from generator.diagnostics import Diagnostic, Location, counted
from generator.reporting.addresses import SITE, rule_address
from generator.reporting.characters import json_document
from generator.reporting.report import Report

SCHEMA = f"{SITE}reference/diagnostics.schema.json"


def as_json(report: Report) -> str:
    """Return a JSON document; `version` changes when a field is renamed or removed.

    For other programs. The JSON Schema names every field.
    """
    return json_document(
        {
            "$schema": SCHEMA,
            "version": 1,
            "termloom": __version__,
            "entries": report.entries,
            "counts": {s.value: count for s, count in counted(report.diagnostics).items()},
            "fixable": report.fixable,
            "hidden": report.hidden,
            "diagnostics": [_plain(diagnostic, report) for diagnostic in report.diagnostics],
        }
    )


def _plain(diagnostic: Diagnostic, report: Report) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule,
        "rule_url": rule_address(diagnostic.rule),
        "theme": report.rules[diagnostic.rule].theme.value,
        "severity": diagnostic.severity.value,
        **place_fields(diagnostic.location),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "related": [
            {**place_fields(location), "message": words} for location, words in diagnostic.related
        ],
        "fix": _fix(diagnostic, report),
    }


def _fix(diagnostic: Diagnostic, report: Report) -> dict[str, Any] | None:
    if diagnostic.fix is None:
        return None
    return {
        "title": diagnostic.fix.title,
        "replacements": [
            {**place_fields(replacement.location), "text": replacement.text}
            for replacement in report.replacements.get(diagnostic, ())
        ],
    }


def place_fields(location: Location) -> dict[str, Any]:
    """Return a place as the fields of an object."""
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }
