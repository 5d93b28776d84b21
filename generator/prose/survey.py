"""One walk over a text: everything in it that a rule may ask about, with its place."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.prose.blocks import Block, Kind, Piece, Shape
from generator.prose.markdown import Event, has_words, is_reference, parse_with_ranges, target_of
from generator.prose.refusals import Refusal, refused

_INLINE = {"Emphasis", "Strong", "Strikethrough"}
_CODE = {"CodeBlock", "HtmlBlock"}


@dataclass(frozen=True, slots=True)
class Link:
    """A link, an image or a reference: where it leads, and whether it shows anything."""

    target: str
    start: int
    end: int
    is_image: bool
    is_reference: bool
    is_empty: bool

    def address(self, markdown: str) -> tuple[int, int] | None:
        """Return the range of the address, if it stands in the link as it is meant."""
        whole = markdown[self.start : self.end]
        pattern = rf"\]\(\s*<?({re.escape(self.target)})>?(?:\s+[\"'(].*)?\s*\)$"
        found = re.search(pattern, whole, re.DOTALL) if self.target else None
        return (self.start + found.start(1), self.start + found.end(1)) if found else None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, with its range of characters."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Survey:
    """What a text holds.

    `inline` says that it may hold one paragraph only. `referred` are the names of the footnotes
    that the text refers to, without regard to case.
    """

    events: tuple[Event, ...]
    inline: bool = False
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    referred: frozenset[str] = frozenset()

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Return what the text may not hold."""
        return tuple(refused(self.events, inline=self.inline))


def survey(markdown: str, *, inline: bool = False) -> Survey:
    """Return what a text holds."""
    events = tuple(parse_with_ranges(markdown))
    walk = _Walk()
    for event, start, end in events:
        walk.meet(event, start, end)
    return Survey(
        events,
        inline,
        tuple(walk.blocks),
        tuple(walk.links),
        tuple(walk.notes),
        frozenset(walk.referred),
    )


class _Walk:
    """Gathers what events say. A tag that is no inline markup ends the block before it."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.notes: list[Note] = []
        self.referred: set[str] = set()
        self._block: Block | None = None
        self._pieces: list[Piece] = []
        self._open: list[_OpenLink] = []
        self._images = 0
        self._code = 0
        self._run = 0

    def meet(self, event: Any, start: int, end: int) -> None:
        if isinstance(event, str):
            self._break(event, start, end)
            return
        ((what, value),) = event.items()
        match what:
            case "Text":
                self._text(value, start, end)
            case "Start":
                self._start(value, start, end)
            case "End":
                self._end(value, end)
            case "Code" if not self._code:
                self._run += 1
                self._piece(value, start, end, Kind.CODE)
                self._run += 1
            case "FootnoteReference":
                self._run += 1
                self.referred.add(value.casefold())
            case _:
                self._run += 1
                self._show()

    def _break(self, event: str, start: int, end: int) -> None:
        if event == "Rule":
            self._close()
            return
        self._run += event == "HardBreak"
        self._piece(" ", start, end, Kind.BREAK)
        self._run += event == "HardBreak"

    def _text(self, text: str, start: int, end: int) -> None:
        if self._code or not text:
            return
        before = self._pieces[-1] if self._pieces else None
        if before is not None and before.kind is not Kind.BREAK and before.end != start:
            self._run += 1
        kind = Kind.WORDS
        if self._open:
            kind = Kind.NAME if self._open[-1].is_name else Kind.LINKED
        self._piece(text, start, end, kind)

    def _piece(self, text: str, start: int, end: int, kind: Kind) -> None:
        if text.strip():
            self._show()
        if self._images:
            return
        if self._block is None:
            self._block = Block(Shape.PARAGRAPH, start, end)
        self._pieces.append(Piece(text, start, end, kind, self._run))

    def _show(self) -> None:
        """Note that whatever link is open shows something."""
        for link in self._open:
            link.is_empty = False

    def _start(self, tag: Any, start: int, end: int) -> None:
        name, value = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        if name in _INLINE:
            self._run += 1
        elif name in ("Link", "Image"):
            self._run += 1
            self._link(name, value, start, end)
        else:
            self._close()
            self._code += name in _CODE
            self._open_block(name, value, start, end)

    def _link(self, name: str, link: Any, start: int, end: int) -> None:
        is_image = name == "Image" and not is_reference(link)
        if is_image:
            # A picture is something to see, whatever its words are.
            self._show()
            self._images += 1
        self._open.append(_OpenLink(link, start, end, is_image))

    def _open_block(self, name: str, value: Any, start: int, end: int) -> None:
        match name:
            case "Heading":
                self._block = Block(Shape.HEADING, start, end, level=int(value["level"][1]))
            case "TableCell":
                self._block = Block(Shape.CELL, start, end)
            case "Paragraph":
                self._block = Block(Shape.PARAGRAPH, start, end)
            case "FootnoteDefinition":
                self.notes.append(Note(value, start, end))

    def _end(self, tag: Any, end: int) -> None:
        if tag in ("Link", "Image"):
            self._run += 1
            link = self._open.pop()
            self._images -= link.is_image
            self.links.append(link.closed())
        elif isinstance(tag, str) and tag in _INLINE:
            self._run += 1
        else:
            self._close()
            self._code -= isinstance(tag, str) and tag in _CODE

    def _close(self) -> None:
        """End the block that is open, if any; one without pieces counts if it is a heading."""
        self._run += 1
        block = self._block
        if block is not None and (self._pieces or block.level):
            end = max(block.end, self._pieces[-1].end) if self._pieces else block.end
            self.blocks.append(replace(block, end=end, pieces=tuple(self._pieces)))
        self._block = None
        self._pieces = []


@dataclass(slots=True)
class _OpenLink:
    """A link whose end is still to come."""

    said: Any
    start: int
    end: int
    is_image: bool
    is_empty: bool = True

    @property
    def is_name(self) -> bool:
        """Return whether it is a reference that shows the entry's name."""
        return is_reference(self.said) and not has_words(self.said)

    def closed(self) -> Link:
        reference = is_reference(self.said)
        target = target_of(self.said) if reference else str(self.said["dest_url"])
        return Link(target, self.start, self.end, self.is_image, reference, self.is_empty)
