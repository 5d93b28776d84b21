"""What an author surely meant: names and values that are right but for one small slip."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import FieldPath
from generator.kinds import fields_of
from generator.shape import annotation_at

_QUOTES = "\"'“”„‘’«»"
_DATE = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?")
_SPAN = re.compile(r"(\d+)\s*([a-z]+)")


def fits(value: object, annotation: Any) -> bool:
    """Return whether a field of this type takes the value."""
    try:
        TypeAdapter(annotation).validate_python(value)
    except ValidationError:
        return False
    return True


def field_meant(name: str, part: Any) -> str | None:
    """Return the field of a part whose name or title this is but for case, spaces and plural."""
    wanted = _plainly(name)
    for field in fields_of(part):
        titles = (field, part.model_fields[field].title or field)
        if wanted and any(_differ_by_plural(wanted, _plainly(title)) for title in titles):
            return field
    return None


def value_meant(value: str, annotation: Any) -> str | None:
    """Return the value that fits a strict type and is the same but for how it is written.

    Case, hyphens, quotation marks and zeros in a date are such; a missing letter is not.
    Names and prose may be anything, so nothing is certain about them.
    """
    others = (one for one in _spellings(value, annotation) if one != value)
    return next((one for one in others if fits(one, annotation)), None)


def _plainly(name: str) -> str:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    return re.sub(r"[\W_]+", "", words)


def _differ_by_plural(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long in (short, f"{short}s", f"{short}es")


def _spellings(value: str, annotation: Any) -> Iterator[str]:
    text = unicodedata.normalize("NFKC", value).strip().strip(_QUOTES).strip()
    known = (
        [member.value for member in annotation]
        if isinstance(annotation, type) and issubclass(annotation, StrEnum)
        else [word for word in get_args(annotation) if isinstance(word, str)]
    )
    yield from (word for word in known if _plainly(word) == _plainly(text))
    if known:
        return
    yield from (text, text.lower(), text.upper())
    yield from (re.sub(r"[\s_]+", "-", text.lower()), re.sub(r"[\s_]+", "-", text.upper()))
    if found := _DATE.fullmatch(text):
        year, _, month, day = found.groups()
        yield "-".join([year, month.zfill(2), *([day.zfill(2)] if day else [])])
    if found := _SPAN.fullmatch(text.lower()):
        yield f"{found[1]} {found[2]}"


def place_meant(name: str, path: FieldPath, model: Any, before: tuple[str, ...]) -> str | None:
    """Return where a field belongs that is unknown where it stands, as a hint.

    `before` are the fields above it in the same part, for a field that is indented too little.
    """
    for cut in range(len(path) - 1, -1, -1):
        if name in fields_of(annotation_at(model, path[:cut])):
            owner = "of the entry" if cut == 0 else f"of '{path[cut - 1]}'"
            if cut and isinstance(path[cut - 1], int):
                owner = f"of the items of '{path[cut - 2]}'"
            return f"'{name}' is a field {owner}; indent it less"
    here = annotation_at(model, path)
    owners = [field for field in fields_of(here) if name in _fields_inside(here, field)]
    for field in reversed(before):
        if field in owners:
            return f"'{name}' belongs under '{field}'; indent it further"
        if field in fields_of(here):
            break
    return f"'{name}' belongs under '{owners[0]}'" if len(owners) == 1 else None


def _fields_inside(part: Any, field: str) -> tuple[str, ...]:
    """Return the fields of what a field holds: of itself, or of its items."""
    inside = annotation_at(part, (field,))
    return fields_of(inside) or fields_of(annotation_at(part, (field, 0)))
