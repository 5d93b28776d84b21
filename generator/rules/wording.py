"""The words of a text, how it ends, and whether it says again what another says."""

import re

from generator.prose import to_text
from generator.shape import alike
from generator.text import Prose, folded

_WORD = re.compile(r"\w+")
# Quotation marks, brackets and Markdown's marks, which may follow the last word or stop.
_CLOSING = "\"'”’“‘»«›‹)]}*_~"
# In a hundred letters, markup included. English texts of other words reach 50.
_NEAR = 60
# Scripts whose sentences end with a full stop and whose questions end with '?'.
_WESTERN = re.compile(r"[0-9A-Za-zÀ-ɏͰ-ϿЀ-ӿḀ-ỿ%°€£$]")


def words_of(text: str) -> tuple[str, ...]:
    """Return the words without punctuation and capitals, and those of prose without markup."""
    return tuple(_WORD.findall(folded(to_text(text) if isinstance(text, Prose) else text)))


def first_word(text: str) -> str:
    """Return the first word, without parsing prose."""
    found = _WORD.search(text)
    return folded(found.group()) if found else ""


def repeats(text: str, original: str) -> bool:
    """Return whether a text says the same as another in nearly the same words."""
    if not are_near(text, original):
        return False
    words, others = words_of(text), words_of(original)
    return bool(others) and alike(" ".join(words), " ".join(others))


def are_near(text: str, other: str) -> bool:
    """Return whether two texts may have the same words: most prose need not be parsed for it."""
    return alike(text, other, at_least=_NEAR)


def last_sign(text: str) -> str:
    """Return the last character that is neither white space, nor closes anything."""
    return text.rstrip().rstrip(_CLOSING).rstrip()[-1:]


def is_open(sign: str) -> bool:
    """Return whether a sentence that ends so lacks its stop.

    Only in scripts that have one: Thai sentences end without, and Chinese ones end with
    another sign than ours.
    """
    return _WESTERN.fullmatch(sign) is not None
