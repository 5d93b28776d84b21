"""Second complaints about one mistake, found when all rules have spoken."""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Address, Fault, FieldPath, Rule
from generator.load.odd_rules import (
    CUT_BY_COMMENT,
    MISSING_COLON,
    REPEATED_ITEM,
    SWALLOWED_LINE,
    UNBALANCED_QUOTE,
)

_MISREAD = (CUT_BY_COMMENT, SWALLOWED_LINE, MISSING_COLON, UNBALANCED_QUOTE)


def second_complaints(found: Iterable[tuple[Rule, Fault]]) -> frozenset[tuple[str, Address]]:
    """Return what need not be said, each as the name of its rule and the address.

    Whatever is said of a value that YAML read otherwise than it was meant is said of another
    text. An item that is there twice needs no mention where a rule of its own has one.
    """
    found = list(found)
    misread = {_place(fault) for rule, fault in found if rule in _MISREAD}
    repeated = {_place(fault): fault.at for rule, fault in found if rule is REPEATED_ITEM}
    if not misread and not repeated:
        return frozenset()
    hidden: set[tuple[str, Address]] = set()
    for rule, fault in found:
        if rule in _MISREAD or rule is REPEATED_ITEM:
            continue
        for place in _around(fault):
            if place in misread:
                hidden.add((rule.name, fault.at))
            elif place in repeated:
                hidden.add((REPEATED_ITEM.name, repeated[place]))
    return frozenset(hidden)


def _place(fault: Fault) -> tuple[str, FieldPath]:
    return fault.at.file, fault.at.path


def _around(fault: Fault) -> Iterator[tuple[str, FieldPath]]:
    """Yield the place of a fault and of every value that it is a part of."""
    path = fault.at.path
    return ((fault.at.file, path[:length]) for length in range(1, len(path) + 1))
