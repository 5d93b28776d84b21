"""Whether a new text says what it should, and has lost nothing.

What is expected is worked out on plain data, by other means than the text was changed.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.diagnostics import FieldPath
from generator.editing.places import Change, Place
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.reading.tree import Fields, Items, Node, Scalar

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
# What may come and go around a change.
_LOOSE = " \t\n,-"


@dataclass(frozen=True, slots=True)
class _New:
    """A text that was changed; white space around it does not count."""

    text: str


# Fields are pairs, so that their order counts.
Data: TypeAlias = "str | _New | list[Data] | tuple[tuple[str, Data], ...] | None"


def is_proved(before: Document, after: str, place: Place, new: str) -> bool:
    """Return whether a text is the old one with this change and no other."""
    old = before.tree()
    try:
        tree = replace(before, text=after).tree()
    except Unreadable:
        return False
    expected = _changed(_data(old), place.path, place, new)
    return (
        _is_same(expected, _data(tree))
        and _is_local(before.text, after, place)
        and are_kept(comments(old, before.text, place), comments(tree, after))
    )


def comments(tree: Node, text: str, removed: Place | None = None) -> tuple[str, ...]:
    """Return the comments of a file in order, without those that are to be removed."""
    found: list[str] = []
    at = 0
    for start, end in (*_scalars(tree, text), (len(text), len(text))):
        for comment in _COMMENT.finditer(text, at, max(start, at)):
            is_removed = (
                removed is not None
                and removed.change in (Change.REMOVAL, Change.TEXT)
                and comment.start() < removed.end
                and comment.end() > removed.start
            )
            if not is_removed:
                found.append(comment.group().rstrip())
        at = max(end, at)
    return tuple(found)


def are_kept(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether the new comments hold the old ones in their order."""
    waiting = deque(old)
    for comment in new:
        if waiting and waiting[0] == comment:
            waiting.popleft()
    return not waiting


def is_same_elsewhere(old: Node, new: Node, span: tuple[int, int]) -> bool:
    """Return whether two files say the same but for what a range of the old one touches."""
    parts, others = _parts(old), _parts(new)
    if isinstance(old, Scalar) or type(old) is not type(new):
        return _data(old) == _data(new) or _touches(old, span)
    while parts and others and _data(parts[0]) == _data(others[0]):
        del parts[0], others[0]
    while parts and others and _data(parts[-1]) == _data(others[-1]):
        del parts[-1], others[-1]
    if len(parts) != len(others):
        return all(_touches(part, span) for part in parts)
    return all(
        is_same_elsewhere(one, other, span) for one, other in zip(parts, others, strict=True)
    )


def _parts(node: Node) -> list[Node]:
    """Return the items of a list, or the names and values of fields."""
    match node:
        case Items():
            return list(node.items)
        case Fields():
            return [part for key in node.keys for part in (node.keys[key], node.values[key])]
    return []


def _touches(node: Node, span: tuple[int, int]) -> bool:
    return node.start <= span[1] and span[0] <= node.end


def _data(node: Node) -> Data:
    match node:
        case Scalar():
            return node.text if node.style or node.plain() is not None else None
        case Items():
            return [_data(item) for item in node.items]
        case Fields():
            return tuple((key, _data(value)) for key, value in node.values.items())


def _scalars(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of all scalars, keys included; a block begins below its header."""
    match node:
        case Scalar() if node.style in ("|", ">"):
            yield text.find("\n", node.start, node.end) + 1 or node.end, node.end
        case Scalar():
            yield node.start, node.end
        case Items():
            for item in node.items:
                yield from _scalars(item, text)
        case Fields():
            for key, value in node.values.items():
                yield node.keys[key].start, node.keys[key].end
                yield from _scalars(value, text)


def _changed(data: Data, path: FieldPath, place: Place, new: str) -> Data:
    """Return the data as it should be after a change at a path within it."""
    if not path:
        return _value(new, place.rest)
    step, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(step, int):
        if not rest and place.change is Change.ITEM:
            return [*data, _value(new, place.rest)]
        kept = (
            []
            if not rest and place.change is Change.REMOVAL
            else [_changed(data[step], rest, place, new)]
        )
        return [*data[:step], *kept, *data[step + 1 :]]
    assert isinstance(data, tuple)
    if not rest and place.change is Change.FIELD:
        added = (str(step), _value(new, place.rest))
        return (*data[: place.index], added, *data[place.index :])
    at = [key for key, _ in data].index(str(step))
    key, value = data[at]
    pair: tuple[tuple[str, Data], ...] = ((key, value),)
    if rest or place.change is Change.VALUE:
        pair = ((key, _changed(value, rest, place, new)),)
    elif place.change is Change.KEY:
        pair = ((new, value),)
    elif place.change is Change.REMOVAL:
        pair = ()
    return (*data[:at], *pair, *data[at + 1 :])


def _value(new: str, rest: FieldPath) -> Data:
    value: Data = _New(new)
    for step in reversed(rest):
        value = [value] if isinstance(step, int) else ((step, value),)
    return value


def _is_same(expected: Data, found: Data) -> bool:
    match expected, found:
        case _New(text=text), str():
            return text.strip() == found.strip()
        case str(), str():
            # The last line of a file without a line end gets one when a field follows.
            return expected.rstrip("\n") == found.rstrip("\n")
        case list(), list():
            return len(expected) == len(found) and all(map(_is_same, expected, found))
        case tuple(), tuple():
            return [key for key, _ in expected] == [key for key, _ in found] and all(
                _is_same(one, other) for (_, one), (_, other) in zip(expected, found, strict=True)
            )
    return expected == found


def _is_local(before: str, after: str, place: Place) -> bool:
    """Return whether everything outside the place is character for character as it was."""
    head, tail = before[: place.start].rstrip(_LOOSE), before[place.end :].lstrip(_LOOSE)
    if place.in_brackets and place.change in (Change.REMOVAL, Change.ITEM, Change.FIELD):
        # The comma that comes or goes may stand in front of a comment that stays.
        head, tail, after = (re.sub(r"[\s,]", "", text) for text in (head, tail, after))
    is_whole = after.startswith(head) and after.endswith(tail)
    return is_whole and len(head) + len(tail) <= len(after)
