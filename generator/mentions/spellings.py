"""English words that are spelt in two ways, by rule."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final


def _swap(pattern: str, *pairs: tuple[str, str]) -> Callable[[str], Iterator[str]]:
    """Return the function that replaces the group `swap` of a pattern by its counterpart."""
    compiled = re.compile(pattern, re.IGNORECASE)
    counterpart = dict(pairs) | {new: old for old, new in pairs}

    def derive(label: str) -> Iterator[str]:
        made = compiled.sub(lambda found: _swapped(found, counterpart), label)
        if made != label:
            yield made

    return derive


def _swapped(found: re.Match[str], counterpart: Mapping[str, str]) -> str:
    start, end = (offset - found.start() for offset in found.span("swap"))
    whole, old = found.group(), found["swap"]
    new = counterpart[old.lower()]
    return whole[:start] + (new.upper() if old and old.isupper() else new) + whole[end:]


# Stems, as a pattern for any word in -or would make `tractour`.
_OUR: Final = (
    "arb|ard|arm|behavi|cand|clam|col|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|"
    "ranc|rig|rum|sav|splend|succ|tum|val|vap|vig"
)
_PAIRS: Final = (
    ("acknowledgement", "acknowledgment"),
    ("ageing", "aging"),
    ("artefact", "artifact"),
    ("grey", "gray"),
    ("judgement", "judgment"),
    ("sceptic", "skeptic"),
)
SPELLINGS: Final = (
    (
        "-ise and -ize",
        _swap(r"\w{2,}i(?P<swap>[sz])(?:e[drs]?|ers|ing|ations?|able)\b", ("s", "z")),
    ),
    ("-yse and -yze", _swap(r"\w+ly(?P<swap>[sz])(?:e[drs]?|ers|ing)\b", ("s", "z"))),
    ("-our and -or", _swap(rf"\b\w*(?:{_OUR})o(?P<swap>u?)r\w*", ("u", ""))),
    ("-re and -er", _swap(r"\b(?:cent|fib|lit|met|theat)(?P<swap>re|er)s?\b", ("re", "er"))),
    ("-ogue and -og", _swap(r"\b(?:analog|catalog|dialog)(?P<swap>(?:ue)?)s?\b", ("ue", ""))),
    (
        "-ence and -ense",
        _swap(r"\b(?:defen|licen|offen|preten)(?P<swap>[cs])e[ds]?\b", ("c", "s")),
    ),
    (
        "-ll- and -l-",
        _swap(
            r"\b\w*(?:cancel|channel|fuel|label|level|model|signal|total|travel)(?P<swap>l?)"
            r"(?:ing|ed|ers?)\b",
            ("l", ""),
        ),
    ),
    (
        "British and American words",
        _swap(rf"\b(?P<swap>{'|'.join(word for pair in _PAIRS for word in pair)})", *_PAIRS),
    ),
)
