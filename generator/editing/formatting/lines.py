"""Arranged pieces as lines of text."""

from collections.abc import Iterator

from generator.editing.formatting.arrange import squeezed
from generator.editing.formatting.pieces import Piece
from generator.editing.formatting.scalars import WIDTH, Kind, Slot, written
from generator.reading.tree import Scalar


def lines(text: str, piece: Piece, depth: int = 0) -> Iterator[str]:
    """Yield the lines of a collection's parts, indented by two spaces for each level."""
    for part in piece.parts:
        yield from _behind(depth, squeezed(part.above))
        if part.in_brackets is not None:
            yield from _behind(depth, [f"{part.head} {part.in_brackets}{''.join(part.beside)}"])
        elif isinstance(part.node, Scalar):
            yield from _scalar(text, part, part.node, depth)
        elif part.key is not None:
            yield from _behind(depth, [part.head + "".join(part.beside)])
            yield from lines(text, part, depth + 2)
        else:
            first, *others = lines(text, part, depth + 2)
            yield f"{' ' * depth}- {first[depth + 2 :]}"
            yield from others
    yield from _behind(depth, squeezed(piece.below))


def _scalar(text: str, part: Piece, node: Scalar, depth: int) -> Iterator[str]:
    room = WIDTH - depth - len(part.head) - 1
    source = text[node.start : node.end]
    value = written(Slot(node, Kind.of(part.wanted), source, room, WIDTH - depth - 2))
    space = " " if value.head else ""
    yield from _behind(depth, [f"{part.head}{space}{value.head}{''.join(part.beside)}"])
    yield from _behind(depth + 2, value.body)


def _behind(depth: int, some: list[str] | tuple[str, ...]) -> Iterator[str]:
    for line in some:
        yield " " * depth + line if line else ""
