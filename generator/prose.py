"""Markdown prose to HTML, to plain text, and to the references in it.

CommonMark with GitHub's tables, footnotes, strikethrough and alerts, parsed by
pulldown-cmark. The HTML is written here, from the parser's events: raw HTML becomes visible
text, links may use safe schemes only, and nh3 cleans the result once more, as a second lock
should the first one fail.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Any, Protocol, TypeAlias

import nh3
import pyromark
from pyromark import Options

Event: TypeAlias = Any

_MARKDOWN = pyromark.Markdown(
    options=Options.ENABLE_WIKILINKS
    | Options.ENABLE_TABLES
    | Options.ENABLE_GFM
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
)
_SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):")
_SAFE_SCHEMES = {"http", "https", "mailto", "tel"}
_SPACES = re.compile(r"[\s\x00-\x20]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[target]]` or `[[target|words]]`, with its range of characters in the prose."""

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


@dataclass(frozen=True, slots=True)
class Target:
    """Where a reference leads: an address relative to the page, and the words to show."""

    href: str
    words: str


class Resolver(Protocol):
    """Knows, for one page, where references and links lead."""

    def reference(self, target: str) -> Target | None:
        """Return where `[[target]]` leads, or nothing if it names no page."""

    def link(self, url: str) -> str:
        """Return the address of an internal link as seen from the page."""


class Unresolved:
    """A resolver that knows nothing: references become plain words."""

    def reference(self, target: str) -> Target | None:
        """Return nothing."""

    def link(self, url: str) -> str:
        """Return the address unchanged."""
        return url


def references(markdown: str) -> tuple[Reference, ...]:
    """Return the references in a text, in order."""
    if "[[" not in markdown:
        return ()
    offset = _offsets(markdown)
    return tuple(
        Reference(_target(link), offset(span["start"]), offset(span["end"]))
        for link, span in _links(markdown)
        if _is_reference(link)
    )


def refusals(markdown: str, *, inline: bool = False) -> Iterator[Refusal]:
    """Yield what the text may not hold; `inline` allows one paragraph only."""
    offset = _offsets(markdown)
    blocks = 0
    depth = 0
    for event, span in _MARKDOWN.events_with_range(markdown):
        found: tuple[Refused, str] | None = None
        match event:
            case {"Html": text} | {"InlineHtml": text}:
                found = Refused.RAW_HTML, text.strip()
            case {"Start": {"Link": link}} if not _is_reference(link):
                if not is_safe(link["dest_url"]):
                    found = Refused.UNSAFE_LINK, link["dest_url"]
            case {"Start": {"Image": image}}:
                if not is_safe(image["dest_url"]):
                    found = Refused.UNSAFE_LINK, image["dest_url"]
                elif _SCHEME.match(image["dest_url"]) or image["dest_url"].startswith("//"):
                    found = Refused.REMOTE_IMAGE, image["dest_url"]
            case {"Start": _} if depth == 0:
                blocks += 1
                if inline and (blocks > 1 or event["Start"] != "Paragraph"):
                    found = Refused.BLOCKS, ""
                    inline = False
        depth += isinstance(event, dict) and ("Start" in event) - ("End" in event)
        if found:
            yield Refusal(*found, offset(span["start"]), offset(span["end"]))


def to_html(markdown: str, resolver: Resolver, *, inline: bool = False, prefix: str = "") -> str:
    """Return safe HTML. `prefix` keeps the ids of headings and footnotes apart on one page.

    With `inline` the tags of a single paragraph are left out.
    """
    html = _Writer(resolver, prefix).write(_MARKDOWN.events(markdown))
    if inline and html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>\n"):
        html = html[3:-5]
    return _CLEANER.clean(html) if "<" in html else html


def to_text(markdown: str) -> str:
    """Return the words alone, without markup; references as their words."""
    pieces: list[str] = []
    for event in _MARKDOWN.events(markdown):
        match event:
            case {"Text": text} | {"Code": text}:
                pieces.append(text)
            case "SoftBreak" | "HardBreak" | {"End": _}:
                if not _is_inline_end(event):
                    pieces.append(" ")
    return " ".join("".join(pieces).split())


def is_safe(url: str) -> bool:
    """Return whether a link may lead there: no scheme, or one that runs nothing."""
    # Browsers skip white space and control characters inside a scheme (URL standard, 4.4).
    scheme = _SCHEME.match(_SPACES.sub("", url))
    return scheme is None or scheme.group(1).lower() in _SAFE_SCHEMES


def slug(text: str) -> str:
    """Return the anchor for a heading."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-_") or "section"


def _is_inline_end(event: Event) -> bool:
    return isinstance(event, dict) and event.get("End") in (
        "Emphasis",
        "Strong",
        "Strikethrough",
        "Link",
        "Image",
    )


def _links(markdown: str) -> Iterator[tuple[Any, Any]]:
    for event, span in _MARKDOWN.events_with_range(markdown):
        match event:
            case {"Start": {"Link": link}}:
                yield link, span


def _is_reference(link: Any) -> bool:
    return isinstance(link["link_type"], dict) and "WikiLink" in link["link_type"]


def _target(link: Any) -> str:
    # In a table cell the `|` is escaped, and the parser leaves the backslash at the target.
    return str(link["dest_url"]).rstrip("\\").strip()


def _offsets(markdown: str) -> Callable[[int], int]:
    """Return the function from the parser's UTF-8 offsets to characters."""
    if markdown.isascii():
        return lambda byte: byte
    data = markdown.encode()
    return lambda byte: len(data[:byte].decode("utf-8", "ignore"))


class _Writer:
    """Writes events as HTML. One writer serves one text."""

    def __init__(self, resolver: Resolver, prefix: str) -> None:
        self._resolver = resolver
        self._prefix = f"{prefix}-" if prefix else ""
        self._out: list[str] = []
        self._closing: list[str] = []
        self._notes: dict[str, int] = {}
        self._note_texts: dict[str, str] = {}
        self._marks: list[tuple[str, int]] = []
        self._alignments: tuple[str, ...] = ()
        self._column = 0
        self._head = False
        self._muted = 0

    def write(self, events: Iterator[Event]) -> str:
        for event in events:
            if isinstance(event, str):
                self._simple(event)
            else:
                ((kind, value),) = event.items()
                getattr(self, f"_on_{kind.lower()}", self._ignore)(value)
        return "".join(self._out) + self._footnotes()

    def _simple(self, event: str) -> None:
        if not self._muted:
            self._out.append({"SoftBreak": "\n", "HardBreak": "<br>\n", "Rule": "<hr>\n"}.get(event, ""))

    def _ignore(self, _value: Event) -> None:
        """Leave out what prose does not know, such as metadata."""

    def _on_text(self, text: str) -> None:
        if not self._muted:
            self._out.append(escape(text, quote=False))

    _on_html = _on_text
    _on_inlinehtml = _on_text

    def _on_code(self, text: str) -> None:
        if not self._muted:
            self._out.append(f"<code>{escape(text, quote=False)}</code>")

    def _on_footnotereference(self, name: str) -> None:
        number = self._notes.setdefault(name, len(self._notes) + 1)
        at = f"{self._prefix}{number}"
        self._out.append(
            f'<sup id="fnref-{at}"><a href="#fn-{at}" role="doc-noteref">{number}</a></sup>'
        )

    def _on_start(self, tag: Event) -> None:
        if isinstance(tag, str):
            name, value = tag, None
        else:
            ((name, value),) = tag.items()
        opening, closing = self._tags(name, value)
        if not self._muted or name in ("Link", "Image"):
            self._out.append(opening)
        self._closing.append(closing)

    def _on_end(self, tag: Event) -> None:
        closing = self._closing.pop()
        if closing.startswith("\0"):
            getattr(self, closing[1:])()
        elif not self._muted:
            self._out.append(closing)

    def _tags(self, name: str, value: Event) -> tuple[str, str]:
        match name:
            case "Paragraph":
                return "<p>", "</p>\n"
            case "Emphasis" | "Strong" | "Strikethrough":
                tag = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "del"}[name]
                return f"<{tag}>", f"</{tag}>"
            case "Heading":
                return self._heading(int(value["level"][1]))
            case "BlockQuote":
                return self._quote(value)
            case "CodeBlock":
                return '<pre tabindex="0"><code>', "</code></pre>\n"
            case "List":
                start = f' start="{int(value)}"' if value not in (None, 1) else ""
                return (f"<ol{start}>\n", "</ol>\n") if value is not None else ("<ul>\n", "</ul>\n")
            case "Item":
                return "<li>", "</li>\n"
            case "FootnoteDefinition":
                self._marks.append((str(value), len(self._out)))
                return "", "\0_end_note"
            case "Link":
                return self._link(value)
            case "Image":
                return self._image(value)
            case _:
                return self._table(name, value)

    def _heading(self, level: int) -> tuple[str, str]:
        # The page has the first two levels: its title and its sections.
        level = min(level + 2, 6)
        self._marks.append((f"h{level}", len(self._out)))
        return "", "\0_end_heading"

    def _end_heading(self) -> None:
        tag, start = self._marks.pop()
        inner = "".join(self._out[start:])
        anchor = self._prefix + slug(re.sub(r"<[^>]+>", "", inner))
        self._out[start:] = [f'<{tag} id="{escape(anchor)}">{inner}</{tag}>\n']

    def _quote(self, kind: str | None) -> tuple[str, str]:
        if kind is None:
            return "<blockquote>\n", "</blockquote>\n"
        name = {"Important": "info", "Caution": "danger"}.get(kind, kind.lower())
        title = f'<p class="admonition-title">{kind}</p>\n'
        return f'<div class="admonition {name}">\n{title}', "</div>\n"

    def _table(self, name: str, value: Event) -> tuple[str, str]:
        match name:
            case "Table":
                self._alignments = tuple(value)
                return '<div class="tl-scroll" tabindex="0"><table>\n', "</tbody></table></div>\n"
            case "TableHead":
                self._head, self._column = True, 0
                return "<thead><tr>", "</tr></thead>\n<tbody>\n"
            case "TableRow":
                self._head, self._column = False, 0
                return "<tr>", "</tr>\n"
            case "TableCell":
                tag = 'th scope="col"' if self._head else "td"
                side = self._alignments[self._column] if self._alignments else "None"
                self._column += 1
                style = f' class="tl-{side.lower()}"' if side != "None" else ""
                return f"<{tag}{style}>", f"</{tag[:2]}>"
            case _:
                return "", ""

    def _link(self, link: Event) -> tuple[str, str]:
        if _is_reference(link):
            return self._reference(link)
        url = str(link["dest_url"])
        if link["link_type"] == "Email":
            url = f"mailto:{url}"
        if not is_safe(url):
            return "", ""
        external = _SCHEME.match(url) is not None
        href = url if external or url.startswith("#") else self._resolver.link(url)
        rel = ' rel="noopener"' if external else ""
        title = f' title="{escape(link["title"])}"' if link["title"] else ""
        return f'<a href="{escape(href)}"{title}{rel}>', "</a>"

    def _reference(self, link: Event) -> tuple[str, str]:
        found = self._resolver.reference(_target(link))
        if found is None:
            return "", ""
        opening = f'<a class="tl-term" href="{escape(found.href)}">'
        if link["link_type"]["WikiLink"]["has_pothole"]:
            return opening, "</a>"
        self._muted += 1
        return f"{opening}{escape(found.words, quote=False)}</a>", "\0_unmute"

    def _unmute(self) -> None:
        self._muted -= 1

    def _image(self, image: Event) -> tuple[str, str]:
        self._marks.append((str(image["dest_url"]), len(self._out) + 1))
        return "", "\0_end_image"

    def _end_image(self) -> None:
        url, start = self._marks.pop()
        words = re.sub(r"<[^>]+>", "", "".join(self._out[start:]))
        del self._out[start:]
        if not is_safe(url) or _SCHEME.match(url) or url.startswith("//"):
            self._out.append(words)
            return
        src = escape(self._resolver.link(url))
        alt = words.replace('"', "&quot;")
        self._out.append(f'<img src="{src}" alt="{alt}" loading="lazy">')

    def _end_note(self) -> None:
        name, start = self._marks.pop()
        self._note_texts[name] = "".join(self._out[start:])
        del self._out[start:]

    def _footnotes(self) -> str:
        used = [(number, self._note_texts.get(name, "")) for name, number in self._notes.items()]
        if not used:
            return ""
        items = "".join(
            f'<li id="fn-{self._prefix}{number}">{text}'
            f'<a href="#fnref-{self._prefix}{number}" role="doc-backlink" '
            f'aria-label="Back to the text">↩</a></li>\n'
            for number, text in used
        )
        return f'<div class="tl-footnotes" role="doc-endnotes"><ol>\n{items}</ol></div>\n'


_CLEANER = nh3.Cleaner(
    tags={
        *("a", "blockquote", "br", "code", "del", "div", "em", "h3", "h4", "h5", "h6", "hr", "img"),
        *("li", "ol", "p", "pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    },
    attributes={
        "*": {"id", "class"},
        "a": {"href", "title", "rel", "role", "aria-label"},
        "div": {"role", "tabindex"},
        "pre": {"tabindex"},
        "img": {"src", "alt", "loading"},
        "ol": {"start"},
        "th": {"scope"},
    },
    url_schemes=_SAFE_SCHEMES,
    link_rel=None,
)
