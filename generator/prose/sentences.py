"""Where sentences end."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s(\[“‘\"']+$")
_NEXT = re.compile(r"\s+[\"'“‘«(\[]*(\S)")

# A full stop behind these never ends a sentence, whatever follows.
_NEVER = re.compile(
    r"e\.?g|i\.?e|cf|vs?|viz|[dm]r|mr?s|mx|prof|st|sr|jr|hon|rev|gen|gov|sen|capt|approx|ca"
    r"|z\.b|d\.h|bzw|p\.ex"
)
# Behind these it ends none where a number follows.
_BEFORE_NUMBER = re.compile(
    r"no?s?|nr|pp?|arts?|secs?|ss?|figs?|vol|chap|ch|eq|par|para|reg|cl|pt|ex|ed"
    r"|jan|feb|mar|apr|ju[nl]|aug|sept?|oct|nov|dec"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the range of each sentence of a paragraph.

    Where it is uncertain whether a sentence ends, as behind `etc.` and `U.S.`, it does if a
    capital follows.
    """
    start, length = 0, len(text.rstrip())
    for found in _END.finditer(text, 0, length):
        if _ends(text, found.start(), found.end()):
            yield _after_spaces(text, start), found.end()
            start = found.end()
    if start < length:
        yield _after_spaces(text, start), length


def _after_spaces(text: str, start: int) -> int:
    while text[start].isspace():
        start += 1
    return start


def _ends(text: str, mark: int, end: int) -> bool:
    following = _NEXT.match(text, end)
    if following is None or following[1].islower():
        return False
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return True
    # No further back than an abbreviation is long: else each full stop searches the whole text.
    last = _LAST_WORD.search(text[max(mark - 30, 0) : mark])
    word = last.group().lower() if last else ""
    is_initial = len(word) == 1 and word.isalpha() and word != "i" and text[mark - 1].isupper()
    if _NEVER.fullmatch(word) or is_initial:
        return False
    return not (_BEFORE_NUMBER.fullmatch(word) and following[1].isdigit())
