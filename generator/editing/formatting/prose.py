"""Markdown, wrapped so that it means what it meant.

Only the ends of lines within a paragraph change. Markdown shows them as spaces, and the
parser is asked whether everything else is as it was.
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.prose.markdown import parse, parse_with_ranges
from generator.text import Prose

_END_OF_LINE = r"[ \t]*\n[ \t]*"
_MAY_BREAK = re.compile(rf"{_END_OF_LINE}|(?<=\S) (?=\S)")
# What could begin a list, a heading, a quotation, a table, a line or a footnote.
_BLOCK_MARK = re.compile(r"[-+#>|=:~<]|\*(?:$|\*\*)|_{3}|`{3}|\[\^|\d{1,9}[.)](?:$|\W)")
_LIST_MARKS = re.compile(r" *(?:(?:[-*+]|\d{1,9}[.)]) +)*")
_WHOLE = ("Link", "Image")
_INLINE = {"Emphasis", "Strong", "Strikethrough", *_WHOLE}


def settled(text: str, width: int) -> str:
    """Return Markdown without white space at the ends of lines, paragraphs of long lines wrapped.

    What cannot be done without changing the meaning is not done.
    """
    trimmed = _trimmed(text)
    is_long = any(len(line) > width for line in trimmed.split("\n"))
    if (
        is_long
        and len(text) <= Prose.longest
        and is_same(text, wrapped := _wrapped(trimmed, width))
    ):
        return wrapped
    return trimmed if is_same(text, trimmed) else text


def filled(text: str, width: int) -> list[str]:
    """Return one paragraph as lines of at most this width, as far as it can be broken."""
    words = _words(text, 0, len(text), _closed(parse_with_ranges(text)))
    return _filled(words, width)


def is_same(one: str, other: str) -> bool:
    """Return whether two texts are the same Markdown but for the ends of lines in paragraphs."""
    one, other = one.strip(), other.strip()
    return one == other or list(_events(one)) == list(_events(other))


def _events(text: str) -> Iterator[Any]:
    """Yield the parser's events, with words that follow each other as one."""
    words = ""
    for event in parse(text):
        if event == "SoftBreak":
            words += " "
        elif isinstance(event, dict) and "Text" in event:
            words += event["Text"]
        else:
            if words:
                yield words
            words = ""
            yield event
    if words:
        yield words


def _trimmed(text: str) -> str:
    """Return the text without white space that shows nowhere; two spaces end a line for readers."""
    lines = text.split("\n")
    following = [*lines[1:], ""]
    return "\n".join(
        bare + "  " if line.endswith("  ") and bare and after.strip() else bare
        for line, after in zip(lines, following, strict=True)
        for bare in (line.rstrip(" \t"),)
    )


def _wrapped(text: str, width: int) -> str:
    events = list(parse_with_ranges(text))
    closed = _closed(iter(events))
    pieces: list[str] = []
    at = 0
    for start, end in _paragraphs(events):
        line = text.rfind("\n", 0, start) + 1
        stop = len(text[:end].rstrip())
        is_long = any(len(one) > width for one in text[line:stop].split("\n"))
        if not is_long or start < at or _LIST_MARKS.fullmatch(text, line, start) is None:
            continue
        words = _words(text, start, stop, closed)
        pieces += (
            text[at:start],
            ("\n" + " " * (start - line)).join(_filled(words, width - (start - line))),
        )
        at = stop
    return "".join((*pieces, text[at:]))


def _paragraphs(events: list[tuple[Any, int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of paragraphs, and of the words of list items without paragraphs.

    What holds a hard line break, such as a postal address, is left out.
    """
    blocks: list[str] = []
    start = end = -1
    is_loose = False
    for event, first, last in events:
        name = _started(event)
        inline = name in _INLINE or (name is None and not _ended(event))
        if inline and blocks and blocks[-1] in ("Paragraph", "Item"):
            start, end = (first if start < 0 else start), max(end, last)
            is_loose = is_loose or event == "HardBreak"
            continue
        if name in _INLINE or _ended(event) in _INLINE:
            continue
        if start >= 0 and not is_loose:
            yield start, end
        start, end, is_loose = -1, -1, False
        if name is not None:
            blocks.append(name)
        elif blocks and _ended(event):
            blocks.pop()


def _closed(events: Iterator[tuple[Any, int, int]]) -> list[tuple[int, int]]:
    """Return the ranges in which no line may end: links, references, images, code, footnotes."""
    found: list[tuple[int, int]] = []
    for event, start, end in events:
        is_whole = _started(event) in _WHOLE or (
            isinstance(event, dict) and not {"Start", "End", "Text"} & event.keys()
        )
        if is_whole and (not found or start >= found[-1][1]):
            found.append((start, end))
    return found


def _words(text: str, start: int, end: int, closed: list[tuple[int, int]]) -> list[str]:
    """Return the pieces of a paragraph between which a line may end."""
    words = [""]
    ranges = iter(closed)
    current = next(ranges, None)
    at = start
    for space in _MAY_BREAK.finditer(text, start, end):
        while current is not None and current[1] <= space.start():
            current = next(ranges, None)
        words[-1] += text[at : space.start()]
        at = space.end()
        is_closed = current is not None and current[0] <= space.start()
        after = text[at : at + 20]
        if is_closed or words[-1].endswith("\\") or _BLOCK_MARK.match(after.split(" ")[0]):
            words[-1] += " "
        else:
            words.append("")
    words[-1] += text[at:end]
    return words


def _filled(words: list[str], width: int) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _started(event: Any) -> str | None:
    return _name(event["Start"]) if isinstance(event, dict) and "Start" in event else None


def _ended(event: Any) -> str | None:
    return _name(event["End"]) if isinstance(event, dict) and "End" in event else None


def _name(tag: Any) -> str:
    return str(tag if isinstance(tag, str) else next(iter(tag)))
