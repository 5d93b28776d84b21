"""Which passages are worth parsing: most hold nothing that a rule asks about."""

import re
from collections.abc import Callable, Iterator

from generator.graph import Passage
from generator.prose import Survey
from generator.rules.check import Dossier

_WORD = re.compile(r"\w+")
_PARTING = {code: " " for code in range(128) if not _WORD.match(chr(code))}
# What stands in most texts that are not ASCII. White space parts words by itself.
_TYPOGRAPHIC = "’‘“”–—…"


def surveyed(
    dossier: Dossier, suspect: Callable[[str], object]
) -> Iterator[tuple[Passage, Survey]]:
    """Yield what the passages hold in which there is something to suspect."""
    for passage in dossier.passages:
        if suspect(passage.prose):
            yield passage, dossier.survey(passage)


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters: digits and underscores are letters."""
    plain = text.lower()
    if not plain.isascii():
        for character in _TYPOGRAPHIC:
            plain = plain.replace(character, " ")
        if not plain.isascii():
            return _WORD.findall(plain)
    # Four times as fast as the pattern.
    return plain.translate(_PARTING).split()
