"""Rules about relations between terms, and about every other reference."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.graph import Edge, Graph
from generator.model import RelationKind, Status, Term
from generator.rules.check import Brief, Dossier, rule, term_rule
from generator.shape import did_you_mean
from generator.text import TermId

_HIERARCHIES = (
    RelationKind.BROADER,
    RelationKind.NARROWER,
    RelationKind.PART_OF,
    RelationKind.HAS_PART,
)


@rule(Severity.ERROR)
def unknown_term(brief: Brief) -> Iterator[Fault]:
    """A reference names an entry that exists.

    A reference to nothing would be a dead link. This holds for `[[…]]` in prose and on
    hand-written pages, for `related`, for options, cells and verdicts, and for successors.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., why_it_matters: "See [[tokenn]]."}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    - {id: price, name: Price, definition: What you pay., why_it_matters: "Paid by [[token]]."}
    ```
    """
    graph = brief.graph
    known = [*graph.glossary.terms, *graph.glossary.comparisons, *graph.labels]
    for link in graph.links:
        if link.resolved is not None or _is_alternative(link.at.path):
            continue
        if len(link.candidates) > 1:
            either = " or ".join(f"'[[{id}]]'" for id in link.candidates)
            yield Fault(link.at, f"'{link.target}' names more than one entry", f"write {either}")
        elif link.in_prose:
            yield Fault(
                link.at, f"no entry is called '{link.target}'", did_you_mean(link.target, known)
            )
        else:
            # A label or a former id is no id, but says for certain what was meant.
            meant = graph.resolve(link.target)
            near = did_you_mean(link.target, list(graph.glossary.terms))
            hint = f"did you mean '{meant}'?" if meant in graph.glossary.terms else near
            yield Fault(link.at, f"no term has the id '{link.target}'", hint)


@rule(Severity.ERROR)
def missing_alternative(brief: Brief) -> Iterator[Fault]:
    """What `when_not_to_use` recommends instead is a term that exists.

    Telling readers what not to do helps only if the way out is there.

    ```yaml bad
    - id: training
      name: Training
      definition: Teaching a model.
      when_not_to_use: [{when: Facts change weekly., instead: retrieval}]
    ```

    ```yaml good
    - id: training
      name: Training
      definition: Teaching a model.
      when_not_to_use: [{when: Facts change weekly., instead: retrieval}]
    - {id: retrieval, name: Retrieval, definition: Looking things up., analogy: A library.}
    ```
    """
    terms = brief.graph.glossary.terms
    for link in brief.graph.links:
        if link.resolved is None and _is_alternative(link.at.path):
            yield Fault(
                link.at,
                f"no term has the id '{link.target}', so there is no alternative to go to",
                did_you_mean(link.target, list(terms)),
            )


def _is_alternative(path: tuple[str | int, ...]) -> bool:
    return len(path) == 3 and path[0] == "when_not_to_use" and path[2] == "instead"


@term_rule(Severity.WARNING)
def superseded_by_nothing(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A deprecated term names its successor.

    Readers who arrive at it must learn where to go.

    ```yaml bad
    - {id: bot, name: Bot, status: deprecated, definition: A program., analogy: A clerk.}
    ```

    ```yaml good
    - id: bot
      name: Bot
      status: deprecated
      superseded_by: agent
      definition: A program.
      analogy: A clerk.
    - {id: agent, name: Agent, definition: A program that acts., analogy: A clerk.}
    ```
    """
    if term.status is Status.DEPRECATED and term.superseded_by is None:
        yield Fault(
            dossier.at("status"),
            f"'{term.name}' is deprecated, but nothing says what replaces it",
            "add 'superseded_by: …' with the id of the term to use now",
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
