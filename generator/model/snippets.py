"""What an editor fills in when an author picks a field: its parts, with places to type."""

from collections.abc import Iterator
from typing import Any, get_origin

from generator.part import Part
from generator.shape import annotation_at
from generator.text import JsonSchema


def entry_snippets() -> Iterator[JsonSchema]:
    """Yield what may be filled in for a new file."""
    term = {"name": "$1", "definition": "$2", "why_it_matters": "|\n  $3"}
    yield {"label": "a new term", "description": "A name and two sections.", "body": term}
    criterion = {"name": "$5", "cells": {"$3": "$6", "$4": "$7"}}
    comparison = {"kind": "comparison", "name": "$1", "question": "$2", "options": ["$3", "$4"]}
    yield {
        "label": "a new comparison",
        "description": "Two terms side by side, by one criterion.",
        "body": comparison | {"criteria": [criterion]},
    }


def part_snippet(part: type[Part]) -> JsonSchema:
    """Return what may be filled in for one part: every field that is plain text.

    Editors offer by themselves what has only the fields that are required.
    """
    names = [n for n in part.model_fields if not _is_nested(annotation_at(part, (n,)))]
    return {
        "label": f"{words(part)}, in full",
        "description": f"{', '.join(str(part.model_fields[name].title) for name in names)}.",
        "body": {name: f"${number}" for number, name in enumerate(names, 1)},
    }


def words(model: type) -> str:
    """Return the name of a model in words: `regional note`."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in model.__name__).strip()


def _is_nested(annotation: Any) -> bool:
    return get_origin(annotation) is not None or _is_part(annotation)


def _is_part(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Part)
