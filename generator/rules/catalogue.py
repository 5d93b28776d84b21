"""All rules, found by looking at the modules of this package."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Rule
from generator.rules import comparisons, definition, freshness, labels, prose, relations, terms
from generator.rules.check import Brief, Check

CHECKS: tuple[Check, ...] = tuple(
    value
    for module in (labels, terms, definition, relations, comparisons, prose, freshness)
    for value in vars(module).values()
    if isinstance(value, Check)
)


def judge(brief: Brief) -> Iterator[tuple[Rule, Fault]]:
    """Yield every fault that any rule finds."""
    for check in CHECKS:
        for fault in check.judge(brief):
            yield check.rule, fault
