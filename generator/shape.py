"""Why a value does not fit a model, in the words of somebody who writes entries.

pydantic says which value failed and how; here that becomes one fault per value, with a
hint made from the model itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from os.path import commonprefix
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from rapidfuzz import fuzz, process

from generator.diagnostics import FieldPath
from generator.kinds import described, fields_of, is_mapping, is_part, plain_type


class Misfit(StrEnum):
    """The ways in which a value may fail to fit."""

    UNKNOWN = "unknown-field"
    MISSING = "missing-field"
    WRONG = "wrong-value"


@dataclass(frozen=True, slots=True)
class Misfitting:
    """One value that does not fit; `key` says that the fault is its key.

    `absent` names the field that is missing at the path.
    """

    kind: Misfit
    path: FieldPath
    message: str
    hint: str | None = None
    key: bool = False
    absent: str = ""


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


def alike(one: str, other: str, *, at_least: int = 90) -> bool:
    """Return whether two texts are the same but for a few letters in a hundred.

    Says nothing of their sense: a 'not' changes a long text by little.
    """
    return fuzz.ratio(one, other, score_cutoff=at_least) > 0


def misfits(error: ValidationError, model: type[BaseModel]) -> Iterator[Misfitting]:
    """Yield one `Misfitting` for each value that pydantic refused, outermost first.

    A field that is missing because its name is misspelt, or because it stands at another
    level, is reported where it stands, and there only.
    """
    details = error.errors(include_url=False)
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    missing = [detail["loc"] for detail in details if detail["type"] == "missing"]
    for detail in details:
        path = detail["loc"]
        if detail["type"] == "missing" and any(
            _is_meant(other, path, missing) for other in unknown
        ):
            continue
        # pydantic's mark for the key of a mapping.
        is_key = path[-1:] == ("[key]",)
        misfit = _misfit(detail, path[:-1] if is_key else path, model)
        yield replace(misfit, key=is_key or misfit.kind is not Misfit.WRONG)


def _is_meant(unknown: FieldPath, absent: FieldPath, missing: list[FieldPath]) -> bool:
    """Return whether an unknown field is probably the one that is missing."""
    here, there = unknown[:-1], absent[:-1]
    if here == there:
        alone = [path for path in missing if path[:-1] == there] == [absent]
        return alone or closest(str(unknown[-1]), [str(absent[-1])]) is not None
    # Indented too far or too little.
    nested = here[: len(there)] == there or there[: len(here)] == here
    return nested and unknown[-1] == absent[-1]


def _misfit(detail: Any, path: FieldPath, model: type[BaseModel]) -> Misfitting:
    where = annotation_at(model, path[:-1])
    match detail["type"]:
        case "extra_forbidden":
            fields = fields_of(where)
            name = str(path[-1])
            hint = did_you_mean(name, fields) or f"known fields: {', '.join(fields)}"
            return Misfitting(Misfit.UNKNOWN, path, f"unknown field '{name}'", hint)
        case "missing":
            return Misfitting(
                Misfit.MISSING,
                path[:-1],
                f"the field '{path[-1]}' is missing",
                _example(where, path),
                absent=str(path[-1]),
            )
        case "enum" | "literal_error":
            return _not_one_of(detail, path, annotation_at(model, path))
        case kind if kind in ("greater_than_equal", "less_than_equal") or kind.startswith("int_"):
            message = f"{found_words(detail['input'])} is not {_range(where, path)}"
            return Misfitting(Misfit.WRONG, path, message, _bounds(where, path))
        case kind if kind.endswith(("_type", "bool_parsing")):
            wanted = described(annotation_at(model, path))
            return Misfitting(
                Misfit.WRONG, path, f"expected {wanted}, found {found_words(detail['input'])}"
            )
        case _:
            return Misfitting(Misfit.WRONG, path, detail["msg"])


def annotation_at(model: Any, path: FieldPath) -> Any:
    """Return the type that the model asks for at a path, `None` taken off; `Any` if unknown."""
    annotation: Any = model
    for step in path:
        annotation = plain_type(annotation)
        origin = get_origin(annotation)
        if is_part(annotation):
            field = annotation.model_fields.get(str(step))
            annotation = field.annotation if field else Any
        elif origin is tuple:
            annotation = get_args(annotation)[0]
        elif is_mapping(annotation):
            annotation = get_args(annotation)[1]
        else:
            return Any
    return plain_type(annotation)


def _example(annotation: Any, path: FieldPath) -> str | None:
    if not is_part(annotation):
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
        message = f"expected one of {', '.join(known)}, found {found_words(value)}"
        return Misfitting(Misfit.WRONG, path, message)
    message = f"'{value}' is not one of {', '.join(known)}"
    return Misfitting(Misfit.WRONG, path, message, did_you_mean(value, known))


def _range(annotation: Any, path: FieldPath) -> str:
    field = annotation.model_fields[str(path[-1])]
    bounds = {type(limit).__name__: limit for limit in field.metadata}
    if "Le" in bounds:
        return f"a whole number from {bounds['Ge'].ge} to {bounds['Le'].le}"
    return f"a whole number of {bounds['Ge'].ge} or more"


def _bounds(annotation: Any, path: FieldPath) -> str | None:
    field = (
        annotation.model_fields.get(str(path[-1])) if hasattr(annotation, "model_fields") else None
    )
    return field.description if field else None


def found_words(value: object) -> str:
    """Return what a value is, in plain words; short text is quoted."""
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
