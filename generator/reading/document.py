"""One file of text, read once."""

import re
from dataclasses import dataclass

from generator.diagnostics import Location
from generator.reading.faults import (
    ENCODING,
    FILE_TOO_LARGE,
    MERGE_CONFLICT,
    unreadable,
)
from generator.reading.lines import Lines
from generator.reading.tree import Fields, parse

LARGEST = 1_000_000
# YAML 1.1 ends a line at these, YAML 1.2 and editors do not; word processors leave them behind.
_NOT_LINE_ENDS = "\x85\u2028\u2029"
_CONFLICT = re.compile(r"^(<{7}|>{7})( .*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file. `path` is relative to the project; `tags` as in `parse`.

    The tree is parsed when asked for and not kept: of 10,000 trees only those with
    something to report are ever needed twice.
    """

    path: str
    text: str
    tags: bool = False

    def tree(self) -> Fields:
        """Return the parsed tree, or raise `Unreadable`."""
        _refuse_conflict(self.path, self.text)
        return parse(self.path, self.text, tags=self.tags)


def decode(path: str, data: bytes) -> str:
    """Return the text of a file's bytes, or raise `Unreadable`.

    Line ends become line feeds, so that positions do not depend on the editor.
    """
    if len(data) > LARGEST:
        raise unreadable(
            FILE_TOO_LARGE, Location(path), f"this file has more than {LARGEST:,} bytes"
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unreadable(ENCODING, Location(path), "this file is UTF-16", hint="save it as UTF-8")
    if data.startswith(b"\xef\xbb\xbf"):
        raise unreadable(
            ENCODING,
            Location(path),
            "this file starts with a byte-order mark",
            hint="save it as UTF-8 without a byte-order mark (BOM)",
        )
    if (nul := data.find(b"\0")) >= 0:
        raise unreadable(
            ENCODING, _place(path, data[:nul]), "this file holds a NUL byte", hint="it is not text"
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise unreadable(
            ENCODING,
            _place(path, data[: error.start]),
            f"the byte 0x{data[error.start]:02x} is not UTF-8",
            hint="save the file as UTF-8",
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for char in _NOT_LINE_ENDS:
        text = text.replace(char, " ")
    return text


def _place(path: str, before: bytes) -> Location:
    before = before.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    return Location(path, line, column, line, column + 1)


def _refuse_conflict(path: str, text: str) -> None:
    if found := _CONFLICT.search(text):
        lines = Lines.of(path, text)
        place = lines.place(found.start(), found.end())
        raise unreadable(
            MERGE_CONFLICT,
            place,
            "two versions of this file were never brought together",
            hint="keep one version and remove the lines with <<<<<<<, ======= and >>>>>>>",
            source=lines.line(place.line),
        )
