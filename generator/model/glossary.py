"""All entries of a project, by id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Address, FieldPath
from generator.model.comparison import Comparison
from generator.model.entry import Entry
from generator.model.term import Term
from generator.text import EntryId, TermId


@dataclass(frozen=True, slots=True)
class Glossary:
    """The entries that could be loaded, each in the order of its id.

    `files` gives the path of each entry's file; `pages` the Markdown of hand-written pages
    by path. Both paths are relative to the project.
    """

    terms: Mapping[TermId, Term] = field(default_factory=dict)
    comparisons: Mapping[EntryId, Comparison] = field(default_factory=dict)
    files: Mapping[EntryId, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        entries: Mapping[EntryId, Entry],
        files: Mapping[EntryId, str],
        pages: Mapping[str, str] | None = None,
    ) -> "Glossary":
        """Sort entries into terms and comparisons."""
        ordered = sorted(entries.items())
        return cls(
            {TermId(id): entry for id, entry in ordered if isinstance(entry, Term)},
            {id: entry for id, entry in ordered if isinstance(entry, Comparison)},
            files,
            dict(sorted((pages or {}).items())),
        )

    def __iter__(self) -> Iterator[Entry]:
        """Yield terms, then comparisons."""
        yield from self.terms.values()
        yield from self.comparisons.values()

    def get(self, id: str) -> Entry | None:
        """Return the entry of this id, if there is one."""
        return self.terms.get(TermId(id)) or self.comparisons.get(EntryId(id))

    def at(
        self,
        entry: Entry,
        *path: str | int,
        key: bool = False,
        span: tuple[int, int] | None = None,
    ) -> Address:
        """Return the address of a value of an entry."""
        where: FieldPath = path
        return Address(self.files[entry.id], where, key, span)
