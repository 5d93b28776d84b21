"""Diagnostics as SARIF 2.1.0, the format of GitHub's code scanning and of many viewers."""

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from generator import __version__
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.reporting.addresses import SITE, rule_address
from generator.reporting.characters import json_document
from generator.reporting.facts import documented, reason
from generator.reporting.report import Report
from generator.reporting.sarif_places import ROOT, Json, Places

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
# What GitHub calls them where it sorts and filters.
_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "recommendation",
}


def as_sarif(report: Report) -> str:
    """Return a SARIF 2.1.0 log with one run.

    For GitHub's code scanning and for viewers. It holds the rules that are broken with their
    documentation, the fixes as replacements, and a fingerprint of each diagnostic that stays
    the same when lines move.
    """
    rules = [report.rules[name] for name in sorted({d.rule for d in report.diagnostics})]
    return json_document(
        {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": _driver(rules)},
                    "automationDetails": {"id": "termloom/"},
                    "invocations": [{"executionSuccessful": True}],
                    "originalUriBaseIds": {
                        ROOT: {"description": {"text": "The folder of the repository."}}
                    },
                    "columnKind": "utf16CodeUnits",
                    "results": _results(report, {rule.name: n for n, rule in enumerate(rules)}),
                    "properties": {"entries": report.entries, "hidden": report.hidden},
                }
            ],
        }
    )


def _driver(rules: Sequence[Rule]) -> Json:
    return {
        "name": "Termloom",
        "fullName": f"Termloom {__version__}",
        "semanticVersion": __version__,
        "version": __version__,
        "informationUri": SITE,
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> Json:
    address = rule_address(rule.name)
    words = _unfilled(documented(rule))
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _unfilled(rule.sentence)},
        "fullDescription": {"text": _unfilled(reason(rule) or rule.sentence)},
        "help": {
            "text": f"{words}\n\n{address}",
            "markdown": f"{words}\n\n[More about this rule]({address})",
        },
        "helpUri": address,
        "defaultConfiguration": {"enabled": rule.enabled, "level": _LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.theme.value],
            "precision": "high",
            "problem.severity": _PROBLEMS[rule.severity],
        },
    }


def _results(report: Report, index: dict[str, int]) -> list[Json]:
    places = Places(report)
    met: Counter[str] = Counter()
    results = []
    for diagnostic in report.diagnostics:
        fingerprint = _fingerprint(diagnostic)
        met[fingerprint] += 1
        results.append(
            {
                "ruleId": diagnostic.rule,
                "ruleIndex": index[diagnostic.rule],
                "level": _LEVELS[diagnostic.severity],
                "message": {"text": _message(diagnostic)},
                "locations": [places.location(diagnostic.location)],
                "partialFingerprints": {"termloom/v1": f"{fingerprint}:{met[fingerprint]}"},
                **_related(diagnostic, places),
                **_fixes(diagnostic, report, places),
            }
        )
    return results


def _related(diagnostic: Diagnostic, places: Places) -> Json:
    related = [
        {**places.location(place), "id": number, "message": {"text": _escaped(words)}}
        for number, (place, words) in enumerate(diagnostic.related, 1)
    ]
    return {"relatedLocations": related} if related else {}


def _fixes(diagnostic: Diagnostic, report: Report, places: Places) -> Json:
    """Return the fix, if there is one and it is known which characters it changes."""
    changes = places.changes(report.replacements.get(diagnostic, ()))
    if diagnostic.fix is None or not changes:
        return {}
    title = {"text": _escaped(diagnostic.fix.title)}
    return {"fixes": [{"description": title, "artifactChanges": changes}]}


def _message(diagnostic: Diagnostic) -> str:
    hint = f"; {diagnostic.hint}" if diagnostic.hint else ""
    return _escaped(f"{diagnostic.message}{hint}")


def _escaped(text: str) -> str:
    """Keep the text of an author from being read as a link, `[words](address)`."""
    return _unfilled(text.replace("](", "\\]("))


def _unfilled(text: str) -> str:
    """Keep text from being read as a place to fill in, `{0}`."""
    return re.sub(r"\{([0-9]+)\}", r"{{\1}}", text)


def _fingerprint(diagnostic: Diagnostic) -> str:
    """Return what stays the same when other lines of the file come and go."""
    line = diagnostic.source.strip() or diagnostic.message
    parts = (diagnostic.rule, diagnostic.location.path, line)
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
