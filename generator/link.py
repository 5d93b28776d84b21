"""A `Glossary` to a `Graph`."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.diagnostics import Address, FieldPath
from generator.graph import Edge, Graph, Link, Passage
from generator.model import Entry, Glossary, Term, leaves
from generator.prose import Reference, references
from generator.text import EntryId, Prose, TermId, folded


@dataclass(frozen=True, slots=True)
class _Walked:
    """What an entry holds: references in fields, prose, and references in prose.

    `fields` gives each reference with its path, `marked` each with the passage it is in.
    """

    entry: Entry
    fields: tuple[tuple[TermId, FieldPath], ...]
    passages: tuple[Passage, ...]
    marked: tuple[tuple[Passage, Reference], ...]


@dataclass(frozen=True, slots=True)
class LinkMemory:
    """What was found in entries and pages: one that is the same need not be walked again."""

    entries: dict[EntryId, _Walked] = field(default_factory=dict)
    pages: dict[str, tuple[str, tuple[Reference, ...]]] = field(default_factory=dict)


def link(glossary: Glossary, memory: LinkMemory | None = None) -> Graph:
    """Follow every relation and reference between entries.

    Never fails: what names nothing, or more than one entry, stays in `Graph.links` without
    a resolution, for a rule to report. The result does not depend on the order of reading.
    """
    memory = memory or LinkMemory()
    labels = Graph(glossary, labels=_labels(glossary))
    walked = [_walked(entry, memory) for entry in glossary]
    links = (
        *(found for entry in walked for found in _fields(glossary, entry)),
        *(found for entry in walked for found in _references(labels, entry)),
        *_references_of_pages(labels, memory),
    )
    return replace(
        labels,
        edges=_edges(glossary),
        links=links,
        passages=tuple(passage for entry in walked for passage in entry.passages),
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


def _walked(entry: Entry, memory: LinkMemory) -> _Walked:
    """Return what an entry holds, found in one walk."""
    known = memory.entries.get(entry.id)
    if known is not None and known.entry is entry:
        return known
    fields: list[tuple[TermId, FieldPath]] = []
    passages: list[Passage] = []
    for path, value in leaves(entry):
        match value:
            case Prose():
                passages.append(Passage(entry, path, value))
            case TermId():
                fields.append((value, path))
    marked = tuple((p, reference) for p in passages for reference in references(p.prose))
    walked = _Walked(entry, tuple(fields), tuple(passages), marked)
    memory.entries[entry.id] = walked
    return walked


def _fields(glossary: Glossary, walked: _Walked) -> Iterator[Link]:
    for value, path in walked.fields:
        resolved = value if value in glossary.terms else None
        at = glossary.at(walked.entry, *path, key=path[-1] is value)
        yield Link(walked.entry.id, value, at, in_prose=False, resolved=resolved)


def _references(graph: Graph, walked: _Walked) -> Iterator[Link]:
    for passage, reference in walked.marked:
        span = (reference.start, reference.end)
        at = graph.glossary.at(walked.entry, *passage.path, span=span)
        yield _resolved(graph, walked.entry.id, reference.target, at)


def _references_of_pages(graph: Graph, memory: LinkMemory) -> Iterator[Link]:
    for path, markdown in graph.glossary.pages.items():
        text, found = memory.pages.get(path, (None, ()))
        if text != markdown:
            found = references(markdown)
            memory.pages[path] = (markdown, found)
        for reference in found:
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
