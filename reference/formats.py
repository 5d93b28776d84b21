"""The page about the formats of diagnostics, from the reporters and from the JSON Schema."""

import json
from collections.abc import Iterator, Mapping
from inspect import getdoc
from pathlib import Path
from typing import Any

from generator.reporting import REPORTERS

SCHEMA = Path(__file__).resolve().parents[1] / "docs" / "reference" / "diagnostics.schema.json"
NAMES = {"text": "Text", "json": "JSON", "sarif": "SARIF", "github": "GitHub", "junit": "JUnit"}


def formats_page() -> Iterator[str]:
    """Yield the paragraphs of the page about formats."""
    yield "# Formats of diagnostics"
    yield (
        "For publishers who let a machine read what `termloom check` says. `--format` chooses "
        "one of these. All of them are safe to print: what an author writes can neither move "
        "the cursor nor give a build server commands."
    )
    for name, reporter in REPORTERS.items():
        yield f"## {NAMES.get(name, name)}"
        yield f"`--format {name}`"
        _, _, told = (getdoc(reporter) or "").partition("\n")
        yield from (" ".join(part.split()) for part in told.strip().split("\n\n"))
        if name == "json":
            yield from _schema()


def _schema() -> Iterator[str]:
    """Yield the fields of the JSON document."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    parts: Mapping[str, Any] = schema["$defs"]
    yield f"The [JSON Schema]({SCHEMA.name}) says the same as these tables."
    yield from fields("The document", schema)
    yield from fields("A diagnostic", parts["diagnostic"])
    yield from fields("A fix", parts["fix"])
    yield from fields("A replacement", parts["replacement"])
    yield from fields("A place", parts["place"])
    yield (
        "Diagnostics, replacements and related places have the fields of a place besides their own."
    )


def fields(title: str, schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield a table of the fields of an object, under a heading."""
    yield f"### {title}"
    yield schema["description"]
    rows = "\n".join(
        f"| `{name}` | {field['description']} |" for name, field in schema["properties"].items()
    )
    yield f"| Field | What it holds |\n| --- | --- |\n{rows}"
