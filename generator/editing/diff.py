"""What changes in a file, as git prints it."""

from collections.abc import Iterator
from difflib import unified_diff

_NO_NEWLINE = "\\ No newline at end of file\n"


def unified(path: str, old: str, new: str, *, to: str | None = None) -> str:
    """Return the diff of a file, empty where nothing changes; `to` is its new path if it moves."""
    to = to or path
    if old == new and to == path:
        return ""
    return "".join(_lines(path, to, old, new))


def _lines(path: str, to: str, old: str, new: str) -> Iterator[str]:
    yield f"diff --git a/{path} b/{to}\n"
    if to != path:
        yield f"rename from {path}\nrename to {to}\n"
    for line in unified_diff(_split(old), _split(new), _name("a", path), _name("b", to)):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n{_NO_NEWLINE}"


def _name(side: str, path: str) -> str:
    # Git ends a name that holds a space with a tab.
    return f"{side}/{path}" + "\t" * (" " in path)


def _split(text: str) -> list[str]:
    """Return the lines as git counts them: only a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines
