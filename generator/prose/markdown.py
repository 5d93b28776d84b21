"""The Markdown of prose, and what all that reads it must agree on.

CommonMark (https://spec.commonmark.org) with GitHub's tables, footnotes, strikethrough and
alerts, and `[[wiki links]]`; parsed by pulldown-cmark through pyromark.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import pyromark
from pyromark import Options

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
_IGNORED = re.compile(r"[\s\x00-\x20]+")


def parse(markdown: str) -> Iterator[Any]:
    """Yield the parser's events; pyromark's documentation says what they look like."""
    return _MARKDOWN.events(markdown)


def parse_with_ranges(markdown: str) -> Iterator[tuple[Any, int, int]]:
    """Yield events with the range of characters that each stands for."""
    offset = _offsets(markdown)
    for event, span in _MARKDOWN.events_with_range(markdown):
        yield event, offset(span["start"]), offset(span["end"])


def is_plain(markdown: str) -> bool:
    """Return whether a text is one paragraph without anything that Markdown or HTML would change.

    Half of all prose is, and need not be parsed. A property test holds this to the parser.
    """
    return bool(markdown) and _SPECIAL.search(markdown) is None


def is_reference(link: Any) -> bool:
    """Return whether a link of the parser is a `[[reference]]`."""
    return isinstance(link["link_type"], dict) and "WikiLink" in link["link_type"]


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
    data = markdown.encode()
    return lambda byte: len(data[:byte].decode("utf-8", "ignore"))
