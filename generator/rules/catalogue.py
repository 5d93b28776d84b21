"""All rules, found by looking at the modules of this package."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.diagnostics import Fault, Rule
from generator.graph import Graph, Passage
from generator.model import Entry
from generator.rules import (
    comparisons,
    definition,
    freshness,
    labels,
    prose,
    questions,
    regions,
    relations,
    site,
)
from generator.rules.check import Brief, Check, Dossier, EntryCheck
from generator.text import EntryId

_MODULES = (
    labels, definition, relations, prose, questions, comparisons, regions, freshness, site,
)  # fmt: skip
CHECKS: tuple[Check | EntryCheck, ...] = tuple(
    value
    for module in _MODULES
    for value in vars(module).values()
    if isinstance(value, Check | EntryCheck)
)

Found: TypeAlias = tuple[Rule, Fault]


@dataclass(frozen=True, slots=True)
class JudgeMemory:
    """What was found in entries, so that one that is the same need not be judged again.

    Holds for one config and one day.
    """

    found: dict[EntryId, tuple[Entry, tuple[Found, ...]]] = field(default_factory=dict)


def judge(brief: Brief, memory: JudgeMemory | None = None) -> Iterator[Found]:
    """Yield every fault that any rule finds. Rules that the config switches off do not run."""
    memory = memory or JudgeMemory()
    checks = [check for check in CHECKS if _is_wanted(check.rule, brief)]
    of_entries = [check for check in checks if isinstance(check, EntryCheck)]
    passages = _by_entry(brief.graph)
    for entry in brief.graph.glossary:
        known, found = memory.found.get(entry.id, (None, ()))
        if known is not entry:
            dossier = _dossier(brief, entry, tuple(passages[entry.id]))
            found = tuple(_found(of_entries, dossier))
            memory.found[entry.id] = (entry, found)
        yield from found
    for check in checks:
        if isinstance(check, Check):
            for fault in check.judge(brief):
                yield check.rule, fault


def _is_wanted(rule: Rule, brief: Brief) -> bool:
    """Return whether any file may hear of the rule."""
    said = [folder.rules.get(rule.name) for folder in brief.config.folders.values()]
    said.append(brief.config.rules.get(rule.name))
    if any(judgement is not None and judgement.severity is not None for judgement in said):
        return True
    return rule.enabled and brief.config.rules.get(rule.name) is None


def _found(checks: Iterable[EntryCheck], dossier: Dossier) -> Iterator[Found]:
    for check in checks:
        for fault in check.judge(dossier):
            yield check.rule, fault


def _dossier(brief: Brief, entry: Entry, passages: tuple[Passage, ...]) -> Dossier:
    file = brief.graph.glossary.files[entry.id]
    limits = brief.config.limits_for(file)
    return Dossier(entry, file, passages, brief.config, limits, brief.today)


def _by_entry(graph: Graph) -> dict[EntryId, list[Passage]]:
    passages: dict[EntryId, list[Passage]] = defaultdict(list)
    for passage in graph.passages:
        passages[passage.entry.id].append(passage)
    return passages
