"""Rules about relations between terms."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.graph import Edge, Graph
from generator.model import RelationKind
from generator.rules.check import Brief, rule
from generator.text import TermId

_HIERARCHIES = (
    RelationKind.BROADER,
    RelationKind.NARROWER,
    RelationKind.PART_OF,
    RelationKind.HAS_PART,
)


@rule(Severity.ERROR)
def relation_cycle(brief: Brief) -> Iterator[Fault]:
    """No term is related to itself, nor broader than or part of itself by any number of steps.

    A circle leaves readers, and every tree drawn from the relations, without a top.

    ```yaml bad
    - id: a
      name: Animal
      definition: A living being.
      related: [{term: b, relation: broader}]
    - id: b
      name: Bird
      definition: It has feathers.
      related: [{term: a, relation: broader}]
    ```

    ```yaml good
    - {id: a, name: Animal, definition: A living being., analogy: You.}
    - id: b
      name: Bird
      definition: It has feathers.
      related: [{term: a, relation: broader}]
    ```
    """
    glossary = brief.graph.glossary
    for term in glossary.terms.values():
        for number, relation in enumerate(term.related):
            if relation.term == term.id:
                at = glossary.at(term, "related", number, "term")
                yield Fault(at, f"'{term.id}' is related to itself", "remove this relation")
    for kind in (RelationKind.BROADER, RelationKind.PART_OF):
        ups = _upwards(brief.graph, kind)
        for circle in _circles(ups):
            edge = ups[circle[0]][circle[1]]
            names = " → ".join(f"'{id}'" for id in circle)
            yield Fault(
                edge.at,
                f"these terms form a circle of '{kind.value}': {names}",
                "remove one relation",
            )


def _upwards(graph: Graph, kind: RelationKind) -> dict[TermId, dict[TermId, Edge]]:
    """Return the edges of a kind, those written from the other end turned round."""
    ups: dict[TermId, dict[TermId, Edge]] = {}
    for id in graph.glossary.terms:
        for edge in graph.edges.get(id, ()):
            if edge.kind is kind:
                ups.setdefault(edge.source, {})[edge.target] = edge
            elif edge.kind is kind.inverse:
                ups.setdefault(edge.target, {}).setdefault(edge.source, edge)
    return ups


def _circles(ups: dict[TermId, dict[TermId, Edge]]) -> Iterator[tuple[TermId, ...]]:
    """Yield circles: each edge that leads back to the path of a depth-first search closes one.

    Without recursion, since a chain of relations may be longer than Python's stack.
    """
    done: set[TermId] = set()
    for start in sorted(ups):
        if start in done:
            continue
        path: list[TermId] = [start]
        position = {start: 0}
        branches = [iter(sorted(ups.get(start, {})))]
        while branches:
            target = next(branches[-1], None)
            if target is None:
                branches.pop()
                finished = path.pop()
                del position[finished]
                done.add(finished)
            elif target in position:
                yield (*path[position[target] :], target)
            elif target not in done:
                position[target] = len(path)
                path.append(target)
                branches.append(iter(sorted(ups.get(target, {}))))


@rule(Severity.ERROR)
def contradictory_relations(brief: Brief) -> Iterator[Fault]:
    """Two terms do not contradict each other about how they relate.

    If X says that Y is broader, Y cannot say that X is broader too, nor that they are
    alternatives. Write the relation once; its inverse is derived.

    ```yaml bad
    - id: a
      name: Animal
      definition: A living being.
      related: [{term: b, relation: alternative_to}]
    - id: b
      name: Bird
      definition: It has feathers.
      related: [{term: a, relation: broader}]
    ```

    ```yaml good
    - {id: a, name: Animal, definition: A living being., analogy: You.}
    - id: b
      name: Bird
      definition: It has feathers.
      related: [{term: a, relation: broader}]
    ```
    """
    first: dict[tuple[TermId, TermId], Edge] = {}
    edges = [edge for id in brief.graph.glossary.terms for edge in brief.graph.edges.get(id, ())]
    for edge in edges:
        if edge.derived or edge.kind is RelationKind.RELATED:
            continue
        seen = first.get((edge.source, edge.target)) or first.get((edge.target, edge.source))
        first.setdefault((edge.source, edge.target), edge)
        if seen is None:
            continue
        same_way = seen.source == edge.source
        if not same_way and edge.kind is seen.kind and edge.kind in _HIERARCHIES:
            continue  # a circle of two, which `relation-cycle` reports
        if edge.kind is not (seen.kind if same_way else seen.kind.inverse):
            yield Fault(
                edge.at,
                f"'{edge.source}' calls '{edge.target}' {edge.kind.value}, "
                f"but '{seen.source}' calls '{seen.target}' {seen.kind.value}",
                "write the relation once; its inverse is derived",
                ((seen.at, "the other relation"),),
            )
