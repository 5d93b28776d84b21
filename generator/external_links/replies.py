"""What a server said, or why it said nothing."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

_LARGEST_UNPACKED = 4_000_000


class Trouble(StrEnum):
    """Why there was no reply."""

    NO_HOST = "no host"
    SILENCE = "silence"
    UNTRUSTED = "untrusted"
    UNREACHED = "unreached"
    BROKEN = "broken"


class NoReply(Exception):
    """A server did not answer, or not in HTTP; the text says so in words."""

    def __init__(self, trouble: Trouble, words: str) -> None:
        super().__init__(words)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server said. `body` is unpacked and may be cut; `is_whole` says that it is not."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_whole: bool = True

    def header(self, name: str) -> str:
        """Return a header by its name in lower case; empty where there is none."""
        return self.headers.get(name, "")


def unpacked(body: bytes, encoding: str, *, is_whole: bool) -> tuple[bytes, bool]:
    """Unpack a body up to a bound, however much more is in it."""
    match encoding.strip().lower():
        case "" | "identity":
            return body, is_whole
        case "gzip" | "x-gzip" | "deflate":
            unpack = zlib.decompressobj(wbits=47)
        case _:
            return b"", False
    try:
        found = unpack.decompress(body, _LARGEST_UNPACKED)
    except zlib.error:
        return b"", False
    return found, is_whole and unpack.eof
