"""The addresses in an author's file, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.written import Written, is_wordless, written
from generator.diagnostics import Address, FieldPath
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.reading.tree import Fields, Items, Node, Scalar


@dataclass(frozen=True, slots=True)
class Place:
    """Where an author wrote an address, and whether the link there shows no words."""

    at: Address
    is_wordless: bool = False


def authored(document: Document) -> Iterator[tuple[str, Place]]:
    """Yield every address in a file, in Markdown or in any text of YAML, with its place."""
    if document.path.endswith(".md"):
        for found in written(document.text):
            yield found.url, _place(Address(document.path), document.text, found)
        return
    try:
        tree = document.tree()
    except Unreadable:
        return
    for path, scalar in _scalars(tree, ()):
        at = Address(document.path, path)
        yield scalar.text, Place(at)
        for found in written(scalar.text):
            yield found.url, _place(at, scalar.text, found)


def _place(at: Address, text: str, found: Written) -> Place:
    address = Address(at.file, at.path, span=(found.start, found.end))
    return Place(address, is_wordless(text, found))


def _scalars(node: Node, path: FieldPath) -> Iterator[tuple[FieldPath, Scalar]]:
    match node:
        case Scalar():
            yield path, node
        case Fields():
            for name, inner in node.values.items():
                yield from _scalars(inner, (*path, name))
        case Items():
            for number, inner in enumerate(node.items):
                yield from _scalars(inner, (*path, number))
