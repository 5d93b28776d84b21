"""What a term card says: one small JSON file for each term, asked for when a reader wants it.

Everything in it is plain text, which the script puts into the page as text: markup cannot
come that way. Addresses are those from the root of the site, wherever that stands.
"""

import json
from collections.abc import Iterator
from typing import Any

from generator.layout import path_of
from generator.model import RelationKind, Status, Term
from generator.render.view import Press, View
from generator.text import EntryId, TermId

# More would turn a card into a page, and each one is a stop of the keyboard.
_MOST_COMPARED = 4
_COMPARED: frozenset[RelationKind] = frozenset(
    {RelationKind.ALTERNATIVE_TO, RelationKind.CONTRASTS_WITH}
)
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def cards(press: Press) -> dict[str, bytes]:
    """Return the card of every published term, by file name, in the order of ids.

    Costs next to nothing: definitions are those that the listings show, without markup.
    """
    root = press.view("index")
    words = {name: press.labels(name) for name in ("compare_with", "open_page")}
    return {
        f"{id}.json": _encoded(_card(press, root, term, words)).encode()
        for id, term in press.graph.glossary.terms.items()
        if term.is_published
    }


def _card(press: Press, root: View, term: Term, words: dict[str, str]) -> dict[str, Any]:
    """Return what the script reads; what there is nothing of is not there."""
    category = press.config.categories.get(term.category) if term.category else None
    links = list(_compared(press, root, term))[:_MOST_COMPARED]
    card = {
        "name": term.name,
        "abbreviation": term.abbreviation,
        "category": category.name if category else None,
        "note": root.label("deprecated") if term.status is Status.DEPRECATED else None,
        "instead": _successor(root, term),
        "definition": root.definition(term) or root.text(term.summary),
        "compare": [words["compare_with"], links] if links else None,
        "open": [words["open_page"], root.entry_href(term)],
    }
    return {key: value for key, value in card.items() if value}


def _successor(root: View, term: Term) -> tuple[str, str] | None:
    other = root.entry(term.superseded_by) if term.superseded_by else None
    return (root.label("superseded", name=other.name), root.entry_href(other)) if other else None


def _compared(press: Press, root: View, term: Term) -> Iterator[tuple[str, str]]:
    """Yield the comparisons that the term takes part in, then alternatives that none of them has.

    A pair is the words of a link and its address.
    """
    glossary, seen = press.graph.glossary, set[EntryId]()
    for id in press.graph.compared_in.get(TermId(term.id), ()):
        comparison = glossary.comparisons[id]
        if comparison.is_published:
            seen.update(option.term for option in comparison.options)
            yield comparison.name, root.href(path_of(comparison))
    for edge in press.graph.edges.get(TermId(term.id), ()):
        if edge.kind in _COMPARED and edge.target not in seen:
            seen.add(edge.target)
            other = glossary.terms[edge.target]
            if other.is_published:
                yield other.name, root.href(path_of(other))
