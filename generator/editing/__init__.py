"""Changing authors' files: as little as possible, and nothing lost."""

from generator.editing.change import edited, replacements
from generator.editing.diff import unified
from generator.editing.refusal import NotEdited
from generator.editing.renaming import Renaming, renamed
from generator.editing.rounds import Settled, settled

__all__ = [
    "NotEdited",
    "Renaming",
    "Settled",
    "edited",
    "renamed",
    "replacements",
    "settled",
    "unified",
]
