"""Files to documents: text, plain data, and the place of every value."""

from generator.reading import characters, faults
from generator.reading.document import Document
from generator.reading.files import ReadMemory, Sources, read, read_entries
from generator.reading.locate import PlaceMemory, located
from generator.reading.settings import open_project

RULES = (*faults.RULES, *characters.RULES)

__all__ = [
    "RULES",
    "Document",
    "PlaceMemory",
    "ReadMemory",
    "Sources",
    "located",
    "open_project",
    "read",
    "read_entries",
]
