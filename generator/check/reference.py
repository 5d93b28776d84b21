"""What a finished file says of addresses: the vocabulary of every reader of files."""

from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """What an address is for."""

    PAGE = "page"
    FILE = "file"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as it was meant, character references read, and what it is for.

    `whole` says that the address counts from the root of the site, and not from its file.
    """

    url: str
    use: Use
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one file leads to, and where in it one can be led.

    `base` is the address that a page sets for all others; `twice` are ids that stand there
    more than once. `nameless` are links that say nothing, each with how many links to the same
    address stand before it. `broken` says why the file, or a part of it, cannot be read.
    """

    references: tuple[Reference, ...] = ()
    anchors: tuple[str, ...] = ()
    base: str | None = None
    twice: tuple[str, ...] = ()
    nameless: tuple[tuple[str, int], ...] = ()
    broken: tuple[str, ...] = ()
