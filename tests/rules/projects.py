"""The projects that examples and cases of rules live in.

A project is a list: entries with their `id`, and besides them whatever the rule looks at.

    - {id: token, name: Token}                       an entry
    - {id: broken, text: "name: ["}                  an entry, as the text of its file
    - {page: index.md, text: "See [[token]]."}       a hand-written page
    - {file: docs/images/map.png, text: ""}          any other file
    - {config: {categories: {a: {name: A}}}}         options of the plugin
"""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.diagnostics import Diagnostic
from generator.pipeline import RULES
from tests.factories import as_yaml, diagnostics

CONFIG: Mapping[str, Any] = {
    "categories": {"models": {"name": "Models"}},
    "regions": {"NORDICS": {"name": "Nordic countries", "members": ["DK", "NO", "SE"]}},
}
# Rules that nearly every small example would break: they judge where they are meant.
ONLY_WHERE_MEANT = ("orphan-term", "empty-category")


def judged(tmp_path: Any, rule: str, items: Iterable[Mapping[str, Any]]) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a project, with `rule` switched on."""
    items = list(items)
    config = {**CONFIG, "rules": _rules(rule)}
    for item in items:
        config = {**config, **item.get("config", {})}
    made: dict[str, str | bytes] = {}
    for item in items:
        made |= _files(item)
    return diagnostics(tmp_path, made, config)


def _rules(rule: str) -> dict[str, str]:
    silent = {name: "off" for name in ONLY_WHERE_MEANT if name in RULES and name != rule}
    return silent if RULES[rule].enabled else {**silent, rule: RULES[rule].severity.value}


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
