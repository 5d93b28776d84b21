"""The model explains itself, and its JSON Schema says the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from pydantic import BaseModel, TypeAdapter

from generator.config import Config
from generator.model import Comparison, Term
from generator.model.schema import DIALECT, json_schema
from generator.part import Part
from tests.factories import comparison_fields, term_fields

ROOT = Path(__file__).resolve().parents[2]


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for other in model.__subclasses__():
        yield from models(other)


FIELDS = [
    pytest.param(model, name, id=f"{model.__name__}.{name}")
    for model in models(Part)
    if model.__module__.startswith("generator.")
    for name in model.model_fields
]


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_every_field_has_title_description_and_example(model: type[BaseModel], name: str) -> None:
    field = model.model_fields[name]
    assert field.title
    assert field.description
    assert field.description.endswith((".", "?"))
    assert field.examples


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_every_example_fits_its_field(model: type[BaseModel], name: str) -> None:
    field = model.model_fields[name]
    adapter: TypeAdapter[Any] = TypeAdapter(field.annotation)
    for example in field.examples or ():
        adapter.validate_python(example)


@pytest.mark.parametrize("model", [Term, Comparison, Config])
def test_every_model_is_frozen_and_refuses_what_it_does_not_know(model: type[Part]) -> None:
    for inner in models(Part):
        assert inner.model_config.get("frozen")
        assert inner.model_config.get("extra") == "forbid"


SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def entries() -> list[Path]:
    golden = ROOT / "tests" / "golden" / "cases"
    broken = golden / "broken"
    found = [*(ROOT / "terms").rglob("*.yml"), *golden.glob("*/terms/**/*.yml")]
    return sorted(path for path in found if not path.is_relative_to(broken))


def test_the_schema_is_one() -> None:
    assert SCHEMA["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", entries(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_schema_accepts_our_entries(path: Path) -> None:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


class _Loader(yaml.SafeLoader):
    """Reads as editors with YAML 1.2 do: dates and `NO` stay text, numbers do not."""


_Loader.yaml_implicit_resolvers = {
    mark: [(tag, regexp) for tag, regexp in known if not tag.endswith((":timestamp", ":bool"))]
    for mark, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("fields", [term_fields(), comparison_fields()], ids=["term", "comparison"])
@pytest.mark.parametrize(
    "change",
    [
        {"definiton": "A piece."},
        {"id": "token"},
        {"name": None},
        {"name": ""},
        {"kind": "comparson"},
        {"status": "publised"},
        {"reviewed": "last week"},
        {"review_every": "often"},
        {"former_ids": ["Not An Id"]},
        {"sources": [{"title": "A", "url": "nowhere"}]},
        {"sources": [{"ttile": "A"}]},
        {"key_takeaways": [{"point": "A", "pont": "B"}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_schema_refuses_what_the_model_refuses(
    fields: dict[str, Any], change: dict[str, Any]
) -> None:
    assert VALIDATOR.is_valid(fields)
    assert not VALIDATOR.is_valid(fields | change)


def test_the_schema_knows_both_forms_of_a_part() -> None:
    for takeaway in ("A point.", {"point": "A point.", "detail": "More."}):
        assert VALIDATOR.is_valid(term_fields() | {"key_takeaways": [takeaway]})


def test_a_term_may_say_that_it_is_one() -> None:
    assert VALIDATOR.is_valid(term_fields() | {"kind": "term"})
