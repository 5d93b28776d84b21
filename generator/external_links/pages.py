"""What a page of a stranger says of itself: its title, and the fragments one may point at.

Looked for by patterns and not by a parser of HTML: a page made for it keeps a parser busy for
hours, and nothing here depends on the structure. Whoever finds an id too many says nothing; only
one that is nowhere in the page is reported.
"""

import re
from html import unescape
from urllib.parse import unquote

from generator.external_links.replies import Reply

_LONGEST_TITLE = 200
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{0,2000})", re.IGNORECASE)
_ID = re.compile(
    r"""\b(?:id|name)\s{0,9}=\s{0,9}(?:"([^"]{1,500})"|'([^']{1,500})'|([^\s"'>]{1,500}))""",
    re.IGNORECASE,
)
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
_CHARSET = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
# Only codecs of text, and none that a text made for it keeps busy, as `idna` and `punycode` are.
_CHARSETS = re.compile(
    r"utf-?8|utf-?16(?:[lb]e)?|us-ascii|ascii|latin-?1|iso-?8859-?\d{1,2}|windows-?\d{3,4}|cp\d{3,4}"
    r"|koi8-[ru]|shift[_-]?jis|euc-(?:jp|kr)|big5|gb2312|gbk|gb18030"
)
# Fragments that name no element: the top, a piece of text, a state of a program in the page,
# and lines of a file shown by a forge.
_NO_ELEMENT = re.compile(r"(?i:top)?|:~:.*|[!/?].*|.*[=&].*|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?")


def text_of(reply: Reply) -> str:
    """Return the body as text; characters that cannot be read are replaced."""
    said = _CHARSET.search(reply.header("content-type").encode("utf-8", "replace"))
    said = said or _CHARSET.search(reply.body[:2_000])
    name = said[1].decode("ascii", "replace").lower() if said else "utf-8"
    try:
        return reply.body.decode(name if _CHARSETS.fullmatch(name) else "utf-8", "replace")
    except LookupError:
        return reply.body.decode("utf-8", "replace")


def title_of(text: str) -> str | None:
    """Return the title of a page on one line, or nothing."""
    if (found := _TITLE.search(text)) is None:
        return None
    title = " ".join(_HIDDEN.sub(" ", unescape(found[1])).split())
    return title[:_LONGEST_TITLE].rstrip() or None


def fragments_of(text: str, wanted: frozenset[str], *, is_whole: bool) -> dict[str, bool]:
    """Say of each fragment whether the page has it; of a part of a page only what it has."""
    there = {unescape(next(filter(None, found.groups()))).strip() for found in _ID.finditer(text)}
    found = {fragment: _is_there(fragment, there) for fragment in wanted}
    return {fragment: it_is for fragment, it_is in found.items() if it_is or is_whole}


def names_an_element(fragment: str) -> bool:
    """Return whether a fragment can be looked for in the page."""
    return _NO_ELEMENT.fullmatch(unquote(fragment)) is None


def _is_there(fragment: str, there: set[str]) -> bool:
    plain = unquote(fragment).partition(":~:")[0]
    # GitHub writes its ids with a prefix that a script takes away.
    return not {fragment, plain, f"user-content-{plain}"}.isdisjoint(there)
