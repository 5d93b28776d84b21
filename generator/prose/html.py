"""The HTML of prose, written from the parser's events."""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape
from typing import Any

from generator.prose.cleaner import CLEANER
from generator.prose.markdown import (
    has_words,
    is_forbidding,
    is_plain,
    is_reference,
    is_remote,
    is_safe,
    parse,
    slug,
    target_of,
)
from generator.prose.mentioned import link_tags, linked, with_mentions
from generator.prose.resolver import Mentioned, Resolver
from generator.prose.table import Table

_SIMPLE = {"SoftBreak": "\n", "HardBreak": "<br>\n", "Rule": "<hr>\n"}
_MARKS = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "del"}
_BLOCKS = {
    "Paragraph": ("<p>", "</p>\n"),
    "CodeBlock": ('<pre tabindex="0"><code>', "</code></pre>\n"),
    "Item": ("<li>", "</li>\n"),
}


def to_html(
    markdown: str,
    resolver: Resolver,
    *,
    inline: bool = False,
    prefix: str = "",
    mentions: Sequence[Mentioned] = (),
) -> str:
    """Return safe HTML. `prefix` keeps the ids of headings and footnotes apart on one page.

    With `inline` the tags of a single paragraph are left out. `mentions` become links around
    words as they are written, in order; the caller knows that no markup divides them.
    """
    if is_plain(markdown):
        html = linked(markdown, resolver, mentions) if mentions else markdown
        return html if inline else f"<p>{html}</p>\n"
    events = with_mentions(markdown, mentions) if mentions else parse(markdown)
    html = _Writer(resolver, prefix).write(events)
    if inline and html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>\n"):
        html = html[3:-5]
    return CLEANER.clean(html) if "<" in html else html


class _Writer:
    """Writes events as HTML. One writer serves one text."""

    def __init__(self, resolver: Resolver, prefix: str) -> None:
        self._resolver = resolver
        self._prefix = f"{prefix}-" if prefix else ""
        self._out: list[str] = []
        self._closing: list[str] = []
        self._notes: dict[str, int] = {}
        self._note_texts: dict[str, str] = {}
        self._marks: list[tuple[str, int]] = []
        self._anchors: set[str] = set()
        self._table = Table()
        self._muted = 0

    def write(self, events: Iterator[Any]) -> str:
        for event in events:
            if isinstance(event, str):
                self._simple(event)
            else:
                ((kind, value),) = event.items()
                getattr(self, f"_on_{kind.lower()}", self._ignore)(value)
        html = "".join(self._out) + self._footnotes()
        # Only now it is known which references are shown, and which of them is the first.
        for at in (f"{self._prefix}{number}" for number in self._notes.values()):
            shown = f'<sup><a href="#fn-{at}"'
            if shown in html:
                html = html.replace(shown, f'<sup id="fnref-{at}"><a href="#fn-{at}"', 1)
            else:
                html = html.replace(_back(at), "")
        return html

    def _simple(self, event: str) -> None:
        if event == "MentionEnd":
            self._out.append(self._closing.pop())
        elif not self._muted:
            self._out.append(_SIMPLE.get(event, ""))

    def _ignore(self, _value: Any) -> None:
        """Leave out what prose does not know, such as metadata."""

    def _on_text(self, text: str) -> None:
        if not self._muted:
            self._out.append(escape(text, quote=False))

    _on_html = _on_text
    _on_inlinehtml = _on_text

    def _on_code(self, text: str) -> None:
        if not self._muted:
            self._out.append(f"<code>{escape(text, quote=False)}</code>")

    def _on_mention(self, term: str) -> None:
        opening, closing = link_tags(self._resolver.reference(term), is_mention=True)
        self._out.append(opening)
        self._closing.append(closing)

    def _on_footnotereference(self, name: str) -> None:
        number = self._notes.setdefault(name.casefold(), len(self._notes) + 1)
        at = f"{self._prefix}{number}"
        self._out.append(f'<sup><a href="#fn-{at}" role="doc-noteref">{number}</a></sup>')

    def _on_start(self, tag: Any) -> None:
        if isinstance(tag, str):
            name, value = tag, None
        else:
            ((name, value),) = tag.items()
        opening, closing = self._tags(name, value)
        if not self._muted or name in ("Link", "Image"):
            self._out.append(opening)
        self._closing.append(closing)

    def _on_end(self, _tag: Any) -> None:
        closing = self._closing.pop()
        if closing.startswith("\0"):
            getattr(self, closing[1:])()
        elif not self._muted:
            self._out.append(closing)

    def _tags(self, name: str, value: Any) -> tuple[str, str]:
        """Return what opens and closes an element; a closing of `\0name` calls that method."""
        if (block := _BLOCKS.get(name)) is not None:
            return block
        if (mark := _MARKS.get(name)) is not None:
            return f"<{mark}>", f"</{mark}>"
        if name.startswith("Table"):
            return self._table.tags(name, value)
        return self._special(name, value)

    def _special(  # noqa: PLR0911 - one for each kind
        self, name: str, value: Any
    ) -> tuple[str, str]:
        match name:
            case "Heading":
                return self._heading(value)
            case "BlockQuote":
                return self._quote(value)
            case "List":
                return self._list(value)
            case "FootnoteDefinition":
                return self._note(value)
            case "Link":
                return self._link(value)
            case "Image":
                return self._image(value)
            case _:
                return "", ""

    def _list(self, start: int | None) -> tuple[str, str]:
        if start is None:
            return "<ul>\n", "</ul>\n"
        return (f'<ol start="{int(start)}">\n' if start != 1 else "<ol>\n"), "</ol>\n"

    def _note(self, name: str) -> tuple[str, str]:
        self._marks.append((name.casefold(), len(self._out)))
        return "", "\0_end_note"

    def _heading(self, heading: Any) -> tuple[str, str]:
        # The first two levels are the page's title and its sections, so prose begins below.
        level = max(int(heading["level"][1]), 3)
        self._marks.append((f"h{level}", len(self._out)))
        return "", "\0_end_heading"

    def _end_heading(self) -> None:
        tag, start = self._marks.pop()
        inner = "".join(self._out[start:])
        anchor = self._prefix + slug(unescape(re.sub(r"<[^>]+>", "", inner)))
        id, count = anchor, 1
        while id in self._anchors:
            count += 1
            id = f"{anchor}-{count}"
        self._anchors.add(id)
        self._out[start:] = [f'<{tag} id="{escape(id)}">{inner}</{tag}>\n']

    def _quote(self, kind: str | None) -> tuple[str, str]:
        if kind is None:
            return "<blockquote>\n", "</blockquote>\n"
        name = {"Important": "info", "Caution": "danger"}.get(kind, kind.lower())
        title = f'<p class="admonition-title">{kind}</p>\n'
        return f'<div class="admonition {name}">\n{title}', "</div>\n"

    def _link(self, link: Any) -> tuple[str, str]:
        if is_reference(link):
            return self._reference(link)
        url = str(link["dest_url"])
        if link["link_type"] == "Email":
            url = f"mailto:{url}"
        if not is_safe(url):
            return "", ""
        external = is_remote(url)
        href = url if external or url.startswith("#") else self._resolver.link(url)
        rel = ' rel="noopener"' if external else ""
        title = f' title="{escape(link["title"])}"' if link["title"] else ""
        return f'<a href="{escape(href)}"{title}{rel}>', "</a>"

    def _reference(self, link: Any) -> tuple[str, str]:
        found = None if is_forbidding(link) else self._resolver.reference(target_of(link))
        if found is None:
            return "", ""
        opening, closing = link_tags(found)
        if has_words(link):
            return opening, closing
        self._muted += 1
        return f"{opening}{escape(found.words, quote=False)}{closing}", "\0_unmute"

    def _unmute(self) -> None:
        self._muted -= 1

    def _image(self, image: Any) -> tuple[str, str]:
        if is_reference(image):
            return self._reference(image)
        self._marks.append((str(image["dest_url"]), len(self._out) + 1))
        return "", "\0_end_image"

    def _end_image(self) -> None:
        url, start = self._marks.pop()
        words = re.sub(r"<[^>]+>", "", "".join(self._out[start:]))
        del self._out[start:]
        if not is_safe(url) or is_remote(url):
            self._out.append(words)
            return
        src = escape(self._resolver.link(url))
        alt = words.replace('"', "&quot;")
        self._out.append(f'<img src="{src}" alt="{alt}" loading="lazy">')

    def _end_note(self) -> None:
        name, start = self._marks.pop()
        self._note_texts[name] = "".join(self._out[start:])
        del self._out[start:]

    def _footnotes(self) -> str:
        items = "".join(
            f'<li id="fn-{at}">{self._note_texts.get(name, "")}{_back(at)}</li>\n'
            for name, at in ((name, f"{self._prefix}{n}") for name, n in self._notes.items())
        )
        notes = f'<div class="tl-footnotes" role="doc-endnotes"><ol>\n{items}</ol></div>\n'
        return notes if items else ""


def _back(at: str) -> str:
    """Return the link from a footnote to the first place that refers to it."""
    return f'<a href="#fnref-{at}" role="doc-backlink" aria-label="Back to the text">↩</a>'
