"""The page about the formats of `termloom diff`, from the writers and from the JSON Schema."""

import json
from collections.abc import Iterator
from inspect import getdoc

from generator.reporting.differences import WRITERS
from reference.formats import SCHEMA as DIAGNOSTICS
from reference.formats import fields

SCHEMA = DIAGNOSTICS.with_name("differences.schema.json")
_NAMES = {"text": "Text", "markdown": "Markdown", "json": "JSON"}
_PARTS = ("entry", "change", "piece", "relation", "link", "broken", "page")


def differences_page() -> Iterator[str]:
    """Yield the paragraphs of the page about what `termloom diff` prints."""
    yield "# Formats of differences"
    yield (
        "For publishers who let a machine read what `termloom diff` says. `--format` chooses one "
        "of these. All of them are safe to print and to show: what an author writes can neither "
        "move the cursor nor give a build server commands, and becomes no markup."
    )
    for name, writer in WRITERS.items():
        yield f"## {_NAMES.get(name, name)}"
        yield f"`--format {name}`"
        first, _, told = (getdoc(writer) or "").partition("\n")
        yield from (" ".join(part.split()) for part in (*[first] * (name != "json"), told.strip()))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    yield f"The [JSON Schema]({SCHEMA.name}) says the same as these tables."
    yield from fields("The document", schema)
    for part in _PARTS:
        described = schema["$defs"][part]
        yield from fields(described["description"].partition(".")[0], described)
