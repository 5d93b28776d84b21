"""A `Glossary` to a `Graph`."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Address
from generator.graph import Edge, Graph, Link, Passage
from generator.model import Glossary, Term, leaves
from generator.prose import references
from generator.text import EntryId, Prose, TermId, folded


def link(glossary: Glossary) -> Graph:
    """Follow every relation and reference between entries.

    Never fails: what names nothing, or more than one entry, stays in `Graph.links` without
    a resolution, for a rule to report. The result does not depend on the order of reading.
    """
    labels = Graph(glossary, labels=_labels(glossary))
    fields, passages = _values(glossary)
    links = (*fields, *_references(labels, passages), *_references_of_pages(labels))
    return replace(
        labels,
        edges=_edges(glossary),
        links=links,
        passages=passages,
        mentions=_mentions(links),
        compared_in=_compared_in(glossary),
    )


def _labels(glossary: Glossary) -> dict[str, tuple[EntryId, ...]]:
    claims: dict[str, dict[EntryId, None]] = defaultdict(dict)
    for entry in glossary:
        labels = entry.labels if isinstance(entry, Term) else (entry.name,)
        for label in (*labels, *entry.former_ids):
            claims[folded(label)][entry.id] = None
    return {label: tuple(sorted(ids)) for label, ids in sorted(claims.items())}


def _values(glossary: Glossary) -> tuple[list[Link], tuple[Passage, ...]]:
    """Return the references that are fields of their own, and all prose, in one walk."""
    fields: list[Link] = []
    passages: list[Passage] = []
    for entry in glossary:
        for path, value in leaves(entry):
            match value:
                case Prose():
                    passages.append(Passage(entry, path, value))
                case TermId():
                    resolved = value if value in glossary.terms else None
                    at = glossary.at(entry, *path, key=path[-1] is value)
                    fields.append(Link(entry.id, value, at, in_prose=False, resolved=resolved))
    return fields, tuple(passages)


def _references(graph: Graph, passages: tuple[Passage, ...]) -> Iterator[Link]:
    for passage in passages:
        for reference in references(passage.prose):
            span = (reference.start, reference.end)
            at = graph.glossary.at(passage.entry, *passage.path, span=span)
            yield _resolved(graph, passage.entry.id, reference.target, at)


def _references_of_pages(graph: Graph) -> Iterator[Link]:
    for path, markdown in graph.glossary.pages.items():
        for reference in references(markdown):
            at = Address(path, span=(reference.start, reference.end))
            yield _resolved(graph, path, reference.target, at)


def _resolved(graph: Graph, source: str, target: str, at: Address) -> Link:
    found = graph.candidates(target)
    resolved = found[0] if len(found) == 1 else None
    return Link(source, target, at, in_prose=True, resolved=resolved, candidates=found)


def _edges(glossary: Glossary) -> dict[TermId, tuple[Edge, ...]]:
    """Collect written edges, and the inverse of each that its target does not write itself."""
    written = [
        Edge(
            TermId(term.id),
            relation.term,
            relation.relation,
            relation.note,
            glossary.at(term, "related", number, "term"),
        )
        for term in glossary.terms.values()
        for number, relation in enumerate(term.related)
        if relation.term in glossary.terms and relation.term != term.id
    ]
    pairs = {(edge.source, edge.target) for edge in written}
    derived = [
        Edge(edge.target, edge.source, edge.kind.inverse, edge.note, edge.at, derived=True)
        for edge in written
        if (edge.target, edge.source) not in pairs
    ]
    edges: dict[TermId, list[Edge]] = defaultdict(list)
    for edge in (*written, *derived):
        edges[edge.source].append(edge)
    return {id: tuple(edges[id]) for id in sorted(edges)}


def _mentions(links: tuple[Link, ...]) -> dict[EntryId, tuple[str, ...]]:
    sources: dict[EntryId, dict[str, None]] = defaultdict(dict)
    for link in links:
        if link.in_prose and link.resolved is not None and link.source != link.resolved:
            sources[link.resolved][link.source] = None
    return {id: tuple(sorted(sources[id])) for id in sorted(sources)}


def _compared_in(glossary: Glossary) -> dict[TermId, tuple[EntryId, ...]]:
    found: dict[TermId, dict[EntryId, None]] = defaultdict(dict)
    for comparison in glossary.comparisons.values():
        for option in comparison.options:
            found[option.term][comparison.id] = None
    return {id: tuple(found[id]) for id in sorted(found)}
