"""What a rule is, and what it may look at.

A rule about one entry sees that entry alone, so that its judgement holds for as long as the
entry is the same. A rule about the glossary sees everything.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from inspect import getdoc
from typing import TypeAlias

from generator.config import Config, Limits
from generator.diagnostics import Address, Fault, FieldPath, Rule, Severity, Theme
from generator.graph import Graph, Passage
from generator.model import Comparison, Entry, Term
from generator.prose import Survey, survey
from generator.rules.memory import JudgeMemory
from generator.text import InlineProse


@dataclass(frozen=True, slots=True)
class Brief:
    """All there is. `today` comes from outside, so that a run can be repeated.

    `docs` is the folder of hand-written pages and `files` every file below it, both relative
    to the project; `options` is the address of the plugin's options in the config file.
    `unloaded` are the ids of entries whose files are there but could not be loaded: whoever
    says that something is missing must know what may be in them. `memory` keeps what need
    not be computed again for an entry that is the same.
    """

    graph: Graph
    config: Config
    today: date
    docs: str = "docs"
    files: frozenset[str] = frozenset()
    options: Address = field(default_factory=lambda: Address("mkdocs.yml"))
    unloaded: frozenset[str] = frozenset()
    memory: JudgeMemory = field(default_factory=JudgeMemory)

    def option(self, *path: str | int, key: bool = False) -> Address:
        """Return the address of a value of the plugin's options."""
        return Address(self.options.file, (*self.options.path, *path), key)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One entry, with what a rule may know besides: its file, its prose, and the config."""

    entry: Entry
    file: str
    passages: tuple[Passage, ...]
    config: Config
    limits: Limits
    today: date
    surveys: dict[FieldPath, Survey] = field(default_factory=dict)

    def survey(self, passage: Passage) -> Survey:
        """Return what a passage holds; it is parsed once, for all rules."""
        path, prose = passage.path, passage.prose
        if path not in self.surveys:
            self.surveys[path] = survey(prose, inline=isinstance(prose, InlineProse))
        return self.surveys[path]

    def at(
        self, *path: str | int, key: bool = False, span: tuple[int, int] | None = None
    ) -> Address:
        """Return the address of a value of the entry."""
        return Address(self.file, path, key, span)


def by_entry(graph: Graph) -> Iterator[tuple[Entry, tuple[Passage, ...]]]:
    """Yield every entry with its passages."""
    for entry in graph.glossary:
        yield entry, graph.passages.get(entry.id, ())


Judge: TypeAlias = Callable[[Brief], Iterable[Fault]]
EntryJudge: TypeAlias = Callable[[Dossier], Iterable[Fault]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule with the function that judges by it."""

    rule: Rule
    judge: Judge


@dataclass(frozen=True, slots=True)
class EntryCheck:
    """A rule about one entry, with the function that judges by it."""

    rule: Rule
    judge: EntryJudge


def rule(
    severity: Severity, *, fixable: bool = False, enabled: bool = True
) -> Callable[[Judge], Check]:
    """Make a rule about the glossary: its name in kebab-case, its docstring as documentation."""

    def check(judge: Judge) -> Check:
        return Check(_rule(judge, severity, fixable=fixable, enabled=enabled), judge)

    return check


def entry_rule(
    severity: Severity, *, fixable: bool = False, enabled: bool = True
) -> Callable[[EntryJudge], EntryCheck]:
    """Make a rule about one entry, of either kind."""

    def check(judge: EntryJudge) -> EntryCheck:
        return EntryCheck(_rule(judge, severity, fixable=fixable, enabled=enabled), judge)

    return check


def term_rule(
    severity: Severity, *, fixable: bool = False, enabled: bool = True
) -> Callable[[Callable[[Term, Dossier], Iterable[Fault]]], EntryCheck]:
    """Make a rule about one term."""

    def check(judge: Callable[[Term, Dossier], Iterable[Fault]]) -> EntryCheck:
        def judge_entry(dossier: Dossier) -> Iterable[Fault]:
            return judge(dossier.entry, dossier) if isinstance(dossier.entry, Term) else ()

        return EntryCheck(_rule(judge, severity, fixable=fixable, enabled=enabled), judge_entry)

    return check


def comparison_rule(
    severity: Severity, *, fixable: bool = False, enabled: bool = True
) -> Callable[[Callable[[Comparison, Dossier], Iterable[Fault]]], EntryCheck]:
    """Make a rule about one comparison."""

    def check(judge: Callable[[Comparison, Dossier], Iterable[Fault]]) -> EntryCheck:
        def judge_entry(dossier: Dossier) -> Iterable[Fault]:
            return judge(dossier.entry, dossier) if isinstance(dossier.entry, Comparison) else ()

        return EntryCheck(_rule(judge, severity, fixable=fixable, enabled=enabled), judge_entry)

    return check


def prose_rule(
    severity: Severity, *, fixable: bool = False, enabled: bool = True
) -> Callable[[Callable[[Passage, Dossier], Iterable[Fault]]], EntryCheck]:
    """Make a rule about one piece of prose."""

    def check(judge: Callable[[Passage, Dossier], Iterable[Fault]]) -> EntryCheck:
        def judge_entry(dossier: Dossier) -> Iterator[Fault]:
            for passage in dossier.passages:
                yield from judge(passage, dossier)

        return EntryCheck(_rule(judge, severity, fixable=fixable, enabled=enabled), judge_entry)

    return check


def _rule(
    judge: Callable[..., object], severity: Severity, *, fixable: bool, enabled: bool
) -> Rule:
    return Rule(
        judge.__name__.replace("_", "-"),
        severity,
        getdoc(judge) or "",
        # A module or package here holds the rules of one theme and is called after it.
        Theme(judge.__module__.removeprefix(f"{__package__}.").partition(".")[0]),
        fixable=fixable,
        enabled=enabled,
    )
