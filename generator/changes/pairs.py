"""Which item of a list is which item of another version of it."""

from collections import defaultdict, deque
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeAlias, TypeVar

from generator.changes.identity import keys_of, wording_of
from generator.shape import alike

Pairs: TypeAlias = list[tuple[int, int]]
K = TypeVar("K", bound=Hashable)
# How alike two texts are, in percent, that are versions of one: the surest are sought first.
_LIKENESS = (90, 75, 60)
# More comparisons of texts than that are not made, and not of longer texts.
_MOST, _LONGEST = 2_500, 500


def paired(old: Sequence[object], new: Sequence[object]) -> tuple[Pairs, list[int], list[int]]:
    """Return the numbers of items that belong together, of those that went, and that came.

    An item is found again if it is the same, if it is called the same, or if its words are
    nearly the same. Pairs and what went are in the old order, what came in the new one.
    """
    pairs: dict[int, int] = {}
    before, after = ([((repr(item),), *keys_of(item)) for item in items] for items in (old, new))
    for rank in range(max((len(keys) for keys in (*before, *after)), default=0)):
        one, other = (
            [keys[rank] if rank < len(keys) else () for keys in s] for s in (before, after)
        )
        pairs.update(_by_key(one, other, pairs))
    pairs.update(_by_wording(old, new, pairs))
    taken = set(pairs.values())
    removed = [one for one in range(len(old)) if one not in pairs]
    return sorted(pairs.items()), removed, [n for n in range(len(new)) if n not in taken]


def _by_key(
    old: Sequence[tuple[object, ...]], new: Sequence[tuple[object, ...]], pairs: dict[int, int]
) -> dict[int, int]:
    """Return pairs of the same key, the first with the first; a key of nothing is none."""
    found: dict[int, int] = {}
    taken = set(pairs.values())
    waiting: dict[tuple[object, ...], deque[int]] = defaultdict(deque)
    for number, key in enumerate(new):
        if number not in taken:
            waiting[key].append(number)
    for number, key in enumerate(old):
        if any(key) and number not in pairs and waiting[key]:
            found[number] = waiting[key].popleft()
    return found


def _by_wording(
    old: Sequence[object], new: Sequence[object], pairs: dict[int, int]
) -> dict[int, int]:
    """Return pairs whose words are nearly the same."""
    taken = set(pairs.values())
    texts = ({n: wording_of(item) for n, item in enumerate(items)} for items in (old, new))
    went, came = texts
    return most_alike(
        {n: text for n, text in went.items() if text and n not in pairs},
        {n: text for n, text in came.items() if text and n not in taken},
    )


def most_alike(went: Mapping[K, str], came: Mapping[K, str]) -> dict[K, K]:
    """Return which text became which, where that is likely; none if there are too many."""
    found: dict[K, K] = {}
    if len(went) * len(came) > _MOST:
        return found
    for least in _LIKENESS:
        for one, text in went.items():
            free = (key for key in came if key not in found.values())
            like = (k for k in free if alike(text[:_LONGEST], came[k][:_LONGEST], at_least=least))
            if one not in found and (other := next(like, None)) is not None:
                found[one] = other
    return found
