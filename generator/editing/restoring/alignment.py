"""Which item of a list has become which, when somebody else wrote the list again."""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.editing.restoring.meaning import Meaning

# Below this two items have no more in common than any two of their kind.
_ALIKE = 0.5


def aligned(old: Sequence[Meaning], new: Sequence[Meaning]) -> list[int | None]:
    """Return for each new item the index of the old one that it was, nothing where it is new.

    The same item counts first, wherever it stands; then the most similar one that is left.
    """
    before, after = _texts(old), _texts(new)
    found: list[int | None] = [None] * len(new)
    for one, other in _same(before, after):
        found[other] = one
    left = [index for index in range(len(old)) if index not in found]
    for other, index in enumerate(found):
        if index is None and left:
            best = max(left, key=lambda one: _likeness(before[one], after[other]))
            if _likeness(before[best], after[other]) >= _ALIKE:
                found[other] = best
                left.remove(best)
    return found


def _texts(items: Sequence[Meaning]) -> list[str]:
    return [json.dumps(item, sort_keys=True, ensure_ascii=False) for item in items]


def _same(before: list[str], after: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of equal items: those in the same order, then those that have moved."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    pairs = [
        (block.a + n, block.b + n)
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    ]
    yield from pairs
    ones = [index for index in range(len(before)) if index not in {one for one, _ in pairs}]
    for other in [index for index in range(len(after)) if index not in {o for _, o in pairs}]:
        if (one := next((one for one in ones if before[one] == after[other]), None)) is not None:
            ones.remove(one)
            yield one, other


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
