"""What one judgement may take over from the one before."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from generator.model import Entry
from generator.text import EntryId

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """Values computed from entries; each holds for as long as the entry is the same object."""

    kept: dict[EntryId, tuple[Entry, T]] = field(default_factory=dict)

    def of(self, entry: Entry, compute: Callable[[], T]) -> T:
        """Return the value for an entry, computed only if the entry is new or another one."""
        found = self.kept.get(entry.id)
        if found is not None and found[0] is entry:
            return found[1]
        value = compute()
        self.kept[entry.id] = (entry, value)
        return value


@dataclass(frozen=True, slots=True)
class JudgeMemory:
    """Shelves and values by name, each with whatever it depends on besides an entry."""

    shelves: dict[str, tuple[object, "Shelf[Any]"]] = field(default_factory=dict)
    values: dict[str, tuple[object, Any]] = field(default_factory=dict)

    def shelf(self, name: str, depends_on: object) -> Shelf[Any]:
        """Return a shelf; an empty one if what it depends on is not what it was."""
        found = self.shelves.get(name)
        if found is None or found[0] != depends_on:
            found = (depends_on, Shelf())
            self.shelves[name] = found
        return found[1]

    def value(self, name: str, depends_on: object, compute: Callable[[], T]) -> T:
        """Return a value, computed only if what it depends on is not what it was."""
        found = self.values.get(name)
        if found is None or found[0] != depends_on:
            found = (depends_on, compute())
            self.values[name] = found
        kept: T = found[1]
        return kept
