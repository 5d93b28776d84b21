"""Which words of a text may be a term: capitals, and nouns that keep each other's company.

Nothing is parsed: what a word is shows in what it follows, over the whole glossary.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from math import log
from typing import NamedTuple

from generator.reports.ordinary import BEFORE_VERBS, CAPITALISED, DETERMINERS, FUNCTION, ORDINARY

_WORD = re.compile(r"[^\W_]+(?:[-&'\u2019][^\W_]+)*")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
# What stands before the first word of a sentence, or of an item, cell or heading.
_BEGINNING = re.compile(
    r"(?:^|\0|[.!?:\u2026])[\"'\u201c\u201d\u2018\u2019»)\]]*\s*[\"'\u201c\u2018«(\[*]*$"
)
_SHORT = re.compile(r"[A-Z][A-Z0-9&]*[A-Z0-9]s?|[A-Z][a-z]+[A-Z]\w*|[A-Z]{2,}-?\d[\w.]*")
_NO_NAMES = CAPITALISED | FUNCTION
# How much more often than by chance two words stand together, from 0 to 1.
_COMPANY = 0.45


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that may be a term; the `key` is the same for singular and plural."""

    key: str
    text: str
    start: int
    end: int


class _Token(NamedTuple):
    text: str
    start: int
    end: int
    begins: bool

    @property
    def is_capital(self) -> bool:
        """Return whether it begins with a capital that the grammar does not ask for."""
        return self.text[0].isupper() and self.text.lower() not in _NO_NAMES

    @property
    def is_short(self) -> bool:
        """Return whether it is an abbreviation or the like, wherever it stands."""
        return _SHORT.fullmatch(self.text) is not None

    @property
    def is_content(self) -> bool:
        """Return whether it may be part of a lower-case term."""
        text = self.text
        return len(text) > 2 and text.islower() and text.isascii() and text not in ORDINARY


@dataclass(frozen=True)
class Statistics:
    """How often words and pairs of words stand in a glossary, and after what.

    `total` counts words in small letters as they are written, `nouns` those after a
    determiner, `verbs` those after a pronoun or auxiliary; `objects` are pairs before a
    determiner, where the second is probably a verb.
    """

    total: Counter[str] = field(default_factory=Counter)
    nouns: Counter[str] = field(default_factory=Counter)
    verbs: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    objects: Counter[tuple[str, str]] = field(default_factory=Counter)
    known: dict[tuple[str, str], bool] = field(default_factory=dict)

    @cached_property
    def whole(self) -> int:
        """Return the number of all words."""
        return self.total.total()

    def count(self, text: str) -> None:
        """Count the words of a text."""
        for run in _runs(text):
            words = [token.text for token in run]
            self.total.update(words)
            for number, word in enumerate(words):
                before = words[number - 1].lower() if number else ""
                if before in DETERMINERS:
                    self.nouns[word] += 1
                elif before in BEFORE_VERBS:
                    self.verbs[word] += 1
                if number and run[number].is_content and run[number - 1].is_content:
                    pair = (words[number - 1], singular(word))
                    self.pairs[pair] += 1
                    after = words[number + 1] if number + 1 < len(words) else ""
                    self.objects[pair] += after in DETERMINERS

    def are_one(self, first: str, second: str) -> bool:
        """Return whether two words in small letters are probably one term."""
        pair = (first, second)
        if pair not in self.known:
            self.known[pair] = self._are_one(first, second)
        return self.known[pair]

    def _are_one(self, first: str, second: str) -> bool:
        pair = (first, singular(second))
        count = self.pairs[pair]
        if count < 2 or self.objects[pair] * 4 > count or first.endswith("ly"):
            return False
        if second.endswith(("ly", "ed")) or self._is_verb(first) or self._is_verb(second):
            return False
        seconds = self.total[second] + self.total[pair[1]] * (second != pair[1])
        together = count / self.whole
        by_chance = self.total[first] * seconds / self.whole**2
        return log(together / by_chance) / -log(together) >= _COMPANY

    def is_capitalised(self, word: str) -> bool:
        """Return whether a word is mostly written with a capital."""
        return self.total[word] > self.total[word.lower()]

    def _is_verb(self, word: str) -> bool:
        return self.verbs[word] > self.nouns[word]


def statistics_of(texts: Iterable[str]) -> Statistics:
    """Return what can be counted in all texts."""
    statistics = Statistics()
    for text in texts:
        statistics.count(text)
    return statistics


def short_phrases(text: str) -> Iterator[Phrase]:
    """Yield abbreviations and the like, which look so in any language."""
    for run in _runs(text):
        yield from (_phrase(text, [token]) for token in run if token.is_short)


def phrases(text: str, statistics: Statistics) -> Iterator[Phrase]:
    """Yield what may be a term in an English text."""
    for run in _runs(text):
        for group in _capitals(run):
            if len(group) > 1 or group[0].is_short or statistics.is_capitalised(group[0].text):
                yield _phrase(text, group)
        yield from (_phrase(text, group) for group in _nouns(run, statistics))


def singular(word: str) -> str:
    """Return the likely singular of a noun."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _runs(text: str) -> Iterator[list[_Token]]:
    """Yield words between which only spaces stand."""
    run: list[_Token] = []
    end = 0
    for found in _WORD.finditer(text):
        gap = text[end : found.start()]
        if run and gap.strip(" "):
            yield run
            run = []
        word = _POSSESSIVE.sub("", found.group())
        begins = not run and (end == 0 or _BEGINNING.search(gap) is not None)
        run.append(_Token(word, found.start(), found.start() + len(word), begins))
        end = found.end()
        if len(word) < len(found.group()):
            yield run
            run = []
    if run:
        yield run


def _capitals(run: list[_Token]) -> Iterator[list[_Token]]:
    """Yield words with capitals that follow each other; 'of' may stand between them."""
    group: list[_Token] = []
    for number, token in enumerate(run):
        joins = token.text == "of" and group and number + 1 < len(run)
        if token.is_capital or (joins and run[number + 1].is_capital):
            group.append(token)
            continue
        yield from _named(group)
        group = []
    yield from _named(group)


def _named(group: list[_Token]) -> Iterator[list[_Token]]:
    # Every sentence begins with a capital, which says nothing of its first word.
    if group and (len(group) > 1 or not group[0].begins or group[0].is_short):
        yield group


def _nouns(run: list[_Token], statistics: Statistics) -> Iterator[list[_Token]]:
    """Yield the longest rows of words each of which belongs to the next."""
    group: list[_Token] = []
    for token in run:
        if group and token.is_content and statistics.are_one(group[-1].text, token.text):
            group.append(token)
            continue
        if len(group) > 1:
            yield group
        group = [token] if token.is_content else []
    if len(group) > 1:
        yield group


def _phrase(text: str, group: list[_Token]) -> Phrase:
    start, end = group[0].start, group[-1].end
    words = [token.text for token in group]
    if len(words) == 1 and words[0].endswith("s") and words[0][:-1].isupper():
        words[0] = words[0].removesuffix("s")
    if words[0].islower():
        words[-1] = singular(words[-1])
    return Phrase(" ".join(words), " ".join(text[start:end].split()), start, end)
