"""Which words of a text changed.

The longest common sequence of words, by rapidfuzz (Hyyrö's bit-parallel algorithm, 2004), so
that texts of 20,000 words take a tenth of a second. White space does not count, except that
between paragraphs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from generator.changes.change import Op, Piece

PARAGRAPH = "\n\n"
_TOKEN = re.compile(r"\s*\n\s*\n\s*|[^\W_]+(?:['’\-][^\W_]+)*|\S")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a mark; `apart` says that white space stands before it."""

    text: str
    apart: bool


@dataclass(slots=True)
class _Stretch:
    """Tokens that went and came in one place, or stayed if `same`."""

    old: list[_Token]
    new: list[_Token]
    same: bool


def changed_words(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words that stayed, went and came, in their order.

    What went stands before what came in its place.
    """
    one, other = list(_tokens(old)), list(_tokens(new))
    # Numbers and not the words themselves: hashes of words differ from run to run.
    numbers = {text: n for n, text in enumerate(dict.fromkeys(t.text for t in (*one, *other)))}
    codes = Indel.opcodes([numbers[t.text] for t in one], [numbers[t.text] for t in other])
    stretches = [
        _Stretch(one[c.src_start : c.src_end], other[c.dest_start : c.dest_end], c.tag == "equal")
        for c in codes
    ]
    return tuple(piece for stretch in _joined(stretches) for piece in _pieces(stretch))


def _tokens(text: str) -> Iterator[_Token]:
    end = 0
    for found in _TOKEN.finditer(text):
        is_break = not found.group().strip()
        token = PARAGRAPH if is_break else found.group()
        yield _Token(token, apart=found.start() > end and not is_break)
        end = found.end()


def _joined(stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Join changes with but a word between them: such words stayed by chance."""
    joined: list[_Stretch] = []
    for each in stretches:
        before = joined[-1] if joined else None
        if each.same or before is None:
            joined.append(each)
        elif not before.same:
            joined[-1] = _both(before, each)
        elif len(joined) > 1 and _is_chance(before, joined[-2], each):
            del joined[-1]
            joined[-1] = _both(_both(joined[-1], before), each)
        else:
            joined.append(each)
    return joined


def _both(one: _Stretch, other: _Stretch) -> _Stretch:
    return _Stretch(one.old + other.old, one.new + other.new, same=False)


def _is_chance(between: _Stretch, before: _Stretch, after: _Stretch) -> bool:
    words = [token.text for token in between.new if token.text[0].isalnum()]
    whole = all((before.old or after.old, before.new or after.new))
    return whole and len(words) <= 1 and all(t.text != PARAGRAPH for t in between.new)


def _pieces(stretch: _Stretch) -> Iterator[Piece]:
    if stretch.same:
        yield Piece(Op.SAME, _text(stretch.new))
        return
    if stretch.old:
        yield Piece(Op.REMOVED, _text(stretch.old))
    if stretch.new:
        yield Piece(Op.ADDED, _text(stretch.new))


def _text(tokens: Iterable[_Token]) -> str:
    return "".join(f"{' ' * token.apart}{token.text}" for token in tokens)
