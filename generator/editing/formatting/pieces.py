"""An entry's tree with its comments, each with the field or item that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.editing.formatting.gaps import Gap, Note, Where, set_off
from generator.reading.tree import Fields, Items, Node, Scalar


@dataclass(slots=True, eq=False)
class Piece:
    """A field or an item.

    `above` are the lines over it, an empty one for a blank line. `beside` are comments on its
    line, with the spaces before them. `below` are the lines after the last of its `parts`.
    How it is written is decided later: `wanted` is the type that the model asks for, `head` the
    key or dash, `in_brackets` the whole of a collection that is written so.
    """

    node: Node
    key: Scalar | None = None
    parent: "Piece | None" = None
    parts: "list[Piece]" = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    wanted: Any = None
    head: str = ""
    in_brackets: str | None = None

    @property
    def name(self) -> str:
        """Return the key; nothing for an item."""
        return self.key.text if self.key else ""

    @property
    def has_comments(self) -> bool:
        """Return whether a comment belongs to it or to one of its parts."""
        own = any((*self.above, *self.beside, *self.below))
        return own or any(part.has_comments for part in self.parts)

    @property
    def line(self) -> "list[Piece]":
        """Return it and everything that it is a part of, from the inside out."""
        piece: Piece | None = self
        found: list[Piece] = []
        while piece is not None:
            found.append(piece)
            piece = piece.parent
        return found

    @property
    def outermost(self) -> "Piece":
        """Return the item that begins with this very field or item, if there is one."""
        item = self.parent
        if item is None or item.parent is None or item.key or item.parts[0] is not self:
            return self
        return item.outermost

    def up(self, steps: int) -> "Piece":
        """Return what it is a part of, this many times over."""
        return self.line[min(steps, len(self.line) - 1)]


@dataclass(frozen=True, slots=True)
class Pieces:
    """A whole entry; `head` holds the lines that open the file, up to a `---`."""

    root: Piece
    head: list[str]


def pieces(text: str, tree: Fields) -> Pieces:
    """Return the pieces of an entry. Every comment is with exactly one of them."""
    root = Piece(tree)
    found = Pieces(root, [])
    before: Piece | None = None
    at = 0
    for scalar, piece in _scalars(root):
        gap = Gap.of(text, at, scalar.start)
        if before is None:
            found.head.extend(gap.head)
        _share(gap, root, before, piece if piece is before else piece.outermost)
        header, at = _ends(text, scalar)
        piece.beside.extend(header)
        before = piece
    _share(Gap.of(text, at, len(text)), root, before, None)
    return found


def _scalars(piece: Piece) -> Iterator[tuple[Scalar, Piece]]:
    """Yield keys and values in the order of the file, and make the pieces on the way."""
    if isinstance(piece.node, Scalar):
        yield piece.node, piece
    elif isinstance(piece.node, Items):
        for node in piece.node.items:
            piece.parts.append(Piece(node, parent=piece))
            yield from _scalars(piece.parts[-1])
    else:
        for key, node in piece.node.values.items():
            part = Piece(node, piece.node.keys[key], piece)
            piece.parts.append(part)
            yield piece.node.keys[key], part
            yield from _scalars(part)


def _ends(text: str, scalar: Scalar) -> tuple[list[str], int]:
    """Return the comment behind the mark of a block, and where the scalar's last line ends."""
    if scalar.style not in ("|", ">"):
        return [], scalar.end
    source = text[scalar.start : scalar.end]
    mark, hash, comment = source.partition("\n")[0].partition("#")
    header = [set_off(mark, comment)] if hash else []
    return header, scalar.start + len(source.rstrip(" \t\n"))


def _share(gap: Gap, root: Piece, before: Piece | None, after: Piece | None) -> None:
    """Give what stands between two scalars to the pieces around it."""
    blank = False
    for note in gap.notes:
        if note.where is Where.BLANK:
            blank = True
        elif note.where is Where.BESIDE and before is not None:
            before.up(note.closed).beside.append(note.text)
        else:
            kept = _keeper(gap, note, before, after)
            lines = kept.below if kept else after.above if after else root.below
            lines.extend(["", note.text.strip()] if blank else [note.text.strip()])
            blank = False
    if blank and after is not None and after is not before:
        after.above.append("")


def _keeper(gap: Gap, note: Note, before: Piece | None, after: Piece | None) -> Piece | None:
    """Return the collection at whose end a comment stands; nothing if it leads what comes next."""
    if before is None or before is after or note.where is Where.DASH:
        return None
    if gap.closed > note.closed:
        inside = before.up(note.closed)
        return inside.parent or inside
    if note.column <= gap.indentation or (after is not None and any(after.above)):
        return None
    goes_on = after.line if after else before.line[-1:]
    ended = [p for p in before.line if not isinstance(p.node, Scalar) and p not in goes_on]
    fitting = (p for p in ended if gap.column(p.node.start) <= note.column)
    return next(fitting, ended[-1] if ended else None)
