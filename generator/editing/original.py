"""A new text in the bytes of the old file: its line ends, and all else that reading evens out."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from generator.editing.splices import Splice, difference
from generator.reading.document import decode
from generator.reading.faults import Unreadable

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LINE_END = re.compile(r"\r\n|\n|\r")


def as_written(data: bytes, old: str, new: str) -> bytes | None:
    """Return a file's bytes with `new` for `old`; nothing where the bytes do not say `old`.

    What both texts share keeps its bytes; new lines end as most lines of the file do.
    """
    try:
        if decode("", data) != old:
            return None
    except Unreadable:
        return None
    text = data.decode("utf-8")
    # Reading makes one character of the two that may end a line, and changes no other number.
    offsets = [at for at, char in enumerate(text) if char != "\n" or text[at - 1 : at] != "\r"]
    offsets.append(len(text))
    line_end = next(iter(dict(Counter(_LINE_END.findall(text)).most_common(1))), "\n")
    pieces: list[str] = []
    at = 0
    for change in _changes(old, new):
        pieces += text[at : offsets[change.start]], change.text.replace("\n", line_end)
        at = offsets[change.end]
    return "".join((*pieces, text[at:])).encode()


def _changes(old: str, new: str) -> Iterator[Splice]:
    """Yield what becomes of the old text, line by line and in each as little as can be."""
    lines, others = _LINE.findall(old), _LINE.findall(new)
    starts = [0, *accumulate(map(len, lines))]
    matcher = SequenceMatcher(None, lines, others)
    for kind, first, last, begin, stop in matcher.get_opcodes():
        if kind != "equal":
            change = difference("".join(lines[first:last]), "".join(others[begin:stop]))
            start = starts[first]
            yield Splice(start + change.start, start + change.end, change.text)
