"""The JSON Schema of one project's entries: it offers the ids, codes and tags that are there."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.config import Config
from generator.graph import Graph
from generator.model import Comparison, Glossary, Term
from generator.model.choices import Choices
from generator.model.regions import Regions
from generator.model.schema import TITLE, json_schema
from generator.prose import to_text
from generator.text import EntryId, JsonSchema

_LONGEST = 160


def project_schema(
    graph: Graph,
    config: Config,
    *,
    definitions: Mapping[EntryId, str] | None = None,
    address: str | None = None,
    drafts: bool = True,
    unloaded: Iterable[str] = (),
) -> JsonSchema:
    """Return the schema of the entries of a project, which accepts what it can refer to.

    `definitions` are those of the terms in plain words, if somebody has them already;
    `address` is where the schema is published. Without `drafts` nothing tells of them.
    `unloaded` are the ids of files that cannot be loaded: to refer to them is no mistake.
    """
    glossary = graph.glossary if drafts else _published_only(graph.glossary)
    if definitions is None:
        definitions = {
            id: to_text(term.definition, graph.words)
            for id, term in glossary.terms.items()
            if term.definition
        }
    regions = Regions.of(config)
    terms = {
        str(id): _shortened(f"{term.name}: {definitions.get(id, '')}".removesuffix(": "))
        for id, term in glossary.terms.items()
    }
    terms |= {id: "Its file has errors." for id in unloaded if id not in glossary.files}
    choices = Choices(
        terms=dict(sorted(terms.items())),
        categories={str(id): str(category.name) for id, category in config.categories.items()},
        regions={code: regions.name(code) for code in dict.fromkeys(regions.known())},
        countries=tuple(regions.territories),
        tags=_tags(glossary),
        taken={
            Term.__name__: _pages(glossary.terms.values()),
            Comparison.__name__: _pages(glossary.comparisons.values()),
        },
    )
    return json_schema(choices, address)


def written(schema: JsonSchema) -> str:
    """Return the text of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def is_schema_of_ours(text: str) -> bool:
    """Return whether a file's text is a schema that Termloom wrote, in this version or another."""
    try:
        found: Any = json.loads(text)
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("title") == TITLE


def _published_only(glossary: Glossary) -> Glossary:
    kept = {entry.id: entry for entry in glossary if entry.is_published}
    return Glossary.of(kept, glossary.files)


def _pages(entries: Iterable[Term | Comparison]) -> tuple[str, ...]:
    """Return the ids of the entries that have a page."""
    return tuple(str(entry.id) for entry in entries if entry.is_published)


def _tags(glossary: Glossary) -> dict[str, str]:
    """Return every tag with how often it is used, the commonest first."""
    counts: dict[str, int] = {}
    for entry in glossary:
        for tag in entry.tags:
            counts[str(tag)] = counts.get(str(tag), 0) + 1
    commonest = sorted(counts, key=lambda tag: (-counts[tag], tag))
    return {
        tag: f"On {counts[tag]} {'entry' if counts[tag] == 1 else 'entries'}" for tag in commonest
    }


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:") + " …"
