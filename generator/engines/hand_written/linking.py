"""Mentions on hand-written pages become links, in the texts of the tree."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from generator.engines.hand_written.events import Slot, Tree
from generator.engines.hand_written.here import Here
from generator.mentions import Text, Verdict, occurrences
from generator.prose import sections_of


class MentionLinks(Treeprocessor):
    """Links what the graph says that the page mentions, where the page as it is shown allows it.

    The graph reads pages as CommonMark, Python-Markdown and its extensions read some of them
    otherwise. So the words are judged again in the tree, by the same function.
    """

    def __init__(self, here: Here, md: Markdown, embeds: Mapping[str, str]) -> None:
        super().__init__(md)
        self._here = here
        self._embeds = embeds

    def run(self, root: Element) -> None:
        """Put links around the words."""
        self._link_all(root)
        _unnest(root)

    def _link_all(self, root: Element) -> None:
        wanted = self._here.mentioned()
        if not wanted:
            return
        tree = Tree(self.md.htmlStash.rawHtmlBlocks, self._embeds)
        sections = sections_of(tree.events(root))
        texts = tuple(Text.of(running, str(number)) for number, running in enumerate(sections))
        context = self._here.context(texts)
        found = [
            (one.start, one.end, one.claims[0].term)
            for one in occurrences(texts, context, self._here.lexicon)
            if one.verdict is Verdict.LINKED and one.claims[0].term in wanted
        ]
        # From the last, so that what is before keeps its place.
        for start, end, term in reversed(found):
            self._link(_slot(tree.slots, start), start, end, term)

    def _link(self, slot: Slot, start: int, end: int, term: str) -> None:
        before, words, after = _parts(slot.text, start - slot.start, end - slot.start)
        source = self._here.source(term)
        if source is None or not all(map(_is_whole, (before, words, after))):
            return
        link = Element("a", {"class": "tl-term tl-mention", "href": source, "data-term": term})
        link.text = AtomicString(words)
        link.tail = after
        if slot.parent is None:
            slot.element.text = before
            slot.element.insert(0, link)
        else:
            slot.element.tail = before
            slot.parent.insert(list(slot.parent).index(slot.element) + 1, link)


def _slot(slots: list[Slot], at: int) -> Slot:
    return slots[bisect_right(slots, at, key=lambda slot: slot.start) - 1]


def _parts(text: str, start: int, end: int) -> tuple[str, str, str]:
    return text[:start], text[start:end], text[end:]


def _is_whole(text: str) -> bool:
    """Return whether no mark of Python-Markdown is cut in two."""
    return text.count(STX) == text.count(ETX)


def _unnest(root: Element) -> None:
    """Leave the words alone of a reference that stands in another link."""
    for outer in root.iter("a"):
        for holder, inner in list(_links_in(outer)):
            _unwrap(holder, inner)


def _links_in(element: Element) -> Iterator[tuple[Element, Element]]:
    for child in element:
        yield from _links_in(child)
        if child.tag == "a" and "tl-term" in (child.get("class") or ""):
            yield element, child


def _unwrap(holder: Element, link: Element) -> None:
    number = list(holder).index(link)
    words = (link.text or "") + (link.tail or "")
    holder.remove(link)
    if number:
        before = holder[number - 1]
        before.tail = (before.tail or "") + words
    else:
        holder.text = (holder.text or "") + words
