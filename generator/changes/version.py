"""One version of a glossary."""

from dataclasses import dataclass

from generator.graph import Graph
from generator.layout import path_of, paths
from generator.load import entry_id
from generator.model import Glossary
from generator.project import Project
from generator.reading import Sources
from generator.reading.files import Read


@dataclass(frozen=True, slots=True)
class Version:
    """What was read of a project, and its graph."""

    project: Project
    sources: Sources
    graph: Graph

    @classmethod
    def empty(cls, project: Project) -> "Version":
        """Return the version before there was any entry."""
        return cls(project, Sources(Read({}), Read({})), Graph(Glossary()))

    @property
    def glossary(self) -> Glossary:
        """Return the entries that could be loaded."""
        return self.graph.glossary

    @property
    def unread(self) -> frozenset[str]:
        """Return the files of entries that could not be loaded."""
        entries = self.sources.entries
        files = {*entries.documents, *(one.location.path for one in entries.diagnostics)}
        return frozenset(files - set(self.glossary.files.values()))

    @property
    def unread_ids(self) -> frozenset[str]:
        """Return the ids that those files would have."""
        return frozenset(str(entry_id(path)) for path in self.unread)

    @property
    def addresses(self) -> frozenset[str]:
        """Return the addresses of the site at which something stands, or leads on."""
        made = paths(self.glossary, self.project.config, self.project.docs)
        former = (
            f"{path_of(entry).rpartition('/')[0]}/{old}"
            for entry in self.glossary
            if entry.is_published
            for old in entry.former_ids
        )
        return frozenset((*made, *former))

    @property
    def readable(self) -> frozenset[str]:
        """Return the sources of links that have a page: ids, and paths of hand-written pages."""
        published = (str(entry.id) for entry in self.glossary if entry.is_published)
        return frozenset((*published, *self.glossary.pages))
