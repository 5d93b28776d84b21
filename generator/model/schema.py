"""The JSON Schema of an entry, made from the models.

JSON Schema 2020-12, https://json-schema.org/draft/2020-12/schema. An entry is a comparison
if it says `kind: comparison`, a term otherwise.
"""

from typing import Any

from pydantic.json_schema import models_json_schema

from generator.model.comparison import Comparison
from generator.model.term import Term

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """Return the schema of an entry's file: without `id`, which is the file's name."""
    _, shared = models_json_schema([(Term, "validation"), (Comparison, "validation")])
    definitions = shared["$defs"]
    for model in (Term, Comparison):
        schema = definitions[model.__name__]
        del schema["properties"]["id"]
        schema["required"].remove("id")
    definitions["Term"]["properties"]["kind"] = {
        "const": "term",
        "title": "Kind",
        "description": "`term`, which is what every entry is unless it says otherwise.",
    }
    return {
        "$schema": DIALECT,
        "title": "Termloom entry",
        "description": "One YAML file: a term, or a comparison of terms.",
        "type": "object",
        "if": {"properties": {"kind": {"const": "comparison"}}, "required": ["kind"]},
        "then": {"$ref": "#/$defs/Comparison"},
        "else": {"$ref": "#/$defs/Term"},
        "$defs": definitions,
    }
