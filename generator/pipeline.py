"""The order of the stages, and nothing else."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from generator.config import Config, Judgement
from generator.diagnostics import Address, Diagnostic, Fault, Rule, Severity, counted, ordered
from generator.errors import ConfigError
from generator.graph import Graph
from generator.link import LinkMemory, link
from generator.load import RULES as LOAD_RULES
from generator.load import LoadMemory, load
from generator.project import Project
from generator.reading import RULES as READING_RULES
from generator.reading import Document, ReadMemory, Sources, located, read
from generator.render import Press, press_for, render
from generator.rules import CHECKS, Brief, JudgeMemory, judge
from generator.shape import did_you_mean
from generator.site import Site

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (*READING_RULES, *LOAD_RULES.values(), *(check.rule for check in CHECKS))
}

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Judged:
    """A project up to its judgement: what is there, and what is wrong with it.

    `entries` counts the files that were looked at, those that cannot be read included.
    """

    project: Project
    graph: Graph
    diagnostics: tuple[Diagnostic, ...]
    entries: int
    documents: Mapping[str, Document]

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
    """What one judgement may take over from the one before, of the same config and day."""

    read: ReadMemory = field(default_factory=ReadMemory)
    load: LoadMemory = field(default_factory=LoadMemory)
    link: LinkMemory = field(default_factory=LinkMemory)
    judge: JudgeMemory = field(default_factory=JudgeMemory)


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
    _refuse_unknown_rules(project.config)
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
    graph = link(loaded.glossary, memory.link)
    progress("Judging", 0, 0)
    options = Address(project.config_file, project.options)
    brief = Brief(graph, project.config, today, project.docs, sources.files, options)
    found = [*loaded.faults, *judge(brief, memory.judge)]
    documents = {**sources.config, **entries.documents, **pages.documents}
    files = [*entries.documents, *(unread.location.path for unread in entries.diagnostics)]
    diagnostics = (
        *entries.diagnostics,
        *loaded.diagnostics,
        *located(_as_configured(_known_only(found, graph, files), project.config), documents),
    )
    looked_at = len(entries.documents) + len(entries.diagnostics)
    return Judged(project, graph, ordered(diagnostics), looked_at, documents)


def build(project: Project, today: date, progress: Progress = _silent) -> Built:
    """Judge a project and render its site; what can be rendered is, even if there are errors."""
    before = judged(project, today, progress)
    press = press_for(before.graph, project)
    site = render(press, lambda done, total: progress("Rendering", done, total))
    return Built(
        project,
        before.graph,
        before.diagnostics,
        before.entries,
        before.documents,
        press,
        site,
    )


def _known_only(
    found: Iterable[tuple[Rule, Fault]], graph: Graph, files: Iterable[str]
) -> Iterator[tuple[Rule, Fault]]:
    """Leave out references to entries whose files are there but could not be loaded.

    Their own diagnostics say what is wrong; to call them unknown would be a second complaint
    about the same mistake.
    """
    unloaded = {path.rpartition("/")[2].rpartition(".")[0] for path in files}
    unloaded -= set(graph.glossary.files)
    broken = {link.at for link in graph.links if link.resolved is None and link.target in unloaded}
    for rule, fault in found:
        if fault.at not in broken:
            yield rule, fault


def _as_configured(
    found: Iterable[tuple[Rule, Fault]], config: Config
) -> Iterator[tuple[Rule, Fault]]:
    for rule, fault in found:
        judgement = config.judgement(rule.name, fault.at.file) if rule.adjustable else None
        if judgement is None:
            if rule.enabled:
                yield rule, fault
        elif judgement is not Judgement.OFF and judgement.severity is not None:
            yield replace(rule, severity=judgement.severity), fault


def _refuse_unknown_rules(config: Config) -> None:
    for name in (*config.rules, *(n for f in config.folders.values() for n in f.rules)):
        if name not in RULES:
            hint = did_you_mean(name, RULES) or "see 'termloom rules'"
            raise ConfigError(f"mkdocs.yml sets a severity for '{name}', which is no rule; {hint}")
        if not RULES[name].adjustable:
            raise ConfigError(f"the severity of '{name}' cannot be changed")
