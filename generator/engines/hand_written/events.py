"""A tree of Python-Markdown as events like those of the parser of prose.

So both are read by the same eyes: what counts as a heading, as code or as a link is said once.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Final
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

Event = tuple[Any, int, int]

_MARK: Final = re.compile(f"{STX}([^{STX}{ETX}]*){ETX}")
_STASHED: Final = re.compile(r"wzxhzdk:(\d+)")
_ENTITY: Final = re.compile(r"&#?\w+;")
# Whatever is not here stands in a line of text.
_BLOCK: Final = re.compile(
    "address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|header|hr|li|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|"
    "ul"
)
_HEADING: Final = re.compile("h[1-6]")
_CODE: Final = re.compile("button|code|kbd|math|option|pre|samp|script|style|svg|textarea")
_CODE_CLASSES: Final = frozenset(("arithmatex", "highlight", "mermaid"))


def as_escapes(words: str) -> str:
    """Return words in which no mention is found, by escaping every character of them."""
    return "".join(f"{STX}{ord(character)}{ETX}" for character in words)


@dataclass(frozen=True, slots=True)
class Slot:
    """A text of the tree: inside an element, or behind it, in `parent`."""

    start: int
    element: Element
    parent: Element | None

    @property
    def text(self) -> str:
        """Return the text, marks of Python-Markdown included."""
        return (self.element.text if self.parent is None else self.element.tail) or ""


@dataclass(slots=True)
class Tree:
    """Reads one tree. `stash` is the HTML that it leaves out; `embeds` names embedded entries."""

    stash: list[Any]
    embeds: Mapping[str, str]
    slots: list[Slot] = field(default_factory=list)
    _length: int = 0

    def events(self, root: Element) -> Iterator[Event]:
        """Yield the events of a tree; their ranges are places in its texts, one after another."""
        yield from self._text(root, None)
        for child in root:
            yield from self._element(child)
            yield from self._text(child, root)

    def _element(self, element: Element) -> Iterator[Event]:
        if _is_code(element):
            yield from self._code(element)
            return
        embedded = self.embeds.get((element.text or "").strip())
        if embedded is not None:
            yield from self._around(_reference(embedded), "Link")
            return
        tag, end = _tag(element)
        if tag == "HardBreak":
            yield tag, self._length, self._length
            return
        yield {"Start": tag}, self._length, self._length
        yield from self.events(element)
        yield {"End": end}, self._length, self._length

    def _code(self, element: Element) -> Iterator[Event]:
        words = "".join(element.itertext())
        if element.tag in ("pre", "div"):
            yield from self._around("CodeBlock", "CodeBlock", words)
        else:
            yield {"Code": words}, self._length, self._length
        self._length += 1

    def _around(self, tag: Any, end: str, words: str = "") -> Iterator[Event]:
        at = self._length
        yield {"Start": tag}, at, at
        yield {"Text": words}, at, at
        yield {"End": end}, at, at

    def _text(self, element: Element, parent: Element | None) -> Iterator[Event]:
        slot = Slot(self._length, element, parent)
        whole = slot.text
        if not whole:
            return
        self.slots.append(slot)
        # No two texts touch.
        self._length += len(whole) + 1
        done = 0
        for mark in _MARK.finditer(whole):
            if done < mark.start():
                text = whole[done : mark.start()]
                yield {"Text": text}, slot.start + done, slot.start + mark.start()
            yield from self._mark(mark, slot.start)
            done = mark.end()
        if done < len(whole):
            yield {"Text": whole[done:]}, slot.start + done, slot.start + len(whole)

    def _mark(self, mark: re.Match[str], base: int) -> Iterator[Event]:
        """Yield what a mark of Python-Markdown stands for."""
        start, end = base + mark.start(), base + mark.end()
        stashed = _STASHED.fullmatch(mark[1])
        html = self.stash[int(stashed[1])] if stashed else ""
        if mark[1].isdecimal():
            yield {"Start": _reference("!")}, start, start
            yield {"Text": chr(int(mark[1]))}, start, end
            yield {"End": "Link"}, end, end
        elif isinstance(html, str) and _ENTITY.fullmatch(html):
            yield {"Text": unescape(html)}, start, end
        else:
            yield {"InlineHtml": str(html) if isinstance(html, str) else ""}, start, end


def _tag(element: Element) -> tuple[Any, Any]:
    """Return what begins and what ends an element, as the parser of prose would say it."""
    name = str(element.tag).lower()
    # Titles of blocks, and the words of tabs, are headings to readers.
    if name in ("label", "summary") or "admonition-title" in _classes(element):
        return {"Heading": {"level": "H6"}}, {"Heading": "H6"}
    if _HEADING.fullmatch(name):
        level = name.upper()
        return {"Heading": {"level": level}}, {"Heading": level}
    if name == "br":
        return "HardBreak", None
    if name == "a":
        return _link(element), "Link"
    return ("Paragraph", "Paragraph") if _BLOCK.fullmatch(name) else ("Emphasis", "Emphasis")


def _link(element: Element) -> Any:
    if "tl-term" in _classes(element) and (term := element.get("data-term")):
        return _reference(term)
    return {"Link": {"link_type": "Inline", "dest_url": ""}}


def _reference(target: str) -> Any:
    link_type = {"WikiLink": {"has_pothole": True}}
    return {"Link": {"link_type": link_type, "dest_url": target}}


def _is_code(element: Element) -> bool:
    is_code = _CODE.fullmatch(str(element.tag)) is not None
    return is_code or not _CODE_CLASSES.isdisjoint(_classes(element))


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").split()
