"""How wide words are, and where their lines break, before any browser has seen them.

Readers' fonts differ, so widths are those of wide sans-serif faces: a line that fits here
fits there. Lines break where UAX 14 breaks plain names: at spaces, after hyphens and slashes,
and between ideographs.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from unicodedata import category, east_asian_width

_PIECE = re.compile(r"\s+|[^\s/‐-—-]*[/‐-—-]+|[^\s/‐-—-]+")
_ELLIPSIS = "…"
_WIDE = frozenset("WF")
# Thousandths of the size of the type; whatever is not listed is as wide as a capital.
_CLASSES: Final = (
    (300, "ijlI.,:;!'|`’‘"),
    (380, 'frt()[]{}/\\" -‐“”*'),
    (590, "cksvxyzJ?_^"),
    (640, "abdeghnopqu0123456789L$#–"),
    (980, "mwMW%@—"),
)
_WIDTHS: Final = {character: width for width, line in _CLASSES for character in line}


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Lines that fit a width; `cut` where they do not say everything."""

    lines: tuple[str, ...]
    cut: bool = False


def width_of(text: str, size: float) -> float:
    """Return how wide a text is at a size of type, at most."""
    return sum(map(_thousandths, text)) * size / 1000


def wrapped(text: str, *, width: float, size: float, lines: int) -> Wrapped:
    """Break a text into lines; what does not fit into the last one is cut with an ellipsis.

    A word that is longer than a line is broken where the line ends.
    """
    room = width * 1000 / size
    made = [""]
    for piece in _pieces(text, room):
        if piece.isspace():
            made[-1] += " " if made[-1] else ""
        elif made[-1] and _length(made[-1]) + _length(piece) > room:
            made.append(piece)
        else:
            made[-1] += piece
    whole = [line.strip() for line in made]
    if len(whole) <= lines:
        return Wrapped(tuple(whole))
    return Wrapped((*whole[: lines - 1], _cut(whole[lines - 1], room)), cut=True)


def _pieces(text: str, room: float) -> list[str]:
    """Return what may not be broken, in order."""
    found: list[str] = []
    for piece in _PIECE.findall(text):
        if _length(piece) <= room and piece.isascii():
            found.append(piece)
        else:
            found.extend(_parts(piece, room))
    return found


def _parts(piece: str, room: float) -> list[str]:
    """Break between ideographs, and within a word that is longer than a line."""
    parts = [""]
    for character in piece:
        mark = not _thousandths(character)
        free = east_asian_width(character) in _WIDE or east_asian_width(parts[-1][-1:] or "a") in (
            _WIDE
        )
        full = _length(parts[-1]) + _thousandths(character) > room
        if parts[-1] and not mark and (free or full):
            parts.append("")
        parts[-1] += character
    return parts


def _cut(line: str, room: float) -> str:
    """End a line with an ellipsis, behind a whole word if that leaves a third of the line."""
    whole = line
    while line and _length(line) + _thousandths(_ELLIPSIS) > room:
        line = line[:-1]
    words = line.rpartition(" ")[0]
    if line != whole and 3 * len(words) > len(line):
        line = words
    return line.rstrip(" -–—/") + _ELLIPSIS


def _length(text: str) -> int:
    return sum(map(_thousandths, text))


@lru_cache(maxsize=4096)
def _thousandths(character: str) -> int:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    if east_asian_width(character) in _WIDE or character == _ELLIPSIS:
        return 1000
    return 780 if character.isupper() else 650
