"""Relations that lead back to where they began."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.diagnostics import Address, Fault, Severity
from generator.graph import Graph
from generator.model import Glossary, RelationKind, Term
from generator.rules.check import Brief, Dossier, rule, term_rule
from generator.rules.circles import circles
from generator.text import TermId

Steps: TypeAlias = Mapping[TermId, Mapping[TermId, Address]]


@term_rule(Severity.ERROR)
def relation_to_itself(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """No term is related to itself, replaced by itself, or recommended instead of itself.

    A reader who follows such a link stays where they are. Probably another term was meant.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., analogy: A brick., related: [token]}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., analogy: A brick., related: [price]}
    - {id: price, name: Price, definition: What you pay., analogy: A toll.}
    ```
    """
    if term.superseded_by == term.id:
        message = f"'{term.id}' is superseded by itself"
        yield Fault(dossier.at("superseded_by"), message, "name the term to use now")
    for number, case in enumerate(term.when_not_to_use):
        if case.instead == term.id:
            at = dossier.at("when_not_to_use", number, "instead")
            message = f"'{term.id}' is recommended instead of itself"
            yield Fault(at, message, "name another term, or remove 'instead'")
    for number, relation in enumerate(term.related):
        if relation.term == term.id:
            at = dossier.at("related", number, "term")
            message = f"'{term.id}' is related to itself"
            yield Fault(at, message, "name another term, or remove this relation")


@rule(Severity.ERROR)
def relation_cycle(brief: Brief) -> Iterator[Fault]:
    """No term is broader than itself, part of itself or its own successor, by any number of steps.

    A circle leaves readers, and every tree drawn from the relations, without a top. A circle of
    successors never says which term to use now.

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
    steps = {
        "broader": (_upwards(brief.graph, RelationKind.BROADER), "remove one relation"),
        "part_of": (_upwards(brief.graph, RelationKind.PART_OF), "remove one relation"),
        "superseded_by": (_successors(brief.graph.glossary), "name the term to use now"),
    }
    for kind, (ups, hint) in steps.items():
        for circle in circles({id: sorted(targets) for id, targets in sorted(ups.items())}):
            (source, target), *_ = circle.ways
            message = f"these terms form a circle of '{kind}': {circle}"
            yield Fault(ups[source][target], message, hint)


def _upwards(graph: Graph, kind: RelationKind) -> Steps:
    """Return the edges of a kind, those written from the other end turned round."""
    ups: dict[TermId, dict[TermId, Address]] = {}
    for id in graph.glossary.terms:
        for edge in graph.edges.get(id, ()):
            if edge.kind is kind:
                ups.setdefault(edge.source, {})[edge.target] = edge.at
            elif edge.kind is kind.inverse:
                ups.setdefault(edge.target, {}).setdefault(edge.source, edge.at)
    return ups


def _successors(glossary: Glossary) -> Steps:
    """Return what replaces each term. That a term replaces itself is another rule's to report."""
    return {
        id: {term.superseded_by: glossary.at(term, "superseded_by")}
        for id, term in glossary.terms.items()
        if term.superseded_by is not None and term.superseded_by != id
    }
