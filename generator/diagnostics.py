"""Something the author should know: rule, severity, place, message, hint, perhaps a fix."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Severity(StrEnum):
    """How bad it is; the words are those of the Language Server Protocol."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """Return 0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: path relative to the project, lines and columns counted from 1.

    `end_line` and `end_column` name the place after the last character. A diagnostic about
    a whole file points at its first character and covers nothing.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Rule:
    """One named check. The name never changes and is never used for anything else.

    `documentation` is Markdown: a sentence, a reason, a bad and a good example.
    `adjustable` is false for what makes an entry unreadable: no config can wave it through.
    """

    name: str
    severity: Severity
    documentation: str
    adjustable: bool = True

    @property
    def sentence(self) -> str:
        """Return what must hold, in one line."""
        return self.documentation.partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement that is certainly right: put `text` where `location` is."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault in the content.

    `source` is the line the place is in, for showing it with a caret; empty where there is
    none to show. `related` are other places one must see to understand the message.
    """

    rule: str
    severity: Severity
    location: Location
    message: str
    hint: str | None = None
    source: str = ""
    related: tuple[tuple[Location, str], ...] = ()
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[Location, int, str, str]:
        """Return the order of a report: by place, then the worst first."""
        return self.location, self.severity.rank, self.rule, self.message


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics by place, each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: d.sort_key))


def counted(diagnostics: Iterable[Diagnostic]) -> dict[Severity, int]:
    """Return how many there are of each severity, zeros included."""
    counts = Counter(d.severity for d in diagnostics)
    return {severity: counts[severity] for severity in Severity}


FieldPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A value in a file, by its field path; positions are looked up only when needed.

    `key` points at the key instead of the value. `span` is a range of characters within the
    value. For a file that is not YAML the path is empty and the span counts from its start.
    """

    file: str
    path: FieldPath = ()
    key: bool = False
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule complains about, before it is known at which line that stands."""

    at: Address
    message: str
    hint: str | None = None
    related: tuple[tuple[Address, str], ...] = ()
