"""The report about words that look like terms and have no entry."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from math import log2
from typing import TypeAlias

from generator.reports.finding import Concern, Finding, report
from generator.reports.known import Known
from generator.reports.material import Material, Passage
from generator.reports.phrases import Phrase, phrases, short_phrases, statistics_of
from generator.text import EntryId

# What two entries share may be chance.
_FEWEST = 3
_MOST, _PLACES = 200, 5
# Fields that speak of everyday things, to make a term plain.
_SCENES = ("analogy", "examples")

Find: TypeAlias = Callable[[str], Iterator[Phrase]]


@dataclass(slots=True)
class _Tally:
    """How often a phrase stands in the glossary, and where first in each of some entries.

    `around` are the letters beside it, as many different ones as are asked for.
    """

    entries: int = 0
    times: int = 0
    entry: EntryId | None = None
    spellings: Counter[str] = field(default_factory=Counter)
    around: set[str] = field(default_factory=set)
    first: list[tuple[Passage, Phrase]] = field(default_factory=list)

    def add(self, passage: Passage, phrase: Phrase, fewest: int) -> None:
        """Count a phrase; the passages of an entry come one after another."""
        self.times += 1
        self.spellings[phrase.text] += 1
        if passage.entry.id != self.entry:
            self.entry = passage.entry.id
            self.entries += 1
            if len(self.first) < _PLACES:
                self.first.append((passage, phrase))
        if len(self.around) < fewest:
            self.around.add(_around(passage.open, phrase))

    @property
    def text(self) -> str:
        """Return the spelling that is met most."""
        return min(self.spellings, key=lambda text: (-self.spellings[text], text))


@report(Concern.GAP)
def undefined_words(material: Material) -> Iterator[Finding]:
    """Words that look like terms and are not defined.

    Abbreviations, names and fixed phrases that several entries use and none explains. If
    readers would ask what one means, it deserves an entry, or it is another label of one that
    exists. Those in most entries come first.
    """
    passages = [one for one in material.walked.passages if one.path[0] not in _SCENES]
    find: Find = short_phrases
    if material.speaks_english:
        statistics = statistics_of(passage.open for passage in passages)
        find = partial(phrases, statistics=statistics)
    frequent = _frequent(passages, find, _fewest(len(material.published)))
    known = Known(material)
    wanted = (
        tally
        for key, tally in sorted(frequent.items(), key=lambda item: (-item[1].entries, item[0]))
        if not known.covers(key)
    )
    for tally in islice(wanted, _MOST):
        yield _finding(material, tally)


def _fewest(terms: int) -> int:
    """Return in how many entries a phrase must stand: more in a glossary that is larger."""
    return max(_FEWEST, round(log2(terms + 1)) - 2)


def _frequent(passages: Iterable[Passage], find: Find, fewest: int) -> dict[str, _Tally]:
    """Return the phrases that stand in enough entries.

    One that stands between the same letters everywhere belongs to a sentence that was copied.
    """
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    for passage in passages:
        for phrase in find(passage.open):
            tallies[phrase.key].add(passage, phrase, fewest)
    return {
        key: tally
        for key, tally in tallies.items()
        if tally.entries >= fewest and len(tally.around) >= fewest
    }


def _around(text: str, phrase: Phrase) -> str:
    return f"{text[max(phrase.start - 6, 0) : phrase.start]}|{text[phrase.end : phrase.end + 6]}"


def _finding(material: Material, tally: _Tally) -> Finding:
    return Finding(
        f"'{tally.text}' stands in {tally.entries} entries and has none of its own",
        f"if readers may ask what it means: termloom new term '{tally.text}'; if an entry explains "
        "it, add it to the 'aliases' there",
        tuple(
            (material.place(passage.entry, passage.path, phrase.start, phrase.end), "")
            for passage, phrase in tally.first
        ),
        tally.entries + tally.times / 1_000_000,
    )
