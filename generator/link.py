"""A `Glossary` to a `Graph`."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from generator.config import Config
from generator.diagnostics import Address, FieldPath
from generator.graph import Edge, Graph, Link, Passage
from generator.mentions import Found, MentionMemory, Prepared, ambiguities
from generator.model import Entry, Glossary, Term, leaves
from generator.prose import Reference, as_quotations, references
from generator.text import EntryId, Prose, TermId, folded


@dataclass(frozen=True, slots=True)
class _Walked:
    """What an entry holds: references in fields, prose, and references in prose.

    `fields` and `marked` give each reference with its place, which depends on the entry and on
    its file alone.
    """

    entry: Entry
    file: str
    fields: tuple[tuple[TermId, Address], ...]
    passages: tuple[Passage, ...]
    marked: tuple[tuple[str, Address], ...]
    prepared: Prepared


_Edges: TypeAlias = Mapping[TermId, tuple[Edge, ...]]


@dataclass(frozen=True, slots=True)
class _Followed:
    """Where an entry leads: the links of its fields and of its prose, and its own relations."""

    walked: _Walked
    fields: tuple[Link, ...]
    marked: tuple[Link, ...]
    written: tuple[Edge, ...]


@dataclass(slots=True)
class LinkMemory:
    """What was found in entries and pages: one that is the same need not be walked again.

    `followed` holds for what could be referred to when it was made, which is `known`; `edges`
    for the relations that they were made from.
    """

    entries: dict[EntryId, _Walked] = field(default_factory=dict)
    known: tuple[object, ...] = ()
    followed: dict[EntryId, _Followed] = field(default_factory=dict)
    edges: tuple[tuple[tuple[Edge, ...], ...], _Edges] = ((), MappingProxyType({}))
    pages: dict[str, tuple[str, tuple[Reference, ...]]] = field(default_factory=dict)
    mentions: MentionMemory = field(default_factory=MentionMemory)


def link(
    glossary: Glossary, memory: LinkMemory | None = None, *, config: Config | None = None
) -> Graph:
    """Follow every relation and reference between entries, and find what they mention.

    Never fails: what names nothing, or more than one entry, stays in `Graph.links` without
    a resolution, for a rule to report. The result does not depend on the order of reading.
    """
    memory = memory or LinkMemory()
    labels = Graph(glossary, labels=_labels(glossary))
    walked = [_walked(entry, glossary, memory) for entry in glossary]
    followed = _followed(labels, walked, memory)
    links = (
        *(found for one in followed for found in one.fields),
        *(found for one in followed for found in one.marked),
        *_references_of_pages(labels, memory),
    )
    prepared = (entry.prepared for entry in walked)
    found = memory.mentions.find(labels, prepared, config or Config())
    return replace(
        labels,
        edges=_edges(followed, memory),
        links=links,
        passages={one.entry.id: one.passages for one in walked},
        mentions=_mentions(links, found),
        linked={source: one.mentions for source, one in found.items() if one.mentions},
        ambiguities=ambiguities(glossary, found),
        compared_in=_compared_in(glossary),
    )


def _labels(glossary: Glossary) -> dict[str, tuple[EntryId, ...]]:
    claims: dict[str, dict[EntryId, None]] = defaultdict(dict)
    for entry in glossary:
        labels = entry.labels if isinstance(entry, Term) else (entry.name,)
        for label in (*labels, *entry.former_ids):
            claims[folded(label)][entry.id] = None
    return {label: tuple(sorted(ids)) for label, ids in sorted(claims.items())}


def _walked(entry: Entry, glossary: Glossary, memory: LinkMemory) -> _Walked:
    """Return what an entry holds, found in one walk."""
    file, known = glossary.files[entry.id], memory.entries.get(entry.id)
    if known is not None and known.entry is entry and known.file == file:
        return known
    fields: list[tuple[TermId, FieldPath]] = []
    passages: list[Passage] = []
    for path, value in leaves(entry):
        match value:
            case Prose():
                passages.append(Passage(entry, path, value))
            case TermId():
                fields.append((value, path))
    marked = tuple((p.path, reference) for p in passages for reference in references(p.prose))
    prose = tuple((passage.path, passage.prose) for passage in passages)
    walked = _Walked(
        entry,
        file,
        tuple((value, Address(file, path, path[-1] is value)) for value, path in fields),
        tuple(passages),
        tuple((r.target, Address(file, path, span=(r.start, r.end))) for path, r in marked),
        Prepared(entry, prose, tuple(fields), marked),
    )
    memory.entries[entry.id] = walked
    return walked


def _followed(graph: Graph, walked: Iterable[_Walked], memory: LinkMemory) -> tuple[_Followed, ...]:
    """Return where each entry leads."""
    known = (graph.labels, tuple(graph.glossary.terms), tuple(graph.glossary.comparisons))
    earlier = memory.followed if memory.known == known else {}
    found: dict[EntryId, _Followed] = {}
    for one in walked:
        held = earlier.get(one.entry.id)
        if held is None or held.walked is not one:
            fields, marked = _fields(graph.glossary, one), _references(graph, one)
            written = _written(graph.glossary, one.entry)
            held = _Followed(one, tuple(fields), tuple(marked), tuple(written))
        found[one.entry.id] = held
    memory.known, memory.followed = known, found
    return tuple(found.values())


def _fields(glossary: Glossary, walked: _Walked) -> Iterator[Link]:
    for value, at in walked.fields:
        resolved = value if value in glossary.terms else None
        yield Link(walked.entry.id, value, at, in_prose=False, resolved=resolved)


def _references(graph: Graph, walked: _Walked) -> Iterator[Link]:
    for target, at in walked.marked:
        yield from _resolved(graph, walked.entry.id, target, at)


def _references_of_pages(graph: Graph, memory: LinkMemory) -> Iterator[Link]:
    for path, markdown in graph.glossary.pages.items():
        text, found = memory.pages.get(path, (None, ()))
        if text != markdown:
            found = references(as_quotations(markdown))
            memory.pages[path] = (markdown, found)
        for reference in found:
            at = Address(path, span=(reference.start, reference.end))
            yield from _resolved(graph, path, reference.target, at)


def _resolved(graph: Graph, source: str, target: str, at: Address) -> Iterator[Link]:
    """Yield what `[[target]]` leads to; `[[!target]]` counts where it names nothing."""
    forbids = target.startswith("!")
    found = graph.candidates(target.removeprefix("!").strip())
    if forbids and found:
        return
    target = target.removeprefix("!").strip()
    resolved = found[0] if len(found) == 1 else None
    yield Link(source, target, at, in_prose=True, resolved=resolved, candidates=found)


def _written(glossary: Glossary, entry: Entry) -> Iterator[Edge]:
    """Yield the relations that a term writes itself."""
    if not isinstance(entry, Term):
        return
    for number, relation in enumerate(entry.related):
        if relation.term in glossary.terms and relation.term != entry.id:
            at = glossary.at(entry, "related", number, "term")
            yield Edge(TermId(entry.id), relation.term, relation.relation, relation.note, at)


def _edges(followed: tuple[_Followed, ...], memory: LinkMemory) -> _Edges:
    """Collect written edges, and the inverse of each that its target does not write itself."""
    by_entry = tuple(one.written for one in followed)
    if memory.edges[0] == by_entry:
        return memory.edges[1]
    written = [edge for found in by_entry for edge in found]
    pairs = {(edge.source, edge.target) for edge in written}
    derived = [
        Edge(edge.target, edge.source, edge.kind.inverse, edge.note, edge.at, derived=True)
        for edge in written
        if (edge.target, edge.source) not in pairs
    ]
    edges: dict[TermId, list[Edge]] = defaultdict(list)
    for edge in (*written, *derived):
        edges[edge.source].append(edge)
    memory.edges = (by_entry, {id: tuple(edges[id]) for id in sorted(edges)})
    return memory.edges[1]


def _mentions(
    links: tuple[Link, ...], found: Mapping[str, Found]
) -> dict[EntryId, tuple[str, ...]]:
    sources: dict[EntryId, set[str]] = defaultdict(set)
    for link in links:
        if link.in_prose and link.resolved is not None and link.source != link.resolved:
            sources[link.resolved].add(link.source)
    for source, one in found.items():
        for target in one.targets:
            sources[EntryId(target)].add(source)
    return {id: tuple(sorted(sources[id])) for id in sorted(sources)}


def _compared_in(glossary: Glossary) -> dict[TermId, tuple[EntryId, ...]]:
    found: dict[TermId, dict[EntryId, None]] = defaultdict(dict)
    for comparison in glossary.comparisons.values():
        for option in comparison.options:
            found[option.term][comparison.id] = None
    return {id: tuple(found[id]) for id in sorted(found)}
