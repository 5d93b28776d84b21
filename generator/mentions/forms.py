"""The surface forms of a term: every spelling that may stand for it in prose."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import FieldPath
from generator.mentions.inflections import (
    Language,
    derived,
    derived_from_short,
    language_of,
)
from generator.mentions.normal import normalised
from generator.model import Term

_NONE = Language()


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling: the label it comes from by its field path, and the rules that derived it.

    An `exact` form counts only in these capitals. `endings` may follow it, as a possessive.
    """

    text: str
    path: FieldPath
    exact: bool = False
    rules: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    @property
    def is_written(self) -> bool:
        """Return whether an author wrote it, so that no rule had to be guessed."""
        return not self.rules


def forms_of(term: Term, language: str, *, inflections: bool = True) -> tuple[Form, ...]:
    """Return the forms of a term, each once, those that its entry spells out first.

    Of the entry's `forms` nothing is derived: they say how the term is inflected.
    """
    rules = language_of(language) if inflections and term.inflect else _NONE
    found: dict[tuple[str, bool], Form] = {}
    for path, label, is_short in _labels(term):
        exact = is_short or _is_in_capitals(label)
        form = Form(normalised(label).text, path, exact, endings=rules.endings)
        found.setdefault((_key(form.text, exact=exact), exact), form)
    for form in tuple(found.values()):
        if form.path[0] == "forms":
            continue
        for text, names in (derived_from_short if form.exact else derived)(form.text, rules):
            made = Form(text, form.path, form.exact, names, rules.endings)
            found.setdefault((_key(text, exact=form.exact), form.exact), made)
    return tuple(found.values())


def _labels(term: Term) -> Iterator[tuple[FieldPath, str, bool]]:
    """Yield every label with its field path, and whether it counts only in its own capitals."""
    yield ("name",), term.name, False
    if term.abbreviation:
        yield ("abbreviation",), term.abbreviation, True
    for field, labels in (("aliases", term.aliases), ("forms", term.forms)):
        for number, label in enumerate(labels):
            yield (field, number), label, False


def _is_in_capitals(label: str) -> bool:
    return label.isupper() and sum(map(str.isalpha, label)) > 1


def _key(text: str, *, exact: bool) -> str:
    return text if exact else text.lower()
