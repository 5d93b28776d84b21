"""Where the references and links of prose lead."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads: an address relative to the page, and the words to show.

    There is no address where the entry has no page, as a draft has none. `term` is the id
    where the entry is a term.
    """

    href: str | None
    words: str
    term: str | None = None


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Words of a text that stand for a term: a range of characters, and the term's id."""

    start: int
    end: int
    term: str


class Resolver(Protocol):
    """Knows, for one page, where references and links lead."""

    def reference(self, target: str) -> Target | None:
        """Return where `[[target]]` leads, or nothing if it names no page."""

    def link(self, url: str) -> str:
        """Return the address of an internal link as seen from the page."""
