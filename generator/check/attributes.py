"""Which attributes of HTML hold addresses, and how."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.check.reference import Reference, Use

# `link` and `meta` hold addresses only for some of their other attributes' values.
ATTRIBUTES: Final[Mapping[str, tuple[str, ...]]] = {
    "a": ("href", "xlink:href"),
    "area": ("href",),
    "link": ("imagesrcset",),
    "img": ("src", "srcset", "longdesc"),
    "source": ("src", "srcset"),
    "script": ("src", "xlink:href"),
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "input": ("src", "formaction"),
    "button": ("formaction",),
    "form": ("action",),
    "object": ("data",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "blockquote": ("cite",),
    "q": ("cite",),
    "ins": ("cite",),
    "del": ("cite",),
    "body": ("background",),
    "table": ("background",),
    "td": ("background",),
}
_LISTS: Final = frozenset(("srcset", "imagesrcset"))
# An attribute of these that is there but empty says nothing, and is allowed.
_MAY_BE_EMPTY: Final = frozenset(("action", "formaction", "cite"))
_PAGES: Final = frozenset(
    (
        ("a", "href"), ("a", "xlink:href"), ("area", "href"), ("iframe", "src"), ("frame", "src"),
        ("form", "action"), ("button", "formaction"), ("input", "formaction"),
        ("blockquote", "cite"), ("q", "cite"), ("ins", "cite"), ("del", "cite"),
        ("img", "longdesc"),
    )
)  # fmt: skip
# Attributes of which an address may be a part, and all that may hold any.
PARTED: Final = frozenset(("srcset", "imagesrcset", "content", "style"))
ADDRESSED: Final = PARTED | {"href"} | {name for names in ATTRIBUTES.values() for name in names}
_REFRESH: Final = re.compile(
    r"\s*[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?(?:'([^']*)'|\"([^\"]*)\"|(\S.*))", re.IGNORECASE
)
# One picture of several: an address without commas at its ends, and what it is for.
_CANDIDATE: Final = re.compile(r"[\s,]*([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,\s(]+)*\s*(?:,|$)")


def used(tag: str, name: str, value: str) -> Iterator[Reference]:
    """Yield the references of one attribute that `ATTRIBUTES` names."""
    use = Use.PAGE if (tag, name) in _PAGES else Use.FILE
    if name in _LISTS:
        for found in _CANDIDATE.finditer(value):
            yield Reference(found[1], use)
    elif value.strip() or name not in _MAY_BE_EMPTY:
        yield Reference(value, use)


def refreshed(content: str) -> str | None:
    """Return where `<meta http-equiv=refresh>` leads; without an address it loads itself."""
    found = _REFRESH.match(content)
    return (
        next((part.strip() for part in found.groups() if part is not None), None) if found else None
    )
