"""What reports look at: the graph, and all prose, walked once for all of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.config import Config
from generator.diagnostics import Address, FieldPath
from generator.graph import Graph
from generator.mentions import Lexicon, Text, Verdict, texts_of_entry, texts_of_page
from generator.mentions.candidates import candidates
from generator.model import Entry, Term, value_at
from generator.prose import PARTING, Standing, running
from generator.text import TermId

# What names the entry itself is no use of the name.
_OWN_NAMES = (
    "name", "abbreviation", "aliases", "avoid", "forms", "tags", "owner", "sources", "resources",
)  # fmt: skip
_NO_USE = (Verdict.CASE, Verdict.COMPOUND, Verdict.ADDRESS, Verdict.BROKEN)
# A sign that is no part of a word and ends no sentence.
BLANK = "\u2588"
_WORDS = (Standing.OPEN, Standing.SWITCHED_OFF)


@dataclass(frozen=True, slots=True)
class Passage:
    """Prose of an entry, with blanks for what stands for a term, is code, or is a link.

    Characters stand where they do in the prose as readers see it.
    """

    entry: Entry
    path: FieldPath
    open: str


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk over all texts found: the labels in use, by term and field, and open words."""

    used: frozenset[tuple[TermId, FieldPath]]
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Material:
    """A linked glossary with its config, and the day on which it is looked at."""

    graph: Graph
    config: Config
    today: date

    @property
    def published(self) -> tuple[Term, ...]:
        """Return the terms that have pages."""
        return tuple(term for term in self.graph.glossary.terms.values() if term.is_published)

    @property
    def speaks_english(self) -> bool:
        """Return whether what is known of English words may be used."""
        return self.config.language.lower().partition("-")[0] == "en"

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return the forms of all terms."""
        return Lexicon.of(self.graph.glossary, self.config)

    @cached_property
    def walked(self) -> Walked:
        """Return what all texts say."""
        used: set[tuple[TermId, FieldPath]] = set()
        passages: list[Passage] = []
        for entry, text in self._texts():
            blanks = list(self._met(text, used))
            if entry is not None and text.barred is None:
                passages.append(Passage(entry, text.path, _opened(text, blanks)))
        return Walked(frozenset(used), tuple(passages))

    def place(self, entry: Entry, path: FieldPath, start: int, end: int) -> Address:
        """Return the address of a range of a text as readers see it."""
        text = running(str(value_at(entry, path)))
        return self.graph.glossary.at(entry, *path, span=text.span(start, end))

    def _texts(self) -> Iterator[tuple[Entry | None, Text]]:
        for entry in self.graph.glossary:
            yield from ((entry, t) for t in texts_of_entry(entry) if t.path[0] not in _OWN_NAMES)
        for page in self.graph.glossary.pages.values():
            yield from ((None, text) for text in texts_of_page(page))

    def _met(self, text: Text, used: set[tuple[TermId, FieldPath]]) -> Iterator[tuple[int, int]]:
        """Yield the ranges that stand for a term; of two that overlap the longer."""
        end = 0
        found = (one for one in candidates(text, self.lexicon) if one.verdict not in _NO_USE)
        for one in sorted(found, key=lambda one: (one.start, -one.end)):
            if one.start >= end:
                end = one.end
                used |= {(claim.term, claim.form.path) for claim in one.claims}
                yield text.normal.span(one.start, one.end)


def _opened(text: Text, blanks: list[tuple[int, int]]) -> str:
    """Return a text with another sign for each character that nobody is asked to look at."""
    whole = list(text.running.text)
    closed = (
        (stretch.start, stretch.start + stretch.length)
        for stretch in text.running.stretches
        if stretch.standing not in _WORDS
    )
    for start, end in (*closed, *blanks):
        for at in range(start, end):
            whole[at] = BLANK if whole[at] != PARTING else PARTING
    return "".join(whole)
