"""Diagnostics for programs."""

import json

from generator.diagnostics import Diagnostic, Location, Severity
from generator.reporting import REPORTERS

ONE = Diagnostic(
    "unknown-term",
    Severity.ERROR,
    Location("terms/é.yml", 14, 11, 14, 15),
    "no term has the id 'ragg'",
    "did you mean 'rag'?",
    "  - term: ragg",
    ((Location("terms/b.yml"), "here too"),),
)
OTHER = Diagnostic("raw-html", Severity.HINT, Location("terms/b.yml"), "HTML")


def test_json_holds_everything_a_program_needs() -> None:
    assert json.loads(REPORTERS["json"]([ONE, OTHER])) == {
        "version": 1,
        "counts": {"error": 1, "warning": 0, "hint": 1},
        "diagnostics": [
            {
                "rule": "unknown-term",
                "severity": "error",
                "path": "terms/é.yml",
                "line": 14,
                "column": 11,
                "end_line": 14,
                "end_column": 15,
                "message": "no term has the id 'ragg'",
                "hint": "did you mean 'rag'?",
                "related": [
                    {
                        "path": "terms/b.yml",
                        "line": 1,
                        "column": 1,
                        "end_line": 1,
                        "end_column": 1,
                        "message": "here too",
                    }
                ],
            },
            {
                "rule": "raw-html",
                "severity": "hint",
                "path": "terms/b.yml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 1,
                "message": "HTML",
                "hint": None,
                "related": [],
            },
        ],
    }


def test_json_of_nothing_is_a_document_too() -> None:
    assert json.loads(REPORTERS["json"]([])) == {
        "version": 1,
        "counts": {"error": 0, "warning": 0, "hint": 0},
        "diagnostics": [],
    }


def test_text_ends_with_the_counts() -> None:
    assert REPORTERS["text"]([ONE, OTHER]) == (
        "terms/é.yml:14:11: error: no term has the id 'ragg' [unknown-term]\n"
        "  14 │   - term: ragg\n"
        "     │           ^^^^ did you mean 'rag'?\n"
        "   terms/b.yml:1:1: here too\n\n"
        "terms/b.yml:1:1: hint: HTML [raw-html]\n\n"
        "1 error, 1 hint"
    )
