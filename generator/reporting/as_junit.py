"""Diagnostics as a JUnit report, for GitLab, Jenkins and others that show test results."""

from collections import Counter
from itertools import groupby
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from generator.diagnostics import Diagnostic, Severity
from generator.reporting.addresses import rule_address
from generator.reporting.characters import printable
from generator.reporting.report import Report, amount
from generator.reporting.text import block


def as_junit(report: Report) -> str:
    """Return an XML document with a test suite for each file.

    For GitLab, Jenkins and others that show the results of tests. Errors and warnings are
    failures, hints pass with their text as output. The name of a test holds no line number,
    so that a diagnostic counts as the same when its line moves.
    """
    suites = ET.Element("testsuites", name="termloom")
    by_file = groupby(report.diagnostics, lambda diagnostic: diagnostic.location.path)
    for path, group in by_file:
        suites.append(_suite(f"{report.folder}{path}", list(group)))
    if not report.diagnostics:
        # Jenkins takes a report without tests for a broken one.
        words = f"{amount(report.entries, report.unit)} checked"
        suites.append(_counted("termloom", [_case("termloom", words)]))
    for count in ("tests", "failures", "errors"):
        suites.set(count, str(sum(int(suite.get(count, 0)) for suite in suites)))
    ET.indent(suites)
    # GitHub's runner obeys such a mark in whatever is printed.
    text = ET.tostring(suites, encoding="unicode").replace("##[", "##&#91;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def _suite(path: str, diagnostics: list[Diagnostic]) -> ET.Element:
    # Jenkins takes what stands after the last dot of a class for its short name.
    classname = str(PurePosixPath(printable(path)).with_suffix(""))
    named: Counter[str] = Counter()
    cases = []
    for diagnostic in diagnostics:
        name = f"{diagnostic.rule}: {printable(diagnostic.message)}"
        named[name] += 1
        # GitLab shows the first of several tests with one name, and no other.
        case = _case(classname, name if named[name] == 1 else f"{name} ({named[name]})")
        case.append(_outcome(diagnostic))
        cases.append(case)
    return _counted(printable(path), cases)


def _counted(name: str, cases: list[ET.Element]) -> ET.Element:
    failures = sum(case.find("failure") is not None for case in cases)
    counts = {"tests": str(len(cases)), "failures": str(failures), "errors": "0"}
    suite = ET.Element("testsuite", {"name": name, **counts})
    suite.extend(cases)
    return suite


def _case(classname: str, name: str) -> ET.Element:
    return ET.Element("testcase", classname=classname, name=name)


def _outcome(diagnostic: Diagnostic) -> ET.Element:
    if diagnostic.severity is Severity.HINT:
        outcome = ET.Element("system-out")
    else:
        outcome = ET.Element(
            "failure", type=diagnostic.severity.value, message=printable(diagnostic.message)
        )
    outcome.text = f"\n{block(diagnostic)}\n\n{rule_address(diagnostic.rule)}\n"
    return outcome
