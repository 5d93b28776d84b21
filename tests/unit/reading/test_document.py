"""Bytes to text."""

import pytest

from generator.reading.document import LARGEST, decode


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_become_line_feeds(ending: str) -> None:
    assert decode("a.yml", f"a: b{ending}c: d{ending}".encode()) == "a: b\nc: d\n"


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_what_only_yaml_1_1_takes_for_a_line_end_becomes_a_space(character: str) -> None:
    assert decode("a.yml", f"a: b{character}c".encode()) == "a: b c"


def test_the_largest_file_may_be_read() -> None:
    assert len(decode("a.yml", b"#" * LARGEST)) == LARGEST
