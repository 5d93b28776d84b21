"""All rules, found by looking at the modules of this package."""

from collections.abc import Iterable, Iterator
from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeAlias

from generator.diagnostics import Fault, Rule
from generator.graph import Passage
from generator.model import Entry
from generator.rules import (
    comparisons,
    definition,
    freshness,
    labels,
    mentions,
    prose,
    questions,
    regions,
    relations,
    site,
)
from generator.rules.check import Brief, Check, Dossier, EntryCheck, by_entry

_MODULES = (
    labels, definition, relations, prose, mentions, questions, comparisons, regions, freshness,
    site,
)  # fmt: skip


def _checks(module: ModuleType) -> Iterator[Check | EntryCheck]:
    """Yield the checks of a module, or of all modules of a package."""
    for found in iter_modules(getattr(module, "__path__", ())):
        yield from _checks(import_module(f"{module.__name__}.{found.name}"))
    yield from (value for value in vars(module).values() if isinstance(value, Check | EntryCheck))


CHECKS: tuple[Check | EntryCheck, ...] = tuple(
    check for module in _MODULES for check in _checks(module)
)

Found: TypeAlias = tuple[Rule, Fault]


def judge(brief: Brief) -> Iterator[Found]:
    """Yield every fault that any rule finds. Rules that the config switches off do not run."""
    checks = [check for check in CHECKS if _is_wanted(check.rule, brief)]
    of_entries = [check for check in checks if isinstance(check, EntryCheck)]
    shelf = brief.memory.shelf("rules about one entry", (brief.config, brief.today))
    for entry, passages in by_entry(brief.graph):
        yield from shelf.of(entry, partial(_found, of_entries, brief, entry, passages))
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


def _found(
    checks: Iterable[EntryCheck], brief: Brief, entry: Entry, passages: tuple[Passage, ...]
) -> tuple[Found, ...]:
    file = brief.graph.glossary.files[entry.id]
    limits = brief.config.limits_for(file)
    dossier = Dossier(entry, file, passages, brief.config, limits, brief.today)
    return tuple((check.rule, fault) for check in checks for fault in check.judge(dossier))
