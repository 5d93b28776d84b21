"""The schema of an entry: what it says to editors, and that it agrees with the loader."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

import jsonschema
import pytest
import yaml
from markdown.extensions.toc import slugify
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.diagnostics import Severity
from generator.load import load
from generator.model import Comparison, RelationKind, Status, Term
from generator.model.choices import Choices
from generator.model.explained import FIELDS
from generator.model.schema import DIALECT, json_schema
from generator.reading import Document
from generator.shape import annotation_at
from tests.factories import comparison_fields, term_fields

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
PROPERTIES = {name: SCHEMA["$defs"][name]["properties"] for name in ("Term", "Comparison")}


class Plain(str):
    """A value that stands in the file without quotes."""

    __slots__ = ()


class EditorsLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Reads the core schema of YAML 1.2, as editors do."""


EditorsLoader.yaml_implicit_resolvers = {}
for tag, pattern, marks in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    whole = re.compile(f"(?:{pattern})$")
    EditorsLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", whole, list(marks))

# What somebody may write by mistake, or on purpose, in any place at all.
VALUES: tuple[Any, ...] = (
    "Words",
    "two words",
    "a-b",
    "AU",
    "AU-NSW",
    "https://example.org/a?b#c",
    "https://",
    "http:///path",
    "ftp://example.org",
    "2024",
    "2024-06",
    "2024-02-30",
    "2024-12-31",
    "0000-01-01",
    "6 months",
    " 1  year ",
    "0 days",
    "draft",
    "published",
    "related",
    "comparison",
    "term",
    "",
    " \t",
    "<b>",
    "a|b",
    "[[a]]",
    "two\nlines",
    "\u202egnp",
    "\x07",
    "x" * 121,
    "x" * 301,
    "x" * 2_001,
    "x" * 20_001,
    Plain("true"),
    Plain("no"),
    Plain("~"),
    Plain("3"),
    Plain("2024"),
    Plain("1.5"),
    Plain("-7"),
    Plain("6"),
    Plain("2026-11-21"),
    [],
    ["a-b"],
    [[]],
    {},
    {"unknown": "a"},
    {"text": "a"},
    {"term": "a", "relation": "broader"},
)


# To an editor `003`, which may be a region, is the same number as `3`, which is none.
ALIKE = re.compile(r'"region": [0-9]\b')
# An empty definition or cell loads; rules report it.
QUIET = re.compile(r'"(?:definition|fine-tuning)": (?:"(?: \\t)?"|\[\]|\{\})')


def as_text(value: Any) -> str:
    """Return a value as YAML in flow style."""
    match value:
        case Plain():
            return value
        case dict():
            return "{" + ", ".join(f'"{k}": {as_text(v)}' for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(as_text, value)) + "]"
        case _:
            return json.dumps(value)


def loads(text: str) -> bool | None:
    """Return whether an entry has no errors; nothing where it would load without an empty value."""
    found = load({"terms/a.yml": Document("terms/a.yml", text)}, {})
    rules = [rule for rule, _ in found.faults]
    if QUIET.search(text):
        return None
    if found.diagnostics or any(rule.severity is Severity.ERROR for rule in rules):
        return False
    return None if any(rule.name == "empty-value" for rule in rules) else True


def editor_accepts(text: str) -> bool:
    return VALIDATOR.is_valid(yaml.load(text, Loader=EditorsLoader))


def changed(value: Any) -> Iterator[Any]:
    """Yield a value with one thing in it replaced, added or taken away."""
    yield from VALUES
    match value:
        case dict():
            yield {**value, "unknown": "a"}
            for key in value:
                yield {name: inner for name, inner in value.items() if name != key}
                for inner in changed(value[key]):
                    yield {**value, key: inner}
        case list():
            yield [*value, None]
            for inner in changed(value[0]):
                yield [inner, *value[1:]]


def whole(model: type[BaseModel]) -> dict[str, Any]:
    """Return every field of a model with its example."""
    return {
        name: example(annotation_at(model, (name,)), field)
        for name, field in model.model_fields.items()
        if name != "id"
    }


def example(annotation: Any, field: FieldInfo) -> Any:
    arguments = get_args(annotation)
    if get_origin(annotation) is tuple and issubclass(arguments[0], BaseModel):
        return [whole(arguments[0])]
    if get_origin(annotation) is Mapping:
        return {key: whole(arguments[1]) for key in field.examples[0]}  # type: ignore[index]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return whole(annotation)
    return field.examples[0]  # type: ignore[index]


FIELDS_OF_ENTRIES = [
    pytest.param(base, name, value, id=f"{model.__name__}-{name}")
    for model, base in ((Term, term_fields()), (Comparison, comparison_fields()))
    for name, value in whole(model).items()
]


@pytest.mark.parametrize(("base", "name", "value"), FIELDS_OF_ENTRIES)
def test_editors_and_the_loader_agree(base: dict[str, Any], name: str, value: Any) -> None:
    differ = []
    for other in changed(value):
        text = as_text({**base, name: other})
        loaded = loads(text)
        if loaded not in (None, editor_accepts(text)) and not ALIKE.search(text):
            differ.append(f"{'loads' if loaded else 'is refused'}: {name}: {as_text(other)}")
    assert differ == []


def test_the_schema_is_one_of_its_dialect() -> None:
    assert SCHEMA["$schema"] == DIALECT
    assert "$id" not in SCHEMA
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(json_schema(CHOICES, "https://example.org/a.json"))


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema inside a schema, and the schema itself."""
    if isinstance(schema, dict):
        yield schema
        for inner in schema.values():
            yield from parts(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from parts(inner)


def test_every_field_is_explained_and_leads_to_its_place_in_the_reference() -> None:
    reference = (ROOT / "docs" / "reference" / "fields.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", reference, re.MULTILINE)
    anchors = {slugify(heading.replace("`", ""), "-") for heading in headings}
    explained = [part for part in parts(SCHEMA) if "markdownDescription" in part]
    assert len(explained) > 80
    for part in explained:
        assert part["markdownDescription"].startswith(part["description"])
        address, _, anchor = part["markdownDescription"].rpartition("(")[2][:-1].partition("#")
        assert (address, anchor in anchors) == (FIELDS, True), anchor
    fields = [field for part in parts(SCHEMA) for field in part.get("properties", {}).values()]
    named = [field for field in fields if field != {"const": "comparison"}]
    assert [field for field in named if not (field.get("title") and field.get("description"))] == []


def test_a_field_is_explained_with_an_example_as_an_author_writes_it() -> None:
    assert PROPERTIES["Term"]["faq"]["markdownDescription"] == (
        "Questions that readers ask, with answers.\n\n"
        "```yaml\n"
        "faq:\n"
        "  - question: How long does it take?\n"
        "    answer: Days, mostly of people.\n"
        "```\n\n"
        f"[Reference]({FIELDS}#faq)"
    )


def test_every_value_of_a_fixed_list_is_explained() -> None:
    lists = [part for part in parts(json_schema(CHOICES)) if part.get("enumDescriptions")]
    assert {str(kind) for kind in RelationKind} in [set(part["enum"]) for part in lists]
    assert {str(status) for status in Status} in [set(part["enum"]) for part in lists]
    for part in lists:
        assert len(part["enum"]) == len(part["enumDescriptions"])
        assert all(part["enumDescriptions"])
        assert part["errorMessage"]


def test_every_pattern_says_what_it_asks_for() -> None:
    with_patterns = [part for part in parts(SCHEMA["$defs"]) if "pattern" in part]
    silent = [part for part in with_patterns if "patternErrorMessage" not in part]
    assert {part["title"] for part in silent} == {"In quotes"}


def test_what_an_editor_fills_in_is_an_entry() -> None:
    bodies = [snippet["body"] for part in SCHEMA["allOf"] for snippet in beginnings(part)]
    assert len(bodies) == 2
    for body in bodies:
        filled = json.dumps(body).replace("|\\n  ", "")
        assert loads(re.sub(r"\$([0-9])", r"a\1", filled)), body


def test_every_part_of_a_list_can_be_filled_in() -> None:
    for name in ("Question", "Source", "Relation", "Misconception", "RegionalNote", "Option"):
        definition = SCHEMA["$defs"][name]
        (snippet,) = (s for part in definition["allOf"] for s in beginnings(part))
        known = definition.get("properties") or definition["then"]["properties"]
        assert set(snippet["body"]) <= set(known)
        assert len(snippet["body"]) > 1


def beginnings(part: Mapping[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = part["then"]["defaultSnippets"]
    return found


def test_both_forms_of_a_part_are_accepted() -> None:
    step = SCHEMA["$defs"]["Step"]
    assert step["if"] == {"type": "object"}
    assert list(step["then"]["properties"]) == ["title", "text"]
    assert step["else"]["anyOf"][0] == {"$ref": "#/$defs/InlineProse"}


CHOICES = Choices(
    terms={"token": "Token: A piece.", "word": "Word"},
    categories={"models": "Models"},
    regions={"EU": "European Union", "AU": "Australia", "001": "World"},
    countries=("AU", "NZ"),
    tags={"cost": "On 2 entries"},
    taken={"Term": ("token",), "Comparison": ("token-or-word",)},
)
KNOWING = jsonschema.Draft202012Validator(json_schema(CHOICES))


@pytest.mark.parametrize(
    ("fields", "is_right"),
    [
        ({"category": "models"}, True),
        ({"category": "model"}, False),
        ({"category": None}, True),
        ({"tags": ["cost", "a new one"]}, True),
        ({"superseded_by": "word"}, True),
        ({"superseded_by": "words"}, False),
        ({"related": ["token", {"term": "word", "relation": "broader"}]}, True),
        ({"related": ["tokens"]}, False),
        ({"related": [{"term": "tokens"}]}, False),
        ({"related": [{"term": "token", "relation": "wider"}]}, False),
        ({"when_not_to_use": [{"when": "Never", "instead": "word"}]}, True),
        ({"when_not_to_use": [{"when": "Never", "instead": "words"}]}, False),
        ({"former_ids": ["old-word"]}, True),
        ({"former_ids": ["token"]}, False),
        ({"former_ids": ["token-or-word"]}, True),
        ({"regional_notes": [{"region": "EU", "text": "Here."}]}, True),
        ({"regional_notes": [{"region": "AU-TAS", "text": "Here."}]}, True),
        ({"regional_notes": [{"region": "US-TAS", "text": "Here."}]}, False),
        ({"regional_notes": [{"region": 1, "text": "Everywhere."}]}, True),
        ({"regional_notes": [{"region": "AUS", "text": "Here."}]}, False),
    ],
)
def test_what_a_term_refers_to_must_be_there(fields: dict[str, Any], is_right: bool) -> None:
    assert VALIDATOR.is_valid(term_fields() | fields) or "relation" in str(fields)
    assert KNOWING.is_valid(term_fields() | fields) is is_right


@pytest.mark.parametrize(
    ("options", "cells", "fields", "is_right"),
    [
        (["token", "word"], {"token": "Small", "word": None}, {}, True),
        (["token", "words"], {"token": "Small"}, {}, False),
        (["token", {"term": "words"}], {"token": "Small"}, {}, False),
        (["token", "word"], {"token": "Small", "words": "Large"}, {}, False),
        (["token"], {"token": "Small"}, {"verdicts": [{"when": "Now", "choose": "words"}]}, False),
        (["token"], {"token": "Small"}, {"former_ids": ["token-or-word"]}, False),
        (["token"], {"token": "Small"}, {"former_ids": ["token"]}, True),
    ],
)
def test_what_a_comparison_refers_to_must_be_there(
    options: list[Any], cells: dict[str, Any], fields: dict[str, Any], is_right: bool
) -> None:
    entry = comparison_fields(("a", "b")) | fields | {"options": options}
    entry["criteria"] = [{"name": "Size", "cells": cells}]
    assert VALIDATOR.is_valid(entry)
    assert KNOWING.is_valid(entry) is is_right


def test_only_what_is_there_is_offered() -> None:
    """An example would be offered beside the project's own ids, or left standing by mistake."""
    offered = [part.get("examples") for part in parts(json_schema(CHOICES))]
    assert [examples for examples in offered if isinstance(examples, list)] == [["6 months"]] * 2
