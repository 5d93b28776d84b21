"""The ways in: home, A–Z, categories, comparisons, regions."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.layout import page_path, region_path
from generator.model import Term
from generator.render.view import Press
from generator.site import Kind, Page
from generator.text import folded


def listings(press: Press) -> Iterator[Page]:
    """Yield every page that leads to entries."""
    terms = [term for term in press.graph.glossary.terms.values() if term.is_published]
    terms.sort(key=lambda term: folded(term.name))
    comparisons = [c for c in press.graph.glossary.comparisons.values() if c.is_published]
    shelves = [
        (id, category, [term for term in terms if term.category == id])
        for id, category in press.config.categories.items()
    ]
    noted = _by_region(press, terms)
    yield _listing(
        press, "terms/index", "all_terms", "a_to_z", letters=_letters(terms), terms=terms
    )
    yield _listing(press, "categories/index", "categories", "categories", shelves=shelves)
    yield _listing(
        press, "comparisons/index", "comparisons", "comparisons", comparisons=comparisons
    )
    yield _listing(press, "regions/index", "regions", "regions", regions=noted)
    for id, category, shelf in shelves:
        yield _page(
            press,
            f"categories/{id}",
            category.name,
            "category",
            category=category,
            category_id=id,
            terms=shelf,
            comparisons=[c for c in comparisons if c.category == id],
            description=press.view("").text(category.description),
        )
    for code, found in noted:
        name = press.regions.name(code)
        yield _page(press, region_path(code), name, "region", code=code, terms=found)
    if not any(page_path(page, press.docs) == "index" for page in press.graph.glossary.pages):
        yield _home(press, terms, shelves=shelves, comparisons=comparisons, regions=noted)


def _listing(press: Press, path: str, label: str, template: str, **context: Any) -> Page:
    return _page(press, path, press.labels(label), template, kind=Kind.INDEX, **context)


def _home(press: Press, terms: list[Term], **context: Any) -> Page:
    home = press.config.home
    featured = [e for id in home.featured if (e := press.graph.glossary.get(id)) is not None]
    return _page(
        press,
        "index",
        str(home.heading or press.site_name),
        "home",
        kind=Kind.HOME,
        home=home,
        featured=[entry for entry in featured if entry.is_published],
        letters=_letters(terms),
        terms=terms,
        description=press.view("").text(home.introduction),
        **context,
    )


def _page(
    press: Press,
    path: str,
    title: str,
    template: str,
    *,
    kind: Kind = Kind.LISTING,
    description: str = "",
    **context: Any,
) -> Page:
    view = press.view(path)
    body = press.templates.render(template, view=view, title=title, **context)
    return Page(path=path, kind=kind, title=title, body=body, description=description)


@dataclass(frozen=True, slots=True)
class Listed:
    """A label in the A–Z; `of` is the preferred name where the label is another one."""

    label: str
    term: Term
    of: str | None


def _letters(terms: list[Term]) -> list[tuple[str, list[Listed]]]:
    """Return every label by its first letter; digits and signs come first, under `#`."""
    listed = [
        Listed(label, term, None if label == term.name else term.name)
        for term in terms
        for label in dict.fromkeys(term.labels)
    ]
    listed.sort(key=lambda item: (_letter(item.label), folded(item.label), item.term.id))
    return [(letter, list(items)) for letter, items in groupby(listed, lambda i: _letter(i.label))]


def _letter(label: str) -> str:
    first = folded(label)[:1].upper()
    return first if first.isalpha() else "#"


def _by_region(press: Press, terms: list[Term]) -> list[tuple[str, list[Any]]]:
    noted: dict[str, list[Any]] = {}
    for term in terms:
        for code in dict.fromkeys(note.region for note in term.regional_notes):
            notes = [note for note in term.regional_notes if note.region == code]
            noted.setdefault(code, []).append((term, notes))
    return [(code, noted[code]) for code in sorted(noted, key=press.regions.order)]
