"""What prose may not hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.prose.markdown import (
    Event,
    is_reference,
    is_remote,
    is_safe,
    link_of,
    parse_with_ranges,
)


class Refused(StrEnum):
    """What prose may not hold."""

    RAW_HTML = "raw HTML"
    UNSAFE_LINK = "unsafe link"
    REMOTE_IMAGE = "remote image"
    BLOCKS = "more than one paragraph"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that prose may not hold, with its range of characters."""

    what: Refused
    text: str
    start: int
    end: int


def refusals(markdown: str, *, inline: bool = False) -> Iterator[Refusal]:
    """Yield what the text may not hold; `inline` allows one paragraph only."""
    return refused(parse_with_ranges(markdown), inline=inline)


def refused(events: Iterable[Event], *, inline: bool = False) -> Iterator[Refusal]:
    """Yield what may not be among the events; `inline` allows one paragraph only."""
    blocks, depth = 0, 0
    for event, start, end in events:
        if (found := _refused(event)) is not None:
            yield Refusal(*found, start, end)
        opens = isinstance(event, dict) and "Start" in event
        # A block of HTML is refused as HTML.
        if depth == 0 and (opens or event == "Rule") and event != {"Start": "HtmlBlock"}:
            blocks += 1
            if inline and (blocks > 1 or event != {"Start": "Paragraph"}):
                yield Refusal(Refused.BLOCKS, "", start, end)
                inline = False
        depth += opens - (isinstance(event, dict) and "End" in event)


def _refused(event: Any) -> tuple[Refused, str] | None:
    match event:
        case {"Html": str(text)} | {"InlineHtml": str(text)}:
            return Refused.RAW_HTML, text.strip()
    link = link_of(event)
    if link is None or is_reference(link):
        return None
    url = str(link["dest_url"])
    if not is_safe(url):
        return Refused.UNSAFE_LINK, url
    if "Image" in event["Start"] and is_remote(url):
        return Refused.REMOTE_IMAGE, url
    return None
