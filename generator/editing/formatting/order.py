"""The order of an entry's fields, and which of them make its header."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, get_origin

from pydantic import BaseModel

from generator.model import Comparison, Entry, Term, TermHeader
from generator.reading.tree import Fields, Items, Node, Scalar
from generator.shape import annotation_at


def model_of(tree: Fields) -> type[Entry]:
    """Return the model that an entry follows."""
    kind = tree.values.get("kind")
    is_comparison = isinstance(kind, Scalar) and kind.text == "comparison"
    return Comparison if is_comparison else Term


def is_section(name: str) -> bool:
    """Return whether a field of an entry stands below its header."""
    return name != "kind" and name not in TermHeader.model_fields


def options_of(tree: Fields) -> tuple[str, ...]:
    """Return the options of a comparison, which are also the order of its cells."""
    options = tree.values.get("options")
    if not isinstance(options, Items):
        return ()
    named = (
        item.values.get("term") if isinstance(item, Fields) else item for item in options.items
    )
    return tuple(name.text for name in named if isinstance(name, Scalar))


def places(annotation: Any, options: Sequence[str]) -> Mapping[str, int]:
    """Return the place of every key that has one; other keys stand behind as they were."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _of_model(annotation)
    return _numbered(options) if get_origin(annotation) is not None else {}


def type_of(annotation: Any, node: Node) -> Any:
    """Return what the model asks for of a value; of the short form of a part what it stands for."""
    short = getattr(annotation, "short_for", None)
    return annotation_at(annotation, (short,)) if short and isinstance(node, Scalar) else annotation


@cache
def _of_model(model: type[BaseModel]) -> Mapping[str, int]:
    names = list(model.model_fields)
    if issubclass(model, Entry) and "kind" not in names:
        # A term may say that it is one.
        names.insert(names.index("name") + 1, "kind")
    return _numbered(names)


def _numbered(names: Iterable[str]) -> Mapping[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}
