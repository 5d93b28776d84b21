"""The text of Markdown as readers see it, in one string, and what each part of it is.

Parts keep their place in the source. Words that stand together without markup between them
have the same `run`.
"""

import re
from collections.abc import Iterable
from typing import Any, Final

from generator.prose.markdown import (
    Event,
    is_plain,
    is_reference,
    parse_with_ranges,
    target_of,
)
from generator.prose.scan import Reference
from generator.prose.stretches import Running, Standing, Stretch

# Between blocks. No prose holds it, and it is no part of a word.
PARTING: Final = "\0"

_INLINE: Final = frozenset(("Emphasis", "Strong", "Strikethrough"))
_DIVIDING: Final = ("H1", "H2")
_CODE_BLOCKS: Final = frozenset(("CodeBlock", "HtmlBlock", "MetadataBlock"))
_SWITCH: Final = re.compile(r"<!--\s*termloom:(on|off)\s*-->")
_TAG: Final = re.compile(r"<(/?)(a|code|kbd|pre|script|style|h[1-6])\b", re.IGNORECASE)


def running(markdown: str) -> Running:
    """Return the running text of prose."""
    if is_plain(markdown):
        return plain_running(markdown)
    (whole,) = _Walk(splitting=False).walk(parse_with_ranges(markdown), markdown)
    return whole


def running_sections(markdown: str) -> tuple[Running, ...]:
    """Return the running text of a page, divided before each heading of level 1 or 2."""
    return sections_of(parse_with_ranges(markdown), markdown)


def sections_of(events: Iterable[Event], source: str = "") -> tuple[Running, ...]:
    """Return the running text of a page whose events are like the parser's, so divided."""
    return _Walk(splitting=True).walk(events, source)


def plain_running(text: str, standing: Standing = Standing.OPEN) -> Running:
    """Return a text without markup, all of which stands in one place."""
    return Running(text, (Stretch(0, len(text), 0, len(text), standing, 0),))


class _Walk:
    """Gathers what the parser says."""

    def __init__(self, *, splitting: bool) -> None:
        self._splitting = splitting
        self._done: list[Running] = []
        self._pieces: list[str] = []
        self._stretches: list[Stretch] = []
        self._references: list[Reference] = []
        self._length = self._run = 0
        self._open: list[Standing | None] = []
        self._tags: list[str] = []
        self._is_off = False
        self._last_end = 0
        self._unseen: frozenset[str] = frozenset()

    def walk(self, events: Iterable[Event], markdown: str) -> tuple[Running, ...]:
        if "[^" in markdown:
            events = tuple(events)
            self._unseen = _unseen(events)
        for event, start, end in events:
            if isinstance(event, str):
                self._break(event, start, end)
                continue
            ((what, value),) = event.items()
            match what:
                case "Text":
                    self._text(value, start, end)
                case "Start":
                    self._start(value, start, end)
                case "End":
                    self._end(value)
                case "Code":
                    inner = markdown.find(value, start, end)
                    span = (inner, inner + len(value)) if inner >= 0 else (start, end)
                    self._apart(value, *span, Standing.CODE)
                case "Html" | "InlineHtml":
                    self._html(value, start, end)
                case _:
                    self._run += 1
        self._finish()
        return tuple(self._done)

    def _text(self, text: str, start: int, end: int) -> None:
        if start != self._last_end and self._last_end >= 0:
            # A backslash or another mark that readers do not see.
            self._run += 1
        self._add(text, start, end, self._standing())

    def _break(self, event: str, start: int, end: int) -> None:
        """Take the end of a line for a space; marks of a quotation may follow it."""
        if event == "SoftBreak":
            self._add(" ", start, end, self._standing())
            self._last_end = -1
        else:
            self._apart(" " if event == "HardBreak" else PARTING, start, end, self._standing())

    def _apart(self, text: str, start: int, end: int, standing: Standing) -> None:
        """Add what stands for itself."""
        self._run += 1
        self._add(text, start, end, standing)
        self._run += 1

    def _add(self, text: str, start: int, end: int, standing: Standing) -> None:
        if not text:
            return
        stretch = Stretch(self._length, len(text), start, end, standing, self._run)
        self._stretches.append(stretch)
        self._pieces.append(text)
        self._length += len(text)
        self._last_end = end

    def _standing(self) -> Standing:
        if self._is_off:
            return Standing.SWITCHED_OFF
        for standing in self._open:
            if standing is not None:
                return standing
        return _OF_TAGS.get(self._tags[-1], Standing.HTML) if self._tags else Standing.OPEN

    def _start(self, tag: Any, start: int, end: int) -> None:
        name, value = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        self._run += 1
        if name in ("Link", "Image"):
            self._link(name, value, start, end)
            return
        if value and name == "Heading" and self._splitting and value["level"] in _DIVIDING:
            self._finish()
        if name == "Heading":
            self._open.append(Standing.HEADING)
        elif name == "FootnoteDefinition" and value in self._unseen:
            self._open.append(Standing.UNSEEN)
        else:
            self._open.append(Standing.CODE if name in _CODE_BLOCKS else None)
        if name not in _INLINE:
            self._part(start)

    def _link(self, name: str, link: Any, start: int, end: int) -> None:
        if not is_reference(link):
            self._open.append(Standing.LINK if name == "Link" else Standing.IMAGE)
            return
        target = target_of(link)
        forbids = target.startswith("!")
        self._references.append(Reference(target, start, end))
        self._open.append(Standing.FORBIDDEN if forbids else Standing.LINK)

    def _end(self, tag: Any) -> None:
        self._run += 1
        self._open.pop()
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name not in _INLINE and name not in ("Link", "Image"):
            self._part(self._last_end)

    def _part(self, at: int) -> None:
        """Note that a block begins or ends here."""
        if self._pieces and self._pieces[-1] != PARTING:
            self._add(PARTING, at, at, Standing.HTML)
        self._tags.clear()

    def _html(self, html: str, start: int, end: int) -> None:
        if (is_on := switched(html)) is not None:
            self._is_off = not is_on
        self._apart(html, start, end, Standing.HTML)
        for found in _TAG.finditer(html):
            name = found[2].lower()
            if not found[1]:
                self._tags.append(name)
            elif name in self._tags:
                del self._tags[self._tags.index(name) :]

    def _finish(self) -> None:
        whole = Running("".join(self._pieces), tuple(self._stretches), tuple(self._references))
        if whole.text or not self._splitting:
            self._done.append(whole)
        self._pieces, self._stretches, self._references = [], [], []
        self._length = 0


def _unseen(events: Iterable[Event]) -> frozenset[str]:
    """Return the names of the footnotes that nothing refers to: no page shows them."""
    defined: set[str] = set()
    referred: set[str] = set()
    for event, _, _ in events:
        match event:
            case {"Start": {"FootnoteDefinition": name}}:
                defined.add(name)
            case {"FootnoteReference": name}:
                referred.add(name.casefold())
    return frozenset(name for name in defined if name.casefold() not in referred)


_OF_TAGS: Final = {
    "a": Standing.LINK,
    "code": Standing.CODE,
    "kbd": Standing.CODE,
    "pre": Standing.CODE,
    **{f"h{level}": Standing.HEADING for level in range(1, 7)},
}


def switched(html: str) -> bool | None:
    """Return whether linking is on from here, if a comment of HTML says so."""
    found = _SWITCH.search(html)
    return None if found is None else found[1] == "on"
