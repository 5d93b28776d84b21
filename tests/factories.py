"""Entries, glossaries and projects that are valid by default: a test states what matters."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.config import Config
from generator.diagnostics import Diagnostic
from generator.link import link
from generator.model import Comparison, Entry, Glossary, Term
from generator.pipeline import build, judged
from generator.project import Project
from generator.reading import open_project
from generator.render import Press, press_for
from generator.reporting.text import block
from generator.text import EntryId

TODAY = date(2026, 11, 21)
# Rules that nearly every small project would break.
ONLY_WHERE_MEANT = ("orphan-term", "empty-category")


def term(id: str = "token", **fields: Any) -> Term:
    """Return a published term that no rule complains about."""
    return Term.model_validate({"id": id, **term_fields(id), **fields})


def term_fields(id: str = "token") -> dict[str, Any]:
    """Return what the file of a complete term says."""
    return {
        "name": id.replace("-", " ").capitalize(),
        "definition": "Something that is explained here.",
        "why_it_matters": "It comes up at work.",
    }


def comparison(
    id: str = "walk-or-ride", options: tuple[Any, ...] = ("walk", "ride"), **fields: Any
) -> Comparison:
    """Return a comparison with one criterion and a cell for each option."""
    made = {"id": id, **comparison_fields(options), **fields}
    return Comparison.model_validate(made)


def comparison_fields(options: tuple[Any, ...] = ("walk", "ride")) -> dict[str, Any]:
    """Return what the file of a complete comparison says."""
    ids = [option["term"] if isinstance(option, dict) else option for option in options]
    return {
        "kind": "comparison",
        "name": " or ".join(ids).capitalize(),
        "question": "Which one shall we take?",
        "options": list(options),
        "criteria": [{"name": "Speed", "cells": dict.fromkeys(ids, "Fine")}],
    }


def glossary(*entries: Entry, pages: Mapping[str, str] | None = None) -> Glossary:
    """Return a glossary of entries, each in the file of its id."""
    by_id = {entry.id: entry for entry in entries}
    return Glossary.of(by_id, {id: file_of(id) for id in by_id}, pages)


def file_of(id: str) -> str:
    """Return the path of an entry's file."""
    return f"terms/{EntryId(id)}.yml"


def as_yaml(fields: Mapping[str, Any]) -> str:
    """Return the text of an entry's file."""
    return yaml.dump(dict(fields), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000)


class _Dumper(yaml.SafeDumper):
    """Writes a value that is used twice twice: an entry may not hold aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def term_text(id: str = "token", **fields: Any) -> str:
    """Return the text of a complete term's file; a field of `None` is left out."""
    whole = {**term_fields(id), **fields}
    return as_yaml({name: value for name, value in whole.items() if value is not None})


def comparison_text(options: tuple[Any, ...] = ("walk", "ride"), **fields: Any) -> str:
    """Return the text of a complete comparison's file; a field of `None` is left out."""
    whole = {**comparison_fields(options), **fields}
    return as_yaml({name: value for name, value in whole.items() if value is not None})


def project(
    tmp_path: Path,
    files: Mapping[str, str | bytes] | None = None,
    config: Mapping[str, Any] | None = None,
    **settings: Any,
) -> Project:
    """Write a project and open it. `config` are the plugin's options, `settings` the others.

    `orphan-term` and `empty-category` are off unless the options give them a severity: a few
    entries without relations, on one shelf of several, are what most tests need.
    """
    config = dict(config or {})
    config["rules"] = {**dict.fromkeys(ONLY_WHERE_MEANT, "off"), **config.get("rules", {})}
    write(tmp_path, {"mkdocs.yml": mkdocs_yml(config, **settings)})
    (tmp_path / str(config.get("terms", "terms"))).mkdir(parents=True, exist_ok=True)
    write(tmp_path, files or {})
    return open_project(tmp_path / "mkdocs.yml")


def mkdocs_yml(config: Mapping[str, Any] | None = None, **settings: Any) -> str:
    """Return the text of `mkdocs.yml`. JSON is YAML."""
    return json.dumps(
        {"site_name": "Test", "plugins": [{"termloom": dict(config or {})}], **settings}, indent=1
    )


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files by path below a folder."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def diagnostics(
    tmp_path: Path, files: Mapping[str, str | bytes], config: Mapping[str, Any] | None = None
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a project, its site included."""
    return build(project(tmp_path, files, config), TODAY).diagnostics


def told(
    tmp_path: Path, files: Mapping[str, str | bytes], config: Mapping[str, Any] | None = None
) -> str:
    """Return what an author is told about a project's entries."""
    found = judged(project(tmp_path, files, config), TODAY).diagnostics
    return "\n".join(map(block, found))


def press(*entries: Entry, config: Mapping[str, Any] | None = None, **about: Any) -> Press:
    """Return what the pages of these entries share; `about` are fields of `Project`."""
    return press_of(glossary(*entries), config, **about)


def press_of(entries: Glossary, config: Mapping[str, Any] | None = None, **about: Any) -> Press:
    """Return what the pages of a glossary share."""
    root = about.pop("root", Path("/nowhere"))
    made = Config.model_validate(config or {})
    return press_for(link(entries, config=made), Project(root, made, **about))
