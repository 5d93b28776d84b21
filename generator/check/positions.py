"""Where in a finished file an address stands; looked for only if there is something to report."""

import re
from collections.abc import Collection, Iterator
from html import escape, unescape
from html.parser import HTMLParser
from json import dumps
from typing import Final

from generator.check.attributes import ADDRESSED, PARTED
from generator.check.finished import PAGE

_ATTRIBUTE: Final = re.compile(
    r"""([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.DOTALL
)
_Span = tuple[int, int]


def addresses(path: str, text: str, urls: Collection[str]) -> tuple[_Span, ...]:
    """Return the ranges of characters of some addresses in a finished file."""
    if PAGE.search(path):
        return tuple(
            span
            for start, name, value, _ in _attributes(text)
            if name in ADDRESSED
            for span in _inside(name, value, start, urls)
        )
    return _anywhere(text, urls)


def ids(text: str, id: str) -> tuple[_Span, ...]:
    """Return the ranges of an id in a page, one for each element that has it."""
    return tuple(
        (start, start + len(value))
        for start, name, value, _ in _attributes(text)
        if name == "id" and unescape(value) == id
    )


def links(text: str, url: str, number: int) -> tuple[_Span, ...]:
    """Return the range of the address of the link of this number to an address."""
    spans = [
        (start, start + len(value))
        for start, name, value, tag in _attributes(text)
        if tag == "a" and name == "href" and unescape(value) == url
    ]
    return tuple(spans[number : number + 1])


def _attributes(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield the offset, name, value and element of every attribute, and the text of styles."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    yield from reader.found


class _Reader(HTMLParser):
    """Notes where every attribute stands: unlike the parser of the check, it knows."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[tuple[int, str, str, str]] = []
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        whole, self._in = self.get_starttag_text() or "", tag
        start = self._offset()
        for found in _ATTRIBUTE.finditer(whole, len(tag) + 1):
            group = next((number for number in (2, 3, 4) if found[number] is not None), 4)
            name = found[1].lower()
            self.found.append((start + found.start(group), name, found[group] or "", tag))

    def handle_data(self, data: str) -> None:
        if self._in in ("script", "style"):
            self.found.append((self._offset(), "style", data, self._in))

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column


def _inside(name: str, value: str, start: int, urls: Collection[str]) -> Iterator[_Span]:
    """Yield where addresses stand in a value: the whole of it, or a part."""
    if name in PARTED:
        for begin, end in _anywhere(value, urls):
            yield start + begin, start + end
    elif unescape(value) in urls:
        yield start, start + len(value)


def _anywhere(text: str, urls: Collection[str]) -> tuple[_Span, ...]:
    """Return where an address stands, as it may be escaped, and not as a part of another."""
    found: set[_Span] = set()
    for url in filter(None, urls):
        for form in {url, escape(url), dumps(url)[1:-1], dumps(url, ensure_ascii=False)[1:-1]}:
            pattern = rf"(?<![\w/.#-]){re.escape(form)}(?![\w/.#?&%=~-])"
            found.update(match.span() for match in re.finditer(pattern, text))
    return tuple(sorted(found))
