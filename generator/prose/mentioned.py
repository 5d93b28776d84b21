"""Links around words that stand for a term, and around references."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from generator.prose.markdown import parse_with_ranges
from generator.prose.resolver import Mentioned, Resolver, Target


def linked(plain: str, resolver: Resolver, mentions: Sequence[Mentioned]) -> str:
    """Return a text without anything to escape, with its mentions as links."""
    pieces: list[str] = []
    done = 0
    for mention in mentions:
        opening, closing = link_tags(resolver.reference(mention.term), is_mention=True)
        words = plain[mention.start : mention.end]
        pieces += (plain[done : mention.start], opening, words, closing)
        done = mention.end
    return "".join((*pieces, plain[done:]))


def link_tags(target: Target | None, *, is_mention: bool = False) -> tuple[str, str]:
    """Return what opens and closes a link to an entry, nothing where it has no page."""
    if target is None or target.href is None:
        return "", ""
    kind = "tl-term tl-mention" if is_mention else "tl-term"
    term = f' data-term="{escape(target.term)}"' if target.term else ""
    return f'<a class="{kind}" href="{escape(target.href)}"{term}>', "</a>"


def with_mentions(markdown: str, mentions: Sequence[Mentioned]) -> Iterator[Any]:
    """Yield events without their ranges, and `Mention` where one begins and where it ends."""
    edges = [
        (at, event)
        for mention in mentions
        for at, event in ((mention.start, {"Mention": mention.term}), (mention.end, "MentionEnd"))
    ]
    number = 0
    for event, start, end in parse_with_ranges(markdown):
        if not isinstance(event, dict) or "Text" not in event:
            yield event
            continue
        text, done = event["Text"], start
        # An end belongs to the text before it, a beginning to the one behind.
        while number < len(edges) and (edges[number][0] < end or _is_end(edges[number], end)):
            at, edge = edges[number]
            if at - done and end - start == len(event["Text"]):
                yield {"Text": text[: at - done]}
                text, done = text[at - done :], at
            elif at == end and text:
                yield {"Text": text}
                text = ""
            yield edge
            number += 1
        if text:
            yield {"Text": text}


def _is_end(edge: tuple[int, Any], end: int) -> bool:
    return edge == (end, "MentionEnd")
