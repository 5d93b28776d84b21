"""Items of a list in another order, each with its comments."""

from collections.abc import Sequence

from generator.editing.places import end_of, is_flow
from generator.reading.tree import Items


def reordered(text: str, items: Items, order: Sequence[int]) -> str:
    """Return the text with the items of a list in another order, given by their indexes now.

    Comments directly above an item move with it. What stands above the first may be about the
    whole list and stays.
    """
    ranges = _between_brackets(text, items) if is_flow(items, text) else _lines(text, items)
    pieces = [text[start:end] for start, end in ranges]
    if not is_flow(items, text):
        pieces = [piece if piece.endswith("\n") else f"{piece}\n" for piece in pieces]
    whole: list[str] = []
    at = 0
    for (start, end), index in zip(ranges, order, strict=True):
        whole += text[at:start], pieces[index]
        at = end
    return "".join((*whole, text[at:]))


def _between_brackets(text: str, items: Items) -> list[tuple[int, int]]:
    return [(item.start, end_of(item, text)) for item in items.items]


def _lines(text: str, items: Items) -> list[tuple[int, int]]:
    starts = []
    for number, item in enumerate(items.items):
        start = text.rfind("\n", 0, text.rfind("-", 0, item.start + 1) + 1) + 1
        starts.append(_with_comments(text, start) if number else start)
    last = text.find("\n", end_of(items.items[-1], text)) + 1 or len(text)
    return list(zip(starts, [*starts[1:], last], strict=True))


def _with_comments(text: str, start: int) -> int:
    """Return the start of the comments directly above a line that are indented like it."""
    lead = len(text[start:]) - len(text[start:].lstrip(" "))
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text.startswith(" " * lead + "#", above):
            break
        start = above
    return start
