"""The pieces of an entry, brought into their order before they are written."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.editing.formatting.order import is_section, places, type_of
from generator.editing.formatting.pieces import Piece
from generator.editing.formatting.scalars import WIDTH, Kind, is_absent, key, on_one_line
from generator.reading.tree import Fields, Scalar
from generator.shape import annotation_at


@dataclass(frozen=True, slots=True)
class Arranger:
    """Puts pieces in order. `options` are the ids in whose order cells of a comparison stand."""

    text: str
    options: tuple[str, ...]

    def arrange(self, piece: Piece, wanted: Any, depth: int = 0) -> None:
        """Order the parts of a collection and of its parts; give every comment its last place.

        `wanted` is the type that the model asks for.
        """
        piece.wanted = wanted
        earlier = dict(pairwise(reversed(piece.parts)))
        known = places(wanted, self.options) if isinstance(piece.node, Fields) else {}
        piece.parts.sort(key=lambda part: known.get(part.name, len(known)))
        _set_off(piece, earlier)
        for part in piece.parts:
            inside = type_of(annotation_at(wanted, (part.name or 0,)), part.node)
            self.arrange(part, inside, depth + 2)
            part.head = f"{key(part.key, is_known=part.name in known)}:" if part.key else "-"
            part.in_brackets = self._in_brackets(part, WIDTH - depth - len(part.head) - 1)
            _settle(part)

    def _in_brackets(self, piece: Piece, room: int) -> str | None:
        """Return a collection between brackets, if the author wrote it so and it is short."""
        if isinstance(piece.node, Scalar) or self.text[piece.node.start] not in "[{":
            return None
        if not piece.parts:
            return "{}" if isinstance(piece.node, Fields) else "[]"
        if any(is_long(part) or part.has_comments for part in piece.parts) or any(piece.below):
            return None
        known = places(piece.wanted, self.options) if isinstance(piece.node, Fields) else {}
        inside = ", ".join(
            _between_brackets(part, is_known=part.name in known) for part in piece.parts
        )
        whole = f"{{{inside}}}" if isinstance(piece.node, Fields) else f"[{inside}]"
        return whole if len(whole) <= room else None


def is_long(part: Piece) -> bool:
    """Return whether a part is more than a word or two, or nothing at all."""
    return not isinstance(part.node, Scalar) or is_absent(part.node) or "\n" in part.node.text


def squeezed(lines: list[str]) -> list[str]:
    """Return lines with at most one empty one in a row."""
    return [line for before, line in pairwise(["-", *lines]) if line or before]


def _between_brackets(part: Piece, *, is_known: bool) -> str:
    assert isinstance(part.node, Scalar)
    value = on_one_line(part.node, Kind.of(part.wanted), in_brackets=True)
    return f"{key(part.key, is_known=is_known, in_brackets=True)}: {value}" if part.key else value


def _set_off(piece: Piece, earlier: dict[Piece, Piece]) -> None:
    """Decide above which parts a blank line stands.

    Where the author put it, unless a field without a comment has come to stand behind another
    one than before: it does not bring its blank line along. In an entry with blank lines one
    stands above the first section, and above every section that has moved.
    """
    is_entry = piece.parent is None
    is_spaced = any(part.above[:1] == [""] for part in earlier)
    before: Piece | None = None
    for part in piece.parts:
        lines = squeezed(part.above)
        wanted = lines[:1] == [""]
        has_moved = before is not earlier.get(part)
        section = is_entry and is_section(part.name)
        if has_moved:
            wanted = is_spaced if section else wanted and any(lines)
        elif section and is_spaced and before is not None and not is_section(before.name):
            wanted = True
        lines = lines[1:] if lines[:1] == [""] else lines
        part.above = ["", *lines] if wanted and before is not None else lines
        before = part


def _settle(part: Piece) -> None:
    """Move comments that have no line of their own any more to the lines above."""
    is_block = not isinstance(part.node, Scalar) and part.in_brackets is None
    room = 0 if is_block and part.key is None else 1
    part.above += [comment.strip() for comment in part.beside[room:]]
    del part.beside[room:]
    if part.in_brackets is not None:
        part.above += filter(None, part.below)
        part.below.clear()
    elif is_block and part.key is None:
        part.above += part.parts[0].above
        part.parts[0].above = []
