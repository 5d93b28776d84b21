"""Every place where words stand for a term, each with what becomes of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.config import Mentions
from generator.diagnostics import Address, FieldPath
from generator.mentions.candidates import Candidate, candidates
from generator.mentions.inflections import POSSESSIVE
from generator.mentions.lexicon import Claim, Lexicon
from generator.mentions.texts import Text
from generator.mentions.verdict import Verdict
from generator.text import CategoryId, TermId

_QUOTES = ("“”", '""', "‘’", "''", "„“", "„”", "«»", "»«", "‹›")
_PAIRS = frozenset((pair[0], pair[1]) for pair in _QUOTES)


@dataclass(frozen=True, slots=True)
class Context:
    """What decides about the words of a source, besides themselves.

    `linked` gives, for each section, the terms that a reference or a field links to there.
    """

    own: str | None = None
    category: CategoryId | None = None
    mentions: Mentions = Mentions.SECTION
    linked: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words spelt like a form: `start` and `end` in the source value or page at `path`.

    `claims` are those that count here: one if the term is certain. `longer` are the words that
    the occurrence is part of, where that is the verdict. `has_ending` says that a possessive
    or the like follows the form.
    """

    path: FieldPath
    section: str
    start: int
    end: int
    text: str
    verdict: Verdict
    claims: tuple[Claim, ...]
    longer: str = ""
    has_ending: bool = False

    @property
    def form(self) -> str:
        """Return the form that the words are, as its term has it."""
        return self.claims[0].form.text

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the names of the rules that make the words a form of the term."""
        derived = self.claims[0].form.rules
        return (*derived, POSSESSIVE) if self.has_ending else derived

    def address(self, file: str) -> Address:
        """Return where the words stand, given the file of their source."""
        return Address(file, self.path, span=(self.start, self.end))

    @property
    def target(self) -> TermId | None:
        """Return the term that the words stand for, if it is certain."""
        return self.claims[0].term if len(self.claims) == 1 else None


def occurrences(texts: Iterable[Text], context: Context, lexicon: Lexicon) -> Iterator[Occurrence]:
    """Yield what is spelt like a form, in the order of the texts and of the words.

    The texts are all those of one source, as a term may be linked once only. A text that
    holds nothing may be left out.
    """
    seen: dict[str, set[str]] = {}
    for text in texts:
        section = _section(text, context)
        if section not in seen:
            seen[section] = set(_linked(section, context))
        for found, judgement, claims, longer in _judged(text, lexicon, context):
            is_free = judgement is Verdict.LINKED
            first = _whether_first(claims[0].term, seen[section], context) if is_free else judgement
            yield _occurrence(text, found, first, claims, longer)


def _section(text: Text, context: Context) -> str:
    return text.section if context.mentions is Mentions.SECTION else ""


def _linked(section: str, context: Context) -> Iterator[str]:
    match context.mentions:
        case Mentions.SECTION:
            yield from context.linked.get(section, ())
        case Mentions.PAGE:
            for terms in context.linked.values():
                yield from terms


def _whether_first(term: TermId, seen: set[str], context: Context) -> Verdict:
    if term in seen:
        return Verdict.REPEATED
    if context.mentions is not Mentions.EVERY:
        seen.add(term)
    return Verdict.LINKED


_Judged = tuple[Candidate, Verdict, tuple[Claim, ...], str]


def _judged(text: Text, lexicon: Lexicon, context: Context) -> Iterator[_Judged]:
    """Yield the candidates of a text in order, judged by all but what was linked before.

    Of those that overlap the first wins, then the longest. What only drafts claim takes no
    place from what is published.
    """
    found = sorted(candidates(text, lexicon), key=lambda one: (one.start, -one.end, -one.form_end))
    winner: Candidate | None = None
    for one in found:
        if one.verdict is not None:
            yield one, one.verdict, one.claims, ""
            continue
        claims = _meant(one.claims, context)
        if claims[0].is_draft and claims[0].term != context.own:
            yield one, Verdict.DRAFT, claims, ""
        elif winner is None or winner.end <= one.start:
            winner = one
            yield one, _verdict(text, one, claims, context), claims, ""
        elif (winner.start, winner.end) != (one.start, one.end):
            yield one, Verdict.LONGER, claims, _words(text, winner)


def _meant(claims: tuple[Claim, ...], context: Context) -> tuple[Claim, ...]:
    """Return the claims that count: one for each term that the words may stand for."""
    published = [claim for claim in claims if not claim.is_draft] or list(claims)
    preferred = [claim for claim in published if context.category in claim.prefer_in]
    if len({claim.term for claim in preferred}) == 1:
        return (preferred[0],)
    best = published[0].rank
    by_term = {claim.term: claim for claim in reversed(published) if claim.rank == best}
    return tuple(by_term[term] for term in sorted(by_term))


def _verdict(text: Text, found: Candidate, claims: tuple[Claim, ...], context: Context) -> Verdict:
    if any(claim.term == context.own for claim in claims):
        return Verdict.OWN_PAGE
    if _is_quoted(text, found):
        return Verdict.QUOTED
    if context.mentions is Mentions.OFF:
        return Verdict.OFF
    return Verdict.LINKED if len(claims) == 1 else Verdict.AMBIGUOUS


def _is_quoted(text: Text, found: Candidate) -> bool:
    """Return whether quotation marks hold the words and nothing else.

    Such words are spoken about, or spoken: they call “RAG” what others call a search. In a
    longer quotation somebody uses the word, and a reader may want to know what it means.
    """
    whole = text.normal.text
    before, after = found.start - 1, found.end
    # A comma or full stop may stand before the closing mark.
    after += whole[after : after + 1] in tuple(".,;:!?")
    if before < 0 or after >= len(whole):
        return False
    first, _ = text.normal.span(before, before + 1)
    _, last = text.normal.span(after, after + 1)
    return (text.running.text[first], text.running.text[last - 1]) in _PAIRS


def _words(text: Text, found: Candidate) -> str:
    start, end = text.normal.span(found.start, found.end)
    return re.sub(r"\s+", " ", text.running.text[start:end])


def _occurrence(
    text: Text, found: Candidate, verdict: Verdict, claims: tuple[Claim, ...], longer: str
) -> Occurrence:
    span = text.running.span(*text.normal.span(found.start, found.end))
    words = _words(text, found)
    has_ending = found.end != found.form_end
    return Occurrence(text.path, text.section, *span, words, verdict, claims, longer, has_ending)
