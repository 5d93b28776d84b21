"""What prose holds: references, and words."""

from collections.abc import Callable
from dataclasses import dataclass

from generator.prose.markdown import (
    is_bare,
    is_plain,
    is_reference,
    link_of,
    parse,
    parse_with_ranges,
    target_of,
)

_INLINE_ENDS = {"Emphasis", "Strong", "Strikethrough", "Link", "Image"}


@dataclass(frozen=True, slots=True)
class Reference:
    """`[[target]]`, `[[target|words]]` or `![[target]]`, with its range of characters."""

    target: str
    start: int
    end: int


def references(markdown: str) -> tuple[Reference, ...]:
    """Return the references in a text, in order."""
    if "[[" not in markdown:
        return ()
    return tuple(
        Reference(target_of(link), start, end)
        for event, start, end in parse_with_ranges(markdown)
        if (link := link_of(event)) is not None and is_reference(link)
    )


def to_text(markdown: str, words: Callable[[str], str] | None = None) -> str:
    """Return the words alone, without markup.

    `words` gives those of a reference that has none of its own; without it such a reference
    stays as it is written.
    """
    if is_plain(markdown):
        return " ".join(markdown.split())
    pieces: list[str] = []
    named = ""
    for event in parse(markdown):
        link = link_of(event)
        if link is not None:
            named = words(target_of(link)) if words and is_bare(link) else ""
        match event:
            case (
                {"Text": str(text)}
                | {"Code": str(text)}
                # Shown as text by `to_html` too.
                | {"Html": str(text)}
                | {"InlineHtml": str(text)}
            ):
                pieces.append(named or text)
                named = ""
            case {"End": end} if isinstance(end, dict) or end not in _INLINE_ENDS:
                pieces.append(" ")
            case "SoftBreak" | "HardBreak":
                pieces.append(" ")
    return " ".join("".join(pieces).split())
