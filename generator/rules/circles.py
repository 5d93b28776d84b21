"""Circles in what leads from one thing to another."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Circle(Generic[Node]):
    """A circle as its steps: the first leads to the second, and the last back to the first.

    `steps` holds the first few of a circle that is longer.
    """

    steps: tuple[Node, ...]
    length: int

    @property
    def ways(self) -> tuple[tuple[Node, Node], ...]:
        """Return from where to where the steps lead, as far as they are known."""
        is_whole = self.length == len(self.steps)
        return tuple(pairwise((*self.steps, self.steps[0]) if is_whole else self.steps))

    def __str__(self) -> str:
        names = [f"'{step}'" for step in self.steps]
        names += ["…"] if self.length > len(self.steps) else []
        return " → ".join((*names, names[0]))


def circles(ways: Mapping[Node, Iterable[Node]]) -> Iterator[Circle[Node]]:
    """Yield a circle for each way that closes one, beginning with that way.

    Without those ways nothing leads back to itself. Takes a depth-first search, without
    recursion, since a chain may be longer than Python's stack.
    """
    done: set[Node] = set()
    for start in ways:
        if start in done:
            continue
        path, position = [start], {start: 0}
        branches = [iter(ways[start])]
        while branches:
            target = next(branches[-1], None)
            if target is None:
                branches.pop()
                finished = path.pop()
                del position[finished]
                done.add(finished)
            elif target in position:
                length = len(path) - position[target]
                at = position[target]
                first = path[at : at + min(length, _SHOWN) - 1]
                yield Circle((path[-1], *first), length)
            elif target not in done:
                position[target] = len(path)
                path.append(target)
                branches.append(iter(ways.get(target, ())))
