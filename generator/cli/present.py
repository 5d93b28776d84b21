"""What a new entry must not clash with: the entries that are there, even broken ones."""

from collections.abc import Iterator
from dataclasses import dataclass

import click

from generator.errors import AlreadyThere
from generator.graph import Graph
from generator.link import link
from generator.load import entry_id, load
from generator.project import Project
from generator.reading import Document, read_entries
from generator.reading.faults import Unreadable
from generator.reading.files import Read
from generator.shape import did_you_mean
from generator.text import Name, TermId, folded


@dataclass(frozen=True, slots=True)
class Present:
    """The entries of a project; `files` and `former` give the file that has an id, or had it."""

    graph: Graph
    files: dict[str, str]
    former: dict[str, str]

    @classmethod
    def of(cls, project: Project) -> "Present":
        """Read a project. What does not load still occupies its id and its former ids."""
        read = read_entries(project)
        return cls.among(read, link(load(read.documents, {}).glossary))

    @classmethod
    def among(cls, read: Read, graph: Graph) -> "Present":
        """Take what was read and linked already."""
        unread = (diagnostic.location.path for diagnostic in read.diagnostics)
        return cls(
            graph,
            {str(entry_id(path)): path for path in (*unread, *read.documents)},
            {
                old: path
                for path, document in read.documents.items()
                for old in _former_ids(document)
            },
        )

    def term(self, target: str) -> TermId:
        """Return the term that an id or a label means, or raise `UsageError`."""
        if target in self.files and target not in self.graph.glossary.files:
            raise click.UsageError(
                f"{self.files[target]} has errors; mend it first: termloom check"
            )
        found = self.graph.candidates(target)
        if len(found) > 1:
            raise click.UsageError(f"'{target}' may mean {' or '.join(found)}; name one of them")
        if not found:
            known = tuple(self.graph.glossary.terms)
            hint = did_you_mean(target, known) or "start it with 'termloom new term'"
            raise click.UsageError(f"no term has the id '{target}'; {hint}")
        if TermId(found[0]) not in self.graph.glossary.terms:
            raise click.UsageError(f"'{found[0]}' is a comparison; only terms can be compared")
        return TermId(found[0])

    def refuse_taken(self, name: Name, id: str, *, option: str = "--id") -> None:
        """Raise `AlreadyThere` if an entry has or had the id, or goes by the name.

        `option` is that by which another id can be chosen.
        """
        if path := self.files.get(id):
            raise AlreadyThere(f"{path} has the id '{id}' already; nothing was written")
        if path := self.former.get(id):
            raise AlreadyThere(
                f"'{id}' is a former id of {path}, which its old address still needs; choose "
                f"another with {option}"
            )
        if owners := self.graph.labels.get(folded(name)):
            path = self.graph.glossary.files[owners[0]]
            raise AlreadyThere(f"{path} goes by '{name}' already; nothing was written")


def _former_ids(document: Document) -> Iterator[str]:
    try:
        data = document.tree().plain()
    except Unreadable:
        return
    former = data.get("former_ids") if isinstance(data, dict) else None
    if isinstance(former, list):
        yield from (old for old in former if isinstance(old, str))
