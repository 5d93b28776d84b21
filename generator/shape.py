"""Why a value does not fit a model, in the words of somebody who writes entries.

pydantic says which value failed and how; here that becomes one fault per value, with a
hint made from the model itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from os.path import commonprefix
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from rapidfuzz import fuzz, process

from generator.diagnostics import FieldPath


class Misfit(StrEnum):
    """The ways in which a value may fail to fit."""

    UNKNOWN = "unknown-field"
    MISSING = "missing-field"
    WRONG = "wrong-value"


@dataclass(frozen=True, slots=True)
class Misfitting:
    """One value that does not fit; `key` says that the fault is its key."""

    kind: Misfit
    path: FieldPath
    message: str
    hint: str | None = None
    key: bool = False


def closest(word: str, known: Mapping[str, object] | tuple[str, ...] | list[str]) -> str | None:
    """Return the known word that was probably meant, or nothing if none is near."""
    if not word or not known:
        return None
    found = process.extract(word, list(known), scorer=fuzz.ratio, score_cutoff=70, limit=5)
    # Of two that are equally near, the one that begins alike: AU for AUS, and not AS.
    best = max(found, key=lambda f: (f[1], len(commonprefix((word, f[0])))), default=None)  # noqa: RUF071 - by letters, as meant
    return str(best[0]) if best else None


def did_you_mean(
    word: str, known: Mapping[str, object] | tuple[str, ...] | list[str]
) -> str | None:
    """Return the hint that names the closest known word, if any."""
    return f"did you mean '{near}'?" if (near := closest(word, known)) else None


def misfits(error: ValidationError, model: type[BaseModel]) -> Iterator[Misfitting]:
    """Yield one `Misfitting` for each value that pydantic refused, outermost first.

    A field that is missing because its name is misspelt is reported under the misspelt name
    only.
    """
    details = error.errors(include_url=False)
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    for detail in details:
        path = detail["loc"]
        if detail["type"] == "missing" and any(
            other[:-1] == path[:-1] and closest(str(other[-1]), [str(path[-1])])
            for other in unknown
        ):
            continue
        # pydantic's mark for the key of a mapping.
        is_key = path[-1:] == ("[key]",)
        misfit = _misfit(detail, path[:-1] if is_key else path, model)
        yield replace(misfit, key=is_key or misfit.kind is not Misfit.WRONG)


def _misfit(detail: Any, path: FieldPath, model: type[BaseModel]) -> Misfitting:
    where = annotation_at(model, path[:-1])
    match detail["type"]:
        case "extra_forbidden":
            fields = _fields(where)
            name = str(path[-1])
            hint = did_you_mean(name, fields) or f"known fields: {', '.join(fields)}"
            return Misfitting(Misfit.UNKNOWN, path, f"unknown field '{name}'", hint)
        case "missing":
            return Misfitting(
                Misfit.MISSING,
                path[:-1],
                f"the field '{path[-1]}' is missing",
                _example(where, path),
            )
        case "enum" | "literal_error":
            return _not_one_of(detail, path, annotation_at(model, path))
        case kind if kind in ("greater_than_equal", "less_than_equal") or kind.startswith("int_"):
            message = f"{_found(detail['input'])} is not a whole number in the allowed range"
            return Misfitting(Misfit.WRONG, path, message, _bounds(where, path))
        case kind if kind.endswith("_type"):
            wanted = described(annotation_at(model, path))
            return Misfitting(
                Misfit.WRONG, path, f"expected {wanted}, found {_found(detail['input'])}"
            )
        case _:
            return Misfitting(Misfit.WRONG, path, detail["msg"])


def annotation_at(model: Any, path: FieldPath) -> Any:
    """Return the type that the model asks for at a path, `None` taken off; `Any` if unknown."""
    annotation: Any = model
    for step in path:
        annotation = _plain_type(annotation)
        origin = get_origin(annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            field = annotation.model_fields.get(str(step))
            annotation = field.annotation if field else Any
        elif origin is tuple:
            annotation = get_args(annotation)[0]
        elif origin is not None and issubclass(origin, Mapping):
            annotation = get_args(annotation)[1]
        else:
            return Any
    return _plain_type(annotation)


def described(annotation: Any) -> str:
    """Return what a value of this type looks like, in plain words."""
    origin = get_origin(annotation)
    if origin is tuple:
        return f"a list of {_plural(_plain_type(get_args(annotation)[0]))}"
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return f"fields, each with {described(_plain_type(get_args(annotation)[1]))}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        required = [f"'{n}'" for n, f in annotation.model_fields.items() if f.is_required()]
        fields = required or [f"'{name}'" for name in annotation.model_fields]
        return f"fields such as {' and '.join(fields[:3])}"
    return "text"


def _plural(annotation: Any) -> str:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        required = [f"'{n}'" for n, f in annotation.model_fields.items() if f.is_required()]
        return f"items, each with {' and '.join(required[:3])}"
    return "texts"


def _plain_type(annotation: Any) -> Any:
    if get_origin(annotation) in (Union, UnionType):
        kept = [arg for arg in get_args(annotation) if arg is not type(None)]
        return kept[0] if kept else Any
    return annotation


def _fields(annotation: Any) -> tuple[str, ...]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return tuple(name for name in annotation.model_fields if name != "id")
    return ()


def _example(annotation: Any, path: FieldPath) -> str | None:
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return None
    field = annotation.model_fields.get(str(path[-1]))
    if field is None or not field.examples:
        return None
    example = field.examples[0]
    shown = example if isinstance(example, str) and len(example) < 60 else "…"
    return f"add '{path[-1]}: {shown}'"


def _not_one_of(detail: Any, path: FieldPath, annotation: Any) -> Misfitting:
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        known = tuple(member.value for member in annotation)
    else:
        known = tuple(str(value) for value in get_args(annotation))
    value = detail["input"]
    if not isinstance(value, str):
        message = f"expected one of {', '.join(known)}, found {_found(value)}"
        return Misfitting(Misfit.WRONG, path, message)
    message = f"'{value}' is not one of {', '.join(known)}"
    return Misfitting(Misfit.WRONG, path, message, did_you_mean(value, known))


def _bounds(annotation: Any, path: FieldPath) -> str | None:
    field = (
        annotation.model_fields.get(str(path[-1])) if hasattr(annotation, "model_fields") else None
    )
    return field.description if field else None


def _found(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case dict():
            return "fields"
        case list() | tuple():
            return "a list"
        case str() | int() if len(str(value)) <= 40:
            return f"'{value}'"
        case _:
            return "text"
