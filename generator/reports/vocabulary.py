"""The report about words that look like terms and have no entry."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
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
    """How often a phrase stands in the glossary, and where first in each of some entries."""

    times: int = 0
    spellings: Counter[str] = field(default_factory=Counter)
    first: dict[EntryId, tuple[Passage, Phrase]] = field(default_factory=dict)

    def add(self, passage: Passage, phrase: Phrase) -> None:
        self.times += 1
        self.spellings[phrase.text] += 1
        if len(self.first) < _PLACES:
            self.first.setdefault(passage.entry.id, (passage, phrase))

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
    frequent = _entries(passages, find, _fewest(len(material.published)))
    known = Known(material)
    wanted = (
        key
        for key in sorted(frequent, key=lambda key: (-frequent[key], key))
        if not known.covers(key)
    )
    tallies = _tallies(passages, find, islice(wanted, _MOST))
    for key, tally in tallies.items():
        yield _finding(material, frequent[key], tally)


def _fewest(terms: int) -> int:
    """Return in how many entries a phrase must stand: more in a glossary that is larger."""
    return max(_FEWEST, round(log2(terms + 1)) - 2)


def _entries(passages: Iterable[Passage], find: Find, fewest: int) -> dict[str, int]:
    """Return in how many entries each frequent phrase stands.

    One that stands between the same letters everywhere belongs to a sentence that was copied.
    """
    counts: Counter[str] = Counter()
    around: defaultdict[str, set[str]] = defaultdict(set)
    seen: set[str] = set()
    entry: EntryId | None = None
    for passage in passages:
        if passage.entry.id != entry:
            counts.update(seen)
            entry, seen = passage.entry.id, set()
        for phrase in find(passage.open):
            seen.add(phrase.key)
            if len(around[phrase.key]) < fewest:
                around[phrase.key].add(_around(passage.open, phrase))
    counts.update(seen)
    return {
        key: count
        for key, count in counts.items()
        if count >= fewest and len(around[key]) >= fewest
    }


def _around(text: str, phrase: Phrase) -> str:
    return f"{text[max(phrase.start - 6, 0) : phrase.start]}|{text[phrase.end : phrase.end + 6]}"


def _tallies(
    passages: Iterable[Passage], find: Find, wanted: Iterable[str]
) -> Mapping[str, _Tally]:
    tallies = {key: _Tally() for key in wanted}
    for passage in passages:
        for phrase in find(passage.open):
            if phrase.key in tallies:
                tallies[phrase.key].add(passage, phrase)
    return tallies


def _finding(material: Material, entries: int, tally: _Tally) -> Finding:
    return Finding(
        f"'{tally.text}' stands in {entries} entries and has none of its own",
        f"if readers may ask what it means: termloom new term '{tally.text}'; if an entry explains "
        "it, add it to the 'aliases' there",
        tuple(
            (material.place(passage.entry, passage.path, phrase.start, phrase.end), "")
            for passage, phrase in tally.first.values()
        ),
        entries + tally.times / 1_000_000,
    )
