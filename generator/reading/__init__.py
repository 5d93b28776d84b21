"""Files to documents: text, plain data, and the place of every value."""

from generator.reading.document import Document
from generator.reading.faults import RULES
from generator.reading.files import ReadMemory, Sources, read, read_entries
from generator.reading.locate import located
from generator.reading.settings import open_project

__all__ = [
    "RULES",
    "Document",
    "ReadMemory",
    "Sources",
    "located",
    "open_project",
    "read",
    "read_entries",
]
