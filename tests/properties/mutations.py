"""Slips of the pen: one small change to the text of a good entry, at a known place.

Every mutation changes what the entry says. One that would leave it valid (a line of prose
less, a shorter name) is not made.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random
from typing import Any

from generator.kinds import is_part
from generator.model import Comparison, Entry, Term
from generator.part import ShortPart
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.reading.tree import Fields, Items, Node, Scalar
from generator.shape import annotation_at
from generator.text import TermId


@dataclass(frozen=True)
class Mutation:
    """A changed text. `lines` are those at which an author would look for the slip."""

    kind: str
    text: str
    lines: frozenset[int]
    what: str


@dataclass(frozen=True)
class Spot:
    """One value in a file."""

    path: tuple[str | int, ...]
    key: Scalar | None
    node: Node
    type: Any


class Subject:
    """The text of one entry, and where its values stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = Document("terms/a.yml", text).tree()
        kind = self.tree.plain().get("kind")
        self.model: type[Entry] = Comparison if kind == "comparison" else Term
        self.spots = list(self._spots((), None, self.tree))
        self.scalars = [spot for spot in self.spots if isinstance(spot.node, Scalar)]

    def _spots(self, path: tuple[str | int, ...], key: Scalar | None, node: Node) -> Iterator[Spot]:
        if path:
            yield Spot(path, key, node, annotation_at(self.model, path))
        if isinstance(node, Fields):
            for name, inner in node.values.items():
                yield from self._spots((*path, name), node.keys[name], inner)
        elif isinstance(node, Items):
            for number, item in enumerate(node.items):
                yield from self._spots((*path, number), None, item)

    def line(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    def source(self, node: Node) -> str:
        return self.text[node.start : node.end]

    def is_one_line(self, spot: Spot) -> bool:
        """Return whether a field is plain text on a line that holds nothing else."""
        if spot.key is None or not isinstance(spot.node, Scalar):
            return False
        before = self.text[self.text.rfind("\n", 0, spot.key.start) + 1 : spot.key.start]
        after = self.text[spot.node.end : self._end_of_line(spot.node.end)]
        return not before.strip() and not after.strip() and "\n" not in self.source(spot.node)

    def _end_of_line(self, offset: int) -> int:
        found = self.text.find("\n", offset)
        return found if found >= 0 else len(self.text)

    def whole_line(self, offset: int) -> tuple[int, int]:
        return self.text.rfind("\n", 0, offset) + 1, self._end_of_line(offset) + 1

    def replaced(self, start: int, end: int, text: str) -> str:
        return self.text[:start] + text + self.text[end:]

    def near(self, offset: int) -> frozenset[int]:
        """Return the line of an offset and the two beside it."""
        line = self.line(offset)
        return frozenset({line - 1, line, line + 1})

    def owner(self, spot: Spot) -> Node:
        """Return the part or list that a value stands in."""
        found = [other.node for other in self.spots if other.path == spot.path[:-1]]
        return found[0] if found else self.tree


Maker = Callable[[Subject, Random], Iterator[tuple[int, int, str, frozenset[int]]]]


def mutations(text: str, random: Random, *, each: int) -> Iterator[Mutation]:
    """Yield mutations of an entry, of each kind at most so many, chosen by chance."""
    subject = Subject(text)
    for kind, make in MAKERS.items():
        found = list(make(subject, random))
        random.shuffle(found)
        made = (_made(kind, subject, change) for change in found)
        yield from islice((one for one in made if not _says_the_same(text, one.text)), each)


def _made(kind: str, subject: Subject, change: tuple[int, int, str, frozenset[int]]) -> Mutation:
    start, end, new, lines = change
    what = f"line {subject.line(start)}: {subject.text[start:end]!r} -> {new!r}"
    return Mutation(kind, subject.replaced(start, end, new), lines, what)


def _says_the_same(before: str, after: str) -> bool:
    try:
        old, new = (Document("terms/a.yml", text).tree().plain() for text in (before, after))
    except Unreadable:
        return False
    return old == new


def _required_fields(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.spots:
        owner = annotation_at(subject.model, spot.path[:-1])
        if not subject.is_one_line(spot) or not is_part(owner):
            continue
        field = owner.model_fields.get(str(spot.path[-1]))
        if field is not None and field.is_required():
            start, end = subject.whole_line(spot.node.start)
            # A field that is missing is missing in the part, which begins above.
            begins = subject.line(subject.owner(spot).start)
            yield start, end, "", subject.near(start) | {begins, begins + 1}


def _quotes(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.scalars:
        if spot.node.style in ("'", '"') and "\n" not in subject.source(spot.node):
            for at in (spot.node.start, spot.node.end - 1):
                yield at, at + 1, "", subject.near(at)


def _colons(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.spots:
        if spot.key is not None:
            yield spot.key.end, spot.key.end + 1, "", subject.near(spot.key.end)


def _brackets(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.spots:
        node = spot.node
        if not isinstance(node, Scalar) and subject.text[node.start] in "[{":
            for at in (node.start, node.end - 1):
                yield at, at + 1, "", subject.near(node.start)


def _headlines(subject: Subject, random: Random) -> Iterator[Any]:
    """Delete the line of a field that holds a list or fields.

    Not where the field above takes such items too: the entry would say something else, but
    nobody could know.
    """
    above: Any = None
    for spot in subject.spots:
        if spot.key is None or (len(spot.path) > 1 and isinstance(spot.path[-2], int)):
            continue
        here, above = above, annotation_at(subject.model, (*spot.path, 0))
        node = spot.node
        if isinstance(node, Scalar) or subject.text[node.start] in "[{" or _takes(here, above):
            continue
        start, end = subject.whole_line(spot.key.start)
        if not subject.text[start : spot.key.start].strip():
            yield start, end, "", subject.near(start)


def _takes(list_above: Any, item: Any) -> bool:
    if is_part(list_above) and is_part(item):
        return set(item.model_fields) >= set(list_above.model_fields)
    return list_above is item


def _keys_twice(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.spots:
        if subject.is_one_line(spot):
            start, end = subject.whole_line(spot.node.start)
            yield end, end, subject.text[start:end], subject.near(end - 1)


def _items_twice(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.spots:
        items = spot.node
        if not isinstance(items, Items) or subject.text[items.start] == "[":
            continue
        for item in items.items:
            start, _ = subject.whole_line(item.start)
            last = len(subject.text[: item.end].rstrip())
            _, end = subject.whole_line(last - 1)
            lines = subject.text.count("\n", start, end)
            near = frozenset(range(subject.line(start), subject.line(end) + lines))
            yield end, end, subject.text[start:end], near


def _texts_to_lists(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.scalars:
        source = subject.source(spot.node)
        if "\n" not in source and not set(source) & set("[]{},:#"):
            yield spot.node.start, spot.node.end, f"[{source}]", subject.near(spot.node.start)


def _texts_to_fields(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.scalars:
        source = subject.source(spot.node)
        if "\n" not in source and not set(source) & set("[]{},:#\"'"):
            new = "{colour: " + source + "}"
            yield spot.node.start, spot.node.end, new, subject.near(spot.node.start)


def _lists_to_text(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.spots:
        if spot.key is None or not isinstance(spot.node, Items):
            continue
        start = subject.text.index(":", spot.key.end) + 1
        last = len(subject.source(spot.node).rstrip()) + spot.node.start
        yield start, last, " something else", subject.near(spot.key.start)


def _indentation(subject: Subject, random: Random) -> Iterator[Any]:
    """Move one line that begins with a field's name or with a '- '."""
    starts = set()
    for spot in subject.spots:
        at = spot.key.start if spot.key is not None else spot.node.start
        line = subject.whole_line(at)[0]
        lead = subject.text[line:at]
        if not lead.strip(" -"):
            starts.add(line)
    for line in sorted(starts):
        for columns in (1, 2):
            yield line, line, " " * columns, subject.near(line)
            if subject.text.startswith(" " * columns, line):
                yield line, line + columns, "", subject.near(line)


def _misspelt(word: str, random: Random) -> str:
    at = random.randrange(len(word) - 1)
    match random.choice(("drop", "swap", "add")):
        case "drop":
            return word[:at] + word[at + 1 :]
        case "swap":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case _:
            return word[:at] + random.choice("aeinorst") + word[at:]


def _keys_misspelt(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.spots:
        owner = annotation_at(subject.model, spot.path[:-1])
        if spot.key is None or (not is_part(owner) and spot.path[:-1]):
            continue
        new = _misspelt(spot.key.text, random)
        if new not in getattr(owner, "model_fields", {}):
            yield spot.key.start, spot.key.end, new, subject.near(spot.key.start)


def _choices_misspelt(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.scalars:
        if re.fullmatch(r"status|relation|kind", str(spot.path[-1])):
            new = _misspelt(spot.node.text, random)
            yield spot.node.start, spot.node.end, new, subject.near(spot.node.start)


def _ids_misspelt(subject: Subject, random: Random) -> Iterator[Any]:
    for spot in subject.scalars:
        wanted = spot.type
        if isinstance(wanted, type) and issubclass(wanted, ShortPart):
            wanted = annotation_at(wanted, (wanted.short_for,))
        if wanted is TermId:
            new = _misspelt(spot.node.text, random)
            yield spot.node.start, spot.node.end, new, subject.near(spot.node.start)


MAKERS: dict[str, Maker] = {
    "delete a required field": _required_fields,
    "delete a quote": _quotes,
    "delete a colon": _colons,
    "delete a bracket": _brackets,
    "delete the line above a list": _headlines,
    "write a field twice": _keys_twice,
    "write an item twice": _items_twice,
    "text to a list": _texts_to_lists,
    "text to fields": _texts_to_fields,
    "a list to text": _lists_to_text,
    "indent a line wrongly": _indentation,
    "misspell a field": _keys_misspelt,
    "misspell a choice": _choices_misspelt,
    "misspell an id": _ids_misspelt,
}
