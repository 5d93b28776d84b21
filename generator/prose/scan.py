"""What prose holds: references, and words."""

from dataclasses import dataclass

from generator.prose.markdown import (
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


def to_text(markdown: str) -> str:
    """Return the words alone, without markup; references as they are written."""
    if is_plain(markdown):
        return " ".join(markdown.split())
    pieces: list[str] = []
    for event in parse(markdown):
        match event:
            case (
                {"Text": str(text)}
                | {"Code": str(text)}
                # Shown as text by `to_html` too.
                | {"Html": str(text)}
                | {"InlineHtml": str(text)}
            ):
                pieces.append(text)
            case {"End": end} if isinstance(end, dict) or end not in _INLINE_ENDS:
                pieces.append(" ")
            case "SoftBreak" | "HardBreak":
                pieces.append(" ")
    return " ".join("".join(pieces).split())
