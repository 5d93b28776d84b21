"""Finding many phrases in many texts, in one pass over each text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.rules.prose.suspects import words_in

# Stands for the words of a phrase of signs; every text has it.
_NO_WORD = ""
_TOKEN = re.compile(r"\w+|[^\w\s]")
# A word within an address, a path or a compound is another word; a possessive is not.
_GLUED_BEFORE = re.compile(r"[\w@#&/\\._-]$")
_GLUED_BEHIND = re.compile(r"[\w@&\\-]|[./]\w|'(?!s\b)\w", re.IGNORECASE)


def straight(text: str) -> str:
    """Return the text, as long as before, with typographic apostrophes straightened."""
    return text.replace("\u2019", "'").replace("\u02bc", "'")


def tokens(text: str) -> tuple[str, ...]:
    """Return the words and signs of a text in small letters; white space only parts them."""
    return tuple(token.lower() for token in _TOKEN.findall(straight(text)))


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their tokens.

    `lengths` are by the first token; `firsts` and `lasts` leave signs such as `&` out.
    """

    known: frozenset[tuple[str, ...]]
    firsts: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]
    lasts: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, known: Iterable[tuple[str, ...]]) -> "Phrases":
        """Take phrases that are not empty."""
        lengths: dict[str, set[int]] = defaultdict(set)
        lasts: dict[str, set[str]] = defaultdict(set)
        all_known = frozenset(known)
        for phrase in all_known:
            lengths[phrase[0]].add(len(phrase))
            words = words_in(" ".join(phrase)) or [_NO_WORD]
            lasts[words[0]].add(words[-1])
        return cls(
            all_known,
            frozenset(lasts),
            {first: tuple(sorted(some, reverse=True)) for first, some in lengths.items()},
            {first: frozenset(some) for first, some in lasts.items()},
        )

    def may_be_in(self, text: str) -> bool:
        """Return whether the first and the last word of any phrase are there."""
        words = {*words_in(text), _NO_WORD}
        return any(not self.lasts[first].isdisjoint(words) for first in words & self.firsts)

    def find(self, text: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
        """Yield the phrases in a text with their ranges: whole words, the longest that fits."""
        text = straight(text)
        places = [(found.start(), found.end()) for found in _TOKEN.finditer(text)]
        words = [text[start:end].lower() for start, end in places]
        number = 0
        while number < len(words):
            step = 1
            for length in self.lengths.get(words[number], ()):
                phrase = tuple(words[number : number + length])
                if phrase in self.known:
                    start, end = places[number][0], places[number + len(phrase) - 1][1]
                    if not _is_glued(text, start, end):
                        yield phrase, start, end
                        step = len(phrase)
                        break
            number += step


def _is_glued(text: str, start: int, end: int) -> bool:
    before = _GLUED_BEFORE.search(text, max(start - 1, 0), start)
    return before is not None or _GLUED_BEHIND.match(text, end) is not None
