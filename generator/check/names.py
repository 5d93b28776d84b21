"""Whether a link says anything, to eyes or to a screen reader.

After the W3C's computation of accessible names, as far as links need it.
"""

from collections.abc import Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_PICTURES: Final = "img[alt],input[alt],area[alt],svg title,[aria-label],[title]"
_HIDDEN: Final = "[aria-hidden=true],[hidden]"


def is_nameless(link: LexborNode, values: Mapping[str, str | None], tree: LexborHTMLParser) -> bool:
    """Return whether a link that can be followed has no name.

    Links that are hidden from everybody, or from screen readers, need none.
    """
    if _says(values.get("aria-label")) or _says(values.get("title")):
        return False
    # Nearly every link ends here: it has words, and nothing in it is hidden.
    has_words = _says(link.text(deep=True))
    if has_words and link.css_first(_HIDDEN) is None:
        return False
    if _labelled(values.get("aria-labelledby"), tree) or _is_hidden(link):
        return False
    return not _says_inside(link)


def _says(text: str | None) -> bool:
    return text is not None and bool(text.strip())


def _labelled(ids: str | None, tree: LexborHTMLParser) -> bool:
    """Return whether an element that gives the link its name says anything."""
    wanted = frozenset((ids or "").split())
    if not wanted:
        return False
    named = (node for node in tree.css("[id]") if node.attributes.get("id") in wanted)
    return any(
        _says(node.text(deep=True)) or _says(node.attributes.get("aria-label")) for node in named
    )


def _is_hidden(node: LexborNode | None) -> bool:
    while node is not None:
        values = node.attributes if node.is_element_node else {}
        if "hidden" in values or values.get("aria-hidden") == "true" or "inert" in values:
            return True
        node = node.parent
    return False


def _says_inside(link: LexborNode) -> bool:
    """Return whether anything in the link that is not hidden says something."""
    for node in link.traverse(include_text=True):
        if node.mem_id == link.mem_id:
            continue
        if node.is_text_node:
            says = _says(node.text(deep=False)) and not _is_silent(node.parent)
        else:
            values = node.attributes if node.is_element_node else {}
            names = ("aria-label", "title", "alt") if node.tag != "svg" else ("aria-label",)
            says = any(_says(values.get(name)) for name in names)
        if says and not _is_hidden_within(node, link):
            return True
    return False


def _is_silent(node: LexborNode | None) -> bool:
    return node is not None and node.tag in ("script", "style")


def _is_hidden_within(node: LexborNode, link: LexborNode) -> bool:
    at: LexborNode | None = node
    while at is not None and at.mem_id != link.mem_id:
        values = at.attributes if at.is_element_node else {}
        if "hidden" in values or values.get("aria-hidden") == "true":
            return True
        at = at.parent
    return False
