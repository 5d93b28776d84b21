"""New texts in the bytes of old files."""

import pytest

from generator.editing.original import as_written
from generator.reading.document import decode


@pytest.mark.parametrize(
    ("data", "new", "written"),
    [
        (b"a\nb\nc\n", "a\nx\nc\n", b"a\nx\nc\n"),
        (b"a\r\nb\r\nc\r\n", "a\nx\ny\nc\n", b"a\r\nx\r\ny\r\nc\r\n"),
        (b"a\r\nb\r\nc", "a\nb\nc", b"a\r\nb\r\nc"),
        (b"a\r\nb\r\nc", "a\nb\nd", b"a\r\nb\r\nd"),
        (b"a\r\nb\nc\r\n", "a\nb\nd\nc\n", b"a\r\nb\nd\r\nc\r\n"),
        (b"a\rb\rc", "a\nx\nc", b"a\rx\rc"),
        ("a\u2028b\nc\x85d\n".encode(), "a b\nc x\n", "a\u2028b\nc\x85x\n".encode()),
        (b"a\r\n\r\nb\r\n", "b\n", b"b\r\n"),
        (b"a\r\nb\r\n", "a", b"a"),
        (b"a", "a\n", b"a\n"),
        (b"", "a\n", b"a\n"),
    ],
)
def test_all_that_stays_keeps_its_bytes(data: bytes, new: str, written: bytes) -> None:
    assert as_written(data, decode("", data), new) == written


def test_bytes_that_say_something_else_are_not_touched() -> None:
    assert as_written(b"a\n", "b\n", "c\n") is None
    assert as_written(b"\xff", "b\n", "c\n") is None
