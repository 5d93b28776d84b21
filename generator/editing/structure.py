"""Fields and items, added and removed: yaml-edit does it, and here is what it leaves to us."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import yaml_edit

from generator.diagnostics import FieldPath
from generator.editing.places import Change, Place, child, written
from generator.editing.refusal import NotEdited
from generator.editing.scalars import fresh, indentation
from generator.quoting import double_quoted, quoted
from generator.reading.faults import Unreadable
from generator.reading.tree import Fields, Node, Scalar, parse

_HELD = "termloom-holds-this-place"
_COMMENTS = re.compile(r"([ \t]*#[^\n]*\n)+")
_FLAT_LIST = re.compile(r"^( *)[^\s#-][^#\n]*:[ \t]*(?:#[^\n]*)?\n\1- ", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n([ \t]*#[^\n]*\n)*$")


def without(text: str, place: Place) -> Iterator[str]:
    """Yield the text without a field or item and the comments that belong to it."""
    begin = text.rfind("\n", 0, place.start) + 1
    if text[place.start] == "#" and (comments := _COMMENTS.match(text, begin)):
        text = text[:begin] + text[comments.end() :]
    shorter = _removed(text, place.path)
    if not text.endswith("\n\n"):
        yield re.sub(r"\n[ \t\n]+$", "\n", shorter)
    yield shorter


def with_added(text: str, place: Place, new: str) -> Iterator[str]:
    """Yield the text with a field or item more."""
    if place.in_brackets:
        yield _added_in_brackets(text, place, new)
        return
    longer = _added(text, place)
    if place.change is Change.FIELD:
        longer = _spaced(longer, place)
    held = _node(_read(longer), place.path)
    if not isinstance(held, Scalar) or held.text != _HELD:
        raise NotEdited(f"{written(place.path)} finds no place")
    yield from filled(longer, replace(place, scalar=held), new)


def filled(text: str, place: Place, new: str) -> Iterator[str]:
    """Yield the text with a new value in the place of a scalar, within the parts it needs."""
    held = place.scalar
    assert held is not None
    for value in (fresh(new, place, text), double_quoted(new)):
        whole = _bracketed(value, place) if place.in_brackets else value
        if place.rest and not place.in_brackets:
            flat = isinstance(place.rest[0], int) and _FLAT_LIST.search(text)
            spaces = indentation(text, held.start) + (0 if flat else 2)
            steps = ("- " if isinstance(s, int) else f"{quoted(s)}: " for s in place.rest)
            whole = "\n" + " " * spaces + "".join(steps) + value
        before = text[: held.start]
        yield (before.rstrip(" ") if whole.startswith("\n") else before) + whole + text[held.end :]


def _bracketed(value: str, place: Place) -> str:
    for step in reversed(place.rest):
        value = f"[{value}]" if isinstance(step, int) else f"{{{quoted(step)}: {value}}}"
    return value


def _added_in_brackets(text: str, place: Place, new: str) -> str:
    piece = _bracketed(fresh(new, place, text), place)
    if place.change is Change.FIELD:
        piece = f"{quoted(str(place.path[-1]), in_brackets=True)}: {piece}"
    before, behind = text[: place.end], text[place.end :]
    if place.index:
        return f"{before}, {piece}{behind}"
    comma = "" if behind.lstrip().startswith(("]", "}")) else ", "
    return f"{before}{piece}{comma}{behind}"


def _added(text: str, place: Place) -> str:
    """Return the text with a field or item whose value only holds the place."""
    with _understood(place.path):
        document = yaml_edit.Document.parse(text)
        parent = _at(document, place.path[:-1], _read(text))
        if place.change is Change.ITEM:
            parent.append(_HELD)
        elif place.index:
            parent.insert_after(parent.keys()[place.index - 1], str(place.path[-1]), _HELD)
        else:
            parent.insert_at_index(0, str(place.path[-1]), _HELD)
        return str(document)


def _removed(text: str, path: FieldPath) -> str:
    tree, step = _read(text), path[-1]
    with _understood(path):
        document = yaml_edit.Document.parse(text)
        parent = _at(document, path[:-1], tree)
        if isinstance(step, int):
            parent.pop(step)
        else:
            fields = _node(tree, path[:-1])
            assert isinstance(fields, Fields)
            # A key such as `2024` is a number there.
            parent.remove(parent.keys()[list(fields.keys).index(step)])
        return str(document)


@contextmanager
def _understood(path: FieldPath) -> Iterator[None]:
    try:
        yield
    except (yaml_edit.YamlError, LookupError) as error:
        raise NotEdited(f"{written(path)} is written in a way that cannot be changed") from error


def _read(text: str) -> Fields:
    try:
        return parse("", text, tags=True)
    except Unreadable as fault:
        raise NotEdited(f"the file could not be read: {fault.diagnostic.message}") from None


def _spaced(text: str, place: Place) -> str:
    """Return the text with a new field as close to the one before as its like stand.

    yaml-edit puts it behind the blank lines that follow the field before.
    """
    fields = _node(_read(text), place.path[:-1])
    assert isinstance(fields, Fields)
    if not place.index:
        return text
    before, key = list(fields.keys.values())[place.index - 1 : place.index + 1]
    start = text.rfind("\n", 0, key.start) + 1
    end = text.find("\n", key.start) + 1 or len(text)
    above = text[:start].rstrip("\n") + "\n"
    gap = text[len(above) : start]
    is_set_off = len(place.path) == 1 and (
        _BLANK_LINE.search(text[: text.rfind("\n", 0, before.start) + 1]) is not None
        or (place.is_section and gap != "")
    )
    behind = gap if text[end:] and not text[end:].startswith("\n") else ""
    return above + "\n" * is_set_off + text[start:end] + behind + text[end:]


def _at(document: yaml_edit.Document, path: FieldPath, tree: Node) -> Any:
    """Return the list or the fields at a path, by position: there a key `1` is a number."""
    node: Any = document.root()
    for step in path:
        if isinstance(tree, Fields):
            node = node.as_mapping().entries()[list(tree.keys).index(str(step))].value()
        else:
            node = node.as_sequence()[step]
        tree = _node(tree, (step,))
    found = node.as_mapping() if isinstance(tree, Fields) else node.as_sequence()
    if found is None:
        raise NotEdited(f"{written(path)} is written in a way that cannot be changed")
    return found


def _node(tree: Node, path: FieldPath) -> Node:
    for step in path:
        found = child(tree, step)
        if found is None:
            raise NotEdited(f"{written(path)} is not there")
        tree = found
    return tree
