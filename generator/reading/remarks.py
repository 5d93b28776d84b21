"""What is odd about a file that can be read all the same."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Rule
from generator.reading.characters import characters
from generator.reading.document import Document
from generator.reading.names import reserved


def strange(document: Document) -> Iterator[tuple[Rule, Fault]]:
    """Yield what is strange about the characters of a file, and about its name."""
    yield from reserved(document.path)
    yield from characters(document)
