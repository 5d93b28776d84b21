"""From what is known of addresses to what is wrong where they are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from generator.diagnostics import Edit, Fault, Fix, Rule
from generator.external_links.answers import History, Verdict
from generator.external_links.collecting import Place
from generator.external_links.rules import (
    FRAGMENT_GONE,
    LINK_FLAKY,
    LINK_GONE,
    LINK_GONE_ONCE,
    LINK_MOVED,
    LINK_NOT_PUBLIC,
    LINK_REFUSED,
    LINK_UNTRUSTED,
)

COMMAND = "termloom links --external --fix"
_ARCHIVE = "https://web.archive.org/web"
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """A place with what is known of its address; the fragment is what the author wrote."""

    place: Place
    fragment: str
    history: History


def judged(told: Told, wait: timedelta, today: date) -> Iterator[tuple[Rule, Fault]]:
    """Yield what is wrong with one link."""
    place, answer = told.place, told.history.answer
    link = f"'{place.written}'"
    match answer.verdict:
        case Verdict.ALIVE | Verdict.MOVED:
            yield from _found(told)
        case Verdict.GONE if told.history.is_confirmed(wait):
            message = f"{link} is gone: {answer.words}"
            yield LINK_GONE, Fault(place.at, message, _last_seen(told, today))
        case Verdict.GONE:
            message = f"{link} was not found: {answer.words}"
            yield LINK_GONE_ONCE, Fault(place.at, message, _last_seen(told, today))
        case Verdict.REFUSED:
            message = f"{link} was not shown: {answer.words}"
            hint = "open it yourself; if readers see it, list it under 'links.ignore'"
            yield LINK_REFUSED, Fault(place.at, message, hint)
        case Verdict.FLAKY:
            message = f"{link} does not work now: {answer.words}"
            yield LINK_FLAKY, Fault(place.at, message, _since(told.history))
        case Verdict.UNTRUSTED:
            message = f"{link} is not safe to open: {answer.words}"
            yield (
                LINK_UNTRUSTED,
                Fault(place.at, message, "browsers warn of it; look, or link to another page"),
            )
        case Verdict.BARRED:
            message = f"{link} was not asked: {answer.words}"
            yield (
                LINK_NOT_PUBLIC,
                Fault(place.at, message, "link to a page that everybody can reach"),
            )


def _found(told: Told) -> Iterator[tuple[Rule, Fault]]:
    place, answer = told.place, told.history.answer
    if answer.moved_to is not None:
        new = _with_fragment(answer.moved_to, told.fragment)
        is_front = _is_front(new) and not _is_front(place.written)
        hint = "the front page of a site: the page itself is probably gone" if is_front else None
        fix = None if is_front else _fix(place, new)
        message = f"'{place.written}' has moved for good, to {new}"
        yield LINK_MOVED, Fault(place.at, message, hint or f"write {new}", fix=fix)
    if told.fragment and not answer.fragments.get(told.fragment, True):
        message = f"the page has no part '{told.fragment}'"
        hint = "open the page, and copy the address of the part that you mean"
        yield FRAGMENT_GONE, Fault(place.at, message, hint)


def _with_fragment(address: str, fragment: str) -> str:
    return f"{address}#{fragment}" if fragment and "#" not in address else address


def _is_front(address: str) -> bool:
    parts = urlsplit(address.replace("\\", "/"))
    return parts.path in ("", "/") and not parts.query


def _fix(place: Place, new: str) -> Fix | None:
    """Return the edit that writes the new address, in which nothing can end a Markdown link."""
    safe = new.replace("(", "%28").replace(")", "%29").replace("'", "%27").replace("|", "%7C")
    safe = safe.replace("[", "%5B").replace("]", "%5D").replace("*", "%2A").replace("\\", "%5C")
    is_same = safe == place.written
    if place.replaceable is None or is_same or len(safe) > _LONGEST or not safe.isascii():
        return None
    return Fix(f"Write {safe}", (Edit(place.replaceable, safe),), COMMAND)


def _last_seen(told: Told, today: date) -> str:
    """Tell a page that died from one that never lived, and name a copy of it."""
    history, place = told.history, told.place
    if history.last_alive is None:
        if place.accessed is None or place.accessed > today:
            return "it was never seen alive: look whether the address is misspelt"
        said = f"somebody read it on {place.accessed.isoformat()}"
    else:
        said = f"it was alive until {history.last_alive.isoformat()}"
        said += f", titled “{history.title}”" if history.title else ""
    day = history.last_alive or place.accessed
    assert day is not None
    return f"{said}; a copy may be at {_ARCHIVE}/{day:%Y%m%d}/{place.written}"


def _since(history: History) -> str:
    if history.last_alive is None:
        return "it is asked again in another run"
    return f"it was alive on {history.last_alive.isoformat()}; it is asked again in another run"
