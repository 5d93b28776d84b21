"""The sentence around the first mention of each entry in each source.

Every sentence is cut out once, for all pages, in one walk over what each source mentions.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.diagnostics import FieldPath
from generator.graph import Graph
from generator.model import leaves, value_at
from generator.prose import PARTING, Running, Standing, running, sentences
from generator.text import EntryId

# The length of an excerpt at most, in characters.
_AROUND = 200
# What nothing follows looks like a slip before the dots.
_LOOSE = " ,;:–—-"
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence, or the part of one around a mention; all of it is plain text."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class _First:
    """The place in a source where an entry is mentioned first."""

    path: FieldPath
    start: int
    end: int


def excerpts(graph: Graph) -> dict[EntryId, dict[str, Excerpt]]:
    """Return for each entry the sources that mention it, with an excerpt of each.

    A source is an entry's id or the path of a hand-written page.
    """
    found: defaultdict[EntryId, dict[str, Excerpt]] = defaultdict(dict)
    for source, firsts in _firsts(graph).items():
        read: dict[FieldPath, Running] = {}
        for target, first in firsts.items():
            if first.path not in read:
                read[first.path] = running(_value(graph, source, first.path))
            found[target][source] = _excerpt(graph, read[first.path], first)
    return dict(found)


def _firsts(graph: Graph) -> dict[str, dict[EntryId, _First]]:
    """Return what each source mentions, in the order of its page."""
    places: defaultdict[str, list[tuple[EntryId, _First]]] = defaultdict(list)
    for link in graph.links:
        if link.in_prose and link.resolved is not None and link.resolved != link.source:
            assert link.at.span is not None
            places[link.source].append((link.resolved, _First(link.at.path, *link.at.span)))
    for source, mentions in graph.linked.items():
        for mention in mentions:
            assert mention.at.span is not None
            at = _First(mention.at.path, *mention.at.span)
            places[source].append((EntryId(mention.target), at))
    return {source: _ordered(graph, source, found) for source, found in places.items()}


def _ordered(
    graph: Graph, source: str, places: Iterable[tuple[EntryId, _First]]
) -> dict[EntryId, _First]:
    entry = graph.glossary.get(source)
    order = {path: n for n, (path, _) in enumerate(leaves(entry))} if entry is not None else {}
    found: dict[EntryId, _First] = {}
    for target, at in sorted(places, key=lambda p: (order.get(p[1].path, 0), p[1].start)):
        found.setdefault(target, at)
    return found


def _value(graph: Graph, source: str, path: FieldPath) -> str:
    entry = graph.glossary.get(source)
    return graph.glossary.pages[source] if entry is None else str(value_at(entry, path))


def _excerpt(graph: Graph, text: Running, at: _First) -> Excerpt:
    start, end = _range(text, at)
    left = text.text.rfind(PARTING, 0, start) + 1
    right = text.text.find(PARTING, end)
    block = text.text[left : right if right >= 0 else len(text.text)]
    whole = (0, len(block))
    first, last = next((r for r in sentences(block) if r[0] <= start - left < r[1]), whole)
    # A label may hold what looks like the end of a sentence.
    last = max(last, end - left)
    parts = (
        _shown(graph, text, *range_)
        for range_ in ((left + first, start), (start, end), (end, left + last))
    )
    return _cut(*parts)


def _range(text: Running, at: _First) -> tuple[int, int]:
    """Return where a range of the source stands in the text."""
    stretches = text.stretches
    number = bisect_right(stretches, at.start, key=lambda stretch: stretch.end)
    beyond = bisect_left(stretches, at.end, key=lambda stretch: stretch.source)
    while beyond > number and stretches[beyond - 1].source == stretches[beyond - 1].end:
        # The end of a block, which has no length in the source.
        beyond -= 1
    if number >= beyond:
        # Nothing of it can be read, as of an embedded entry.
        return 0, 0
    first, last = stretches[number], stretches[beyond - 1]
    start, end = first.start, last.start + last.length
    # The same length: no entity such as `&amp;`, so that characters can be counted.
    if first.end - first.source == first.length:
        start += max(at.start - first.source, 0)
    if last.end - last.source == last.length:
        end -= max(last.end - at.end, 0)
    return start, end


def _shown(graph: Graph, text: Running, start: int, end: int) -> str:
    """Return what readers see of a range: names for ids, and nothing for tags."""
    pieces: list[str] = []
    while start < end:
        stretch = text.stretch_at(start)
        last = min(stretch.start + stretch.length, end)
        if stretch.standing is Standing.LINK:
            pieces.append(_name(graph, text, stretch.source, text.text[start:last]))
        elif stretch.standing is not Standing.HTML:
            pieces.append(text.text[start:last])
        start = last
    return "".join(pieces)


def _name(graph: Graph, text: Running, source: int, words: str) -> str:
    """Return the name of the entry where the words are the id that a reference gives."""
    number = bisect_right(text.references, source, key=lambda reference: reference.start) - 1
    if number >= 0 and text.references[number].target == words:
        entry = graph.glossary.get(words)
        return str(entry.name) if entry is not None else words
    return words


def _cut(before: str, words: str, after: str) -> Excerpt:
    """Return the sentence, cut between words where it is long; both sides share the room."""
    before, words, after = _one_line(before).lstrip(), _one_line(words), _one_line(after).rstrip()
    room = max(_AROUND - len(words), 0)
    left = max(room // 2, room - len(after))
    right = max(room - room // 2, room - len(before))
    if len(before) > left:
        before = f"… {before[len(before) - left :].partition(' ')[2]}"
    if len(after) > right:
        after = f"{after[:right].rpartition(' ')[0].rstrip(_LOOSE)} …"
    return Excerpt(before, words, after)


def _one_line(text: str) -> str:
    """Return a text with one space for each run of them, those at its ends included."""
    return _SPACES.sub(" ", text)
