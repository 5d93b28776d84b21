"""Where in a file an edit takes place, and what kind of change it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from generator.diagnostics import Edit, FieldPath
from generator.editing.ends import Ends
from generator.editing.formatting.order import is_section as is_section_field
from generator.editing.formatting.order import model_of, options_of
from generator.editing.formatting.order import places as order
from generator.editing.refusal import NotEdited
from generator.model.times import Day, When
from generator.reading import Document
from generator.reading.tree import Fields, Items, Node, Scalar
from generator.shape import annotation_at

_COMMENT_BEHIND = re.compile(r"[ \t,]*[ \t]#[^\n]*")


class Change(Enum):
    """The kinds of change."""

    TEXT = auto()
    KEY = auto()
    VALUE = auto()
    REMOVAL = auto()
    FIELD = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A change, and the range of the file's text that it concerns; what is added has none.

    `within` is the part of it that an edit of some characters names.
    `path` leads to what is changed; `rest` to what is still missing below what is added.
    `index` is where among its neighbours a new field stands. `in_brackets` says that the place
    is inside `[…]` or `{…}`; `is_typed` that the field asks for a number or a date;
    `is_section` that it is one of the page's sections.
    """

    change: Change
    path: FieldPath
    start: int
    end: int
    scalar: Scalar | None = None
    rest: FieldPath = ()
    index: int = 0
    in_brackets: bool = False
    is_typed: bool = False
    is_section: bool = False
    within: tuple[int, int] | None = None

    @property
    def spot(self) -> tuple[int, int]:
        """Return the range that an author would see change."""
        return self.within or (self.start, self.end)


def place_of(edit: Edit, document: Document, tree: Fields) -> Place:
    """Find the place of an edit in a file, or raise `NotEdited`."""
    nodes = list(_along(tree, edit.at.path))
    found = edit.at.path[: len(nodes) - 1]
    missing = edit.at.path[len(found) :]
    # The config file follows a model that is not ours.
    model: Any = Any if document.tags else model_of(tree)
    node = nodes[-1]
    if missing and isinstance(node, Scalar):
        if missing == (getattr(annotation_at(model, found), "short_for", None),):
            missing = ()  # The short form of a part stands for this very field.
        elif edit.text is None or node.plain() is not None:
            raise NotEdited(f"{written(found)} holds no field of its own to change")
    if edit.text is None and not edit.at.key and edit.at.span is None:
        if missing:
            raise NotEdited(f"{written(edit.at.path)} is not there")
        return _removal(document.text, tree, found)
    if missing:
        return _addition(document.text, nodes, edit, model)
    return _replacement(document.text, nodes, edit, model)


def written(path: FieldPath) -> str:
    """Return a field path as a person would write it."""
    steps = (f" {step + 1}" if isinstance(step, int) else f".{step}" for step in path)
    return f"'{''.join(steps).strip('. ')}'"


def is_flow(node: Node, text: str) -> bool:
    """Return whether a collection is written between brackets."""
    return not isinstance(node, Scalar) and text[node.start : node.start + 1] in ("[", "{")


def end_of(node: Node, text: str) -> int:
    """Return where a value ends, without the white space and the comments after it."""
    if isinstance(node, Scalar) or is_flow(node, text):
        # The end of a block of text lies behind its line end.
        return max(len(text[: node.end].rstrip()), node.start) if _is_block(node) else node.end
    last = node.items[-1] if isinstance(node, Items) else list(node.values.values())[-1]
    return end_of(last, text)


def child(node: Node, step: str | int) -> "Node | None":
    """Return the part of a value that a step of a path leads to."""
    match node:
        case Fields() if isinstance(step, str):
            return node.values.get(step)
        case Items() if isinstance(step, int) and 0 <= step < len(node.items):
            return node.items[step]
    return None


def _is_block(node: Node) -> bool:
    return isinstance(node, Scalar) and node.style in ("|", ">")


def _along(node: Node, path: FieldPath) -> Iterator[Node]:
    yield node
    for step in path:
        found = child(node, step)
        if found is None:
            return
        node = found
        yield node


def _replacement(text: str, nodes: list[Node], edit: Edit, model: Any) -> Place:
    path = edit.at.path[: len(nodes) - 1]
    in_brackets = any(is_flow(node, text) for node in nodes[:-1])
    change, node = Change.VALUE, nodes[-1]
    if edit.at.key:
        change, parent = Change.KEY, nodes[-2] if len(nodes) > 1 else None
        if not isinstance(parent, Fields):
            raise NotEdited(f"{written(path)} has no name that could be changed")
        node = parent.keys[str(path[-1])]
    if not isinstance(node, Scalar):
        if edit.at.span is not None or not path:
            raise NotEdited(f"{written(path)} is no text")
        return Place(change, path, node.start, end_of(node, text), in_brackets=in_brackets)
    is_typed = change is Change.VALUE and _is_typed(model, path)
    return Place(
        change,
        path,
        node.start,
        end_of(node, text),
        node,
        in_brackets=in_brackets,
        is_typed=is_typed,
        within=_part(node, text, edit.at.span),
    )


def _part(scalar: Scalar, text: str, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the range in the file of a range of a value."""
    ends = Ends.of(scalar, text) if span is not None and scalar.text.strip() else None
    if ends is None or span is None:
        return None
    shift, length = len(scalar.text) - len(scalar.text.lstrip()), len(scalar.text.strip())
    start, end = (shift + min(at, length) for at in span)
    return ends.before(start)[1], ends.behind(end)[1]


def _removal(text: str, tree: Fields, path: FieldPath) -> Place:
    """Return the place of what is removed; what would be left empty goes with it."""
    nodes = list(_along(tree, path))
    while len(path) > 1 and _count(nodes[-2]) == 1:
        path, nodes = path[:-1], nodes[:-1]
    if not path or _count(nodes[-2]) == 1:
        raise NotEdited("nothing would be left of the file")
    parent, node, step = nodes[-2], nodes[-1], path[-1]
    start, end, is_first = node.start, end_of(node, text), step == 0
    if isinstance(parent, Fields):
        start, is_first = parent.keys[str(step)].start, step == next(iter(parent.keys))
    in_brackets = any(is_flow(one, text) for one in nodes[:-1])
    # A comment above the first of several may be about all of them.
    if not in_brackets and not is_first:
        start = _with_comments_above(text, start)
    end = _behind_comment(text, end)
    return Place(Change.REMOVAL, path, start, end, in_brackets=in_brackets)


def _behind_comment(text: str, end: int) -> int:
    """Return the end of the comment that follows in the same line, if there is one."""
    comment = _COMMENT_BEHIND.match(text, end)
    return comment.end() if comment else end


def _count(node: Node) -> int:
    return len(node.items) if isinstance(node, Items) else len(node.values)  # type: ignore[union-attr]


def _with_comments_above(text: str, start: int) -> int:
    """Return the start of the comments directly above a field or item, at its indentation."""
    line = text.rfind("\n", 0, start) + 1
    lead = len(text[line:start]) - len(text[line:start].lstrip(" "))
    above = line
    while above > 0:
        previous = text.rfind("\n", 0, above - 1) + 1
        if not text.startswith(" " * lead + "#", previous):
            break
        above = previous
    return above + lead if above < line else start


def _addition(text: str, nodes: list[Node], edit: Edit, model: Any) -> Place:
    path, tree = edit.at.path, nodes[0]
    node, depth = nodes[-1], len(nodes)
    assert isinstance(tree, Fields)
    if edit.at.key or edit.at.span is not None:
        raise NotEdited(f"{written(path)} is not there")
    in_brackets = any(is_flow(one, text) for one in nodes)
    if isinstance(node, Scalar):  # A field without a value.
        found, rest = path[: depth - 1], path[depth - 1 :]
        return Place(Change.VALUE, found, node.start, node.end, node, rest, 0, in_brackets)
    step, rest, is_section = path[depth - 1], path[depth:], False
    is_typed = _is_typed(model, path)
    match node:
        case Items() if isinstance(step, int) and step >= len(node.items):
            at = end_of(node.items[-1], text) if node.items else node.start + 1
            change, index = Change.ITEM, len(node.items)
        case Fields() if isinstance(step, str):
            annotation = annotation_at(model, path[: depth - 1])
            index = _index(node, step, list(order(annotation, options_of(tree))))
            before = list(node.values.values())[index - 1 : index]
            at = end_of(before[0], text) if before else node.start + is_flow(node, text)
            change = Change.FIELD
            is_section = model is not Any and depth == 1 and is_section_field(step)
        case _:
            raise NotEdited(f"{written(path)} is not there")
    at = at if in_brackets else _behind_comment(text, at)
    return Place(change, path[:depth], at, at, None, rest, index, in_brackets, is_typed, is_section)


def _is_typed(model: Any, path: FieldPath) -> bool:
    """Return whether a field asks for what other readers rightly take for more than text."""
    return annotation_at(model, path) in (bool, int, Day, When)


def _index(fields: Fields, name: str, known: Sequence[str]) -> int:
    """Return the index of a new field: after the nearest one that stands before it by order."""
    present = list(fields.keys)
    if name not in known:
        return len(present)
    before = known[: known.index(name)]
    for other in reversed(before):
        if other in present:
            index = present.index(other) + 1
            while index < len(present) and present[index] in before:
                index += 1
            return index
    following = [present.index(other) for other in known if other in present]
    return min(following, default=len(present))
