"""The surface forms of all terms, and which terms claim each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from generator.config import Config
from generator.mentions.forms import Form, forms_of
from generator.mentions.matcher import Matcher
from generator.mentions.normal import Normal, in_small_letters
from generator.model import Glossary, Status, Term
from generator.text import CategoryId, TermId


@dataclass(frozen=True, slots=True)
class Claim:
    """A form with the term that it may stand for."""

    term: TermId
    form: Form
    is_draft: bool
    prefer_in: tuple[CategoryId, ...]

    @property
    def rank(self) -> tuple[bool, bool]:
        """Return 0 for the surest: its own capitals first, then what an author wrote."""
        return not self.form.exact, not self.form.is_written


def claims_of(term: Term, config: Config) -> tuple[Claim, ...]:
    """Return what a term claims."""
    forms = forms_of(term, config.language, inflections=config.linking.inflections)
    is_draft = term.status is Status.DRAFT
    return tuple(Claim(TermId(term.id), form, is_draft, term.prefer_in) for form in forms)


class Lexicon:
    """Finds forms in texts. The order of the claims makes no difference."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_pattern: dict[str, list[Claim]] = {}
        for claim in claims:
            self._by_pattern.setdefault(in_small_letters(claim.form.text), []).append(claim)
        self._claims = [
            tuple(sorted(found, key=lambda claim: (claim.rank, claim.term)))
            for found in self._by_pattern.values()
        ]
        self._matcher = Matcher(self._by_pattern)

    @classmethod
    def of(cls, glossary: Glossary, config: Config) -> "Lexicon":
        """Return the forms of all terms of a glossary."""
        terms = glossary.terms.values()
        return cls(chain.from_iterable(claims_of(term, config) for term in terms))

    def find(self, normal: Normal) -> Iterator[tuple[int, int, tuple[Claim, ...]]]:
        """Yield every range that is spelt like a form, and who claims it.

        Capitals are not looked at, nor where words begin and end.
        """
        for number, start, end in self._matcher.find(normal.folded):
            yield start, end, self._claims[number]
