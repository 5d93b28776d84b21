"""What Material's search plugin reads of our pages.

It would parse every element of every page with Python's HTML parser, three quarters of
the time that MkDocs takes, and find each definition again on every page that repeats it. So
it is given headings and words, and of those only the page's own.
"""

import re
from collections.abc import Iterator
from html import escape

from generator.site import Kind, Page

_ASIDE = re.compile(r"<(nav|footer|h1)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def searchable(page: Page) -> str:
    """Return the headings and words of a page as HTML; of a listing nothing but its title."""
    if page.kind not in (Kind.TERM, Kind.COMPARISON):
        return ""
    return "".join(_parts(page))


def _parts(page: Page) -> Iterator[str]:
    body = _ASIDE.sub(" ", page.body)
    starts = [body.find(f'<h2 id="{heading.id}"') for heading in page.headings]
    ends = [*starts, len(body)][1:]
    yield f"<p>{_words(body[: starts[0] if starts else len(body)])}</p>"
    for heading, start, end in zip(page.headings, starts, ends, strict=True):
        if heading.own and start >= 0:
            section = body[body.index("</h2>", start) : end]
            yield f'<h2 id="{heading.id}">{escape(heading.text)}</h2><p>{_words(section)}</p>'


def _words(html: str) -> str:
    return " ".join(_TAG.sub(" ", html).split())
