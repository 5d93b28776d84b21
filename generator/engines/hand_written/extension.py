"""The extension, and what an author writes on purpose: references and embedded entries."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from generator.engines.hand_written.events import as_escapes
from generator.engines.hand_written.here import Here
from generator.engines.hand_written.linking import MentionLinks
from generator.render import Press

_REFERENCE = r"(?<!!)\[\[([^\[\]|]+)(?:\|([^\[\]]+))?\]\]"
_EMBED = re.compile(r"^!\[\[([^\[\]|]+)\]\]$")


class GlossaryMarkdown(Extension):
    """Knows the glossary; `path` says which page is being converted, without its `.md`."""

    def __init__(self, press: Press, path: Callable[[], str]) -> None:
        super().__init__()
        self._here = Here(press, path)
        self._embeds: dict[str, str] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors: the reference before Markdown's own links, mentions late.

        When mentions are linked, attribute lists, headings and quotation marks are done, but
        escaped characters are still told from others.
        """
        md.registerExtension(self)
        md.inlinePatterns.register(_Reference(self._here, md), "termloom-reference", 175)
        md.parser.blockprocessors.register(
            _Embed(self._here, md, self._embeds), "termloom-embed", 75
        )
        md.treeprocessors.register(
            MentionLinks(self._here, md, self._embeds), "termloom-mentions", 3
        )

    def reset(self) -> None:
        """Forget the page before."""
        self._embeds.clear()


class _Reference(InlineProcessor):
    def __init__(self, here: Here, md: Markdown) -> None:
        super().__init__(_REFERENCE, md)
        self._here = here

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        """Return a link, or the words alone where the target names nothing or is forbidden."""
        written = m.group(1).strip()
        target = written.removeprefix("!").strip()
        words = (m.group(2) or "").strip()
        found = None if written.startswith("!") else self._here.view.reference(target)
        if found is not None:
            words = words or found.words
        source = None if found is None else self._here.source(target)
        if source is None:
            # They shall not be linked as a mention either.
            return as_escapes(words or target), m.start(0), m.end(0)
        link = Element("a", {"class": "tl-term", "href": source})
        if (term := self._here.term(target)) is not None:
            link.set("data-term", term)
        link.text = AtomicString(words)
        return link, m.start(0), m.end(0)


class _Embed(BlockProcessor):
    def __init__(self, here: Here, md: Markdown, embeds: dict[str, str]) -> None:
        super().__init__(md.parser)
        self._here = here
        self._md = md
        self._embeds = embeds

    def test(self, parent: Element, block: str) -> bool:
        """Return whether the block is an embedded entry and nothing else."""
        return _EMBED.match(block.strip()) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the entry's HTML in place of the block."""
        found = _EMBED.match(blocks.pop(0).strip())
        assert found is not None
        target = found.group(1).strip()
        html = self._here.embedded(target)
        paragraph = Element("p")
        if html is None:
            paragraph.text = AtomicString(as_escapes(target))
        else:
            paragraph.text = self._md.htmlStash.store(html)
            self._embeds[paragraph.text] = target
        parent.append(paragraph)
