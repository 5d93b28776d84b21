"""Which relations and links differ, as readers meet them on pages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.changes.change import Kind, LinkChange, RelationChange
from generator.changes.entries import Pairing
from generator.changes.version import Version
from generator.model import RelationKind


def relation_changes(old: Version, new: Version, pairing: Pairing) -> tuple[RelationChange, ...]:
    """Return the relations that came and went, derived ones included, by the page they are on.

    Of an entry that could not be read in one of the versions nothing is said.
    """
    unsure = _unsure(old, new, pairing)
    before, after = _relations(old, pairing.renamed), _relations(new, {})
    changes = [
        RelationChange(kind, source, target, relation, derived)
        for kind, these, others in ((Kind.ADDED, after, before), (Kind.REMOVED, before, after))
        for (source, target, relation), derived in these.items()
        if (source, target, relation) not in others and not {source, target} & unsure
    ]
    return tuple(sorted(changes, key=lambda c: (c.source, c.target, c.kind, c.relation)))


def _relations(
    version: Version, renamed: Mapping[str, str]
) -> dict[tuple[str, str, RelationKind], bool]:
    return {
        (renamed.get(edge.source, edge.source), renamed.get(edge.target, edge.target), edge.kind): (
            edge.derived
        )
        for edges in version.graph.edges.values()
        for edge in edges
    }


def link_changes(old: Version, new: Version, pairing: Pairing) -> tuple[LinkChange, ...]:
    """Return the pages whose text links to a term now, or no more, by term.

    Pages that are new or gone themselves do not count: all their links are. Of an entry that
    could not be read in one of the versions nothing is said.
    """
    unsure = _unsure(old, new, pairing)
    before, after = _links(old, pairing.renamed), _links(new, {})
    both = {pairing.renamed.get(page, page) for page in old.readable} & (new.readable - unsure)
    changes = []
    for term in sorted({*before, *after} - unsure):
        there, here = before.get(term, set()) & both, after.get(term, set()) & both
        if there != here:
            changes.append(
                LinkChange(term, tuple(sorted(here - there)), tuple(sorted(there - here)))
            )
    return tuple(changes)


def _unsure(old: Version, new: Version, pairing: Pairing) -> frozenset[str]:
    """Return the ids of entries that are not known in both versions, and may well be there."""
    return frozenset(pairing.renamed.get(id, id) for id in old.unread_ids) | new.unread_ids


def _links(version: Version, renamed: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the pages that link to each entry in their text."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, target in _pairs(version):
        found[renamed.get(target, target)].add(renamed.get(source, source))
    return found


def _pairs(version: Version) -> Iterator[tuple[str, str]]:
    readable = version.readable
    for source, mentions in version.graph.linked.items():
        if source in readable:
            yield from ((source, str(mention.target)) for mention in mentions)
    for link in version.graph.links:
        target = link.resolved
        if link.in_prose and target in readable and link.source in readable:
            yield link.source, str(target)
