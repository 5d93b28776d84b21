"""From the address of a value to its line and column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, islice

from generator.diagnostics import Address, Diagnostic, Fault, FieldPath, Location, Rule
from generator.reading.document import Document
from generator.reading.faults import Unreadable
from generator.reading.lines import Lines
from generator.reading.tree import Fields, Items, Node, Scalar


@dataclass(frozen=True, slots=True)
class PlaceMemory:
    """Where addresses were found: in the same text they are there still."""

    places: dict[str, tuple[str, dict[Address, Location]]] = field(default_factory=dict)


def located(
    faults: Iterable[tuple[Rule, Fault]],
    documents: Mapping[str, Document],
    memory: PlaceMemory | None = None,
) -> Iterator[Diagnostic]:
    """Turn faults into diagnostics, each file parsed at most once."""
    places = _Places(documents, memory or PlaceMemory())
    for _, group in groupby(sorted(faults, key=lambda f: f[1].at.file), lambda f: f[1].at.file):
        for rule, fault in group:
            location = places.of(fault.at)
            yield Diagnostic(
                rule.name,
                rule.severity,
                location,
                fault.message,
                fault.hint,
                places.source(location),
                tuple((places.of(address), text) for address, text in fault.related),
                fault.fix,
            )


def locations(
    addresses: Iterable[Address], documents: Mapping[str, Document]
) -> dict[Address, Location]:
    """Return where values stand, each file parsed at most once."""
    places = _Places(documents, PlaceMemory())
    return {address: places.of(address) for address in addresses}


class _Places:
    """Looks places up; keeps the trees of the files it met."""

    def __init__(self, documents: Mapping[str, Document], memory: PlaceMemory) -> None:
        self._documents = documents
        self._memory = memory
        self._lines: dict[str, Lines] = {}
        self._trees: dict[str, Fields | None] = {}

    def of(self, address: Address) -> Location:
        if address.file not in self._documents:
            return Location(address.file)
        text = self._documents[address.file].text
        known_text, known = self._memory.places.get(address.file, ("", {}))
        if known_text != text:
            known = {}
            self._memory.places[address.file] = (text, known)
        if address not in known:
            known[address] = self._found(address)
        return known[address]

    def source(self, location: Location) -> str:
        if location.path not in self._documents:
            return ""
        return self._index(location.path).line(location.line)

    def _found(self, address: Address) -> Location:
        lines = self._index(address.file)
        if not address.path:
            return lines.place(*address.span) if address.span else Location(address.file)
        tree = self._tree(address.file)
        if tree is None:
            return Location(address.file)
        return lines.place(*_range(tree, address, lines.text))

    def _index(self, file: str) -> Lines:
        if file not in self._lines:
            self._lines[file] = Lines.of(file, self._documents[file].text)
        return self._lines[file]

    def _tree(self, file: str) -> Fields | None:
        if file not in self._trees:
            try:
                self._trees[file] = self._documents[file].tree()
            except Unreadable:
                self._trees[file] = None
        return self._trees[file]


def _range(tree: Fields, address: Address, text: str) -> tuple[int, int]:
    key, node = _descend(tree, address.path)
    if address.key and key is not None:
        return key.start, key.end
    if isinstance(node, Scalar):
        if address.span is not None:
            return within(node, text, *address.span)
        return node.start, _trimmed_end(node, text)
    if key is not None:
        return key.start, key.end
    return node.start, node.start + 1


def _descend(tree: Fields, path: FieldPath) -> tuple[Scalar | None, Node]:
    """Follow the path as far as it exists; a short form of a part ends it early."""
    key: Scalar | None = None
    node: Node = tree
    for step in path:
        if isinstance(node, Fields) and step in node.values:
            key, node = node.keys[str(step)], node.values[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
        else:
            break
    return key, node


def _trimmed_end(node: Scalar, text: str) -> int:
    """Return the end of the value on its first line; a block scalar is marked by its header."""
    newline = text.find("\n", node.start, node.end)
    return newline if newline >= 0 else node.end


def within(node: Scalar, text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets in the file of a range of characters in a scalar's value.

    YAML folds, strips and indents, but it changes white space only; so the n-th character
    that is no white space is the same in the file and in the value.
    """
    before = sum(not char.isspace() for char in node.text.strip()[:start])
    inside = sum(not char.isspace() for char in node.text.strip()[start:end])
    ranges = list(islice(visible(node, text), before + max(inside, 1)))
    if len(ranges) <= before:
        return node.start, _trimmed_end(node, text)
    return ranges[before][0], ranges[-1][1]


def visible(node: Scalar, text: str) -> Iterator[tuple[int, int]]:
    """Yield the range in the file of each character of the value that is no white space."""
    at, end = node.start, node.end
    if node.style in ("|", ">"):
        at = text.find("\n", at, end) + 1 or end
    elif node.style in ("'", '"'):
        at, end = at + 1, end - 1
    while at < end:
        char, width = text[at], 1
        if node.style == "'" and text.startswith("''", at):
            width = 2
        elif node.style == '"' and char == "\\":
            char, width = _escaped(text, at)
        if not char.isspace():
            yield at, at + width
        at += width


def _escaped(text: str, at: int) -> tuple[str, int]:
    code = text[at + 1]
    if (digits := {"x": 2, "u": 4, "U": 8}.get(code)) is not None:
        return chr(int(text[at + 2 : at + 2 + digits], 16)), 2 + digits
    return (" " if code in "nrtvfNLP_ \t\n" else code), 2
