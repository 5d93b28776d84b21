"""What a rule is, and what it may look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from inspect import getdoc
from typing import TypeAlias

from generator.config import Config
from generator.diagnostics import Fault, Rule, Severity
from generator.graph import Graph


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a rule may look at. `today` comes from outside, so that a run can be repeated."""

    graph: Graph
    config: Config
    today: date


Judge: TypeAlias = Callable[[Brief], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with the function that judges by it."""

    rule: Rule
    judge: Judge


def rule(severity: Severity) -> Callable[[Judge], Check]:
    """Make a rule of a function: its name in kebab-case, its docstring as documentation."""

    def check(judge: Judge) -> Check:
        name = judge.__name__.replace("_", "-")
        return Check(Rule(name, severity, getdoc(judge) or ""), judge)

    return check
