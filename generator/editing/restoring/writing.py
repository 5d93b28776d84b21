"""A new value as its author would write it, in the place of a word that holds the place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import FieldPath
from generator.editing.formatting.order import model_of, options_of, places
from generator.editing.places import end_of, is_flow, written
from generator.editing.refusal import NotEdited
from generator.editing.restoring.meaning import Meaning
from generator.editing.scalars import indentation
from generator.model.times import Day, When
from generator.quoting import block, is_other, quoted
from generator.reading.tree import Fields, Node, Scalar
from generator.shape import annotation_at

_TYPED = (bool, int, Day, When)


def filled(text: str, nodes: Sequence[Node], path: FieldPath, value: Meaning) -> str:
    """Return the text with a value in the place of the scalar at a path.

    `nodes` lead there from the top of the file. Raises `NotEdited` between brackets, where
    nothing has lines of its own.
    """
    held, tree = nodes[-1], nodes[0]
    if not isinstance(held, Scalar) or any(is_flow(node, text) for node in nodes):
        raise NotEdited(f"{written(path)} stands between brackets")
    assert isinstance(tree, Fields)
    writer = _Writer(options_of(tree))
    wanted, column = annotation_at(model_of(tree), path), indentation(text, held.start)
    if isinstance(path[-1], int):
        new = writer.behind_dash(value, wanted, column - 2)
    else:
        new = writer.behind_key(value, wanted, column)
    return text[: held.start].rstrip(" ") + new + text[end_of(held, text) :]


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes YAML in block style, each part as short as it can be; `column` is where it stands."""

    options: tuple[str, ...]

    def behind_key(self, value: Meaning, wanted: Any, column: int) -> str:
        """Return what follows the colon of a key."""
        line = "\n" + " " * (column + 2)
        match _short(value, wanted):
            case str(text):
                return f" {_scalar(text, wanted, column)}"
            case list(items):
                inside = annotation_at(wanted, (0,))
                return "".join(f"{line}-{self.behind_dash(i, inside, column + 2)}" for i in items)
            case dict(fields):
                return "".join(f"{line}{pair}" for pair in self._pairs(fields, wanted, column + 2))

    def behind_dash(self, value: Meaning, wanted: Any, column: int) -> str:
        """Return what follows the dash of an item."""
        match _short(value, wanted):
            case str(text):
                return f" {_scalar(text, wanted, column)}"
            case dict(fields):
                line = "\n" + " " * (column + 2)
                return f" {line.join(self._pairs(fields, wanted, column + 2))}"
            case list():
                raise NotEdited("a list in a list cannot be written")

    def _pairs(self, fields: Mapping[str, Meaning], wanted: Any, column: int) -> list[str]:
        known = places(wanted, self.options)
        return [
            f"{quoted(key)}:{self.behind_key(fields[key], annotation_at(wanted, (key,)), column)}"
            for key in sorted(fields, key=lambda key: known.get(key, len(known)))
        ]


def _short(value: Meaning, wanted: Any) -> Meaning:
    """Return the short form of a part that has one."""
    match value:
        case dict() if list(value) == [getattr(wanted, "short_for", None)]:
            return next(iter(value.values()))
    return value


def _scalar(text: str, wanted: Any, column: int) -> str:
    if "\n" in text:
        return block(f"{text}\n", column + 2)
    return text if wanted in _TYPED and is_other(text) else quoted(text)
