"""Differences as JSON, for other programs."""

from typing import Any

from generator import __version__
from generator.changes import (
    Broken,
    Change,
    Differences,
    EntryChange,
    Kind,
    LinkChange,
    RelationChange,
)
from generator.reporting.addresses import SITE
from generator.reporting.as_json import place_fields
from generator.reporting.characters import json_document

SCHEMA = f"{SITE}reference/differences.schema.json"
_COUNTED = (Kind.ADDED, Kind.REMOVED, Kind.RENAMED, Kind.CHANGED)


def as_json(found: Differences) -> str:
    """Return a JSON document; `version` changes when a field is renamed or removed.

    For other programs. The JSON Schema names every field.
    """
    return json_document(
        {
            "$schema": SCHEMA,
            "version": 1,
            "termloom": __version__,
            "changed": not found.is_empty,
            "counts": {kind.value: found.count(kind) for kind in _COUNTED},
            "entries": [_entry(entry) for entry in found.entries],
            "relations": [_relation(one) for one in found.relations],
            "links": [_link(one) for one in found.links],
            "broken": [_broken(one) for one in found.broken],
            "lost": list(found.lost),
            "settings": [_change(change) for change in found.settings],
            "pages": [{"change": kind.value, "path": path} for kind, path in found.pages],
            "unseen": list(found.unseen),
            "unread": list(found.unread),
        }
    )


def _entry(entry: EntryChange) -> dict[str, Any]:
    return {
        "change": entry.kind.value,
        "id": entry.id,
        "kind": entry.noun,
        "name": entry.name,
        "status": entry.status,
        "file": entry.file,
        "about": entry.about or None,
        "former_id": entry.former,
        "declared": entry.declared if entry.former is not None else None,
        "changes": [_change(change) for change in entry.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "change": change.kind.value,
        "path": list(change.path),
        "titles": list(change.titles),
        "old": change.old,
        "new": change.new,
        "words": [{"op": piece.op.value, "text": piece.text} for piece in change.words] or None,
    }


def _relation(one: RelationChange) -> dict[str, Any]:
    return {
        "change": one.kind.value,
        "source": one.source,
        "target": one.target,
        "relation": one.relation.value,
        "derived": one.derived,
    }


def _link(one: LinkChange) -> dict[str, Any]:
    return {"term": one.term, "appeared": list(one.appeared), "vanished": list(one.vanished)}


def _broken(one: Broken) -> dict[str, Any]:
    return {**place_fields(one.at), "target": one.target, "now": list(one.now)}
