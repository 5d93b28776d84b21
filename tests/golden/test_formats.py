"""The same diagnostics in every format, compared whole.

The set holds what formats get wrong: all severities, a fix, related places, wide characters,
and an author who writes for terminals, build logs, Markdown, HTML and XML.
`pytest --update-golden` writes `formats/` anew; read the difference.
"""

import json
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import jsonschema
import pytest
import xmlschema
from rich.console import Console

from generator import __version__
from generator.diagnostics import (
    Address,
    Diagnostic,
    Edit,
    Fix,
    Location,
    Replacement,
    Rule,
    Severity,
    Theme,
)
from generator.reporting import REPORTERS, Report, job_summary
from generator.reporting.text import told
from tests.golden.test_golden import compare

HERE = Path(__file__).parent / "formats"
DATA = Path(__file__).resolve().parents[1] / "data"
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "reference" / "diagnostics.schema.json"
ENDINGS = {"text": "txt", "json": "json", "sarif": "sarif", "github": "txt", "junit": "xml"}

HOSTILE = (
    "\x1b[31m\x9b2J\u202e<script>alert(1)</script> | `x` [a](javascript:b) {0} @all #1 www.a.b\n"
    "::error::"
)
RULES: Mapping[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule(
            "unknown-term",
            Severity.ERROR,
            "A reference names an entry that exists.\n\nElse readers meet [[words]] {0}.\n\n"
            "```yaml bad\n- {id: a, name: A}\n```\n\n```yaml good\n- {id: b, name: B}\n```\n",
            Theme.RELATIONS,
            fixable=True,
        ),
        Rule("yaml-syntax", Severity.ERROR, "An entry is YAML.", Theme.FILE, adjustable=False),
        Rule("raw-html", Severity.WARNING, "Prose holds no HTML.\n\nIt could harm.", Theme.PROSE),
        Rule("long-sentence", Severity.HINT, "Short.", Theme.PROSE, enabled=False),
    )
}
TEXTS = {
    "terms/é %1.yml": "name: 😀😀 日本\nrelated:\n  - term: 😀ragg # one\n  - term: ragg\n",
    "terms/a.yml": f"name: A\ndefinition: {HOSTILE}\n",
}
MENDED = Diagnostic(
    "unknown-term",
    Severity.ERROR,
    Location("terms/é %1.yml", 3, 12, 3, 16),
    "no entry has the id 'ragg'",
    "did you mean 'rag'?",
    "  - term: 😀ragg # one",
    ((Location("terms/é %1.yml", 1, 7, 1, 9), "so is this"), (Location("mkdocs.yml"), "set here")),
    Fix("Write 'rag'", (Edit(Address("terms/é %1.yml", ("related", 0, "term")), "rag"),)),
)
DIAGNOSTICS = (
    Diagnostic(
        "raw-html",
        Severity.WARNING,
        Location("terms/a.yml", 2, 13, 2, 22),
        f"HTML: '{HOSTILE}'",
        f"write '{HOSTILE}' ##[error]so",
        f"definition: {HOSTILE}".partition("\n")[0],
        ((Location(f"terms/{HOSTILE}.yml", 2, 1, 2, 4), HOSTILE),),
    ),
    Diagnostic("long-sentence", Severity.HINT, Location("terms/a.yml", 2, 13, 3, 1), "it is long"),
    MENDED,
    Diagnostic(
        "unknown-term",
        Severity.ERROR,
        Location("terms/é %1.yml", 4, 11, 4, 15),
        "no entry has the id 'ragg'",
        None,
        "  - term: ragg",
    ),
    Diagnostic("yaml-syntax", Severity.ERROR, Location("terms/中文,x:y.yml"), "this is no YAML"),
)
REPLACED = (
    Replacement(Location("terms/é %1.yml", 3, 12, 3, 16), "rag"),
    Replacement(Location("terms/é %1.yml", 4, 11, 4, 15), "rag"),
    Replacement(Location("terms/a.yml", 1, 1, 1, 1), "# [see](x) 😀\n"),
)
REPORT = Report(
    DIAGNOSTICS,
    RULES,
    entries=1_200,
    replacements={MENDED: REPLACED},
    texts=TEXTS,
    changed=frozenset({"terms/é %1.yml"}),
    folder="glossary site/",
    hidden=7,
)


def written(style: str, report: Report = REPORT) -> str:
    """Return a report in one format, with a version that does not age."""
    return re.sub(rf'(?<=[" ]){re.escape(__version__)}"', '0.0.0"', REPORTERS[style](report)) + "\n"


@pytest.mark.parametrize("style", REPORTERS)
def test_a_format(style: str, update_golden: bool) -> None:
    compare(HERE, {f"{style}.{ENDINGS[style]}": written(style)}, update=update_golden)


def test_the_summary_of_a_job(update_golden: bool) -> None:
    compare(HERE, {"summary.md": job_summary(REPORT)}, update=update_golden)


@pytest.mark.parametrize("style", REPORTERS)
def test_a_format_of_nothing(style: str, update_golden: bool) -> None:
    nothing = Report((), RULES, entries=1)
    name = f"nothing/{style}.{ENDINGS[style]}"
    compare(HERE, {name: written(style, nothing)}, update=update_golden)


def test_the_text_with_colours_says_the_same() -> None:
    file = StringIO()
    Console(file=file, width=1000).print(told(REPORT, linked=False), soft_wrap=True)
    assert file.getvalue() == written("text")


@pytest.mark.parametrize("style", REPORTERS)
def test_nothing_printed_is_obeyed_by_a_terminal_or_by_a_runner(style: str) -> None:
    text = written(style)
    assert [c for c in text if not c.isprintable() and c not in "\n\ufffd"] == []
    assert "##[" not in text
    if style != "github":
        assert not any(line.strip().startswith("::") for line in text.splitlines())


@pytest.mark.parametrize("report", [REPORT, Report((), {}, 0)], ids=["full", "empty"])
def test_json_is_as_its_schema_says(report: Report) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(written("json", report)), schema)


@pytest.mark.parametrize("report", [REPORT, Report((), {}, 0)], ids=["full", "empty"])
def test_sarif_is_as_its_schema_says(report: Report) -> None:
    schema = json.loads((DATA / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    log = json.loads(written("sarif", report))
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(log)


@pytest.mark.parametrize("report", [REPORT, Report((), {}, 0)], ids=["full", "empty"])
def test_junit_is_as_its_schema_says(report: Report) -> None:
    xmlschema.XMLSchema(DATA / "junit-10.xsd").validate(written("junit", report))
