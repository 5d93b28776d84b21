"""What was seen of every source and resource, as a file to keep with the entries.

A link that dies can then be told from one that never lived, on any machine and years later.
Sorted and with a line for each value, so that its diff can be read.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from generator.errors import TermloomError
from generator.external_links.answers import Answer, History, Verdict

_VERSION = 1
_LARGEST = 50_000_000
LONG_AGO = datetime.min.replace(tzinfo=UTC)
# Nobody writes this file by hand, so its fields need no words for people.
_STRICT = ConfigDict(frozen=True, extra="forbid")
_Short: TypeAlias = Annotated[str, Field(max_length=8_000)]


class Seen(BaseModel):
    """What is known of one address; `gone_since` is when a page that is gone was first missed."""

    model_config = _STRICT

    verdict: Verdict
    status: int | None = None
    final: _Short | None = None
    title: _Short | None = None
    first_alive: date | None = None
    last_alive: date | None = None
    gone_since: AwareDatetime | None = None


class Archive(BaseModel):
    """The whole file, by address without fragment."""

    model_config = _STRICT

    version: Literal[1]
    links: Mapping[str, Seen] = Field(default_factory=dict)


def parsed(name: str, text: str) -> Archive:
    """Read the file, or raise `TermloomError`; `name` is for the message."""
    try:
        return Archive.model_validate_json(text[:_LARGEST])
    except ValidationError as error:
        raise TermloomError(
            f"{name} is not a list of links that 'termloom links --archive-file' wrote; name "
            "another file, or mend it"
        ) from error


def with_memory(histories: Mapping[str, History], archive: Archive) -> dict[str, History]:
    """Return histories with what the file knows besides.

    What only the file knows is too old for an answer, so such an address is asked.
    """
    found = dict(histories)
    for address, seen in archive.links.items():
        known = found.get(address)
        told = _history(seen)
        found[address] = told if known is None else _together(known, told)
    return found


def _history(seen: Seen) -> History:
    words = "the list of links says so"
    answer = Answer(seen.verdict, words, seen.status, seen.final or "", title=seen.title)
    return History(answer, LONG_AGO, seen.gone_since, seen.first_alive, seen.last_alive, seen.title)


def _together(known: History, told: History) -> History:
    firsts = [day for day in (known.first_alive, told.first_alive) if day]
    lasts = [day for day in (known.last_alive, told.last_alive) if day]
    gone = [at for at in (known.gone_since, told.gone_since) if at]
    # Whoever saw the page alive after it was first found gone knows better.
    is_newer = bool(lasts) and any(max(lasts) > at.date() for at in gone)
    return replace(
        known,
        gone_since=None if is_newer or known.answer.verdict.is_good else min(gone, default=None),
        first_alive=min(firsts, default=None),
        last_alive=max(lasts, default=None),
        title=known.title or told.title,
    )


def archived(
    histories: Mapping[str, History], addresses: Iterable[str], before: Archive
) -> Archive:
    """Return the file's new content: these addresses, with what is known of them.

    One that was not asked yet keeps what the file said of it.
    """
    links: dict[str, Seen] = {}
    for address in sorted(set(addresses)):
        if (history := histories.get(address)) is not None:
            links[address] = _seen(address, history)
        elif address in before.links:
            links[address] = before.links[address]
    return Archive(version=_VERSION, links=links)


def _seen(address: str, history: History) -> Seen:
    answer = history.answer
    return Seen(
        verdict=answer.verdict,
        status=answer.status,
        final=answer.final if answer.final not in ("", address) else None,
        title=history.title,
        first_alive=history.first_alive,
        last_alive=history.last_alive,
        gone_since=history.gone_since.replace(microsecond=0) if history.gone_since else None,
    )


def text_of(archive: Archive) -> str:
    """Return the file's text; what is not known is left out."""
    data: dict[str, Any] = archive.model_dump(mode="json", exclude_none=True)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


EMPTY = Archive(version=_VERSION)
