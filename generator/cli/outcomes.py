"""What became of words that stand for a term, in sentences."""

from collections.abc import Mapping
from typing import Final

from generator.mentions import Claim, Occurrence, Verdict
from generator.model import Term, value_at
from generator.text import TermId

_KINDS: Final = {
    "name": "the name",
    "abbreviation": "the abbreviation",
    "aliases": "the alias",
    "forms": "the form",
}
# Rules whose names say what a word is; the others say how it is spelt.
_NUMBERS: Final = ("plural", "singular", "possessive")


def linked(found: Occurrence, terms: Mapping[TermId, Term]) -> str:
    """Say where the words lead, and what makes them a form of the term."""
    claim = found.claims[0]
    return f"links to '{claim.term}' ({_how(claim, found.rules, terms)})"


def not_linked(found: Occurrence, terms: Mapping[TermId, Term]) -> str:
    """Say why the words are no link."""
    claim = found.claims[0]
    match found.verdict:
        case Verdict.LONGER:
            reason = f"it is part of the longer form '{found.longer}', which won"
        case Verdict.CASE:
            label = _label(claim, terms)
            reason = f"the capitals differ: {label} of '{claim.term}' counts only in its capitals"
        case Verdict.AMBIGUOUS:
            ids = " and ".join(f"'{one.term}'" for one in found.claims)
            reason = f"more than one term claims this form: {ids}"
        case Verdict.DRAFT:
            reason = f"the term '{claim.term}' is a draft"
        case Verdict.FIELD:
            field = next(step for step in reversed(found.path) if isinstance(step, str))
            reason = f"the field '{field}' holds no links"
        case _:
            reason = found.verdict.value
    return f"not linked: {reason}"


def hint(found: Occurrence) -> str | None:
    """Say how to choose, where the author has to."""
    if found.verdict is not Verdict.AMBIGUOUS:
        return None
    return "write " + " or ".join(f"'[[{one.term}|{found.text}]]'" for one in found.claims)


def _how(claim: Claim, rules: tuple[str, ...], terms: Mapping[TermId, Term]) -> str:
    label = _label(claim, terms)
    numbers = [rule for rule in rules if rule in _NUMBERS]
    spellings = " and ".join(f"'{rule}'" for rule in rules if rule not in _NUMBERS)
    if numbers and spellings:
        return f"{' and '.join(numbers)} of {label}, spelt by {spellings}"
    if spellings:
        return f"{label}, spelt by {spellings}"
    return f"{' and '.join(numbers)} of {label}" if numbers else label


def _label(claim: Claim, terms: Mapping[TermId, Term]) -> str:
    path = claim.form.path
    return f"{_KINDS[str(path[0])]} '{value_at(terms[claim.term], path)}'"
