"""What differs between two versions of a glossary."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeAlias

from generator.diagnostics import Location
from generator.model import RelationKind

# A value without classes of ours: text, a number, a list or fields.
Plain: TypeAlias = "str | int | bool | Sequence[Plain] | Mapping[str, Plain] | None"


class Kind(StrEnum):
    """What became of a thing."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    MOVED = "moved"


class Op(StrEnum):
    """What became of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs.

    `path` holds the names of fields, and of list items what tells them from the others; `titles`
    are the same steps for people. `words` are there where both values are running text: those
    that stayed and came make the new text, those that stayed and went the old one.
    """

    path: tuple[str, ...]
    titles: tuple[str, ...]
    kind: Kind
    old: Plain = None
    new: Plain = None
    words: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry that differs.

    Of a renamed one `former` is the old id, and `declared` says whether `former_ids` names it.
    `about` is the definition of a term, or the question of a comparison.
    """

    kind: Kind
    id: str
    noun: str
    name: str
    status: str
    file: str
    about: str = ""
    former: str | None = None
    declared: bool = False
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationChange:
    """A relation that the page of `source` shows, or shows no more."""

    kind: Kind
    source: str
    target: str
    relation: RelationKind
    derived: bool


@dataclass(frozen=True, slots=True)
class LinkChange:
    """Pages whose text links to a term now, or does so no more."""

    term: str
    appeared: tuple[str, ...]
    vanished: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """A place that names an entry which cannot be found by that any more.

    `now` are the entries that might be meant: none if it is gone, one that was renamed, or more.
    """

    target: str
    at: Location
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that differs, in a fixed order.

    `lost` are addresses of the site at which nothing stands any more. `unseen` are files in which
    only comments, order, formatting or the place changed, and `unread` those that could not be
    loaded in one of the versions and are compared no further.
    """

    entries: tuple[EntryChange, ...] = ()
    relations: tuple[RelationChange, ...] = ()
    links: tuple[LinkChange, ...] = ()
    broken: tuple[Broken, ...] = ()
    lost: tuple[str, ...] = ()
    settings: tuple[Change, ...] = ()
    pages: tuple[tuple[Kind, str], ...] = ()
    unseen: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Return whether readers see no difference."""
        silent = ("unseen", "unread")
        return not any(getattr(self, one.name) for one in fields(self) if one.name not in silent)

    def count(self, kind: Kind) -> int:
        """Return how many entries were added, removed, renamed or changed."""
        return sum(entry.kind is kind for entry in self.entries)
