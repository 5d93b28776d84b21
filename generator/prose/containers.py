"""Blocks that Python-Markdown's extensions know and CommonMark takes for code.

Admonitions (`!!! note`), details (`??? note`) and tabs (`=== "Tab"`) hold text that is indented
by four spaces. In a block quotation it is text for CommonMark too.
"""

import re
from typing import Final

_OPENER: Final = re.compile(r"( *)(?:!!!|\?\?\?\+?|===[!+]?(?= *\")) *\S.*")
_FENCE: Final = re.compile(r" *(`{3,}|~{3,})")
_STEP: Final = 4


def as_quotations(markdown: str) -> str:
    """Return a page whose admonitions, details and tabs are block quotations without titles.

    Every character that remains keeps its place.
    """
    if not any(mark in markdown for mark in ("!!!", "???", "===")):
        return markdown
    containers: list[int] = []
    fence = ""
    lines: list[str] = []
    for line in markdown.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip():
            while containers and indent < containers[-1] + _STEP:
                containers.pop()
                fence = ""
        inner = containers[-1] + _STEP if containers else 0
        marked = _FENCE.match(line)
        if marked and not fence:
            fence = marked[1]
        elif marked and marked[1].startswith(fence):
            fence = ""
        opener = None if fence else _OPENER.fullmatch(line)
        quoted = _quoted(line, containers)
        if opener is not None and indent < inner + _STEP:
            quoted = quoted[:inner] + " " * (len(line) - inner)
            containers.append(indent)
        lines.append(quoted)
    return "\n".join(lines)


def _quoted(line: str, containers: list[int]) -> str:
    if not line.strip():
        return line
    characters = list(line)
    for at in containers:
        characters[at] = ">"
    return "".join(characters)
