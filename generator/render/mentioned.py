"""What a term's page says of the pages that mention it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.layout import page_path, path_of
from generator.model import RelationKind, Term
from generator.render.excerpts import Excerpt
from generator.render.view import Press, View
from generator.text import TermId

_KINDS = list(RelationKind)


@dataclass(frozen=True, slots=True)
class Mentioning:
    """A page that mentions the term, with an excerpt; `relation` says how its term relates."""

    title: str
    href: str
    excerpt: Excerpt
    relation: RelationKind | None = None

    @property
    def sort_key(self) -> tuple[bool, str, str]:
        """Return the order of the list: related terms first, then by title."""
        return self.relation is None, self.title.casefold(), self.href


def mentioned_in(press: Press, view: View, term: Term) -> tuple[Mentioning, ...]:
    """Return the pages that mention a term, each once; drafts have none."""
    found = sorted(_mentioning(press, view, term), key=lambda mentioning: mentioning.sort_key)
    return tuple(found)


def _mentioning(press: Press, view: View, term: Term) -> Iterator[Mentioning]:
    glossary = press.graph.glossary
    relations = _relations(press, term)
    for source, excerpt in press.excerpts.get(term.id, {}).items():
        entry = glossary.get(source)
        if entry is None:
            path = page_path(source, press.docs)
            yield Mentioning(page_title(glossary.pages[source], path), view.href(path), excerpt)
        elif entry.is_published:
            href = view.href(path_of(entry))
            yield Mentioning(entry.name, href, excerpt, relations.get(TermId(entry.id)))


def _relations(press: Press, term: Term) -> dict[TermId, RelationKind]:
    """Return how each related term relates, by the first kind of several."""
    edges = press.graph.edges.get(TermId(term.id), ())
    ordered = sorted(edges, key=lambda edge: _KINDS.index(edge.kind), reverse=True)
    return {edge.target: edge.kind for edge in ordered}


def page_title(markdown: str, path: str) -> str:
    """Return the title of a hand-written page: its first heading, else its file's name."""
    for line in markdown.splitlines():
        if line.startswith("# "):
            return line[2:].strip()
    return path.rpartition("/")[2].replace("-", " ").capitalize()
