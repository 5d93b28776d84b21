"""Entries and everything that connects them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Address, FieldPath
from generator.model import Entry, Glossary, RelationKind
from generator.text import EntryId, InlineProse, Prose, TermId, folded


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation from one term to another: `target` is the `kind` of `source`.

    A derived edge is the inverse of one that an author wrote; `at` is where that stands.
    """

    source: TermId
    target: TermId
    kind: RelationKind
    note: InlineProse | None
    at: Address
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A reference that an author wrote, in a field or in prose.

    `source` is an entry's id or a hand-written page's path. `resolved` is absent where the
    target names nothing, or more than one entry (`candidates`).
    """

    source: str
    target: str
    at: Address
    in_prose: bool
    resolved: EntryId | None = None
    candidates: tuple[EntryId, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of prose that become a link to a term by themselves.

    `source` is an entry's id or a hand-written page's path; the span of `at` is where the words
    stand in the value or the page. `rules` name what makes the words a form of the term.
    """

    source: str
    target: TermId
    at: Address
    text: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """Words that more than one term claims; each claim with the address of its label."""

    text: str
    at: Address
    claims: tuple[tuple[TermId, Address], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A prose value, with the entry and the field that hold it."""

    entry: Entry
    path: FieldPath
    prose: Prose


@dataclass(frozen=True, slots=True)
class Graph:
    """A glossary with its edges. What resolves to nothing is kept, for a rule to report.

    `labels` gives the entries that claim a folded label; `edges` those that leave a term,
    derived ones included; `passages` the prose of each entry; `mentions` the sources whose
    prose refers to an entry, by reference or by itself; `linked` the words of each source that
    become links by themselves, in the order of its page; `ambiguities` words that cannot, each
    form once; `compared_in` the comparisons that a term takes part in.
    """

    glossary: Glossary
    labels: Mapping[str, tuple[EntryId, ...]] = field(default_factory=dict)
    edges: Mapping[TermId, tuple[Edge, ...]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    passages: Mapping[EntryId, tuple[Passage, ...]] = field(default_factory=dict)
    mentions: Mapping[EntryId, tuple[str, ...]] = field(default_factory=dict)
    linked: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    ambiguities: tuple[Ambiguity, ...] = ()
    compared_in: Mapping[TermId, tuple[EntryId, ...]] = field(default_factory=dict)

    def candidates(self, target: str) -> tuple[EntryId, ...]:
        """Return the entries that a reference may mean: an id, a former id, or a label."""
        if self.glossary.get(target) is not None:
            return (EntryId(target),)
        return self.labels.get(folded(target), ())

    def resolve(self, target: str) -> EntryId | None:
        """Return the one entry that a reference means, or nothing."""
        found = self.candidates(target)
        return found[0] if len(found) == 1 else None

    def words(self, target: str) -> str:
        """Return what `[[target]]` shows: the name where it is an id, else what is written."""
        entry = self.glossary.get(target)
        return target if entry is None else entry.name
