"""The examples in the documentation of every rule are true.

A block marked `yaml bad` or `yaml good` holds a project, as `projects.py` says; the examples of
rules about files hold the text of one file. A block marked `html bad` or `html good` holds a
finished site, as `sites.py` says.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Diagnostic
from generator.external_links.rules import RULES as RULES_OF_OTHER_SITES
from generator.pipeline import RULES
from generator.reading import RULES as RULES_OF_FILES
from tests.rules import projects, sites

# What no text in a documentation can show: why not.
WITHOUT_EXAMPLES = {
    "encoding": "bytes that are not UTF-8 cannot stand in a docstring",
    "file-too-large": "an example of a megabyte helps nobody",
    "too-deep": "more than 20 levels in one example help nobody",
    "invalid-file-name": "it is about the name of the file, not about what it holds",
    "colliding-ids": "it is about the names of two files",
    "reserved-name": "it is about the name of the file, not about what it holds",
    "bidirectional-control": "an invisible character would turn the documentation round",
    "unreadable-file": "it is about the kind of file, not about what it holds",
    **{rule.name: "another server decides" for rule in RULES_OF_OTHER_SITES},
}
_BLOCK = re.compile(
    r"^```(?P<language>yaml|html) (?P<kind>bad|good)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def examples(kind: str, language: str = "yaml") -> list[pytest.param]:  # type: ignore[valid-type]
    return [
        pytest.param(name, found["text"], id=f"{name}-{number}")
        for name, rule in sorted(RULES.items())
        for number, found in enumerate(_BLOCK.finditer(rule.documentation), 1)
        if (found["kind"], found["language"]) == (kind, language)
    ]


def items(rule: str, text: str) -> list[dict[str, Any]]:
    """Return the project of an example."""
    if rule in {rule.name for rule in RULES_OF_FILES}:
        return [{"id": "token", "text": text}]
    made: list[dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)
    return made


def judged(tmp_path: Path, rule: str, text: str) -> tuple[Diagnostic, ...]:
    return projects.diagnosed(tmp_path, rule, items(rule, text))


@pytest.mark.parametrize(("rule", "text"), examples("bad"))
def test_a_bad_example_breaks_its_rule_and_no_other(tmp_path: Path, rule: str, text: str) -> None:
    assert {diagnostic.rule for diagnostic in judged(tmp_path, rule, text)} == {rule}


@pytest.mark.parametrize(("rule", "text"), examples("good"))
def test_a_good_example_breaks_no_rule(tmp_path: Path, rule: str, text: str) -> None:
    assert judged(tmp_path, rule, text) == ()


@pytest.mark.parametrize(("rule", "site"), examples("bad", "html"))
def test_a_bad_site_breaks_its_rule_and_no_other(tmp_path: Path, rule: str, site: str) -> None:
    assert {found.rule for found in sites.diagnosed(tmp_path, rule, site)} == {rule}


@pytest.mark.parametrize(("rule", "site"), examples("good", "html"))
def test_a_good_site_breaks_no_rule(tmp_path: Path, rule: str, site: str) -> None:
    assert sites.diagnosed(tmp_path, rule, site) == ()


@pytest.mark.parametrize("kind", ["bad", "good"])
def test_every_rule_has_examples_unless_there_is_a_reason(kind: str) -> None:
    found = [*examples(kind), *examples(kind, "html")]
    with_examples = {param.values[0] for param in found}  # type: ignore[attr-defined]
    assert set(RULES) - with_examples == set(WITHOUT_EXAMPLES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_the_documentation_of_a_rule_begins_with_what_must_hold(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.sentence.endswith(".")
    assert rule.documentation.splitlines()[1:2] == [""]
