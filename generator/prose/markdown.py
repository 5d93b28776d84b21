"""The Markdown of prose, and what all that reads it must agree on.

CommonMark (https://spec.commonmark.org) with GitHub's tables, footnotes, strikethrough and
alerts, and `[[wiki links]]`; parsed by pulldown-cmark through pyromark.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import pyromark
from pyromark import Options

Event: TypeAlias = tuple[Any, int, int]

SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
_MARKDOWN = pyromark.Markdown(
    options=Options.ENABLE_WIKILINKS
    | Options.ENABLE_TABLES
    | Options.ENABLE_GFM
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
)
_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
# Characters that may begin markup anywhere, and those that may begin a block or end a line.
_SPECIAL = re.compile(
    r"[`*_\[\]<>#|~&\\\x00-\x09\x0b-\x1f]|^\s|\s$|\s\n|\n\s|(?:^|\n)(?:[-+=:]|\d+[.)])"
)
_LATER_BYTE = re.compile(rb"[\x80-\xbf]")
_IGNORED = re.compile(r"[\s\x00-\x20]+")


def parse(markdown: str) -> Iterator[Any]:
    """Yield the parser's events; pyromark's documentation says what they look like."""
    if "[[!" in markdown:
        return (event for event, _, _ in parse_with_ranges(markdown))
    return _MARKDOWN.events(markdown)


def parse_with_ranges(markdown: str) -> Iterator[Event]:
    """Yield events with the range of characters that each stands for."""
    offset = _offsets(markdown)
    events = (
        (event, offset(span["start"]), offset(span["end"]))
        for event, span in _MARKDOWN.events_with_range(markdown)
    )
    return _without_marks(events) if "[[!" in markdown else events


def _without_marks(events: Iterable[Event]) -> Iterator[Event]:
    """Yield events without the mark of `[[!target]]`, which is not for readers."""
    is_marked = False
    for event, start, end in events:
        if is_marked and isinstance(event, dict) and "Text" in event:
            words = event["Text"].lstrip().removeprefix("!").lstrip()
            yield {"Text": words}, end - len(words), end
        else:
            yield event, start, end
        link = link_of(event)
        is_marked = link is not None and is_forbidding(link) and not has_words(link)


def is_plain(markdown: str) -> bool:
    """Return whether a text is one paragraph without anything that Markdown or HTML would change.

    Half of all prose is, and need not be parsed. A property test holds this to the parser.
    """
    return bool(markdown) and _SPECIAL.search(markdown) is None


def link_of(event: Any) -> Any | None:
    """Return what an event says of the link or image that begins with it."""
    match event:
        case {"Start": {"Link": link}} | {"Start": {"Image": link}}:
            return link
    return None


def is_reference(link: Any) -> bool:
    """Return whether a link of the parser is a `[[reference]]`."""
    return isinstance(link["link_type"], dict) and "WikiLink" in link["link_type"]


def is_forbidding(link: Any) -> bool:
    """Return whether a link of the parser is `[[!target]]`: words that shall not be linked."""
    return is_reference(link) and target_of(link).startswith("!")


def has_words(link: Any) -> bool:
    """Return whether a reference says which words to show: `[[target|words]]`."""
    return bool(link["link_type"]["WikiLink"]["has_pothole"])


def is_bare(link: Any) -> bool:
    """Return whether a link is a `[[reference]]` that shows the words of its target."""
    return is_reference(link) and not is_forbidding(link) and not has_words(link)


def target_of(link: Any) -> str:
    """Return the target of a reference."""
    # In a table cell the `|` is escaped, and the parser leaves the backslash at the target.
    return str(link["dest_url"]).rstrip("\\").strip()


def is_safe(url: str) -> bool:
    """Return whether a link may lead there: no scheme, or one that runs nothing."""
    # Browsers skip white space and control characters inside a scheme (URL standard, 4.4).
    scheme = _SCHEME.match(_IGNORED.sub("", url))
    return scheme is None or scheme.group(1).lower() in SAFE_SCHEMES


def is_remote(url: str) -> bool:
    """Return whether an address leaves the site."""
    # Browsers take a backslash for a slash (URL standard, 4.4).
    plain = _IGNORED.sub("", url).replace("\\", "/")
    return _SCHEME.match(plain) is not None or plain.startswith("//")


def slug(text: str) -> str:
    """Return the anchor for a heading."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-_") or "section"


def _offsets(markdown: str) -> Callable[[int], int]:
    """Return the function from the parser's UTF-8 offsets to characters."""
    if markdown.isascii():
        return lambda byte: byte
    # All bytes but the first of each character.
    later = [found.start() for found in _LATER_BYTE.finditer(markdown.encode())]
    return lambda byte: byte - bisect_left(later, byte)
