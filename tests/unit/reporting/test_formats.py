"""What each format promises besides how it looks (`tests/golden/formats/` shows that)."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from generator.diagnostics import Diagnostic, Location, Rule, Severity, Theme
from generator.pipeline import RULES as OWN_RULES
from generator.reporting import REPORTERS, Report, job_summary
from generator.reporting.as_github import SHOWN_OF_EACH
from generator.reporting.as_json import SCHEMA
from generator.reporting.job_summary import LARGEST

ROOT = Path(__file__).resolve().parents[3]
RULES = {"long-name": Rule("long-name", Severity.ERROR, "Short names.", Theme.LABELS)}
ONE = Diagnostic(
    "long-name", Severity.ERROR, Location("terms/a.yml", 1, 7, 1, 9), "too long", None, "name: Ab"
)


def many(count: int, severity: Severity = Severity.ERROR, path: str = "terms/a.yml") -> Report:
    return report(
        *(
            replace(ONE, severity=severity, location=Location(path, line, 7, line, 9))
            for line in range(1, count + 1)
        )
    )


def report(*diagnostics: Diagnostic, **others: Any) -> Report:
    return Report(diagnostics, RULES, 3, **others)


def both(first: Report, second: Report, **others: Any) -> Report:
    return report(*first.diagnostics, *second.diagnostics, **others)


def commands(shown: Report) -> list[str]:
    return [line for line in REPORTERS["github"](shown).splitlines() if line.startswith("::")]


def test_github_is_told_no_more_than_it_shows() -> None:
    found = both(many(11), both(many(12, Severity.WARNING), many(13, Severity.HINT)))
    told = commands(found)
    kinds = [line.split(" ")[0] for line in told]
    assert [kinds.count(kind) for kind in ("::error", "::warning", "::notice")] == [10, 10, 10]
    assert told[-1] == (
        "::notice title=termloom::1 error, 2 warnings, 4 hints more: "
        "see the summary of this job, or run 'termloom check'"
    )


def test_github_is_told_everything_where_it_shows_everything() -> None:
    told = commands(both(many(SHOWN_OF_EACH), many(SHOWN_OF_EACH, Severity.HINT)))
    assert len(told) == 2 * SHOWN_OF_EACH
    assert "title=termloom" not in told[-1]


def test_github_hears_of_changed_files_first() -> None:
    found = both(many(30), many(2, path="terms/z.yml"), changed=frozenset({"terms/z.yml"}))
    assert [re.findall(r"file=([^,]+),line=(\d+)", line) for line in commands(found)[:3]] == [
        [("terms/z.yml", "1")],
        [("terms/z.yml", "2")],
        [("terms/a.yml", "1")],
    ]


def test_github_hears_of_an_error_elsewhere_before_a_warning_in_a_changed_file() -> None:
    warning = many(1, Severity.WARNING, "terms/z.yml")
    found = both(warning, many(1), changed=frozenset({"terms/z.yml"}))
    assert [line.split(" ")[0] for line in commands(found)] == ["::error", "::warning"]


@pytest.mark.parametrize("text", ["100 %", "%0A", "a:b,c", "a\r\nb", "::error::x", "##[error]x"])
def test_github_reads_back_what_was_written(text: str) -> None:
    """The runner puts characters back one after the other, the percent sign last."""
    place = Location(f"terms/{text}.yml", 1, 1, 1, 2)
    (line,) = commands(report(replace(ONE, location=place, message=text)))
    properties, _, data = line.removeprefix("::error ").partition("::")
    shown = text.replace("\r", "\ufffd").replace("\n", "\ufffd").replace("##[", "#♯[")
    file = dict(pair.split("=", 1) for pair in properties.split(","))["file"]
    for token, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        file = file.replace(token, sign)
    for token, sign in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        data = data.replace(token, sign)
    assert file == f"terms/{shown}.yml"
    assert data.splitlines()[0] == shown


def results(shown: Report) -> list[Any]:
    return list(json.loads(REPORTERS["sarif"](shown))["runs"][0]["results"])


def fingerprints(shown: Report) -> list[str]:
    return [result["partialFingerprints"]["termloom/v1"] for result in results(shown)]


def test_a_fingerprint_stays_when_the_line_moves() -> None:
    moved = replace(ONE, location=Location("terms/a.yml", 9, 9, 9, 11), source="  name: Ab")
    assert fingerprints(report(ONE)) == fingerprints(report(moved))


def test_no_two_diagnostics_share_a_fingerprint() -> None:
    others = (
        replace(ONE, location=Location("terms/b.yml", 1, 7, 1, 9)),
        replace(ONE, source="name: Abc"),
        replace(ONE, location=Location("terms/a.yml", 5, 7, 5, 9)),
    )
    assert len(set(fingerprints(report(ONE, *others)))) == 4


@pytest.mark.parametrize("path", ["terms/é 1.yml", "terms/a%20b.yml", "a:b/c#d?e.yml", "日/x.yml"])
def test_a_uri_is_percent_encoded(path: str) -> None:
    (result,) = results(report(replace(ONE, location=Location(path)), folder="sub folder/"))
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert re.fullmatch(r"[A-Za-z0-9%/._~-]+", place["uri"])
    assert unquote(place["uri"]) == f"sub folder/{path}"


def test_columns_of_sarif_count_utf_16() -> None:
    wide = replace(ONE, location=Location("terms/a.yml", 2, 3, 3, 2), source="😀😀😀")
    texts = {"terms/a.yml": "x\n😀😀😀\n😀"}
    (result,) = results(report(wide, texts=texts))
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 5,
        "endLine": 3,
        "endColumn": 3,
    }


def cases(shown: Report) -> Iterator[tuple[str, str, str]]:
    for case in ET.fromstring(REPORTERS["junit"](shown)).iter("testcase"):
        outcome = case.find("failure")
        yield case.get("classname", ""), case.get("name", ""), "" if outcome is None else "failed"


def test_no_two_tests_of_junit_share_a_name() -> None:
    assert list(cases(many(3))) == [
        ("terms/a", "long-name: too long", "failed"),
        ("terms/a", "long-name: too long (2)", "failed"),
        ("terms/a", "long-name: too long (3)", "failed"),
    ]


def test_a_hint_fails_no_test_of_junit() -> None:
    assert list(cases(many(1, Severity.HINT))) == [("terms/a", "long-name: too long", "")]


def test_a_large_summary_is_cut_and_says_so() -> None:
    files = [many(150, path=f"terms/{number}.yml") for number in range(100)]
    shown = job_summary(report(*(d for file in files for d in file.diagnostics)))
    told = shown.count("❌")
    assert 0 < told < 15_000
    assert len(shown.encode()) < LARGEST + 1_000
    assert shown.endswith(f"{15_000 - told:,} diagnostics more: run `termloom check` to see all.\n")


def test_lone_surrogates_can_be_written() -> None:
    odd = replace(ONE, location=Location("terms/\udcff.yml"), message="\udcff", source="\udcff")
    for reporter in REPORTERS.values():
        assert reporter(report(odd)).encode()
    assert job_summary(report(odd)).encode()


def test_every_rule_of_ours_can_be_told_in_every_format() -> None:
    found = tuple(replace(ONE, rule=name) for name in OWN_RULES)
    for reporter in REPORTERS.values():
        assert reporter(Report(found, OWN_RULES, 1)).encode()


def test_the_schema_of_json_knows_every_theme_and_severity() -> None:
    schema = json.loads((ROOT / "docs/reference/diagnostics.schema.json").read_text("utf-8"))
    fields = schema["$defs"]["diagnostic"]["properties"]
    assert fields["theme"]["enum"] == [theme.value for theme in Theme]
    assert fields["severity"]["enum"] == [severity.value for severity in Severity]
    assert schema["$id"] == SCHEMA
