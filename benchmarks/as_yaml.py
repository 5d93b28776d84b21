"""Plain data as YAML, the way authors write it."""

import re
from collections.abc import Iterator
from typing import TypeAlias

Value: TypeAlias = "str | list[Value] | dict[str, Value]"

_WIDTH = 88
_UNBROKEN = re.compile(r"\[\[[^\]]*\]\]\S*|\S+")
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ,.;()'’“”/=?&_-]|:(?=//))*")


def as_yaml(value: Value, indent: str = "") -> Iterator[str]:
    """Yield YAML line by line: plain values where possible, long prose in block scalars."""
    match value:
        case dict():
            for key, inner in value.items():
                yield f"{indent}{key}:"
                yield from _nested(inner, indent + "  ")
        case list():
            for item in value:
                parts = as_yaml if isinstance(item, dict) else _nested
                yield f"{indent}- {''.join(parts(item, indent + '  ')).lstrip(' ')}"


def _nested(value: Value, indent: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield "\n"
        yield from as_yaml(value, indent)
    elif len(value) <= _WIDTH and "\n" not in value:
        yield f" {value}\n" if _PLAIN.fullmatch(value) else f" {_quoted(value)}\n"
    else:
        yield " |\n"
        for line in value.split("\n"):
            for part in _wrapped(line):
                yield f"{indent}{part}\n" if part else "\n"


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _wrapped(line: str) -> Iterator[str]:
    """Break a line between words, never inside a reference or a row of a table."""
    if line.startswith("|"):
        yield line
        return
    hang = "  " if line.startswith("- ") else ""
    current = ""
    for word in _UNBROKEN.findall(line):
        if current and len(current) + len(word) >= _WIDTH:
            yield current
            current = hang + word
        else:
            current = f"{current} {word}" if current else word
    yield current
