"""A suggestion to a draft that our own rules accept."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.cli.present import Present
from generator.diagnostics import Diagnostic, Severity
from generator.editing.formatting.entry import formatted
from generator.errors import AlreadyThere
from generator.forms.questions import NEEDED
from generator.importers.issue import text_of
from generator.importers.suggestion import Refused, Remark, Suggestion
from generator.load import entry_id
from generator.pipeline import Memory, judged_from
from generator.project import Project
from generator.reading import Document, Sources, read
from generator.reading.names import suggested_id
from generator.text import EntryId, Name

_FIELD = re.compile(r"^([a-z_]+):", re.MULTILINE)
_OPTION = "--output"


@dataclass(frozen=True, slots=True)
class Draft:
    """What became of a suggestion: a file to write, if it says enough, and what to tell."""

    suggestion: Suggestion
    path: Path | None = None
    text: str = ""


def drafted(project: Project, found: Suggestion, wanted: Path | None, today: date) -> Draft:
    """Return a draft without whatever a rule calls an error; `wanted` is where it shall go.

    Nothing is written. An id or a name that is taken is a reason to have no draft.
    """
    if found.reasons:
        return Draft(found)
    name = Name(found.data["name"])
    id = entry_id(wanted.name) if wanted else EntryId(suggested_id(name))
    if not id:
        reason = f"'{name}' has no letter from a to z and no digit to make an id from; a maintainer"
        return Draft(replace(found, reasons=(f"{reason} can choose one with {_OPTION}",)))
    path = wanted or project.terms_dir / f"{id}.yml"
    sources = read(project)
    memory = Memory()
    before = judged_from(project, sources, today, memory=memory)
    try:
        Present.among(sources.entries, before.graph).refuse_taken(name, id, option=_OPTION)
    except AlreadyThere as taken:
        return Draft(replace(found, reasons=(str(taken),)))
    judging = _Judging(project, sources, Counter(map(_key, before.diagnostics)), today, memory)
    return judging.settled(found, path)


@dataclass(frozen=True, slots=True)
class _Judging:
    """A project, and what is wrong with it without the draft."""

    project: Project
    sources: Sources
    before: Counter[tuple[str, str, str]]
    today: date
    memory: Memory

    def settled(self, found: Suggestion, path: Path) -> Draft:
        """Leave out fields with errors until there are none; each round leaves out one at least."""
        where = path.relative_to(self.project.root).as_posix()
        while True:
            text = formatted(Document(where, text_of(found)))
            diagnostics = list(self._new(where, text))
            wrong = {
                field: diagnostic
                for diagnostic in reversed(diagnostics)
                if diagnostic.severity is Severity.ERROR
                and (field := _field(diagnostic, where, text)) in found.data
            }
            if not wrong:
                remarks = (_remark(one, found, _field(one, where, text)) for one in diagnostics)
                whole = replace(found, remarks=(*found.remarks, *remarks))
                return Draft(whole, path, text)
            found = _without(found, wrong)
            if any(field not in found.data for field in NEEDED):
                return Draft(found)

    def _new(self, where: str, text: str) -> Iterator[Diagnostic]:
        """Yield what is wrong with the draft, and what it makes wrong elsewhere."""
        entries = self.sources.entries
        documents = {**entries.documents, where: Document(where, text)}
        sources = replace(self.sources, entries=replace(entries, documents=documents))
        known = self.before.copy()
        found = judged_from(self.project, sources, self.today, memory=self.memory)
        for diagnostic in found.diagnostics:
            known[_key(diagnostic)] -= 1
            if known[_key(diagnostic)] < 0:
                yield diagnostic


def _key(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.rule, diagnostic.location.path, diagnostic.message


def _field(diagnostic: Diagnostic, where: str, text: str) -> str:
    """Return the field of the draft in which a diagnostic stands; nothing if it is elsewhere.

    One that stands elsewhere may be about the draft too, such as a label that both claim.
    """
    places = (diagnostic.location, *(place for place, _ in diagnostic.related))
    line = next((place.line for place in places if place.path == where), 0)
    above = "\n".join(text.split("\n")[:line])
    return next((found[1] for found in reversed(list(_FIELD.finditer(above)))), "")


def _without(found: Suggestion, wrong: dict[str, Diagnostic]) -> Suggestion:
    refused = [
        Refused(found.labels[field], str(found.data[field]), one.message, one.hint)
        for field, one in wrong.items()
    ]
    needed = [field for field in wrong if field in NEEDED]
    return replace(
        found,
        data={field: value for field, value in found.data.items() if field not in wrong},
        refused=(*found.refused, *refused),
        reasons=tuple(f"'{found.labels[field]}' does not fit" for field in needed),
    )


def _remark(diagnostic: Diagnostic, found: Suggestion, field: str) -> Remark:
    label = found.labels.get(field) or (diagnostic.location.path if not field else "Whole entry")
    return Remark(label, diagnostic.message, diagnostic.hint, diagnostic.rule)
