"""Where words begin and end, by Unicode Standard Annex 29 as far as a term can need it.

Texts are in comparable spelling. A combining mark belongs to the word before it; an
apostrophe or a full stop between letters is inside a word. Beyond the annex, `C` is not a word
of `C++` and `C#`.
"""

import re
import unicodedata
from collections.abc import Iterator

_INNER = "'._\u00b7\u2024\u2027"
_TAILS = "+#"
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>\"\0]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]+(?:\.[\w-]+)+/[^\s<>\"\0]*"
)
# What ends a sentence is no part of an address.
_AFTER_ADDRESS = ".,;:!?'\u201d)]"


def is_part(character: str) -> bool:
    """Return whether a character belongs to a word."""
    return (
        character.isalnum()
        or character == "_"
        or (not character.isascii() and unicodedata.category(character)[0] == "M")
    )


def begins(text: str, at: int) -> bool:
    """Return whether a word may begin here."""
    if not at:
        return True
    before = text[at - 1]
    if is_part(before):
        return False
    if not is_part(text[at]):
        return before != text[at]
    return not (before in _INNER and at > 1 and is_part(text[at - 2]))


def ends(text: str, at: int) -> bool:
    """Return whether a word may end here."""
    if at == len(text):
        return True
    after = text[at]
    if is_part(after) or after in _TAILS:
        return False
    inner = after in _INNER and at + 1 < len(text) and is_part(text[at + 1])
    return not (inner and is_part(text[at - 1]))


def is_compounded(text: str, at: int) -> bool:
    """Return whether the word that begins here is the latter part of one with a hyphen."""
    return at > 1 and text[at - 1] == "-" and is_part(text[at - 2])


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the range of each web or e-mail address."""
    if not ("/" in text or "@" in text or "www." in text):
        return
    for found in _ADDRESS.finditer(text):
        yield found.start(), found.start() + len(found.group().rstrip(_AFTER_ADDRESS))
