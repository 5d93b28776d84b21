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


class Theme(StrEnum):
    """What a rule is about; the order is that of the reference."""

    FILE = "file"
    SHAPE = "shape"
    LABELS = "labels"
    DEFINITION = "definition"
    RELATIONS = "relations"
    PROSE = "prose"
    MENTIONS = "mentions"
    QUESTIONS = "questions"
    COMPARISONS = "comparisons"
    REGIONS = "regions"
    FRESHNESS = "freshness"
    SITE = "site"
    LINKS = "links"
    SUPPRESSIONS = "suppressions"


@dataclass(frozen=True, slots=True)
class Rule:
    """One named check. The name never changes and is never used for anything else.

    `documentation` is Markdown: a sentence, a reason, a bad and a good example.
    `adjustable` is false for what makes an entry unreadable: no config can wave it through.
    `fixable` says that some of its diagnostics carry a fix. A rule that is not `enabled`
    judges only where the config gives it a severity.
    """

    name: str
    severity: Severity
    documentation: str
    theme: Theme
    adjustable: bool = True
    fixable: bool = False
    enabled: bool = True

    @property
    def sentence(self) -> str:
        """Return what must hold, in one line."""
        return self.documentation.partition("\n")[0]


FieldPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A value in a file, by its field path; positions are looked up only when needed.

    `key` points at the key instead of the value. `span` is a range of characters within the
    value. Without a path the span counts from the start of the file.
    """

    file: str
    path: FieldPath = ()
    key: bool = False
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to a file, named by the value that it changes.

    `text` takes the place of the value at `at`, of its key if `at.key`, or of the range
    `at.span`, which may be empty. A field that is not there is added, and a list grows by the
    number after its last. Without a text the value is removed, with its key or its place.
    """

    at: Address
    text: str | None


@dataclass(frozen=True, slots=True)
class Fix:
    """Changes that are certainly right; `title` says in the imperative what they do.

    `command` is what somebody types to have them made.
    """

    title: str
    edits: tuple[Edit, ...]
    command: str = "termloom check --fix"


@dataclass(frozen=True, slots=True)
class Replacement:
    """An edit as characters: `text` takes the place of what stands at `location`."""

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


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule complains about, before it is known at which line that stands."""

    at: Address
    message: str
    hint: str | None = None
    related: tuple[tuple[Address, str], ...] = ()
    fix: Fix | None = None
