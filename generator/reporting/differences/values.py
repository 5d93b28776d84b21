"""How single values and their words are shown to people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from generator.changes import Change, Kind, Op, Piece
from generator.changes.change import Plain
from generator.reporting.report import amount

# Fields that are short and weighty, so that their words are never left out.
_WHOLE: Final = ("name", "definition")
# Of words that stayed, so many are shown on each side of a change; of those that went or came, so
# many altogether; and so many pieces of one text.
_AROUND, _LONGEST, _PIECES = 6, 40, 24
_TITLE, _VALUE = 60, 240


class Mark(Enum):
    """What a format may do to make words stand out."""

    PLAIN = auto()
    STRONG = auto()
    CODE = auto()
    DIM = auto()
    REMOVED = auto()
    ADDED = auto()
    WARNING = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one line; those of an author hold whatever that author wrote."""

    text: str
    mark: Mark = Mark.PLAIN


def of(text: str) -> Span:
    """Return words that do not stand out."""
    return Span(text)


def strong(text: str) -> Span:
    """Return words that matter most."""
    return Span(text, Mark.STRONG)


def code(text: str) -> Span:
    """Return an id or a path."""
    return Span(text, Mark.CODE)


def change_lines(changes: Iterable[Change]) -> Iterator[tuple[Span, ...]]:
    """Yield a line for each change: where, and what."""
    for change in changes:
        where = " › ".join(shortened(title, _TITLE) for title in _titles(change))
        yield (Span(f"{where}: ", Mark.DIM), *_what(change))


def _titles(change: Change) -> tuple[str, ...]:
    """Return where it is; without the item's name, if its value says the same at once."""
    value = said(change.new if change.old is None else change.old)
    is_whole = change.kind in (Kind.ADDED, Kind.REMOVED) and len(change.titles) > 1
    return change.titles[:-1] if is_whole and value.startswith(change.titles[-1]) else change.titles


def _what(change: Change) -> Iterator[Span]:
    match change.kind:
        case Kind.ADDED:
            yield Span(_value(change, change.new), Mark.ADDED)
            yield Span(" added", Mark.DIM)
        case Kind.REMOVED:
            yield Span(_value(change, change.old), Mark.REMOVED)
            yield Span(" removed", Mark.DIM)
        case Kind.MOVED:
            assert isinstance(change.new, Sequence)
            names = (shortened(str(name), _TITLE) for name in change.new)
            yield of(shortened(f"in another order: {', '.join(names)}", _VALUE))
        case _ if change.words:
            yield from _words(change)
        case _:
            yield Span(_value(change, change.old), Mark.REMOVED)
            yield of(" → ")
            yield Span(_value(change, change.new), Mark.ADDED)


def _value(change: Change, value: Plain) -> str:
    text = said(value)
    return text if change.path[-1] in _WHOLE else shortened(text, _VALUE)


def said(value: Plain) -> str:
    """Return a value on one line: of fields the first, and the others in brackets."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case Mapping():
            first, *others = value.items() if value else [("", "")]
            rest = "; ".join(f"{name}: {said(inner)}" for name, inner in others)
            return f"{said(first[1])} ({rest})" if rest else said(first[1])
        case str() | int():
            return " ".join(str(value).split())
        case _:
            return ", ".join(map(said, value)) or "nothing"


def _words(change: Change) -> Iterator[Span]:
    """Yield the words that changed, with some of those around them."""
    counts = {op: sum(_count(p) for p in change.words if p.op is op) for op in Op}
    if all(piece.op is Op.SAME for piece in change.words):
        yield of("only spaces and the ends of lines")
        return
    whole = change.path[-1] in _WHOLE
    pieces = change.words if whole else change.words[:_PIECES]
    for number, piece in enumerate(pieces):
        place = (number == 0, number == len(change.words) - 1)
        text = piece.text if whole else _folded(piece, *place)
        yield Span(
            _on_one_line(text), Mark[piece.op.name] if piece.op is not Op.SAME else Mark.PLAIN
        )
    if not whole:
        more = " …" if len(pieces) < len(change.words) else ""
        numbers = [
            f"{amount(counts[op], 'word')} {op.value}"
            for op in (Op.REMOVED, Op.ADDED)
            if counts[op]
        ]
        yield Span(f"{more} ({', '.join(numbers)})" if numbers else more, Mark.DIM)


def _folded(piece: Piece, first: bool, last: bool) -> str:  # noqa: FBT001 - where it stands
    words = piece.text.split(" ")
    if piece.op is not Op.SAME:
        if len(words) <= _LONGEST:
            return piece.text
        return " ".join([*words[:_LONGEST], f"… ({len(words) - _LONGEST:,} more)"])
    before = [] if first else words[: _AROUND + 1]
    after = [] if last else words[-_AROUND:]
    return piece.text if len(words) <= _AROUND * 2 + 2 else " ".join([*before, "…", *after])


def _on_one_line(text: str) -> str:
    return text.replace("\n\n", " ¶ ")


def _count(piece: Piece) -> int:
    return sum(any(char.isalnum() for char in word) for word in piece.text.split())


def shortened(text: str, most: int) -> str:
    """Return a text on one line of at most so many characters."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
