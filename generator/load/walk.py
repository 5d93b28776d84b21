"""Where in a tree something stands that may not be what its author meant."""

from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from generator.diagnostics import FieldPath
from generator.kinds import fields_of, is_part
from generator.part import ShortPart
from generator.quoting import is_other
from generator.reading.tree import Fields, Items, Node, Scalar
from generator.shape import annotation_at

# Of the words and the numbers that other programs know.
_LONGEST_WORD = 5
_LONGEST_NUMBER = 40
_STARTS = frozenset("0123456789+-.")


def is_empty(node: Node) -> bool:
    """Return whether a value says nothing: absent, white space, or brackets around nothing."""
    match node:
        case Scalar():
            return node.plain() is None or not node.text.strip()
        case Items():
            return not node.items
        case Fields():
            return not node.values


@dataclass(slots=True)
class Survey:
    """What in a tree is worth a second look, each with its path, in the order of the file.

    `suspects` are values that are empty, or plain text that other programs take for no text;
    `plain` is every text without quotes, `blocks` any other of several lines, `lists` every
    list of two or more.
    """

    text: str
    suspects: list[tuple[FieldPath, Node]] = field(default_factory=list)
    plain: list[tuple[FieldPath, Scalar]] = field(default_factory=list)
    blocks: list[tuple[FieldPath, Scalar]] = field(default_factory=list)
    lists: list[tuple[FieldPath, Items]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, tree: Fields) -> "Survey":
        """Walk through the tree of a text, once."""
        survey = cls(text)
        survey._look_at(tree, ())
        return survey

    def _look_at(self, node: Fields | Items, path: FieldPath) -> None:
        if isinstance(node, Items) and len(node.items) > 1:
            self.lists.append((path, node))
        steps = node.values.items() if isinstance(node, Fields) else enumerate(node.items)
        for step, inner in steps:
            if isinstance(inner, Scalar):
                if not inner.style:
                    self.plain.append(((*path, step), inner))
                elif inner.style in "|>" or "\n" in self.text[inner.start : inner.end]:
                    self.blocks.append(((*path, step), inner))
                if _is_suspect(inner):
                    self.suspects.append(((*path, step), inner))
            elif is_empty(inner):
                self.suspects.append(((*path, step), inner))
            else:
                # A tree is at most twenty levels deep.
                self._look_at(inner, (*path, step))


def _is_suspect(node: Scalar) -> bool:
    text = node.text
    if not text.strip():
        return True
    # Nothing else is worth a regular expression: there are very many texts.
    maybe = len(text) <= _LONGEST_WORD or (text[0] in _STARTS and len(text) <= _LONGEST_NUMBER)
    return maybe and not node.style and is_other(text)


def text_type(model: Any, path: FieldPath) -> Any:
    """Return the type of a text, where plain text stands for a part that of its one field."""
    return _text_type(model, tuple(0 if isinstance(step, int) else step for step in path))


@lru_cache(maxsize=4096)
def _text_type(model: Any, path: FieldPath) -> Any:
    annotation = annotation_at(model, path)
    if isinstance(annotation, type) and issubclass(annotation, ShortPart):
        return annotation_at(annotation, (annotation.short_for,))
    return annotation


@cache
def every_field(model: Any) -> tuple[tuple[str, Any], ...]:
    """Return every field of a model and of the parts in it, each with its type."""
    found: list[tuple[str, Any]] = []
    parts, done = [model], set()
    while parts:
        part = parts.pop()
        done.add(part)
        for name in fields_of(part):
            kind = annotation_at(part, (name,))
            found.append((name, kind))
            inside = (kind, annotation_at(kind, (0,)), annotation_at(kind, ("",)))
            parts += [inner for inner in inside if is_part(inner) and inner not in done]
    return tuple(found)


def descend(tree: Fields, path: FieldPath) -> "Node | None":
    """Return the value at a path, if there is one."""
    node: Node | None = tree
    for step in path:
        match node:
            case Fields():
                node = node.values.get(str(step))
            case Items() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                return None
    return node
