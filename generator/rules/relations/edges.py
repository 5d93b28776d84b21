"""What two terms say of each other, and one says twice."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Address, Edit, Fault, Fix, Severity
from generator.graph import Edge, Graph
from generator.model import RelationKind, Term
from generator.model.parts import Relation
from generator.rules.check import Brief, Dossier, rule, term_rule
from generator.text import TermId

_HIERARCHIES = (
    RelationKind.BROADER,
    RelationKind.NARROWER,
    RelationKind.PART_OF,
    RelationKind.HAS_PART,
)


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
    for edge in _written(brief.graph):
        if edge.kind is RelationKind.RELATED:
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
                f"{_said(edge)}, but {_said(seen)}",
                "write the relation once; its inverse is derived",
                ((seen.at, "the other relation"),),
            )


@term_rule(Severity.WARNING, fixable=True)
def repeated_relation(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A term is named once under `related`.

    Readers would see two cards that lead to the same page.

    ```yaml bad
    - {id: a, name: Ant, definition: A small insect., analogy: A clerk., related: [b, b]}
    - {id: b, name: Bee, definition: It makes honey., analogy: A baker.}
    ```

    ```yaml good
    - {id: a, name: Ant, definition: A small insect., analogy: A clerk., related: [b, c]}
    - {id: b, name: Bee, definition: It makes honey., analogy: A baker.}
    - {id: c, name: Cat, definition: It hunts mice., analogy: A guard.}
    ```
    """
    for number, kept in _repeated(term):
        one, fullest = term.related[number], term.related[kept]
        says_less = one.relation is fullest.relation and one.note in (None, fullest.note)
        removal = Edit(dossier.at("related", number), None)
        yield Fault(
            dossier.at("related", number, "term"),
            f"'{one.term}' is named twice under 'related'",
            "keep one of the two",
            ((dossier.at("related", kept, "term"), "named here too"),),
            Fix(f"Remove the other mention of '{one.term}'", (removal,)) if says_less else None,
        )


def _repeated(term: Term) -> Iterator[tuple[int, int]]:
    """Yield the place of each relation that is there again, with that of the fullest."""
    places: dict[TermId, list[int]] = {}
    for number, relation in enumerate(term.related):
        if relation.term != term.id:
            places.setdefault(relation.term, []).append(number)
    for numbers in places.values():
        if len(numbers) > 1:
            kept = max(numbers, key=lambda n: _weight(term.related[n]))
            for number in numbers:
                kind = term.related[number].relation
                # Two exact kinds that differ contradict each other, which is another rule's.
                if number != kept and kind in (term.related[kept].relation, RelationKind.RELATED):
                    yield number, kept


@rule(Severity.HINT, fixable=True)
def relation_written_twice(brief: Brief) -> Iterator[Fault]:
    """A relation is written in one of its two entries.

    Its inverse is derived, so the second adds nothing today and may contradict the first
    tomorrow. Writing both makes sense where each has a note of its own for its readers.

    ```yaml bad
    - id: a
      name: Animal
      definition: A living being.
      related: [{term: b, relation: narrower}]
    - id: b
      name: Bird
      definition: It has feathers.
      related: [{term: a, relation: broader}]
    ```

    ```yaml good
    - id: a
      name: Animal
      definition: A living being.
      related: [{term: b, relation: narrower, note: The ones with feathers.}]
    - id: b
      name: Bird
      definition: It has feathers.
      related: [{term: a, relation: broader, note: Where to read about breathing.}]
    ```
    """
    for one, other in _pairs(brief.graph):
        has_both_notes = None not in (one.note, other.note) and one.note != other.note
        if one.kind is not other.kind.inverse or has_both_notes:
            continue
        kept, spare = (other, one) if one.note is None and other.note is not None else (one, other)
        yield Fault(
            spare.at,
            f"{_said(spare)}, which follows from the entry of '{kept.source}'",
            "remove this relation; it is derived",
            ((kept.at, "written here already"),),
            _removed(spare),
        )


@rule(Severity.WARNING, fixable=True)
def uneven_relation(brief: Brief) -> Iterator[Fault]:
    """Two terms that name each other both say how they relate, or neither does.

    Readers of the one would see an exact relation, readers of the other a vague one. Without
    the vague one the exact inverse is derived.

    ```yaml bad
    - {id: a, name: Animal, definition: A living being., analogy: You., related: [b]}
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
    for one, other in _pairs(brief.graph):
        vague = [edge for edge in (one, other) if edge.kind is RelationKind.RELATED]
        if len(vague) != 1:
            continue
        plain, exact = (one, other) if vague[0] is one else (other, one)
        kind = exact.kind.inverse
        hint = "remove this relation; the exact one is derived"
        yield Fault(
            plain.at,
            f"{_said(plain)}, but {_said(exact)}",
            hint if plain.note is None else f"write 'relation: {kind.value}'",
            ((exact.at, "the other relation"),),
            _removed(plain) if plain.note is None else _made(plain, kind),
        )


def _written(graph: Graph) -> Iterator[Edge]:
    for id in graph.glossary.terms:
        yield from (edge for edge in graph.edges.get(id, ()) if not edge.derived)


def _pairs(graph: Graph) -> Iterable[tuple[Edge, Edge]]:
    """Yield what two terms say of each other, where both say something, the fullest of each."""
    fullest: dict[tuple[TermId, TermId], Edge] = {}
    for edge in _written(graph):
        seen = fullest.get((edge.source, edge.target))
        if seen is None or _weight(edge) > _weight(seen):
            fullest[edge.source, edge.target] = edge
    for (source, target), edge in fullest.items():
        if source < target and (other := fullest.get((target, source))) is not None:
            yield edge, other


def _weight(said: Relation | Edge) -> tuple[bool, bool]:
    """Return how much is said: more with an exact kind, and with a note."""
    kind = said.kind if isinstance(said, Edge) else said.relation
    return kind is not RelationKind.RELATED, said.note is not None


def _said(edge: Edge) -> str:
    return f"'{edge.source}' calls '{edge.target}' {edge.kind.value}"


def _removed(edge: Edge) -> Fix:
    at = Address(edge.at.file, edge.at.path[:-1])
    return Fix(f"Remove the relation to '{edge.target}'", (Edit(at, None),))


def _made(edge: Edge, kind: RelationKind) -> Fix:
    at = Address(edge.at.file, (*edge.at.path[:-1], "relation"))
    return Fix(f"Call '{edge.target}' {kind.value}", (Edit(at, kind.value),))
