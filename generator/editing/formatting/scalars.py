"""How a value is written: plain, between quotes, or as a block of lines."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, Final, get_origin

from generator.editing.formatting import prose
from generator.model.times import Day, When
from generator.quoting import escaped, is_other, is_plain
from generator.reading.tree import Scalar
from generator.text import InlineProse, Prose

WIDTH: Final = 100
# What may not stand in YAML as it is, and what would turn a line round.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_NO_TEXT = re.compile(r"[0-9]+(-[0-9]+)*|true|false")
# Spaces that a printer of code would call unprintable, and what joins letters and emoji.
_VISIBLE = "\xa0\u200c\u200d\u202f"
_SEEN = f"\n\t{_VISIBLE}"


class Kind(Enum):
    """What a value is to the model."""

    PROSE = auto()
    INLINE = auto()
    TEXT = auto()
    TYPED = auto()
    UNKNOWN = auto()

    @classmethod
    def of(cls, annotation: Any) -> "Kind":
        """Return the kind of value that a type asks for."""
        if not isinstance(annotation, type):
            return cls.TEXT if get_origin(annotation) is not None else cls.UNKNOWN
        for types, kind in _KINDS:
            if issubclass(annotation, types):
                return kind
        return cls.UNKNOWN


_KINDS: Final = (
    (InlineProse, Kind.INLINE),
    (Prose, Kind.PROSE),
    ((Day, When, int), Kind.TYPED),
    (str, Kind.TEXT),
)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands behind the key or the dash, and the lines below it."""

    head: str
    body: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A value with its source, and the room there is: beside its key, and in lines below it."""

    node: Scalar
    kind: Kind
    source: str
    room: int
    width: int


def written(slot: Slot) -> Written:
    """Return a value in the house form."""
    node, is_prose = slot.node, slot.kind in (Kind.PROSE, Kind.INLINE)
    if is_absent(node):
        return Written(slot.source)
    text = node.text.strip() if is_prose else node.text
    if is_prose and text and not _is_hidden(node):
        return _prose(slot, text)
    if "\n" in text:
        return _lines(slot)
    line = on_one_line(node, slot.kind)
    is_folded = "\n" in slot.source and text == text.strip() and not _is_hidden(node)
    if len(line) <= slot.room or not is_folded:
        return Written(line)
    return Written(">-", tuple(_broken(slot, text)))


def is_absent(node: Scalar) -> bool:
    """Return whether a value is not there, as `~` is not."""
    return node.plain() is None


def on_one_line(node: Scalar, kind: Kind, *, in_brackets: bool = False) -> str:
    """Return a value plain where every reader takes it for this text, else in double quotes.

    A number, a date or a truth value stays what it is. So does a plain value that the model does
    not know: nobody can tell what other readers take it for.
    """
    text = node.text
    if is_plain(text, in_brackets=in_brackets) and not _is_hidden(node):
        return text
    stays = not node.style and kind in (Kind.TYPED, Kind.UNKNOWN)
    is_typed = kind is Kind.TYPED and _NO_TEXT.fullmatch(text)
    return text if (stays or is_typed) and is_other(text) else _double_quoted(text)


def key(node: Scalar, *, is_known: bool, in_brackets: bool = False) -> str:
    """Return a key; one that the model does not know stays what it is to other readers."""
    kind = Kind.TEXT if is_known else Kind.UNKNOWN
    return on_one_line(node, kind, in_brackets=in_brackets)


def _is_hidden(node: Scalar) -> bool:
    """Return whether a value holds what nobody would see, or what only an escape made visible."""
    return _UNSEEN.search(node.text) is not None or (
        node.style == '"' and not all(c.isprintable() or c in _SEEN for c in node.text)
    )


def _double_quoted(text: str) -> str:
    pieces = re.split(f"([{_VISIBLE}])", text)
    inside = "".join(piece if piece in _VISIBLE else escaped(piece) for piece in pieces)
    return f'"{inside}"'


def _prose(slot: Slot, text: str) -> Written:
    if slot.node.style == "|" or "\n" in text:
        return Written("|", tuple(prose.settled(text, slot.width).split("\n")))
    line = on_one_line(replace(slot.node, text=text), slot.kind)
    if len(line) <= slot.room:
        return Written(line)
    lines = _kept(slot, text) or prose.filled(text, slot.width)
    if len(lines) == 1:
        return Written(line)
    # More than one paragraph may stand there one day, and `>` would make one of them.
    is_block = slot.kind is Kind.PROSE and prose.is_same(text, "\n".join(lines))
    return Written("|" if is_block else ">-", tuple(lines))


def _lines(slot: Slot) -> Written:
    """Return text with line breaks that are no Markdown: every one of them counts."""
    text = slot.node.text
    whole = text.removesuffix("\n")
    is_exact = not _is_hidden(slot.node) and whole and whole[0] not in " \t\n"
    if not is_exact or whole.endswith("\n") or re.search(r"[ \t](\n|$)", whole):
        return Written(_double_quoted(text))
    if "\n" not in whole and slot.node.style == ">" and whole != text:
        return Written(">", tuple(_broken(slot, whole)))
    return Written("|" if whole != text else "|-", tuple(whole.split("\n")))


def _broken(slot: Slot, text: str) -> list[str]:
    """Return lines that fold into one again."""
    if kept := _kept(slot, text):
        return kept
    lines: list[str] = []
    for word in re.split(r"(?<=\S) (?=\S)", text):
        if lines and len(lines[-1]) + 1 + len(word) <= slot.width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _kept(slot: Slot, text: str) -> list[str]:
    """Return the author's own lines if they are all short enough; otherwise nothing."""
    lines = slot.source.rstrip().split("\n")
    lines = [line.strip() for line in (lines[1:] if slot.node.style == ">" else lines)]
    is_text = len(lines) > 1 and " ".join(lines) == text
    return lines if is_text and all(0 < len(line) <= slot.width for line in lines) else []
