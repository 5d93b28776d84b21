"""The addresses that an author wrote, with their places in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final

from generator.check.attributes import PARTED

# What is shown and not followed: fenced blocks, code in a line, comments. Each has a greatest
# length, so that many that are never closed cost no more than a few.
_CODE: Final = re.compile(
    r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,}).{0,100000}?^[ \t>]*(?P=fence)[`~]*[ \t]*$"
    r"|(?P<ticks>`+)(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`)|<!--(?:(?!<!--).)*?-->",
    re.MULTILINE | re.DOTALL,
)
_ATTRIBUTES: Final = (
    "href|src|srcset|imagesrcset|poster|data|action|formaction|cite|background|longdesc|content"
)
_ADDRESS: Final = re.compile(
    r"\]\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<inline>(?:[^\s()<>]|\([^\s()]*\))*))"
    r"|^[ \t>]*\[[^\]\n]+\]:\s*<?(?P<defined>[^\s<>]+)>?"
    r"|<(?P<automatic>[a-zA-Z][\w+.\-]*:[^\s<>]*)>"
    rf"|(?<![\w-])(?P<attribute>{_ATTRIBUTES})\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'"
    r"|(?P<bare>[^\s\"'>]+))"
    r"|url\(\s*[\"']?(?P<loaded>[^\"')\s]+)",
    re.MULTILINE | re.IGNORECASE,
)
_PART: Final = re.compile(r"(?:\burl\s*=\s*)?([^\s,;]+)", re.IGNORECASE)
_WORDLESS: Final = re.compile(r"\[\s*(?:!\[\s*\]\([^()]*\)\s*)?\]\(\s*<?\Z")
_ENDS_WORDLESS: Final = re.compile(r"""["']?[^<>]*>\s*(?:<(?!/a)[^<>]*>\s*)*</a""", re.IGNORECASE)
_SPEAKING: Final = re.compile(r"""\b(?:alt|aria-label|title)\s*=\s*["']\s*[^\s"']""")


@dataclass(frozen=True, slots=True)
class Written:
    """An address in a text, with its range of characters."""

    url: str
    start: int
    end: int


def written(text: str) -> Iterator[Written]:
    """Yield every address in Markdown or HTML, in the order of the text.

    Read by patterns and not by a parser, since hand-written pages are read by Python-Markdown
    with any extension. It is asked only where a link is known to be on the page.
    """
    if not any(mark in text for mark in ("](", "]:", "<", "url(")):
        return
    code = [found.span() for found in _CODE.finditer(text)]
    for found in _ADDRESS.finditer(text):
        name = found.lastgroup
        if name is None or any(start <= found.start() < end for start, end in code):
            continue
        value, start = found[name], found.start(name)
        yield Written(unescape(value), start, found.end(name))
        if (found["attribute"] or "").lower() in PARTED:
            # Of several pictures, or of a redirect, each part may be the address.
            for part in _PART.finditer(value):
                yield Written(unescape(part[1]), start + part.start(1), start + part.end(1))


def ids(text: str, id: str) -> Iterator[Written]:
    """Yield where Markdown or HTML gives an element this id, after the first time."""
    name = re.escape(id)
    pattern = rf"(?<![\w-])id\s*=\s*[\"']?({name})(?=[\"'\s>])|\{{[^{{}}\n]*?#({name})(?=[\s}}])"
    code = [found.span() for found in _CODE.finditer(text)]
    spans = (found.span(found.lastindex or 0) for found in re.finditer(pattern, text))
    shown = [span for span in spans if not any(s <= span[0] < e for s, e in code)]
    for start, end in shown[1:]:
        yield Written(id, start, end)


def is_wordless(text: str, address: Written) -> bool:
    """Return whether the link with this address shows no words."""
    if _WORDLESS.search(text, max(0, address.start - 300), address.start):
        return True
    tag = text.rfind("<", 0, address.start)
    end = _ENDS_WORDLESS.match(text, address.end, address.end + 1000)
    return end is not None and not _SPEAKING.search(text, max(tag, 0), end.end())
