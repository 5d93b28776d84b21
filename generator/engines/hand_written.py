"""References and embedded entries on hand-written pages: a Python-Markdown extension.

`[[rag]]` becomes a link, `![[prompting-or-rag]]` on a line of its own becomes the comparison
itself. What names nothing stays as its words; the rules report it at its line.
"""

import posixpath
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from generator.graph import Graph
from generator.layout import path_of
from generator.render import Press, View, embedded

_REFERENCE = r"(?<!!)\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]"
_EMBED = re.compile(r"^!\[\[([^\[\]|]+)\]\]$")


class GlossaryMarkdown(Extension):
    """Knows the graph, and the page that is being converted."""

    def __init__(self, press: Press, path: Callable[[], str]) -> None:
        super().__init__()
        self._press = press
        self._path = path

    @property
    def view(self) -> View:
        """Return the view from the page that is being converted."""
        return self._press.view(self._path())

    @property
    def graph(self) -> Graph:
        """Return the graph."""
        return self._press.graph

    def embedded(self, target: str) -> str | None:
        """Return the HTML of an entry as a block, or nothing if there is no such entry."""
        id = self.graph.resolve(target)
        entry = self.view.entry(id) if id else None
        return embedded(self._press, self.view, entry) if entry else None

    def source(self, target: str) -> str | None:
        """Return the Markdown path of an entry's page as seen from this page.

        The engine makes an address of it, as it does of every link between pages; a finished
        address would look to MkDocs like a file that is not there.
        """
        id = self.graph.resolve(target)
        entry = self.graph.glossary.get(id) if id else None
        if entry is None or not entry.is_published:
            return None
        return posixpath.relpath(f"{path_of(entry)}.md", posixpath.dirname(self._path()) or ".")

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the two processors, the reference before Markdown's own links."""
        md.inlinePatterns.register(_Reference(self, md), "termloom-reference", 175)
        md.parser.blockprocessors.register(_Embed(self, md), "termloom-embed", 75)


class _Reference(InlineProcessor):
    def __init__(self, extension: GlossaryMarkdown, md: Markdown) -> None:
        super().__init__(_REFERENCE, md)
        self._extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        """Return a link, or the words alone where the target names nothing."""
        target = m.group(1).strip()
        found = self._extension.view.reference(target)
        if found is None:
            return (m.group(2) or m.group(1)).strip(), m.start(0), m.end(0)
        words = (m.group(2) or found.words).strip()
        source = self._extension.source(target)
        if source is None:
            return words, m.start(0), m.end(0)
        link = Element("a", {"class": "tl-term", "href": source})
        link.text = AtomicString(words)
        return link, m.start(0), m.end(0)


class _Embed(BlockProcessor):
    def __init__(self, extension: GlossaryMarkdown, md: Markdown) -> None:
        super().__init__(md.parser)
        self._extension = extension
        self._md = md

    def test(self, parent: Element, block: str) -> bool:
        """Return whether the block is an embedded entry and nothing else."""
        return _EMBED.match(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the entry's HTML in place of the block."""
        found = _EMBED.match(blocks.pop(0).strip())
        assert found is not None
        target = found.group(1).strip()
        html = self._extension.embedded(target)
        paragraph = Element("p")
        paragraph.text = AtomicString(target) if html is None else self._md.htmlStash.store(html)
        parent.append(paragraph)
