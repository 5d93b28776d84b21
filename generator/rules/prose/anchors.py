"""The places within a page that a link may lead to."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape

from generator.graph import Graph, Passage
from generator.layout import anchor_prefix, anchors
from generator.model import Entry
from generator.prose import Target, to_html
from generator.text import TermId

_MAY_HOLD_HEADING = re.compile(r"#|\n[ >]*(?:=+|-+)[ \t]*(?:\n|$)|\[\^")
_ID = re.compile(r'\bid="([^"]*)"')
# What is written to a page only when the site is built: nobody knows its anchors before.
_UNSURE = re.compile(r"\{\{|\{%|--8<--|^:::|<!-- material/|^ *#+.*\[\[", re.MULTILINE)
_HEADING = re.compile(
    r"^[ >]*#{1,6}[ \t]*(.+?)[ \t#]*$|^(.+)\n[ \t]*(?:=+|-+)[ \t]*$", re.MULTILINE
)
_WRITTEN = re.compile(r"\b(?:id|name)\s*=\s*[\"']?([^\"'\s>]+)|\{:?[^{}\n]*?#([^\s{}]+)")
_MARKUP = re.compile(
    r"\{[^{}]*\}$|!\[[^\]]*\]\([^)]*\)|<[^>]+>|[`*~]|\]\([^)]*\)|\]\[[^\]]*\]|[\[\]]"
)
_EMOJI = re.compile(r":[\w+-]+:")
_EMPHASIS = re.compile(r"(?<!\w)_+|_+(?!\w)")


def anchors_of_entry(entry: Entry, graph: Graph, passages: Iterable[Passage]) -> frozenset[str]:
    """Return the anchors of an entry's page."""
    id = TermId(entry.id)
    derived = {
        "compared": graph.compared_in.get(id),
        "related": graph.edges.get(id),
        "mentioned-in": graph.mentions.get(id),
    }
    found = {*anchors(entry), *(name for name, value in derived.items() if value)}
    names = _Names(graph)
    for passage in passages:
        if _MAY_HOLD_HEADING.search(passage.prose):
            prefix = anchor_prefix(entry, passage.path)
            found.update(_ID.findall(to_html(passage.prose, names, prefix=prefix)))
    return frozenset(unescape(anchor) for anchor in found)


class _Names:
    """Knows what references show. Where links lead does not matter to an anchor."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def reference(self, target: str) -> Target | None:
        id = self._graph.resolve(target)
        entry = self._graph.glossary.get(id) if id is not None else None
        if entry is None:
            return None
        return Target(None, entry.name if target == entry.id else target)

    def link(self, url: str) -> str:
        return url


def anchors_of_page(markdown: str) -> frozenset[str] | None:
    """Return the anchors of a hand-written page, rather too many than too few.

    A heading has one for each way of making anchors that is in use. Nothing where the
    engine may add others.
    """
    if _UNSURE.search(markdown):
        return None
    written = (id for found in _WRITTEN.findall(markdown) for id in found if id)
    counts = Counter(
        slug for found in _HEADING.findall(markdown) for slug in set(_slugs("".join(found)))
    )
    repeated = (
        f"{slug}{joint}{number}"
        for slug, count in counts.items()
        for number in range(1, count if slug else count + 1)
        for joint in "_-"
    )
    return frozenset((*written, *counts, *repeated))


def _slugs(heading: str) -> Iterator[str]:
    """Yield the anchors that a heading may have: Python-Markdown's, with Unicode, GitHub's."""
    plain = unescape(_MARKUP.sub("", heading))
    without = _EMOJI.sub("", plain)
    for text in (plain, without, _EMPHASIS.sub("", plain), _EMPHASIS.sub("", without)):
        latin = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        for words in (latin, text):
            kept = re.sub(r"[^\w\s-]", "", words).strip().lower()
            yield re.sub(r"[-\s]+", "-", kept)
            yield re.sub(r"\s", "-", kept)
