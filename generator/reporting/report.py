"""What a format is given, and what it gives back."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from generator.diagnostics import Diagnostic, Replacement, Rule, counted, ordered


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that was found, and what a format may want to know besides.

    `rules` holds every rule by its name. `entries` counts what was looked at, and `unit` is the
    word for one of them.
    `replacements` are fixes as characters, and `texts` the text of each file, for formats that
    count characters their own way. `changed` are the files that a pull request changes.
    `folder` leads from the repository to the project and ends in a slash, if they are not one.
    `most` is how many diagnostics people want to see; `hidden` says how many a baseline hides.
    """

    diagnostics: tuple[Diagnostic, ...]
    rules: Mapping[str, Rule]
    entries: int
    replacements: Mapping[Diagnostic, tuple[Replacement, ...]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    folder: str = ""
    most: int | None = None
    hidden: int = 0
    unit: str = "entry"

    @property
    def fixable(self) -> int:
        """Return how many diagnostics carry a fix."""
        return sum(diagnostic.fix is not None for diagnostic in self.diagnostics)

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """Return the diagnostics that `most` leaves: the worst, and of files that change first.

        They stand by file, the file with the worst of them first.
        """
        if self.most is None or len(self.diagnostics) <= self.most:
            return self.diagnostics
        worst = sorted(self.diagnostics, key=self.urgency)[: self.most]
        of_file: dict[str, list[Diagnostic]] = {}
        for diagnostic in worst:
            of_file.setdefault(diagnostic.location.path, []).append(diagnostic)
        return tuple(d for group in of_file.values() for d in ordered(group))

    def urgency(self, diagnostic: Diagnostic) -> tuple[object, ...]:
        """Return the order of urgency: the worst first, then what the pull request changes."""
        is_elsewhere = diagnostic.location.path not in self.changed
        return diagnostic.severity.rank, is_elsewhere, diagnostic.sort_key

    def by_file(self) -> list[tuple[str, list[Diagnostic]]]:
        """Return the diagnostics that are shown, those of one file together."""
        groups = groupby(self.shown, lambda diagnostic: diagnostic.location.path)
        return [(path, list(group)) for path, group in groups]


Reporter: TypeAlias = Callable[[Report], str]


def said(diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the lines that say what is wrong and what to do, where there is no source line."""
    yield diagnostic.message
    if diagnostic.hint:
        yield f"Hint: {diagnostic.hint}"
    for location, words in diagnostic.related:
        yield f"{location}: {words}"
    if diagnostic.fix is not None:
        yield f"Fix: {diagnostic.fix.title} ({diagnostic.fix.command})"


def in_words(report: Report) -> str:
    """Return the counts: `6 entries checked: 3 errors, 1 warning in 2 files`."""
    files = len({diagnostic.location.path for diagnostic in report.diagnostics})
    parts = [f"{summary(report.diagnostics)}{f' in {files} files' if files > 1 else ''}"]
    if report.fixable:
        fixes = [diagnostic.fix for diagnostic in report.diagnostics if diagnostic.fix]
        commands = " and ".join(sorted({f"'{fix.command}'" for fix in fixes}))
        parts.append(f"{report.fixable} can be fixed by {commands}")
    if report.hidden:
        parts.append(f"{report.hidden} more in the baseline")
    return f"{amount(report.entries, report.unit)} checked: {'; '.join(parts)}"


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many there are: `2 errors, 1 warning`, or `no diagnostics`."""
    said = [amount(n, severity.value) for severity, n in counted(diagnostics).items() if n]
    return ", ".join(said) or "no diagnostics"


def amount(number: int, word: str) -> str:
    """Return a number with its word, such as `1 entry` or `2 entries`."""
    many = f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    return f"{number:,} {word if number == 1 else many}"
