"""Comments in which an author says that a rule is wrong here, and why.

In YAML `# termloom: ignore[rule, other-rule] because …`, in Markdown the same between `<!--`
and `-->`. What they cover is a range of lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from sys import maxsize

from generator.diagnostics import Location
from generator.reading.document import Document
from generator.reading.faults import Unreadable
from generator.reading.lines import Lines
from generator.reading.tree import Fields, Items, Node, Scalar

_IN_YAML = re.compile(r"(?:^|(?<=\s))#[ \t]*termloom:[^\n]*", re.MULTILINE)
_IN_MARKDOWN = re.compile(r"^ {0,3}(<!--[ \t]*termloom:.*?-->)[ \t]*$", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL)
_SAID = re.compile(
    r"termloom:\s*(?P<verb>[\w-]*)\s*(?:\[(?P<rules>[^\]]*)\])?\s*(?P<rest>.*?)\s*(?:-->)?\s*$",
    re.DOTALL,
)
_RULE = re.compile(r"[^\s,]+")
WHOLE_FILE = (1, maxsize)


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule that a comment names, and the range of characters that goes if it is removed."""

    name: str
    location: Location
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment that suppresses rules. `lines` are the first and the last line it covers.

    `verb` is the word after `termloom:`, `reason` what follows `because`. `span` is the range
    of characters that goes if the comment is removed.
    """

    verb: str
    rules: tuple[NamedRule, ...]
    reason: str
    lines: tuple[int, int]
    location: Location
    source: str
    span: tuple[int, int]

    def covers(self, location: Location) -> bool:
        """Return whether a place lies in what the comment covers."""
        first, last = self.lines
        return location.path == self.location.path and first <= location.line <= last


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Return the comments of a file that suppress rules, those that are malformed included.

    A comment behind a value covers that value; one on a line of its own covers the field or
    the item of a list that follows, in Markdown the line that follows. `ignore-file` before
    everything else covers the file. A file that cannot be read has none.
    """
    if "termloom:" not in document.text:
        return ()
    if document.path.endswith(".md"):
        return tuple(_of_page(document))
    if _IN_YAML.search(document.text) is None:
        return ()
    try:
        return tuple(_of_entry(document, document.tree()))
    except Unreadable:
        return ()


def _of_entry(document: Document, tree: Fields) -> Iterator[Suppression]:
    lines = Lines.of(document.path, document.text)
    ranges = sorted(_ranges(document.text, tree), key=lambda found: (found[0], -found[1]))
    opaque = list(_opaque(document.text, tree))
    for found in _IN_YAML.finditer(document.text):
        at = found.start()
        if not any(start <= at < end for start, end in opaque):
            covered = _covered(document.text, ranges, at)
            yield _suppression(lines, (at, len(found[0].rstrip()) + at), covered)


def _of_page(document: Document) -> Iterator[Suppression]:
    text, lines = document.text, Lines.of(document.path, document.text)
    fences = [found.span() for found in _FENCE.finditer(text)]
    for found in _IN_MARKDOWN.finditer(text):
        if any(start <= found.start() < end for start, end in fences):
            continue
        after = len(text) - len(text[found.end() :].lstrip())
        if "ignore-file" in found[1] and not text[: found.start()].strip():
            after = -1
        yield _suppression(lines, found.span(1), (after, after))


def _suppression(lines: Lines, span: tuple[int, int], covered: tuple[int, int]) -> Suppression:
    """Read one comment; `covered` is the range of characters it covers, from -1 for the file."""
    start, end = span
    said = _SAID.search(lines.text, start, end)
    assert said is not None
    first, last = (lines.place(offset, offset).line for offset in covered)
    place = lines.place(start, end)
    word, _, reason = said["rest"].partition(" ")
    return Suppression(
        said["verb"],
        tuple(_rules(lines, said)),
        reason.strip() if word == "because" else "",
        WHOLE_FILE if covered[0] < 0 else (first, last),
        place,
        lines.line(place.line),
        _removable(lines.text, start, end),
    )


def _rules(lines: Lines, said: re.Match[str]) -> Iterator[NamedRule]:
    names = list(_RULE.finditer(lines.text, *said.span("rules"))) if said["rules"] else []
    for number, found in enumerate(names):
        start, end = found.span()
        # The comma goes with it: the one before, or for the first name the one behind.
        if number:
            start = names[number - 1].end()
        elif len(names) > 1:
            end = names[1].start()
        yield NamedRule(found[0], lines.place(*found.span()), (start, end))


def _removable(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of a comment with the space before it, or with its whole line."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        return len(text[:start].rstrip()), end
    return line, min(end + 1, len(text))


def _covered(text: str, ranges: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """Return the range of characters that a comment at an offset covers, from -1 for the file."""
    line = text.rfind("\n", 0, at) + 1
    if text[line:at].strip():
        behind = [found for found in ranges if line <= found[0] < at]
        return behind[-1] if behind else (line, at)
    if at < ranges[0][0] and "ignore-file" in text[at : text.find("\n", at)]:
        return -1, -1
    # Of all that begin at one place the first is the widest.
    return next((found for found in ranges if found[0] > at), (at, at))


def _ranges(text: str, node: Node, start: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where each field and item starts and ends, a field from its name on."""
    if start is not None:
        yield start, _end(text, node)
    if isinstance(node, Fields):
        for name, inner in node.values.items():
            yield from _ranges(text, inner, node.keys[name].start)
    elif isinstance(node, Items):
        for item in node.items:
            yield from _ranges(text, item, item.start)


def _end(text: str, node: Node) -> int:
    """Return where the last character of a value ends; what follows a block is none of it."""
    while not isinstance(node, Scalar) and text[node.start] not in "[{":
        node = list(node.values.values())[-1] if isinstance(node, Fields) else node.items[-1]
    return node.start + len(text[node.start : node.end].rstrip())


def _opaque(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Yield the ranges of texts in which a `#` starts no comment."""
    match node:
        case Scalar():
            # The line of a block's mark may end with a comment.
            start = text.find("\n", node.start) if node.style in ("|", ">") else node.start
            yield start, node.end
        case Fields():
            for inner in node.values.values():
                yield from _opaque(text, inner)
        case Items():
            for inner in node.items:
                yield from _opaque(text, inner)
