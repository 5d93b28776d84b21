"""Reports about relations: those that disagree, and those that seem to be missing."""

from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Address
from generator.reports.finding import Concern, Finding, report
from generator.reports.material import Material
from generator.rules import Brief
from generator.rules.relations.circles import relation_cycle
from generator.rules.relations.edges import (
    contradictory_relations,
    relation_written_twice,
    uneven_relation,
)
from generator.text import TermId

# The worst first.
_CHECKS = (contradictory_relations, relation_cycle, uneven_relation, relation_written_twice)


@report(Concern.MISTAKE)
def uneven_relations(material: Material) -> Iterator[Finding]:
    """Relations that two entries write differently.

    A relation is written once, and the other entry shows its inverse. Where both write it,
    readers may be told two things that do not fit. What contradicts comes first.
    """
    brief = Brief(material.graph, material.config, material.today)
    for weight, check in enumerate(reversed(_CHECKS)):
        for fault in check.judge(brief):
            places = ((fault.at, ""), *fault.related)
            yield Finding(fault.message, fault.hint or "", places, weight)


@report(Concern.GAP)
def related_candidates(material: Material) -> Iterator[Finding]:
    """Terms that mention each other and are not related.

    Whoever reads the one will want to know of the other. A relation says how they belong
    together, and gives each a card on the other's page. The closest pairs come first.
    """
    glossary = material.graph.glossary
    times, places = _mentions(material)
    for (one, other), count in sorted(times.items()):
        if one < other and (other, one) in times and not _are_related(material, one, other):
            names = glossary.terms[one].name, glossary.terms[other].name
            yield Finding(
                f"'{names[0]}' and '{names[1]}' mention each other and are not related",
                _advice(material, one, other),
                (places[one, other], places[other, one]),
                # That both speak of the other counts for more than that one does so often.
                2 * min(count, times[other, one]) + max(count, times[other, one]),
            )


def _mentions(
    material: Material,
) -> tuple[Counter[tuple[TermId, TermId]], dict[tuple[TermId, TermId], tuple[Address, str]]]:
    """Return how often each term mentions each other one, and where first."""
    graph = material.graph
    published = {TermId(term.id) for term in material.published}
    times: Counter[tuple[TermId, TermId]] = Counter()
    places: dict[tuple[TermId, TermId], tuple[Address, str]] = {}
    marked = ((link.source, link.resolved, link.at) for link in graph.links if link.in_prose)
    linked = ((m.source, m.target, m.at) for some in graph.linked.values() for m in some)
    for source, target, at in (*marked, *linked):
        if target is not None and source != target and {source, target} <= published:
            pair = (TermId(source), TermId(target))
            times[pair] += 1
            places.setdefault(pair, (at, f"mentions '{graph.glossary.terms[pair[1]].name}'"))
    return times, places


def _are_related(material: Material, one: TermId, other: TermId) -> bool:
    return any(edge.target == other for edge in material.graph.edges.get(one, ()))


def _advice(material: Material, one: TermId, other: TermId) -> str:
    shared = set(material.graph.compared_in.get(one, ()))
    shared &= set(material.graph.compared_in.get(other, ()))
    advice = f"if they belong together, add '{other}' to 'related' of '{one}', with the kind"
    if shared:
        return f"{advice}; '{min(shared)}' compares them, so perhaps 'alternative_to'"
    return f"{advice}; one side is enough"
