"""Which words of a text may be a term: capitals, and nouns that keep each other's company.

Nothing is parsed: what a word is shows in what it follows, over the whole glossary.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from math import log
from typing import NamedTuple

from generator.reports.ordinary import BEFORE_VERBS, CAPITALISED, DETERMINERS, FUNCTION, ORDINARY

_WORD = r"[^\W_]+(?:[-&'\u2019][^\W_]+)*"
# Words between which only spaces stand; a possessive ends them.
_RUN = re.compile(rf"{_WORD}(?: +{_WORD})*")
_WORDS = re.compile(_WORD)
_POSSESSIVE = re.compile(r"['\u2019]s?(?= |$)")
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


class _Run(NamedTuple):
    """Words between which only spaces stand, and whether a sentence may begin with them."""

    text: str
    start: int
    begins: bool
    words: list[str]

    def phrase(self, first: int, last: int) -> Phrase:
        """Return the words from one number to another, both included."""
        places = [found.span() for found in _WORDS.finditer(self.text)]
        start, end = places[first][0], places[last][0] + len(self.words[last])
        words = self.words[first : last + 1]
        if len(words) == 1 and words[0].endswith("s") and words[0][:-1].isupper():
            words[0] = words[0].removesuffix("s")
        if words[0].islower():
            words[-1] = singular(words[-1])
        text = " ".join(self.words[first : last + 1])
        return Phrase(" ".join(words), text, self.start + start, self.start + end)


# Texts have many words, and few different ones.
@lru_cache(maxsize=100_000)
def _is_content(word: str) -> bool:
    """Return whether a word may be part of a lower-case term."""
    return len(word) > 2 and word.islower() and word.isascii() and word not in ORDINARY


@lru_cache(maxsize=100_000)
def _is_capital(word: str) -> bool:
    """Return whether a word begins with a capital that the grammar does not ask for."""
    return word[0].isupper() and word.lower() not in _NO_NAMES


@lru_cache(maxsize=100_000)
def _is_short(word: str) -> bool:
    """Return whether a word is an abbreviation or the like, wherever it stands."""
    return _SHORT.fullmatch(word) is not None


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
            words = run.words
            self.total.update(words)
            content = False
            before = ""
            for number, word in enumerate(words):
                if before in DETERMINERS:
                    self.nouns[word] += 1
                elif before in BEFORE_VERBS:
                    self.verbs[word] += 1
                was_content, content = content, _is_content(word)
                if content and was_content:
                    pair = (words[number - 1], singular(word))
                    self.pairs[pair] += 1
                    after = words[number + 1] if number + 1 < len(words) else ""
                    self.objects[pair] += after in DETERMINERS
                before = word.lower()

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
        for number, word in enumerate(run.words):
            if _is_short(word):
                yield run.phrase(number, number)


def phrases(text: str, statistics: Statistics) -> Iterator[Phrase]:
    """Yield what may be a term in an English text."""
    for run in _runs(text):
        words = run.words
        for first, last in _capitals(run):
            word = words[first]
            if last > first or _is_short(word) or statistics.is_capitalised(word):
                yield run.phrase(first, last)
        for first, last in _nouns(words, statistics):
            yield run.phrase(first, last)


def singular(word: str) -> str:
    """Return the likely singular of a noun."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _runs(text: str) -> Iterator[_Run]:
    end = 0
    for found in _RUN.finditer(text):
        begins = end == 0 or _BEGINNING.search(text[end : found.start()]) is not None
        yield from _parted(found.group(), found.start(), begins=begins)
        end = found.end()


def _parted(text: str, start: int, *, begins: bool) -> Iterator[_Run]:
    """Yield words in one piece, or in several if possessives end them."""
    if "'" in text or "\u2019" in text:
        while found := _POSSESSIVE.search(text):
            piece, rest = text[: found.start()], text[found.end() :].lstrip()
            yield _Run(piece, start, begins, piece.split())
            if not rest:
                return
            start += len(text) - len(rest)
            text, begins = rest, False
    yield _Run(text, start, begins, text.split())


def _capitals(run: _Run) -> Iterator[tuple[int, int]]:
    """Yield first and last of words with capitals that follow each other, 'of' among them."""
    if run.text.islower():
        return
    words = run.words
    first = None
    for number, word in enumerate(words):
        if _is_capital(word):
            first = number if first is None else first
            continue
        joins = word == "of" and number + 1 < len(words) and _is_capital(words[number + 1])
        if first is not None and not joins:
            yield from _named(run, first, number - 1)
            first = None
    if first is not None:
        yield from _named(run, first, len(words) - 1)


def _named(run: _Run, first: int, last: int) -> Iterator[tuple[int, int]]:
    # Every sentence begins with a capital, which says nothing of its first word.
    if last > first or first > 0 or not run.begins or _is_short(run.words[first]):
        yield first, last


def _nouns(words: list[str], statistics: Statistics) -> Iterator[tuple[int, int]]:
    """Yield first and last of the longest rows of words each of which belongs to the next."""
    first, content = 0, False
    for number, word in enumerate(words):
        was_content, content = content, _is_content(word)
        if content and was_content and statistics.are_one(words[number - 1], word):
            continue
        if number - first > 1:
            yield first, number - 1
        first = number
    if len(words) - first > 1:
        yield first, len(words) - 1
