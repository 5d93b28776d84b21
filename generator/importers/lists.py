"""Answers that hold several things: a list of texts, or of titles with addresses."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

_MARK = re.compile(r"^([ \t]*)([-*+•]|\d{1,3}[.)])[ \t]+(?=\S)")
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"^\[([^\[\]]+)\]\(\s*(https?://[^\s<>\"]+?)\s*\)$", re.IGNORECASE)
# One of these may stand between a title and its address.
_BETWEEN = re.compile(r"\s*(?:[,;:|]|\s[-–—])?\s*$")
_AROUND = (("<", ">"), ("(", ")"))
_BEFORE = re.compile(r"^\s*(?:[,;:|]|[-–—](?=\s))?\s*")


def items(text: str) -> list[str]:
    """Return the items of a list.

    Each begins with a mark, such as a hyphen; what follows it may go on in lines that are
    indented. Without any mark, an empty line parts them, or else every end of a line.
    """
    lines = text.split("\n")
    marks = [found for line in lines if (found := _MARK.match(line))]
    if marks:
        return list(_marked(lines, len(marks[0][1])))
    blocks = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text) else lines
    return [block.strip() for block in blocks if block.strip()]


def _marked(lines: list[str], indent: int) -> Iterator[str]:
    current: list[str] = []
    width = 0
    for line in lines:
        found = _MARK.match(line)
        if found and len(found[1]) <= indent:
            if whole := "\n".join(current).strip():
                yield whole
            current, width = [line[found.end() :]], found.end()
        else:
            current.append(_outdented(line, width))
    if whole := "\n".join(current).strip():
        yield whole


def _outdented(line: str, width: int) -> str:
    space = len(line) - len(line.lstrip(" "))
    return line[min(space, width) :]


def links(text: str) -> list[dict[str, str]]:
    """Return titles with their addresses, where there is one, as a source or a resource has them.

    An address without a title gets the name of its host for one.
    """
    return [_link(" ".join(item.split())) for item in items(text)]


def _link(item: str) -> dict[str, str]:
    if found := _MARKDOWN_LINK.match(item):
        return {"title": found[1], "url": found[2]}
    addresses = list(_URL.finditer(item))
    if not addresses:
        return {"title": item}
    last = addresses[-1]
    url = _trimmed(last.group())
    before, after = item[: last.start()], item[last.start() + len(url) :]
    if (before[-1:], after[:1]) in _AROUND:
        before, after = before[:-1], after[1:]
    before = _BETWEEN.sub("", before)
    title = " ".join(filter(None, (before, _BEFORE.sub("", after).strip(" .,;"))))
    return {"title": title or _host(url), "url": url}


def _trimmed(url: str) -> str:
    """Return an address without the marks of the sentence around it."""
    trimmed = url.rstrip(".,;:!?'")
    while trimmed.endswith(")") and trimmed.count(")") > trimmed.count("("):
        trimmed = trimmed[:-1].rstrip(".,;:!?'")
    return trimmed


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
