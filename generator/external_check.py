"""Links to other sites, judged as the config and comments say."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator import __version__
from generator.diagnostics import Address, Diagnostic, Fault, Rule, ordered
from generator.external_links.answers import History, Verdict
from generator.external_links.archive import EMPTY, Archive, archived, with_memory
from generator.external_links.asked import Asked, Wanted, ask_all, asker_of, due, refuse_silence
from generator.external_links.asking import Question
from generator.external_links.cache import Cache, opened
from generator.external_links.client import Client
from generator.external_links.clock import Clock
from generator.external_links.collecting import collected
from generator.external_links.guard import Guard
from generator.external_links.ignoring import Ignored
from generator.external_links.judging import judged
from generator.external_links.ways import Way, proxies
from generator.link import link
from generator.load import load
from generator.pipeline import RULES, Judged, Progress, as_configured_for
from generator.project import Project
from generator.reading import Sources, located
from generator.reading.suppressions import suppressions
from generator.rules.suppressions import silence

_ABOUT = "https://termloom.github.io/termloom/"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How to ask: at most `budget` addresses, none at all if `cached`, and with which memory.

    Without an `archive`, no page is read for its title.
    """

    budget: int | None = None
    archive: Archive | None = None
    cached: bool = False


@dataclass(frozen=True, slots=True)
class Reached(Judged):
    """A project with what is known of its links to other sites.

    `ignored` counts addresses that the config leaves out.
    """

    histories: Mapping[str, History]
    archive: Archive
    asked: Asked
    ignored: int

    @property
    def entries(self) -> int:
        """Return how many addresses are known."""
        return len(self.histories)

    @property
    def unit(self) -> str:
        """Return the word for one of what `entries` counts."""
        return "external link"

    @property
    def verdicts(self) -> dict[Verdict, int]:
        """Return how many addresses there are of each verdict, zeros included."""
        found = Counter(history.answer.verdict for history in self.histories.values())
        return {verdict: found[verdict] for verdict in Verdict}


def reached(
    project: Project,
    sources: Sources,
    wishes: Wishes,
    today: date,
    *,
    progress: Progress,
    clock: Clock | None = None,
) -> Reached:
    """Ask after every link to another site of which nothing recent is known.

    Raises `TermloomError` where no server can be reached at all.
    """
    clock, archive = clock or Clock(), wishes.archive or EMPTY
    glossary = load(sources.entries.documents, sources.pages.documents).glossary
    graph = link(glossary, config=project.config)
    options = Address(project.config_file, project.options)
    places = tuple(collected(graph, project.config, options, sources.config))
    ignored = Ignored.of(project.config.links.ignore, options, today)
    kept = [place for place in places if not ignored.covers(place.written)]
    wanted = Wanted.of(kept, reading=wishes.archive is not None)
    with opened(project.root) as cache:
        before = with_memory(cache.histories(), archive)
        asking = _Asking(project, cache, before, clock, progress)
        result = asking.result(wanted, wishes)
    known = {one: result.histories[one] for one in wanted.questions if one in result.histories}
    faults = [*ignored.faults(place.written for place in places)]
    wait = timedelta(hours=project.config.links.confirm_hours)
    for told in wanted.told(known, clock.now()):
        faults += judged(told, wait, today)
    # A file that cannot be read today may still name what the list knows.
    more = archive.links if sources.entries.diagnostics else ()
    return Reached(
        project,
        sources,
        graph,
        ordered(_reported(project, sources, faults)),
        known,
        archived(result.histories, [*wanted.references(), *more], archive),
        result,
        len({place.written for place in places} - {place.written for place in kept}),
    )


@dataclass(frozen=True, slots=True)
class _Asking:
    """Asks what must be asked, each answer being kept as it comes."""

    project: Project
    cache: Cache
    before: Mapping[str, History]
    clock: Clock
    progress: Progress

    def result(self, wanted: Wanted, wishes: Wishes) -> Asked:
        """Return what is known of all addresses in the end."""
        now = self.clock.now()
        questions = due(wanted.questions, self.before, self.project.config.links, now)
        budget = 0 if wishes.cached else wishes.budget
        result = Asked(dict(self.before))
        chosen = questions if budget is None else questions[:budget]
        if chosen:
            asyncio.run(self._ask(chosen, result))
            refuse_silence(result, self.before, self.cache)
        result.left = len(questions) - len(result.asked)
        return result

    async def _ask(self, questions: Sequence[Question], result: Asked) -> None:
        settings = self.project.config.links
        way = Way(
            Guard.of(settings.allow),
            f"termloom/{__version__} (+{self.project.site_url or _ABOUT})",
            settings.timeout_seconds,
            proxies(settings.proxy),
        )
        async with Client(way) as client:
            asker = asker_of(client, settings, self.clock)
            await ask_all(
                questions, result, asker=asker, keep=self.cache.keep, progress=self.progress
            )


def _reported(
    project: Project, sources: Sources, faults: Iterable[tuple[Rule, Fault]]
) -> Iterator[Diagnostic]:
    """Yield faults as diagnostics; what is wrong with comments is judged with the entries."""
    configured = [
        (said, fault)
        for rule, fault in faults
        if (said := as_configured_for(rule, fault.at.file, project.config)) is not None
    ]
    documents = sources.documents
    files = {fault.at.file for _, fault in configured} & documents.keys()
    comments = [comment for file in sorted(files) for comment in suppressions(documents[file])]
    found = located(configured, documents)
    return silence(found, comments, RULES, configured=lambda *_: None)
