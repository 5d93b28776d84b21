"""What prose holds: references, words, and what it may not hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.prose.markdown import (
    is_plain,
    is_reference,
    is_remote,
    is_safe,
    parse,
    parse_with_ranges,
    target_of,
)

_INLINE_ENDS = {"Emphasis", "Strong", "Strikethrough", "Link", "Image"}


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[target]]`, `[[target|words]]` or `![[target]]`, with its range of characters."""

    target: str
    start: int
    end: int


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


def references(markdown: str) -> tuple[Reference, ...]:
    """Return the references in a text, in order."""
    if "[[" not in markdown:
        return ()
    return tuple(
        Reference(target_of(link), start, end)
        for event, start, end in parse_with_ranges(markdown)
        if (link := _link(event)) is not None and is_reference(link)
    )


def refusals(markdown: str, *, inline: bool = False) -> Iterator[Refusal]:
    """Yield what the text may not hold; `inline` allows one paragraph only."""
    blocks, depth = 0, 0
    for event, start, end in parse_with_ranges(markdown):
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


def to_text(markdown: str) -> str:
    """Return the words alone, without markup; references as they are written."""
    if is_plain(markdown):
        return " ".join(markdown.split())
    pieces: list[str] = []
    for event in parse(markdown):
        match event:
            case (
                {"Text": str(text)}
                | {"Code": str(text)}
                # Shown as text by `to_html` too.
                | {"Html": str(text)}
                | {"InlineHtml": str(text)}
            ):
                pieces.append(text)
            case {"End": end} if isinstance(end, dict) or end not in _INLINE_ENDS:
                pieces.append(" ")
            case "SoftBreak" | "HardBreak":
                pieces.append(" ")
    return " ".join("".join(pieces).split())


def _refused(event: Any) -> tuple[Refused, str] | None:
    match event:
        case {"Html": str(text)} | {"InlineHtml": str(text)}:
            return Refused.RAW_HTML, text.strip()
    link = _link(event)
    if link is None or is_reference(link):
        return None
    url = str(link["dest_url"])
    if not is_safe(url):
        return Refused.UNSAFE_LINK, url
    if "Image" in event["Start"] and is_remote(url):
        return Refused.REMOTE_IMAGE, url
    return None


def _link(event: Any) -> Any | None:
    """Return what an event says of the link or image that begins with it."""
    match event:
        case {"Start": {"Link": link}} | {"Start": {"Image": link}}:
            return link
    return None
