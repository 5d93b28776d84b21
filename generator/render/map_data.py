"""What the map shows: terms on islands, relations between them, all with their places."""

import json
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from generator.drawing import Plan, planned
from generator.model import RelationKind, Term
from generator.render.view import Press
from generator.text import CategoryId, TermId

# More cannot be told apart at once: such a map, and its list, begin with categories.
LARGE = 2_000
_KINDS: Final = {kind: number for number, kind in enumerate(RelationKind)}
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Tie(NamedTuple):
    """An edge between terms by number: the second is the `kind` of the first."""

    one: int
    other: int
    kind: RelationKind


class Shelf(NamedTuple):
    """A category that has terms; `id` is absent for terms that stand on none."""

    id: str | None
    name: str
    terms: tuple[int, ...]


class Map(NamedTuple):
    """Published terms by shelf and name, each relation once, and where all of it stands."""

    terms: tuple[Term, ...]
    shelves: tuple[Shelf, ...]
    ties: tuple[Tie, ...]
    plan: Plan
    is_large: bool


def is_large(press: Press) -> bool:
    """Return whether there is more than a reader can look at."""
    return len(press.graph.glossary.terms) > LARGE


def mapped(press: Press) -> Map:
    """Lay out the map. It takes time in proportion to terms and relations."""
    held: dict[CategoryId | None, list[Term]] = {id: [] for id in press.config.categories} | {
        None: []
    }
    for term in press.graph.glossary.terms.values():
        if term.is_published:
            held[term.category if term.category in held else None].append(term)
    terms: list[Term] = []
    shelves: list[Shelf] = []
    for id, shelf in held.items():
        if shelf:
            name = press.config.categories[id].name if id else press.labels("map_uncategorised")
            places = range(len(terms), len(terms) + len(shelf))
            shelves.append(Shelf(id, str(name), tuple(places)))
            terms += sorted(shelf, key=lambda term: (term.name.casefold(), term.id))
    ties = tuple(_ties(press, terms))
    groups = [number for number, shelf in enumerate(shelves) for _ in shelf.terms]
    plan = planned(groups, [(tie.one, tie.other) for tie in ties])
    return Map(tuple(terms), tuple(shelves), ties, plan, is_large(press))


def _ties(press: Press, terms: list[Term]) -> Iterator[Tie]:
    """Yield every relation as it was written; one that both sides wrote alike comes once."""
    numbers = {TermId(term.id): number for number, term in enumerate(terms)}
    seen: set[Tie] = set()
    for id, one in numbers.items():
        for edge in press.graph.edges.get(id, ()):
            other = numbers.get(edge.target)
            if edge.derived or other is None:
                continue
            tie = Tie(one, other, edge.kind)
            if tie not in seen:
                seen.update((tie, Tie(other, one, edge.kind.inverse)))
                yield tie


def as_json(press: Press, found: Map) -> bytes:
    """Return what the script of the map reads.

    Lists of one value for each term, since names of fields would outweigh what they hold;
    `at` are x and y in turn, `ties` the numbers of two terms and of a kind in turn.
    """
    plan, kinds = found.plan, list(RelationKind)
    labels = {kind: press.labels(f"relation_{kind.value}") for kind in kinds}
    data: dict[str, Any] = {
        "large": found.is_large,
        "shelves": [
            [shelf.name, island.x, island.y, island.radius, len(shelf.terms)]
            for shelf, island in zip(found.shelves, plan.islands, strict=True)
        ],
        "kinds": [[kind.value, labels[kind], labels[kind.inverse]] for kind in kinds],
        "ids": [term.id for term in found.terms],
        "names": [term.name for term in found.terms],
        "short": [term.abbreviation or "" for term in found.terms],
        "others": [" ".join(dict.fromkeys(term.labels[1:])) for term in found.terms],
        "shelf": [number for number, shelf in enumerate(found.shelves) for _ in shelf.terms],
        "at": [place for point in plan.members for place in point],
        "ties": [place for one, other, kind in found.ties for place in (one, other, _KINDS[kind])],
    }
    return _encoded(data).encode()
