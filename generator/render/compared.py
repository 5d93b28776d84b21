"""A comparison as its pages show it."""

from dataclasses import dataclass

from generator.model import Comparison, Term
from generator.render.view import Press
from generator.text import InlineProse, TermId


@dataclass(frozen=True, slots=True)
class Compared:
    """An option: its term is absent where that is a draft or does not exist."""

    id: TermId
    label: str
    summary: InlineProse | None
    term: Term | None


def compared(press: Press, comparison: Comparison) -> tuple[Compared, ...]:
    """Return the options of a comparison, in the order of its columns."""
    found: list[Compared] = []
    for option in comparison.options:
        term = press.graph.glossary.terms.get(option.term)
        label = option.label or (term.name if term else option.term)
        summary = option.summary or (term.definition if term else None)
        shown = term if term is not None and term.is_published else None
        found.append(Compared(option.term, str(label), summary, shown))
    return tuple(found)
