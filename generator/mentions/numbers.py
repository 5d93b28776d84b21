"""The number of English nouns: of a phrase it is that of the last word."""

import re
from collections.abc import Iterator
from typing import Final

# Plural in looks, or the same in both numbers.
_NO_SINGULAR: Final = frozenset(
    ("always", "analytics", "basics", "customs", "data", "economics", "electronics", "ethics",
     "glasses", "goods", "linguistics", "logistics", "mathematics", "means", "media", "news",
     "perhaps", "physics", "politics", "robotics", "semantics", "series", "species", "thanks",
     "this", "works")
)  # fmt: skip
_NO_PLURAL: Final = _NO_SINGULAR | frozenset(("chaos", "information", "progress"))
# Singular, though they end like a plural.
_SINGULAR_IN_S: Final = re.compile(
    r".*(?:ss|sis|xis)|\w*(?<!en)(?<!ur)us|alias|atlas|bias|canvas|gas|lens|chaos|lass",
    re.IGNORECASE,
)
_IRREGULAR: Final = {
    "appendix": "appendices",
    "axis": "axes",
    "child": "children",
    "corpus": "corpora",
    "criterion": "criteria",
    "foot": "feet",
    "half": "halves",
    "hero": "heroes",
    "index": "indices",
    "knife": "knives",
    "leaf": "leaves",
    "life": "lives",
    "man": "men",
    "matrix": "matrices",
    "mouse": "mice",
    "person": "people",
    "phenomenon": "phenomena",
    "quiz": "quizzes",
    "shelf": "shelves",
    "stimulus": "stimuli",
    "thief": "thieves",
    "tooth": "teeth",
    "veto": "vetoes",
    "vertex": "vertices",
    "wife": "wives",
    "wolf": "wolves",
    "woman": "women",
}
_REGULAR: Final = {plural: singular for singular, plural in _IRREGULAR.items()}
_LAST_WORD: Final = re.compile(r"[^\W_]+$")


def plurals(label: str) -> Iterator[str]:
    """Yield the plurals of a phrase; none of one that is plural already."""
    found = _LAST_WORD.search(label)
    if found is None:
        return
    before, word = label[: found.start()], found.group()
    lower = word.lower()
    if (irregular := _IRREGULAR.get(lower)) is not None:
        yield before + irregular
    if lower in _NO_PLURAL or lower in _REGULAR:
        return
    if lower.endswith("s") and not _SINGULAR_IN_S.fullmatch(lower):
        return
    if re.search(r"[sx]is$", lower) and len(lower) > 3:
        yield f"{before}{word[:-2]}es"
    elif re.search(r"[^aeiou]y$", lower):
        yield f"{before}{word[:-1]}ies"
    elif re.search(r"(?:s|x|z|ch|sh)$", lower):
        yield f"{before}{word}es"
    else:
        yield f"{before}{word}s"


def singulars(label: str) -> Iterator[str]:
    """Yield what may be the singular of a phrase; nobody writes those that are none."""
    found = _LAST_WORD.search(label)
    if found is None:
        return
    before, word = label[: found.start()], found.group()
    lower = word.lower()
    if (regular := _REGULAR.get(lower)) is not None:
        yield before + regular
        return
    if len(lower) < 4 or not lower.endswith("s") or lower in _NO_SINGULAR:
        return
    if _SINGULAR_IN_S.fullmatch(lower):
        return
    yield from (before + singular for singular in _singular_words(word, lower))


def _singular_words(word: str, lower: str) -> Iterator[str]:
    if lower.endswith("ies") and len(lower) > 4:
        yield f"{word[:-3]}y"
    if re.search(r"(?:s|x|z|ch|sh)es$", lower):
        yield word[:-2]
    if re.search(r"[aeioy]ses$", lower) and len(lower) > 5:
        yield f"{word[:-2]}is"
    yield word[:-1]
