"""Why words are links or not: finding the place that is asked for, and telling."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from generator.cli.occurring import Explained, Source, meant, source_of_entry, source_of_page
from generator.diagnostics import Location
from generator.errors import TermloomError
from generator.load import entry_id
from generator.pipeline import Judged, Memory, judged
from generator.project import Project
from generator.reporting.as_json import place_fields
from generator.reporting.characters import json_document, printable
from generator.reporting.report import amount
from generator.reporting.text import excerpt
from generator.shape import closest, did_you_mean
from generator.text import folded
from generator.today import today

_PLACE = re.compile(r"(.+?):([1-9]\d*)(?::([1-9]\d*))?")


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file, or one column of it."""

    file: str
    line: int
    column: int | None = None

    @classmethod
    def of(cls, text: str) -> "Place | None":
        """Return the place that `FILE:LINE[:COLUMN]` names."""
        found = _PLACE.fullmatch(text)
        if found is None:
            return None
        return cls(found[1], int(found[2]), int(found[3]) if found[3] else None)

    def holds(self, location: Location) -> bool:
        """Return whether the place is where something stands."""
        first, last = (location.line, location.column), (location.end_line, location.end_column)
        if self.column is None:
            return location.line <= self.line <= location.end_line
        return first <= (self.line, self.column) < last


@dataclass(frozen=True, slots=True)
class Asked:
    """A word or none, and an entry or a place."""

    word: str | None
    entry: str | None
    place: Place | None


def explain(project: Project, asked: Asked, *, as_json: bool) -> None:
    """Print what became of each occurrence that is asked for."""
    memory = Memory()
    found = judged(project, today(), memory=memory)
    lexicon = memory.link.mentions.lexicon
    source = _source(asked, found, memory)
    terms = meant(asked.word, lexicon) if asked.word else frozenset()
    told = [
        one
        for one in source.explained(found, lexicon)
        if (asked.place is None or asked.place.holds(one.told.location))
        and (not asked.word or not terms.isdisjoint(one.terms))
    ]
    remark = None
    if asked.word and not terms:
        remark = _unknown(asked.word, memory)
    elif not told:
        remark = _absent(asked, source)
    if as_json:
        click.echo(json_document(_plain(asked, source, told, remark)))
        return
    console = Console()
    for text in [*map(_styled, told), Text(remark or _counted(told))]:
        console.print(text, soft_wrap=True, highlight=False)


def _source(asked: Asked, found: Judged, memory: Memory) -> Source:
    """Return the entry or page that is asked for."""
    name = asked.entry if asked.place is None else asked.place.file
    assert name is not None
    glossary = found.graph.glossary
    by_file = {file: id for id, file in glossary.files.items()}
    path = _path(name, found)
    if path in by_file:
        source = source_of_entry(by_file[path], found, memory)
    elif path is not None and path in glossary.pages:
        source = source_of_page(path, found)
    elif path is not None:
        raise TermloomError(f"{path} cannot be read as an entry; 'termloom check' says why")
    else:
        candidates = found.graph.candidates(name) if asked.place is None else ()
        if len(candidates) != 1:
            raise click.UsageError(_no_source(name, candidates, [*by_file, *glossary.pages], found))
        source = source_of_entry(candidates[0], found, memory)
    _refuse_line_beyond(asked.place, source, found)
    return source


def _path(name: str, found: Judged) -> str | None:
    """Return the file of the project that a name means, from here or from the project's root."""
    root = found.project.root
    known = {
        *found.sources.documents,
        *(d.location.path for d in found.sources.entries.diagnostics),
    }
    for base in (Path.cwd(), root):
        try:
            path = (base / name).resolve().relative_to(root.resolve()).as_posix()
        except ValueError:
            continue
        if path in known - found.sources.config.keys():
            return path
    # An entry that could not be loaded has an id all the same.
    unloaded = known - set(found.graph.glossary.files.values()) - found.sources.config.keys()
    return next((path for path in sorted(unloaded) if entry_id(path) == name), None)


def _no_source(name: str, candidates: tuple[str, ...], files: list[str], found: Judged) -> str:
    if candidates:
        ids = " and ".join(f"'{id}'" for id in candidates)
        return f"'{name}' may mean {ids}; name one of these"
    known = [*(str(entry.id) for entry in found.graph.glossary), *files]
    hint = did_you_mean(name, known) or "name an id, a label or a file"
    return f"no entry or page is called '{name}'; {hint}"


def _refuse_line_beyond(place: Place | None, source: Source, found: Judged) -> None:
    lines = len(found.sources.documents[source.file].text.rstrip("\n").split("\n"))
    if place is not None and place.line > lines:
        raise click.UsageError(f"{source.file} has {amount(lines, 'line')}")


def _unknown(word: str, memory: Memory) -> str:
    """Say that no term has such a form, and how to give it one."""
    every = memory.link.mentions.claims.values()
    written = (claim.form for _, claims in every for claim in claims if claim.form.is_written)
    forms = {folded(form.text): form.text for form in written}
    near = closest(folded(word), forms)
    shown = f"; did you mean '{forms[near]}'?" if near else ""
    return (
        f"No term has the form '{word}'{shown}\n"
        "To have it linked, add it to its term: another name to 'aliases', an inflection to 'forms'"
    )


def _absent(asked: Asked, source: Source) -> str:
    where = f"in {source.file}"
    if asked.place is not None:
        where = f"at line {asked.place.line} of {source.file}"
        if asked.place.column is not None:
            where = f"at {source.file}:{asked.place.line}:{asked.place.column}"
    if asked.word is None:
        return f"No form of a term stands {where}"
    return f"'{asked.word}' does not stand {where}, nor does another form of its term"


def _counted(told: list[Explained]) -> str:
    links = sum(one.is_linked for one in told)
    return f"{amount(len(told), 'occurrence')}, {amount(links, 'link')}"


def _styled(one: Explained) -> Text:
    style = "bold green" if one.is_linked else "bold cyan"
    told = one.told
    text = Text.assemble((printable(str(told.location)), "bold"), ": ", printable(told.message))
    text.append(excerpt(told, style))
    for location, words in told.related:
        text.append(f"\n   {printable(f'{location}: {words}')}", "dim")
    return text.append("\n")


def _plain(
    asked: Asked, source: Source, told: list[Explained], remark: str | None
) -> dict[str, Any]:
    return {
        "version": 1,
        "word": asked.word,
        "path": source.file,
        "remark": remark,
        "occurrences": [
            {
                "words": one.words,
                "linked": one.is_linked,
                "verdict": one.verdict,
                "terms": list(one.terms),
                **place_fields(one.told.location),
                "message": one.told.message,
                "hint": one.told.hint,
                "related": [
                    {**place_fields(location), "message": words}
                    for location, words in one.told.related
                ],
            }
            for one in told
        ],
    }
