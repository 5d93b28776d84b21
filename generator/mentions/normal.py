"""The spelling in which words are compared, and where each character of it stands.

NFC, straight apostrophes, one kind of space and of hyphen, runs of white space as one space,
without what cannot be seen; in small letters besides.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

_APOSTROPHES: Final = "\u2018\u2019\u02bc\uff07"
_HYPHENS: Final = "\u2010\u2011\ufe63\uff0d"
_SPACES: Final = (
    "\t\n\x0b\x0c\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000"
)
_ASCII: Final = ("\n", "\t", "\r", "\x0b", "\x0c")
_ALIKE: Final = tuple(
    (character, plain)
    for characters, plain in ((_APOSTROPHES, "'"), (_HYPHENS, "-"), (_SPACES, " "))
    for character in characters
)
# Soft hyphen, zero-width space, word joiner, byte order mark.
_UNSEEN: Final = "\xad\u200b\u2060\ufeff"
_SPECIAL: Final = re.compile(rf"[ {_UNSEEN}]{{2,}}|[{_UNSEEN}]")
_NOT_ASCII: Final = re.compile(r".[^\x00-\x7f]+", re.DOTALL)
# Vowels and final consonants of Korean: no marks, but NFC joins them to what is before.
_JAMO: Final = range(0x1161, 0x1200)


@dataclass(frozen=True, slots=True)
class Normal:
    """A text in comparable spelling: `text` keeps capitals, `folded` does not.

    Both have the same length. `pieces` are the ranges that differ in length from those of the
    source, each with that; between them one character stands for one.
    """

    text: str
    folded: str
    pieces: tuple[tuple[int, int, int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the range in the source of a range that is not empty."""
        if not self.pieces:
            return start, end
        return self._place(start, first=True), self._place(end - 1, first=False)

    def _place(self, at: int, *, first: bool) -> int:
        """Return where the source of a character begins, or else where it ends."""
        number = bisect_right(self.pieces, at, key=lambda piece: piece[0]) - 1
        if number < 0:
            return at + (not first)
        _, end, source, source_end = self.pieces[number]
        if at < end:
            return source if first else source_end
        return source_end + at - end + (not first)


def normalised(text: str) -> Normal:
    """Return a text in the spelling in which words are compared."""
    # A few searches in C are faster than `str.translate`.
    alike = text
    if is_ascii := text.isascii():
        for character in _ASCII:
            if character in alike:
                alike = alike.replace(character, " ")
    else:
        for character, plain in _ALIKE:
            if character in alike:
                alike = alike.replace(character, plain)
    if "  " in alike or not (is_ascii or _is_settled(alike)):
        return _rewritten(alike)
    return Normal(alike, in_small_letters(alike))


def _is_settled(text: str) -> bool:
    """Return whether nothing has to be put together or left out."""
    is_seen = not any(unseen in text for unseen in _UNSEEN)
    return is_seen and unicodedata.is_normalized("NFC", text)


def in_small_letters(text: str) -> str:
    """Return a text in small letters, each in the place of its capital."""
    if text.isascii():
        return text.lower()
    # The one capital whose small letter is two characters, and the letter with two small ones.
    return text.replace("\u0130", "I").lower().replace("\u03c2", "\u03c3")


def _rewritten(text: str) -> Normal:
    """Return a text with what has to be left out or put together, and where that was."""
    made: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    length = done = 0
    for start, end, new in _changes(text):
        made += (text[done:start], new)
        length += start - done
        pieces.append((length, length + len(new), start, end))
        length += len(new)
        done = end
    made.append(text[done:])
    whole = "".join(made)
    return Normal(whole, in_small_letters(whole), tuple(pieces))


def _changes(text: str) -> list[tuple[int, int, str]]:
    """Return each range that becomes another text, in order."""
    found = [
        (special.start(), special.end(), " " if " " in special.group() else "")
        for special in _SPECIAL.finditer(text)
    ]
    if not unicodedata.is_normalized("NFC", text):
        for run in _NOT_ASCII.finditer(text):
            found += _composed(run.group(), run.start())
    return sorted(found)


def _composed(run: str, at: int) -> list[tuple[int, int, str]]:
    """Return the characters of a run that NFC puts together or changes."""
    starts = [n for n, character in enumerate(run) if n == 0 or not _joins(character)]
    ends = (*starts[1:], len(run))
    return [
        (at + start, at + end, new)
        for start, end in zip(starts, ends, strict=True)
        if (new := unicodedata.normalize("NFC", old := run[start:end])) != old
    ]


def _joins(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or ord(character) in _JAMO
