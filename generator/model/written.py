"""Values as an author writes them: YAML in block style."""

from collections.abc import Iterator
from typing import Any

from generator.quoting import quoted


def in_yaml(key: str, value: Any) -> Iterator[str]:
    """Yield the lines of a field."""
    match value:
        case dict():
            yield f"{quoted(key)}:"
            for inner, item in value.items():
                yield from (f"  {line}" for line in in_yaml(inner, item))
        case list():
            yield f"{quoted(key)}:"
            for item in value:
                yield from (f"  {line}" for line in _item(item))
        case _:
            yield f"{quoted(key)}: {_scalar(value)}"


def _item(value: Any) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"- {_scalar(value)}"
        return
    lines = [line for key, item in value.items() for line in in_yaml(key, item)]
    for number, line in enumerate(lines):
        yield f"{'  ' if number else '- '}{line}"


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return quoted(value) if isinstance(value, str) else str(value)
