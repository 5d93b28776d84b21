"""Two versions of a glossary, compared by what readers see."""

from generator.changes.change import (
    Broken,
    Change,
    Differences,
    EntryChange,
    Kind,
    LinkChange,
    Op,
    Piece,
    RelationChange,
)
from generator.changes.differences import differences
from generator.changes.version import Version

__all__ = [
    "Broken",
    "Change",
    "Differences",
    "EntryChange",
    "Kind",
    "LinkChange",
    "Op",
    "Piece",
    "RelationChange",
    "Version",
    "differences",
]
