"""Whole words of a text that are spelt like a form, before one is chosen."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from generator.mentions.boundaries import addresses, begins, ends, is_compounded
from generator.mentions.lexicon import Claim, Lexicon
from generator.mentions.texts import Text
from generator.mentions.verdict import Verdict
from generator.prose import Standing

_OF_STANDING = {
    Standing.HEADING: Verdict.HEADING,
    Standing.CODE: Verdict.CODE,
    Standing.LINK: Verdict.LINK,
    Standing.IMAGE: Verdict.IMAGE,
    Standing.HTML: Verdict.HTML,
    Standing.UNSEEN: Verdict.UNSEEN,
    Standing.FORBIDDEN: Verdict.FORBIDDEN,
    Standing.SWITCHED_OFF: Verdict.SWITCHED_OFF,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A range of the text in comparable spelling; a verdict says why it cannot be linked.

    `form_end` is where the form ends, which an ending may follow.
    """

    start: int
    form_end: int
    end: int
    claims: tuple[Claim, ...]
    verdict: Verdict | None = None


def candidates(text: Text, lexicon: Lexicon) -> Iterator[Candidate]:
    """Yield whole words that are spelt like a form, in any capitals."""
    whole = text.normal.text
    held: list[tuple[int, int]] | None = None
    for start, end, claims in lexicon.find(text.normal):
        # First what rules out most.
        if not begins(whole, start):
            continue
        for stop, counting in _endings(whole, end, claims):
            if held is None:
                held = list(addresses(text.normal.folded))
            spelled = whole[start:end]
            fitting = tuple(c for c in counting if not c.form.exact or c.form.text == spelled)
            verdict = _barred(text, start, stop, held)
            if verdict is None and not fitting:
                verdict = Verdict.CASE
            yield Candidate(start, end, stop, fitting or counting, verdict)


def _endings(
    whole: str, end: int, claims: tuple[Claim, ...]
) -> Iterator[tuple[int, tuple[Claim, ...]]]:
    """Yield where the word may end, with the claims that hold then: at `'s` if that may follow."""
    if ends(whole, end):
        yield end, claims
        return
    rest = whole[end : end + 3].lower()
    for ending in {ending for claim in claims for ending in claim.form.endings}:
        stop = end + len(ending)
        if rest.startswith(ending) and ends(whole, stop):
            yield stop, tuple(claim for claim in claims if ending in claim.form.endings)


def _barred(text: Text, start: int, end: int, held: list[tuple[int, int]]) -> Verdict | None:
    """Return why words cannot be linked where they stand."""
    if is_compounded(text.normal.text, start):
        return Verdict.COMPOUND
    number = bisect_right(held, start, key=lambda address: address[0]) - 1
    if number >= 0 and start < held[number][1]:
        return Verdict.ADDRESS
    first, last = text.normal.span(start, end)
    stretch, other = text.running.stretch_at(first), text.running.stretch_at(last - 1)
    if stretch.run != other.run:
        return Verdict.BROKEN
    return _OF_STANDING.get(stretch.standing, text.barred)
