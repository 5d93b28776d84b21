"""Rules about time, and about sources as of some time."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.diagnostics import Edit, Fault, FieldPath, Fix, Severity
from generator.model import Comparison, Entry, Term
from generator.model.sources import Source
from generator.rules.check import Dossier, entry_rule
from generator.text import folded

_DIGITS = re.compile(r"\d+")
_SCHEME = re.compile(r"^https?://", re.IGNORECASE)


@entry_rule(Severity.WARNING)
def review_overdue(dossier: Dossier) -> Iterator[Fault]:
    """An entry is reviewed as often as it says.

    What was true a year ago may not be now; an old review date shown to readers costs trust.

    ```yaml bad
    - id: token
      name: Token
      reviewed: 2020-01-31
      review_every: 1 month
      definition: A piece of text.
      why_it_matters: You pay by it.
    ```

    ```yaml good
    - id: token
      name: Token
      reviewed: 2026-11-21
      review_every: 1 year
      definition: A piece of text.
      why_it_matters: You pay by it.
    ```
    """
    entry = dossier.entry
    if entry.reviewed is None or entry.review_every is None:
        return
    due = entry.review_every.after(entry.reviewed)
    if due < dossier.today:
        yield Fault(
            dossier.at("reviewed"),
            f"the review of '{entry.name}' was due on {due.isoformat()}",
            "read the entry, mend what is out of date, and set 'reviewed' to today",
        )


@entry_rule(Severity.HINT, enabled=False)
def source_not_accessed(dossier: Dossier) -> Iterator[Fault]:
    """A source on the web says when somebody last read it.

    Pages change. With the day, readers know what was read, and can look it up in an archive.
    Switch it on if you can keep it: a day that nobody read the page on is worse than none.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      sources: [{title: On tokens, url: "https://example.org/tokens"}]
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      sources: [{title: On tokens, url: "https://example.org/tokens", accessed: 2026-11-21}]
    ```
    """
    for path, sources in _lists_of_sources(dossier.entry):
        for number, source in enumerate(sources):
            if source.url and source.accessed is None:
                yield Fault(
                    dossier.at(*path, number, "url"),
                    f"nothing says when '{source.title}' was last read",
                    "read it, and add 'accessed: …' with the day",
                )


@entry_rule(Severity.WARNING)
def date_in_future(dossier: Dossier) -> Iterator[Fault]:
    """Nothing was read, reviewed or published on a day that is still to come.

    The year was probably mistyped. One day ahead is fine: somewhere it is tomorrow already.

    ```yaml bad
    - id: token
      name: Token
      reviewed: 2062-11-21
      definition: A piece of text.
      why_it_matters: You pay by it.
    ```

    ```yaml good
    - id: token
      name: Token
      reviewed: 2026-11-21
      definition: A piece of text.
      why_it_matters: You pay by it.
    ```
    """
    latest = (dossier.today + timedelta(days=1)).isoformat()
    for path, day in _dates(dossier.entry):
        value = day.isoformat() if isinstance(day, date) else day
        # A date may be known to the year or the month only.
        if value > latest[: len(value)]:
            yield Fault(
                dossier.at(*path), f"'{value}' is still to come", "write the day that it was"
            )


@entry_rule(Severity.WARNING, fixable=True)
def duplicate_source(dossier: Dossier) -> Iterator[Fault]:
    """A source is listed once.

    Two entries in the list look like two witnesses. The same address counts as the same
    source, unless the titles differ in a number, as chapters do; so do the same title and
    publisher, unless they were published at different times.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      sources: [{title: On tokens, publisher: Press}, {title: On Tokens, publisher: Press}]
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      sources: [{title: On tokens, publisher: Press}, {title: On words, publisher: Press}]
    ```
    """
    for path, sources in _lists_of_sources(dossier.entry):
        seen: dict[tuple[object, ...], int] = {}
        for number, source in enumerate(sources):
            keys = list(_identities(source))
            first = next((seen[key] for key in keys if key in seen), None)
            if first is not None:
                yield _listed_twice(dossier, path, sources, (first, number))
            for key in keys:
                seen.setdefault(key, number)


def _listed_twice(
    dossier: Dossier, path: FieldPath, sources: tuple[Source, ...], pair: tuple[int, int]
) -> Fault:
    first, second = pair
    at = dossier.at(*path, second)
    is_same = sources[first] == sources[second]
    remove = Fix("Remove the repeated source", (Edit(at, None),))
    return Fault(
        dossier.at(*path, second, "title"),
        f"the source '{sources[second].title}' is listed twice",
        "remove this one"
        if is_same
        else "keep one of the two, or say in the titles how they differ",
        ((dossier.at(*path, first, "title"), "first here"),),
        remove if is_same else None,
    )


def _identities(source: Source) -> Iterator[tuple[object, ...]]:
    """Yield what two sources must not have in common."""
    title = folded(source.title)
    if source.url:
        yield "url", _SCHEME.sub("", source.url).rstrip("/"), *_DIGITS.findall(title)
    yield "title", title, folded(source.publisher or ""), source.published


def _lists_of_sources(entry: Entry) -> Iterator[tuple[FieldPath, tuple[Source, ...]]]:
    if isinstance(entry, Term | Comparison):
        yield ("sources",), entry.sources
    if isinstance(entry, Term):
        for number, note in enumerate(entry.regional_notes):
            yield ("regional_notes", number, "sources"), note.sources


def _dates(entry: Entry) -> Iterator[tuple[FieldPath, date | str]]:
    if entry.reviewed:
        yield ("reviewed",), entry.reviewed
    if isinstance(entry, Term):
        for number, note in enumerate(entry.regional_notes):
            if note.reviewed:
                yield ("regional_notes", number, "reviewed"), note.reviewed
    for path, sources in _lists_of_sources(entry):
        for number, source in enumerate(sources):
            if source.published:
                yield (*path, number, "published"), source.published
            if source.accessed:
                yield (*path, number, "accessed"), source.accessed
