"""Items that stand in one list and belong to another, whose own line is missing."""

from typing import Any

from generator.diagnostics import FieldPath
from generator.kinds import fields_of, is_part
from generator.load.walk import descend
from generator.reading.tree import Fields, Items
from generator.shape import annotation_at


def list_meant(tree: Fields, model: Any, path: FieldPath) -> str | None:
    """Return the field that an item belongs to, if all its fields are those of another list.

    Only a field that the entry does not have yet can be meant.
    """
    item, part = descend(tree, path), annotation_at(model, path)
    if not isinstance(item, Fields) or not is_part(part):
        return None
    if set(item.values) <= set(fields_of(part)):
        return None
    for field in fields_of(model):
        other = annotation_at(model, (field, 0))
        if is_part(other) and field not in tree.values:
            needed = {name for name, info in other.model_fields.items() if info.is_required()}
            if needed <= set(item.values) <= set(fields_of(other)):
                return field
    return None


def is_below_another(tree: Fields, model: Any, field: str) -> bool:
    """Return whether the items of a list that is missing stand below another list."""
    return any(
        list_meant(tree, model, (name, number)) == field
        for name, items in tree.values.items()
        if isinstance(items, Items)
        for number in range(len(items.items))
    )
