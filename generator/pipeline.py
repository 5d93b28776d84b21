"""The order of the stages, and nothing else."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from generator.check.rules import RULES as CHECK_RULES
from generator.config import Config
from generator.diagnostics import (
    Address,
    Diagnostic,
    Fault,
    Rule,
    Severity,
    Theme,
    counted,
    ordered,
)
from generator.editing.rounds import Settled, settled
from generator.errors import ConfigError
from generator.external_links.rules import RULES as EXTERNAL_RULES
from generator.graph import Graph
from generator.link import LinkMemory, link
from generator.load import RULES as LOAD_RULES
from generator.load import LoadMemory, entry_id, load, second_complaints
from generator.project import Project
from generator.reading import RULES as READING_RULES
from generator.reading import Document, PlaceMemory, ReadMemory, Sources, located, read
from generator.reading.suppressions import suppressions
from generator.render import Press, press_for, render
from generator.reports import MOST, PATH, Material, Reported, report_page, reported
from generator.rules import CHECKS, Brief, JudgeMemory, judge
from generator.rules.suppressions import RULES as SUPPRESSION_RULES
from generator.rules.suppressions import silence
from generator.shape import did_you_mean
from generator.site import Site

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        *READING_RULES,
        *LOAD_RULES.values(),
        *(check.rule for check in CHECKS),
        *SUPPRESSION_RULES,
        *CHECK_RULES,
        *EXTERNAL_RULES,
    )
}
# Judged by when the site is finished, or when other sites are asked.
OF_SITES = frozenset(name for name, rule in RULES.items() if rule.theme is Theme.LINKS)

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Judged:
    """A project up to its judgement: what was read, and what is wrong with it."""

    project: Project
    sources: Sources
    graph: Graph
    diagnostics: tuple[Diagnostic, ...]

    @property
    def entries(self) -> int:
        """Return how many files of entries were looked at, those that cannot be read included."""
        return len(self.sources.entries.documents) + len(self.sources.entries.diagnostics)

    @property
    def unit(self) -> str:
        """Return the word for one of what `entries` counts."""
        return "entry"

    @property
    def has_errors(self) -> bool:
        """Return whether anything is so wrong that nothing may be written."""
        return counted(self.diagnostics)[Severity.ERROR] > 0


@dataclass(frozen=True, slots=True)
class Built(Judged):
    """A project with its site. The site holds what could be rendered, even if there are errors."""

    press: Press
    site: Site


@dataclass(frozen=True, slots=True)
class Memory:
    """What one judgement may take over from the one before: whatever did not change."""

    read: ReadMemory = field(default_factory=ReadMemory)
    load: LoadMemory = field(default_factory=LoadMemory)
    link: LinkMemory = field(default_factory=LinkMemory)
    judge: JudgeMemory = field(default_factory=JudgeMemory)
    place: PlaceMemory = field(default_factory=PlaceMemory)


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Report no progress."""


def judged(
    project: Project,
    today: date,
    progress: Progress = _silent,
    memory: Memory | None = None,
) -> Judged:
    """Read a project, and judge it."""
    memory = memory or Memory()
    refuse_unknown_rules(project.config)
    progress("Reading", 0, 0)
    return judged_from(project, read(project, memory.read), today, progress, memory)


def judged_from(
    project: Project,
    sources: Sources,
    today: date,
    progress: Progress = _silent,
    memory: Memory | None = None,
) -> Judged:
    """Load, link and judge what was read."""
    memory = memory or Memory()
    entries, pages = sources.entries, sources.pages
    progress("Loading", 0, 0)
    loaded = load(entries.documents, pages.documents, memory.load)
    progress("Linking", 0, 0)
    graph = link(loaded.glossary, memory.link, config=project.config)
    progress("Judging", 0, 0)
    options = Address(project.config_file, project.options)
    files = [*entries.documents, *(unread.location.path for unread in entries.diagnostics)]
    unloaded = frozenset(map(entry_id, files)) - loaded.glossary.files.keys()
    brief = Brief(
        graph,
        project.config,
        today,
        project.docs,
        sources.files,
        options,
        unloaded,
        memory.judge,
    )
    found = [*loaded.faults, *judge(brief)]
    configured = partial(as_configured_for, config=project.config)
    as_configured = (
        (said, fault)
        for rule, fault in _first_only(found, graph, unloaded)
        if (said := configured(rule, fault.at.file)) is not None
    )
    documents = sources.documents
    diagnostics = silence(
        (
            *entries.diagnostics,
            *loaded.diagnostics,
            *located(as_configured, documents, memory.place),
        ),
        (comment for document in documents.values() for comment in suppressions(document)),
        RULES,
        configured=configured,
        elsewhere=OF_SITES,
        unjudged=frozenset(entries.documents) - frozenset(graph.glossary.files.values()),
    )
    return Judged(project, sources, graph, ordered(diagnostics))


def mended(
    found: Judged,
    today: date,
    memory: Memory,
    wanted: Callable[[tuple[Diagnostic, ...]], tuple[Diagnostic, ...]],
) -> tuple[Judged, Settled]:
    """Use every certain fix of the diagnostics that are `wanted`; nothing is written."""

    def again(documents: Mapping[str, Document]) -> Judged:
        sources = found.sources.with_texts(documents)
        return judged_from(found.project, sources, today, memory=memory)

    def judge_again(documents: Mapping[str, Document]) -> tuple[Diagnostic, ...]:
        return wanted(again(documents).diagnostics)

    before = found.sources.documents
    end = settled(judge_again, before)
    texts = {path: replace(before[path], text=new) for path, (_, new) in end.texts.items()}
    return again({**before, **texts}), end


def build(
    project: Project,
    today: date,
    progress: Progress = _silent,
    memory: Memory | None = None,
) -> Built:
    """Judge a project and render its site; what can be rendered is, even if there are errors."""
    before = judged(project, today, progress, memory)
    press = press_for(before.graph, project)
    site = render(press, lambda done, total: progress("Rendering", done, total))
    if project.config.report:
        progress("Reporting", 0, 0)
        page = report_page(press, advice(before, today, most=MOST))
        more = {PATH: page} if page is not None else {}
        site = replace(site, pages={**site.pages, **more})
    return Built(project, before.sources, before.graph, before.diagnostics, press, site)


def advice(
    found: Judged, today: date, *, names: Collection[str] = (), most: int | None = None
) -> tuple[Reported, ...]:
    """Return what reports say of a project; of each the `most` important findings."""
    material = Material(found.graph, found.project.config, today)
    return reported(material, found.sources.documents, names=names, most=most)


def _first_only(
    found: list[tuple[Rule, Fault]], graph: Graph, unloaded: frozenset[str]
) -> Iterator[tuple[Rule, Fault]]:
    """Leave out second complaints about one mistake.

    Such are references to entries whose files are there but could not be loaded, and whatever
    is said of a value that YAML read otherwise than it was meant.
    """
    broken = {link.at for link in graph.links if link.resolved is None and link.target in unloaded}
    hidden = second_complaints(found)
    for rule, fault in found:
        if fault.at not in broken and (rule.name, fault.at) not in hidden:
            yield rule, fault


def as_configured_for(rule: Rule, file: str, config: Config) -> Rule | None:
    """Return the rule with its severity for a file, or nothing where it is off."""
    judgement = config.judgement(rule.name, file) if rule.adjustable else None
    if judgement is None:
        return rule if rule.enabled else None
    severity = judgement.severity
    return replace(rule, severity=severity) if severity is not None else None


def refuse_unknown_rules(config: Config) -> None:
    """Raise `ConfigError` if the config speaks of a rule that is not there or cannot be changed."""
    for name in (*config.rules, *(n for f in config.folders.values() for n in f.rules)):
        if name not in RULES:
            hint = did_you_mean(name, RULES) or "see 'termloom rules'"
            raise ConfigError(f"mkdocs.yml sets a severity for '{name}', which is no rule; {hint}")
        if not RULES[name].adjustable:
            raise ConfigError(f"the severity of '{name}' cannot be changed")
