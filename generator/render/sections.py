"""Which parts of an entry make a section of its page, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.graph import Edge
from generator.model import Comparison, RelationKind, Term
from generator.render.compared import Compared, compared
from generator.render.mentioned import mentioned_in
from generator.render.neighbourhood import picture
from generator.render.templates import Templates
from generator.render.view import Press, View
from generator.text import TermId

# Fields that stand in the page's head, or inside another section.
_UNHEADED = {"definition", "summary", "pull_quote"}
_INSIDE_ANOTHER = {"faq_intro"}
# Sections that come from the graph, each before the field that follows it.
_DERIVED_BEFORE = {
    "compared": "common_mistakes",
    "neighbourhood": "related",
    "mentioned_in": "resources",
}
# Sections made of names and definitions of other entries.
REPEATING = {"compared", "neighbourhood", "related", "mentioned_in"}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: `value` is what its template shows; without heading it is no chapter."""

    name: str
    id: str
    heading: str | None
    template: str
    value: Any


@dataclass(frozen=True, slots=True)
class Related:
    """An edge with the term at its other end."""

    edge: Edge
    term: Term


@dataclass(frozen=True, slots=True)
class ComparedIn:
    """A comparison that the term takes part in, with its options."""

    comparison: Comparison
    options: tuple[Compared, ...]


def sections(press: Press, view: View, term: Term) -> tuple[Section, ...]:
    """Return the sections of a term's page that have something to show, in page order."""
    return tuple(
        _section(press.templates, view, name, value)
        for name, value in _values(press, view, term)
        if value
    )


def _section(templates: Templates, view: View, name: str, value: Any) -> Section:
    template = f"sections/{name}"
    heading = None if name in _UNHEADED else view.label(name)
    return Section(
        name,
        name.replace("_", "-"),
        heading,
        (template if templates.has(template) else "sections/_prose") + ".html.jinja",
        value,
    )


def _values(press: Press, view: View, term: Term) -> Iterator[tuple[str, Any]]:
    derived = {field: name for name, field in _DERIVED_BEFORE.items()}
    for field in Term.section_fields():
        if field in _INSIDE_ANOTHER:
            continue
        match derived.get(field):
            case "compared":
                yield "compared", _comparisons(press, term)
            case "neighbourhood":
                yield "neighbourhood", picture(press, view, term)
            case "mentioned_in":
                yield "mentioned_in", mentioned_in(press, view, term)
        yield field, _related(press, term) if field == "related" else _grouped(press, term, field)


def _grouped(press: Press, term: Term, field: str) -> Any:
    if field != "regional_notes":
        return getattr(term, field)
    codes = sorted({note.region for note in term.regional_notes}, key=press.regions.order)
    return [(code, [n for n in term.regional_notes if n.region == code]) for code in codes]


def _comparisons(press: Press, term: Term) -> list[ComparedIn]:
    found = press.graph.compared_in.get(TermId(term.id), ())
    comparisons = (press.graph.glossary.comparisons[id] for id in found)
    return [ComparedIn(c, compared(press, c)) for c in comparisons if c.is_published]


def _related(press: Press, term: Term) -> list[Related]:
    terms = press.graph.glossary.terms
    kinds = list(RelationKind)
    found = [
        Related(edge, terms[edge.target])
        for edge in press.graph.edges.get(TermId(term.id), ())
        if terms[edge.target].is_published
    ]
    return sorted(found, key=lambda r: (kinds.index(r.edge.kind), r.term.name.casefold()))
