"""An entry that a form has written again, as its author would have changed it.

Only what differs in meaning is applied to the text that was there before, one change after the
other and each of them proved. So an untouched field stays as it was, byte for byte.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Address, Edit, FieldPath
from generator.editing.change import edited
from generator.editing.formatting.entry import formatted
from generator.editing.formatting.order import model_of
from generator.editing.places import child, written
from generator.editing.proof import comments
from generator.editing.refusal import NotEdited
from generator.editing.restoring.alignment import aligned
from generator.editing.restoring.meaning import Meaning, leaves, meaning
from generator.editing.restoring.moving import reordered
from generator.editing.restoring.writing import filled
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.reading.tree import Fields, Items, Node, Scalar

# A word that nobody writes.
_HELD = "termloom-holds-this-place"


def restored(before: Document, after: Document) -> str:
    """Return the text of `before` with what `after` says.

    Raises `Unreadable` if one of them cannot be read, and `NotEdited` where the new text would
    not say the same as `after`, or would have lost a comment of something that stays. A comment
    that was not there before is a person's, and none that a form has written.
    """
    wanted = meaning(after.tree())
    now = replace(before, path=after.path)
    if _comments(after) - _comments(now):
        raise NotEdited("it holds comments that were not there before")
    if meaning(now.tree()) == wanted:
        return before.text
    if model_of(now.tree()) is not model_of(after.tree()):
        raise NotEdited("it has become an entry of another kind")
    text = _Restorer(now).made(wanted)
    if meaning(replace(now, text=text).tree()) != wanted:
        raise NotEdited("the text would say something else")
    return text


def tidied(new: Document) -> str:
    """Return a new entry in the house form, without the values that say nothing.

    Raises `Unreadable` or `NotEdited`.
    """
    now = new
    while (path := next(_empty(now.tree()), None)) is not None:
        now = replace(now, text=edited(now, [Edit(Address(now.path, path), None)]))
    return formatted(now)


def _empty(node: Node, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Yield the paths of values that say nothing, what is inside before what is around."""
    match node:
        case Scalar() if not node.text.strip() or node.plain() is None:
            yield path
        case Items() if path and not node.items:
            yield path
        case Items():
            for number, item in enumerate(node.items):
                yield from _empty(item, (*path, number))
        case Fields() if path and not node.values:
            yield path
        case Fields():
            for key, value in node.values.items():
                yield from _empty(value, (*path, key))


@dataclass(slots=True)
class _Restorer:
    """Makes one change after the other; `document` is as far as we are."""

    document: Document

    def made(self, wanted: dict[str, Meaning]) -> str:
        """Return the text that says what is wanted, or raise `NotEdited`."""
        self._fields((), meaning(self.document.tree()), wanted)
        return self.document.text

    def _fields(self, path: FieldPath, old: dict[str, Meaning], new: dict[str, Meaning]) -> None:
        for key in [key for key in new if key in old]:
            self._value((*path, key), old[key], new[key])
        for key in [key for key in new if key not in old]:
            self._add((*path, key), new[key])
        for key in [key for key in old if key not in new]:
            self._edit((*path, key), None)

    def _value(self, path: FieldPath, old: Meaning, new: Meaning) -> None:
        if old == new:
            return
        match old, new:
            case str(), str():
                self._edit(path, new)
            case list(), list():
                self._items(path, old, new)
            case dict(), dict() if old.keys() != new.keys() and self._is_short(path):
                self._unfold(path, new)
            case dict(), dict():
                self._fields(path, old, new)
            case _:
                raise NotEdited(f"{written(path)} has become something else altogether")

    def _items(self, path: FieldPath, old: list[Meaning], new: list[Meaning]) -> None:
        found = aligned(old, new)
        for index, item in zip(found, new, strict=True):
            if index is not None:
                self._value((*path, index), old[index], item)
        places, end = [], len(old)
        for index, item in zip(found, new, strict=True):
            if index is None:
                self._add((*path, end), item)
                index, end = end, end + 1  # noqa: PLW2901 - the new item stands there now
            places.append(index)
        for index in sorted(set(range(len(old))) - set(places), reverse=True):
            self._edit((*path, index), None)
            places = [place - (place > index) for place in places]
        if places != sorted(places):
            self._reorder(path, places)

    def _add(self, path: FieldPath, value: Meaning) -> None:
        """Add a value. Lines of its own take the place of a word that was added first."""
        nodes = self._nodes(path)
        if len(nodes) > len(path) and not isinstance(nodes[-1], Scalar):
            self._edit(path, None)
        if isinstance(value, str):
            self._edit(path, value)
            return
        try:
            held = replace(self.document, text=self._with(path, _HELD))
            text = filled(held.text, _along(held.tree(), path), path, value)
        except NotEdited:
            for leaf, part in leaves(value, path):
                self._edit(leaf, part)
        else:
            self._take(replace(held, text=text), f"{written(path)} cannot be added")

    def _edit(self, path: FieldPath, text: str | None) -> None:
        self.document = replace(self.document, text=self._with(path, text))

    def _with(self, path: FieldPath, text: str | None) -> str:
        """Return the text with one change, proved."""
        if text is not None and "\n" in text:
            text = f"{text}\n"
        return edited(self.document, [Edit(Address(self.document.path, path), text)])

    def _is_short(self, path: FieldPath) -> bool:
        return isinstance(self._nodes(path)[-1], Scalar)

    def _unfold(self, path: FieldPath, new: dict[str, Meaning]) -> None:
        """Write a part in full that stands in its short form."""
        text = filled(self.document.text, self._nodes(path), path, new)
        after = replace(self.document, text=text)
        self._take(after, f"{written(path)} cannot be written in full")

    def _nodes(self, path: FieldPath) -> list[Node]:
        return _along(self.document.tree(), path)

    def _reorder(self, path: FieldPath, order: Sequence[int]) -> None:
        node = self._nodes(path)[-1]
        assert isinstance(node, Items)
        moved = replace(self.document, text=reordered(self.document.text, node, order))
        self._take(moved, f"{written(path)} cannot be put in another order")

    def _take(self, after: Document, reason: str) -> None:
        """Go on with a text, or raise `NotEdited` if it cannot be read or has lost a comment."""
        try:
            lost = _comments(self.document) - _comments(after)
        except Unreadable:
            raise NotEdited(reason) from None
        if lost:
            raise NotEdited(reason)
        self.document = after


def _comments(document: Document) -> Counter[str]:
    return Counter(comments(document.tree(), document.text))


def _along(tree: Fields, path: FieldPath) -> list[Node]:
    """Return the values on the way to a path, as far as they are there."""
    nodes: list[Node] = [tree]
    for step in path:
        found = child(nodes[-1], step)
        if found is None:
            break
        nodes.append(found)
    return nodes
