"""The last stage: the links of the finished site, judged as the config and comments say."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.check.addresses import Base
from generator.check.faults import Report
from generator.check.finished import Finished, finished
from generator.check.html import stated_address
from generator.check.judge import is_faultless
from generator.check.rules import RULES as CHECK_RULES
from generator.check.tracing import Origins
from generator.diagnostics import Diagnostic, Rule, ordered
from generator.graph import Graph
from generator.link import link
from generator.load import load
from generator.model import Glossary
from generator.pipeline import RULES, Judged, Progress, as_configured_for
from generator.project import Project
from generator.reading import Sources, located, read
from generator.reading.built import SiteFolder
from generator.reading.suppressions import suppressions
from generator.rules.suppressions import MALFORMED_SUPPRESSION, silence

_ELSEWHERE = RULES.keys() - {rule.name for rule in CHECK_RULES}
_ABOUT_LINK = re.compile(r"Doc file '([^']*)' contains an? (?:\w+ )*link ")
_ABOUT_NAV = re.compile(r"A reference to '([^']*)' is included in the 'nav' configuration")
# What is known of a link before the site is built, and what is found out afterwards.
_SAID_BEFORE = frozenset(("dead-link", "empty-link-text"))


@dataclass(frozen=True, slots=True)
class Checked(Judged):
    """A project with its finished site; the diagnostics are about its links."""

    site: Finished

    @property
    def entries(self) -> int:
        """Return how many pages were looked at."""
        return self.site.pages

    @property
    def unit(self) -> str:
        """Return the word for one of what `entries` counts."""
        return "page"


@dataclass(frozen=True, slots=True)
class SiteCheck:
    """A finished site beside what it was made from.

    `graph` is called only if something is wrong, for the lines it came from. Files of the site
    are shown as if they lay below `shown_as`.
    """

    project: Project
    sources: Sources
    graph: Callable[[], Graph]
    folder: SiteFolder
    shown_as: str

    @classmethod
    def of_built(cls, built: Judged, folder: Path, shown_as: str) -> "SiteCheck":
        """Return the check of a glossary that was just built into a folder."""
        return cls(
            built.project, built.sources, lambda: built.graph, SiteFolder.of(folder), shown_as
        )

    @classmethod
    def of_project(cls, project: Project, folder: SiteFolder, shown_as: str) -> "SiteCheck":
        """Return the check of a site that a project was built into before."""
        sources = read(project)
        return cls(project, sources, lambda: _linked(project, sources), folder, shown_as)

    def checked(self, progress: Progress, before: Iterable[Diagnostic] = ()) -> Checked:
        """Check every link; nobody is asked. What `before` says of a link is not said again."""
        site = finished(
            Base.of(self.project.site_url or self._stated_address()),
            self.folder.files(),
            self.folder.read,
            lambda done, total: progress("Checking links", done, total),
        )
        graph, found = Graph(Glossary()), tuple[Diagnostic, ...]()
        if not is_faultless(site):
            progress("Tracing", 0, 0)
            graph = self.graph()
            found = tuple(self._traced(site, graph))
        said = {_line(diagnostic) for diagnostic in before if diagnostic.rule in _SAID_BEFORE}
        documents = self.sources.documents
        diagnostics = silence(
            (diagnostic for diagnostic in found if _line(diagnostic) not in said),
            (comment for document in documents.values() for comment in suppressions(document)),
            RULES,
            configured=self._configured,
            elsewhere=_ELSEWHERE,
        )
        return Checked(self.project, self.sources, graph, ordered(diagnostics), site)

    def _stated_address(self) -> str | None:
        """Return what the site says of where it will stand: it may have been built elsewhere."""
        try:
            return stated_address(self.folder.read("index.html"))
        except FileNotFoundError:
            return None

    def _traced(self, site: Finished, graph: Graph) -> Iterator[Diagnostic]:
        documents = self.sources.documents
        origins = Origins(self.project, graph, documents, site.base, self._is_copied)
        report = Report(site, origins, self.folder.read, lambda file: f"{self.shown_as}/{file}")
        faults = [
            (said, fault)
            for rule, fault in report.faults()
            if (said := self._configured(rule, fault.at.file)) is not None
        ]
        return located(faults, {**documents, **report.documents})

    def _is_copied(self, source: str, file: str) -> bool:
        return self.folder.holds(file, self.project.root / source)

    def _configured(self, rule: Rule, file: str) -> Rule | None:
        # How comments are written is judged with the entries.
        if rule is MALFORMED_SUPPRESSION:
            return None
        return as_configured_for(rule, file, self.project.config)


def _line(diagnostic: Diagnostic) -> tuple[str, int]:
    return diagnostic.location.path, diagnostic.location.line


def _linked(project: Project, sources: Sources) -> Graph:
    """Return the graph of what was read, without judging it."""
    loaded = load(sources.entries.documents, sources.pages.documents)
    return link(loaded.glossary, config=project.config)


def unsaid(warnings: Iterable[str], found: Checked) -> tuple[str, ...]:
    """Leave out what MkDocs says of links that we found wrong ourselves, at their lines."""
    return tuple(warning for warning in warnings if not _is_said(warning, found))


def _is_said(warning: str, found: Checked) -> bool:
    docs, config = found.project.docs, found.project.config_file
    if (about := _ABOUT_LINK.match(warning)) is not None:
        return any(d.location.path == f"{docs}/{about[1]}" for d in found.diagnostics)
    if (about := _ABOUT_NAV.match(warning)) is not None:
        own = (d for d in found.diagnostics if d.location.path == config)
        return any(about[1] in diagnostic.source for diagnostic in own)
    return False
