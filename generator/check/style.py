"""Style sheets to their references."""

import re
from collections.abc import Iterator
from typing import Final

from generator.check.reference import Reference, Use

# Comments and other texts are met first, so that nothing in them counts.
_TOKEN: Final = re.compile(
    r"""/\*.*?(?:\*/|$)
    |@import\s+(?:url\(\s*)?["']?(?P<imported>[^"')\s;]+)["']?
    |url\(\s*(?:"(?P<double>(?:\\.|[^"\\])*)"|'(?P<single>(?:\\.|[^'\\])*)'|(?P<bare>[^)"'\s]*))\s*\)
    |"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_ESCAPE: Final = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)


def of_style(css: str) -> Iterator[Reference]:
    """Yield what a style sheet, or the value of a `style`, loads.

    A name of something in the same page, such as `url(#gradient)`, loads nothing.
    """
    for found in _TOKEN.finditer(css):
        parts = (found["imported"], found["double"], found["single"], found["bare"])
        url = next((part for part in parts if part is not None), "")
        if url and not url.startswith("#"):
            yield Reference(_ESCAPE.sub(_unescaped, url), Use.FILE)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16) if found[1] else 0
    return (chr(code) if code < 0x110000 else "\ufffd") if found[1] else found[2]
