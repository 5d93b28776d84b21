"""Text as YAML that every reader takes for text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.quoting import block, double_quoted, is_plain, quoted

TEXT = st.text(max_size=30) | st.text("ayno019-+.:_ #,[]{}'\"xoe~=<\n\t", max_size=12)


@given(TEXT)
def test_what_is_plain_stays_text_without_quotes(text: str) -> None:
    if is_plain(text):
        assert yaml.safe_load(f"a: {text}\n") == {"a": text}
    if is_plain(text, in_brackets=True):
        assert yaml.safe_load(f"a: [{text}, {{b: {text}}}]\n") == {"a": [text, {"b": text}]}


@given(TEXT)
def test_any_text_can_be_written_anywhere(text: str) -> None:
    assert yaml.safe_load(f"a: {double_quoted(text)}\n") == {"a": text}
    assert yaml.safe_load(f"[{quoted(text, in_brackets=True)}]") == [text]


@pytest.mark.parametrize(
    "text",
    [
        *("yes", "No", "ON", "y", "null", "~", "true", "=", "<<", ".inf", "-.NaN"),
        *("1", "1_000", "0x1F", "0o17", "017", "0b1", "1.5", "1e3", ".5", "12:30", "-1:30.5"),
        *("2026-11-21", "2026-11", "2026-11-21T10:00:00Z"),
        *("- a", "a: b", "a #b", "a:", "[a", "*a", "&a", "!a", "%a", "@a", "`a", "...", "--- a"),
        *("", " a", "a ", "a\nb", "\u2028", "\ufeffa", "a\x07"),
    ],
)
def test_what_some_reader_takes_for_something_else_needs_quotes(text: str) -> None:
    assert not is_plain(text)
    assert quoted(text).startswith('"')


@pytest.mark.parametrize("text", ["a, b", "a]", "{a}", "a[0]"])
def test_between_brackets_more_needs_quotes(text: str) -> None:
    assert not is_plain(text, in_brackets=True)
    assert quoted(text, in_brackets=True) == f'"{text}"'


@pytest.mark.parametrize("text", ["It's “fine”, isn't it?", "e1", "1 year", "Ünï — 日本語", "R&D"])
def test_what_every_reader_takes_for_text_needs_none(text: str) -> None:
    assert is_plain(text)


def test_a_block_keeps_its_lines() -> None:
    assert block("one\n\n  two\n", 4) == "|\n    one\n\n      two"
    assert yaml.safe_load(f"a: {block('one' + chr(10) * 2 + '- two', 2)}\n") == {
        "a": "one\n\n- two\n"
    }
