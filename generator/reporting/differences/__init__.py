"""Differences of two versions for people and for programs."""

from collections.abc import Callable, Mapping
from typing import Final

from generator.changes import Differences
from generator.reporting.differences.as_json import as_json
from generator.reporting.differences.as_markdown import as_markdown
from generator.reporting.differences.as_text import as_text

WRITERS: Final[Mapping[str, Callable[[Differences], str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}

__all__ = ["WRITERS"]
