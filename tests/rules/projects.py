"""The projects that examples and cases of rules live in.

A project is a list: entries with their `id`, and besides them whatever the rule looks at.

    - {id: token, name: Token}                       an entry
    - {id: broken, text: "name: ["}                  an entry, as the text of its file
    - {page: index.md, text: "See [[token]]."}       a hand-written page
    - {file: docs/images/map.png, text: ""}          any other file
    - {config: {categories: {a: {name: A}}}}         options of the plugin
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.diagnostics import Diagnostic
from generator.pipeline import RULES, judged
from generator.project import Project
from tests import factories
from tests.factories import as_yaml

CONFIG: Mapping[str, Any] = {
    "categories": {"models": {"name": "Models"}},
    "regions": {"NORDICS": {"name": "Nordic countries", "members": ["DK", "NO", "SE"]}},
}


def project(tmp_path: Path, rule: str, items: Iterable[Mapping[str, Any]]) -> Project:
    """Write a project with `rule` switched on, and open it."""
    config = {**CONFIG, "rules": _rules(rule)}
    made: dict[str, str | bytes] = {}
    for item in items:
        config = {**config, **item.get("config", {})}
        made |= _files(item)
    return factories.project(tmp_path, made, config)


def diagnosed(
    tmp_path: Path, rule: str, items: Iterable[Mapping[str, Any]]
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a project, with `rule` switched on."""
    return judged(project(tmp_path, rule, items), factories.TODAY).diagnostics


def _rules(rule: str) -> dict[str, str]:
    return {rule: RULES[rule].severity.value} if RULES[rule].adjustable else {}


def _files(item: Mapping[str, Any]) -> dict[str, str | bytes]:
    match item:
        case {"page": page, "text": text}:
            return {f"docs/{page}": text}
        case {"file": file, "text": text}:
            return {file: text}
        case {"id": id, "text": str(text), **others} if not others:
            return {f"terms/{id}.yml": text}
        case {"id": id, **fields}:
            return {f"terms/{id}.yml": as_yaml(fields)}
        case _:
            return {}
