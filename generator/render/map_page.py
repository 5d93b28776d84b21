"""The page of the map: a list of all terms and relations, which a script draws as well."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.layout import MAP, term_path
from generator.model import RelationKind, Term
from generator.render.map_data import Map, as_json, mapped
from generator.render.view import Press, View
from generator.site import Kind, Page

# How the paths of files begin that nothing but the map needs.
OF_MAP = ("map.css", "map.js", "vendor/d3-zoom/")
_SCRIPT_WORDS = (
    "map_count",
    "map_found",
    "map_island",
    "map_none",
    "map_open_first",
    "map_selected",
    "map_unselected",
    "open_page",
)


class Related(NamedTuple):
    """The terms of one kind of relation."""

    label: str
    terms: tuple[Term, ...]


class Listed(NamedTuple):
    """A term of the list with its relations, as their author wrote them."""

    term: Term
    related: tuple[Related, ...]


class Part(NamedTuple):
    """A category of the list; of a large glossary it names no terms."""

    id: str | None
    name: str
    size: int
    listed: tuple[Listed, ...]


def map_page(press: Press) -> tuple[Page, bytes]:
    """Return the page and the file that its script reads."""
    found = mapped(press)
    view = press.view(MAP)
    title = press.labels("map")
    body = press.templates.render(
        "map",
        view=view,
        title=title,
        terms=len(found.terms),
        relations=len(found.ties),
        parts=tuple(_parts(press, found)),
        words={name: press.labels(name) for name in _SCRIPT_WORDS},
        page_of=_placeholder(view),
    )
    page = Page(path=MAP, kind=Kind.INDEX, title=title, body=body)
    return page, as_json(press, found)


def _placeholder(view: View) -> str:
    """Return the address of a term's page with `ID`, which no id can be, in its place."""
    return view.href(term_path("ID"))


def _parts(press: Press, found: Map) -> Iterator[Part]:
    related: dict[int, dict[RelationKind, list[Term]]] = defaultdict(lambda: defaultdict(list))
    if not found.is_large:
        for one, other, kind in found.ties:
            related[one][kind].append(found.terms[other])
    for shelf in found.shelves:
        listed = () if found.is_large else shelf.terms
        yield Part(
            shelf.id,
            shelf.name,
            len(shelf.terms),
            tuple(Listed(found.terms[n], _related(press, related.get(n, {}))) for n in listed),
        )


def _related(press: Press, by_kind: dict[RelationKind, list[Term]]) -> tuple[Related, ...]:
    return tuple(
        Related(press.labels(f"relation_{kind.value}"), tuple(by_kind[kind]))
        for kind in RelationKind
        if kind in by_kind
    )
