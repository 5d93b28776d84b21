"""What an entry says, whatever the spelling: the values of two files to compare.

Text decides, as our reader has it: `2` and `"2"` are the same, and so are a part in its short
form and in full, a value that is absent and one that is empty, a default and its absence.
"""

from enum import StrEnum
from typing import Any, TypeAlias, get_origin

from generator.diagnostics import FieldPath
from generator.editing.formatting.order import model_of
from generator.kinds import is_part
from generator.reading.tree import Fields, Plain
from generator.shape import annotation_at

# Never empty but at the top: what says nothing is not there.
Meaning: TypeAlias = "str | list[Meaning] | dict[str, Meaning]"


def meaning(tree: Fields) -> dict[str, Meaning]:
    """Return what an entry says."""
    model = model_of(tree)
    found = _meaning(tree.plain(), model)
    said = found if isinstance(found, dict) else {}
    # A term may say that it is one.
    return {key: value for key, value in said.items() if (key, value) != ("kind", "term")}


def leaves(value: Meaning, path: FieldPath = ()) -> list[tuple[FieldPath, str]]:
    """Return every text in a value with its path, in the order in which it is written."""
    match value:
        case str():
            return [(path, value)]
        case list():
            parts: list[tuple[str | int, Meaning]] = list(enumerate(value))
        case dict():
            parts = list(value.items())
    return [leaf for step, part in parts for leaf in leaves(part, (*path, step))]


def _meaning(value: Plain, wanted: Any) -> "Meaning | None":
    match value:
        case None:
            return None
        case str() if short := getattr(wanted, "short_for", None):
            return _meaning({short: value}, wanted)
        case str():
            text = value.strip()
            return (text.lower() if wanted is bool else text) or None
        case list():
            inside = annotation_at(wanted, (0,)) if get_origin(wanted) is tuple else Any
            items = (_meaning(item, inside) for item in value)
            return [item for item in items if item is not None] or None
        case dict():
            parts = (
                (key, _meaning(part, annotation_at(wanted, (key,)))) for key, part in value.items()
            )
            return {
                key: part
                for key, part in parts
                if part is not None and part != _default(wanted, key)
            } or None


def _default(wanted: Any, key: str) -> str | None:
    """Return the text that means the same as no value at all."""
    field = wanted.model_fields.get(key) if is_part(wanted) else None
    default = field.default if field is not None else None
    if isinstance(default, bool):
        return str(default).lower()
    return default.value if isinstance(default, StrEnum) else None
