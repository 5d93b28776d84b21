"""Diffs for people: in colour where the terminal has any."""

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from generator.reporting.characters import printable

_STYLES = {"+++": "bold", "---": "bold", "@@": "cyan", "+": "green", "-": "red", "\\": "dim"}
_HEADS = ("diff --git", "rename ")


def print_diffs(console: Console, diffs: Iterable[str]) -> None:
    """Print diffs one after the other; what is not for a terminal can be applied."""
    for diff in diffs:
        for line in diff.split("\n")[:-1]:
            shown = printable(line) if console.is_terminal else line
            console.print(Text(shown, _style(line)), soft_wrap=True, highlight=False)


def _style(line: str) -> str:
    if line.startswith(_HEADS):
        return "bold"
    return next((style for mark, style in _STYLES.items() if line.startswith(mark)), "")
