"""What a report is, and what it says.

A finding is advice and no fault: whether it is right only an editor can tell. So it fails no
check, and nothing has to be switched off to silence it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from inspect import getdoc
from typing import TypeAlias

from generator.diagnostics import Address, Location
from generator.reports.material import Material


class Concern(IntEnum):
    """Why to read a report; those about mistakes come first."""

    MISTAKE = 1
    GAP = 2
    TIDYING = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth a look: what it is, what to do, and where it shows, each place with words.

    Of two the one that weighs more comes first.
    """

    message: str
    hint: str
    places: tuple[tuple[Address, str], ...]
    weight: float = 0

    @property
    def sort_key(self) -> tuple[float, str, str]:
        """Return the order of a report: the most important first, then as a reader would look."""
        return -self.weight, self.message.casefold(), self.message


@dataclass(frozen=True, slots=True)
class Located:
    """A finding whose places are known by line and column."""

    message: str
    hint: str
    places: tuple[tuple[Location, str], ...]


Judge: TypeAlias = Callable[[Material], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Report:
    """One question about the glossary, with the function that answers it.

    The name never changes. The first line of `documentation` is the title, the rest says why
    it matters.
    """

    name: str
    concern: Concern
    documentation: str
    judge: Judge

    @property
    def title(self) -> str:
        """Return what the findings have in common."""
        return self.documentation.partition("\n")[0].rstrip(".")

    @property
    def reason(self) -> str:
        """Return why an editor should care, in one paragraph."""
        return " ".join(self.documentation.partition("\n")[2].split())


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report found, the most important first; `total` counts those left out as well."""

    report: Report
    findings: tuple[Located, ...]
    total: int


def report(concern: Concern) -> Callable[[Judge], Report]:
    """Make a report: its name from the function's in kebab-case, its docstring as documentation."""

    def made(judge: Judge) -> Report:
        return Report(judge.__name__.replace("_", "-"), concern, getdoc(judge) or "", judge)

    return made
