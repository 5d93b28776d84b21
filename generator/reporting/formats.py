"""The formats of diagnostics, by name."""

from generator.reporting.as_github import as_github
from generator.reporting.as_json import as_json
from generator.reporting.as_junit import as_junit
from generator.reporting.as_sarif import as_sarif
from generator.reporting.report import Reporter
from generator.reporting.text import as_text

REPORTERS: dict[str, Reporter] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "junit": as_junit,
}
