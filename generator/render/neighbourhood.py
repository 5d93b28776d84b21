"""The neighbourhood of a term: a picture of what lies one step away, drawn before anybody looks.

The picture is a list to assistive technology, of links that say their relation and the full
name; an image could hold no links, and a hidden picture no focus. So nothing is read twice,
and what the picture does not say stands in the lists that its caption names.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from heapq import nsmallest
from typing import Final, NamedTuple

from generator.drawing import Box, Column, Wrapped, arranged, wrapped
from generator.graph import Graph
from generator.layout import MAP, term_path
from generator.model import RelationKind, Term
from generator.render.map_data import is_large
from generator.render.view import Press, View
from generator.text import EntryId, TermId

MOST = 14
# At 320 pixels two boxes still stand side by side; type is never smaller than 12 pixels.
_WIDTH, _PADDING, _KIND, _NAME = 136, 9, 15, 17
_CENTRE = 190
_LINE = 19
_KINDS: Final = {kind: number for number, kind in enumerate(RelationKind)}
# From what a term belongs to, above it, down to what belongs to it.
_PLACES: Final = {
    name: number
    for number, name in enumerate(
        (
            RelationKind.BROADER,
            RelationKind.PART_OF,
            RelationKind.DEPENDS_ON,
            RelationKind.ALTERNATIVE_TO,
            RelationKind.CONTRASTS_WITH,
            RelationKind.RELATED,
            "mention_both",
            "mention_in",
            "mention_out",
            RelationKind.ENABLES,
            RelationKind.HAS_PART,
            RelationKind.NARROWER,
        )
    )
}


class Side(NamedTuple):
    """How a column is written: where it begins, where a line begins and ends, and the middle.

    All are seen from the edge of the picture that the column keeps to.
    """

    x: str
    start: str
    end: int
    shift: int


_HALF = _WIDTH // 2
_SIDES: Final = {
    Column.LEFT: Side("0", "50%", _WIDTH, _HALF),
    Column.RIGHT: Side("100%", "-50%", -_WIDTH, -_HALF),
    Column.MIDDLE: Side("50%", "0", 0, 0),
}


class Neighbour(NamedTuple):
    """A term one step away: `strength` is low where the tie is strong, `kind` its spelling."""

    strength: tuple[int, int]
    folded: str
    id: EntryId
    name: str
    kind: str


class Node(NamedTuple):
    """A box of the picture; `first` is how far below its upper edge the name's first line is.

    `words` say all of it. `title` is the same where the lines do not.
    """

    href: str
    words: str
    title: str | None
    kind: str
    said: str
    lines: tuple[str, ...]
    first: int
    box: Box
    side: Side


class Picture(NamedTuple):
    """A drawing of at most `MOST` nodes around a term, `more` of which it has no room for.

    `lists` are the sections of the page that name neighbours as well, `on_map` is the address of
    the term on the map.
    """

    centre: Wrapped
    centre_box: Box
    nodes: tuple[Node, ...]
    height: int
    more: int
    lists: tuple[str, ...]
    on_map: str | None
    width: int = _WIDTH
    centre_width: int = _CENTRE


def mentioning(graph: Graph) -> dict[EntryId, tuple[TermId, ...]]:
    """Return which terms each term mentions: the graph's mentions, the other way round."""
    found: dict[EntryId, list[TermId]] = defaultdict(list)
    terms = graph.glossary.terms
    for target, sources in graph.mentions.items():
        if target in terms:
            for source in sources:
                if source in terms:
                    found[EntryId(source)].append(TermId(target))
    return {source: tuple(targets) for source, targets in found.items()}


def picture(press: Press, view: View, term: Term) -> Picture | None:
    """Return the drawing for a term's page, nothing where it has no neighbours.

    The strongest are shown: written relations before derived ones, those before mentions in
    both directions, and mentions in one direction last.
    """
    found = neighbours(press, term)
    if not found:
        return None
    shown = sorted(nsmallest(MOST, found.values()), key=_place)
    names = [_lines(neighbour.name) for neighbour in shown]
    centre = wrapped(term.name, width=_CENTRE - 2 * _PADDING, size=17, lines=3)
    arrangement = arranged(map(_height, names), max(44, 2 * _PADDING + _LINE * len(centre.lines)))
    listed = {n.id for n in found.values() if n.kind != "mention_out"} - {n.id for n in shown}
    return Picture(
        centre,
        arrangement.centre,
        tuple(map(_Draw(press, view).node, shown, names, arrangement.boxes)),
        arrangement.height,
        len(listed),
        tuple(_lists(press, term, found)),
        _on_map(press, view, term),
    )


def neighbours(press: Press, term: Term) -> dict[EntryId, Neighbour]:
    """Return every published term one step away, each by its strongest tie."""
    terms, found = press.graph.glossary.terms, dict[EntryId, Neighbour]()
    for id, strength, kind in _ties(press, term):
        if id in found and found[id].strength <= strength:
            continue
        other = terms[id]
        if other.is_published:
            name = str(other.name)
            found[id] = Neighbour(strength, name.casefold(), id, name, kind)
    return found


def _ties(press: Press, term: Term) -> Iterator[tuple[TermId, tuple[int, int], str]]:
    graph, terms = press.graph, press.graph.glossary.terms
    for edge in graph.edges.get(TermId(term.id), ()):
        yield edge.target, (int(edge.derived), _KINDS[edge.kind]), edge.kind.value
    mentions_it = {id for id in graph.mentions.get(term.id, ()) if id in terms}
    mentioned = set(press.mentioning.get(term.id, ()))
    for id in sorted((mentions_it | mentioned) - {term.id}):
        if id in mentions_it and id in mentioned:
            yield TermId(id), (2, 0), "mention_both"
        else:
            yield TermId(id), (3, 0), "mention_in" if id in mentions_it else "mention_out"


def _place(neighbour: Neighbour) -> tuple[int, str, EntryId]:
    return _PLACES[neighbour.kind], neighbour.folded, neighbour.id


def _on_map(press: Press, view: View, term: Term) -> str | None:
    """Return the address of the term on the map; a large map names only categories."""
    shown = press.config.map and not is_large(press)
    return view.href(MAP, f"term-{term.id}") if shown else None


def _lists(press: Press, term: Term, found: Mapping[EntryId, Neighbour]) -> Iterator[str]:
    """Yield the sections of the page that name neighbours too."""
    if any(edge.target in found for edge in press.graph.edges.get(TermId(term.id), ())):
        yield "related"
    if any(source in found for source in press.graph.mentions.get(term.id, ())):
        yield "mentioned_in"


class _Draw:
    """Makes the boxes of one page."""

    def __init__(self, press: Press, view: View) -> None:
        self._labels, self._href = press.labels, view.href

    def node(self, neighbour: Neighbour, name: Wrapped, box: Box) -> Node:
        """Return the box of a neighbour, its lines in the middle of what the row gives it."""
        kind = neighbour.kind
        said = self._labels(f"relation_{kind}" if kind in _KINDS else kind)
        words = self._labels("neighbour", kind=said, name=neighbour.name)
        short = _lines(said, 1, 12)
        first = (box.height - _height(name)) // 2 + _PADDING + _KIND + _NAME - 4
        return Node(
            self._href(term_path(neighbour.id)),
            words,
            words if name.cut or short.cut else None,
            kind,
            short.lines[0],
            name.lines,
            first,
            box,
            _SIDES[box.column],
        )


def _height(name: Wrapped) -> int:
    return 2 * _PADDING + _KIND + _NAME * len(name.lines)


@lru_cache(maxsize=16_384)
def _lines(text: str, most: int = 3, size: int = 13) -> Wrapped:
    """Return the lines of a name; it stands in the pictures of all its neighbours."""
    return wrapped(text, width=_WIDTH - 14, size=size, lines=most)
