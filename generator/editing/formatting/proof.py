"""Whether a file says the same as before it was formatted, comments included."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from generator.diagnostics import FieldPath
from generator.editing import proof
from generator.editing.formatting.order import type_of
from generator.editing.formatting.prose import is_same
from generator.editing.formatting.scalars import Kind
from generator.editing.places import written
from generator.quoting import is_other
from generator.reading.tree import Fields, Items, Node, Scalar
from generator.shape import annotation_at


def changed_value(old: Node, new: Node, wanted: Any, path: FieldPath = ()) -> str | None:
    """Return the first value that is not what it was; `wanted` is what the model asks for.

    The order of fields does not count, nor does where the lines of a paragraph end. A value
    that the model does not know must be as plain as before, for other readers.
    """
    match old, new:
        case Scalar(), Scalar():
            return None if _is_same(old, new, Kind.of(type_of(wanted, old))) else written(path)
        case Items(), Items() if len(old.items) == len(new.items):
            pairs = list(zip(old.items, new.items, strict=True))
            steps: Iterable[str | int] = range(len(pairs))
        case Fields(), Fields() if old.values.keys() == new.values.keys():
            steps = old.values.keys()
            pairs = [(value, new.values[key]) for key, value in old.values.items()]
        case _:
            return written(path) if path else "the fields"
    changes = (
        changed_value(*pair, annotation_at(wanted, (step,)), (*path, step))
        for step, pair in zip(steps, pairs, strict=True)
    )
    return next(filter(None, changes), None)


def lost_comment(old: tuple[Fields, str], new: tuple[Fields, str]) -> str | None:
    """Return a comment that is there more or less often than before; a file is a tree and text."""
    counts = [Counter(proof.comments(*file)) for file in (old, new)]
    return next(iter((counts[0] - counts[1]) + (counts[1] - counts[0])), None)


def _is_same(old: Scalar, new: Scalar, kind: Kind) -> bool:
    if kind is Kind.UNKNOWN and bool(old.style) is not bool(new.style) and is_other(old.text):
        return False
    if kind in (Kind.PROSE, Kind.INLINE):
        return (old.plain() is None) is (new.plain() is None) and is_same(old.text, new.text)
    return old.text == new.text and (old.plain() is None) is (new.plain() is None)
