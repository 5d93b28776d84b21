"""Every web address that an author wrote, with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import unescape

from generator.config import Config
from generator.diagnostics import Address, FieldPath
from generator.external_links.addresses import is_web
from generator.graph import Graph
from generator.model import Entry
from generator.model.sources import Source
from generator.model.walk import leaves, value_at
from generator.prose import Survey, survey
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.reading.tree import Fields, Items, Node, Scalar
from generator.text import InlineProse, Prose, Url

# Not pages: the site itself, which may not be there yet; what others put something behind.
_NO_LINKS = {"site_url", "edit_uri", "edit_uri_template", "plugins", "INHERIT"}
_OWN_NO_LINKS = {"edit_url", "suggest_url", "links", "admin"}
_LISTS = {"sources", "resources"}
_TAG = re.compile(r"<!--.*?-->|<[a-z][^<>]*>", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(
    r"(?<=[\s\"'])(?:href|src|cite|poster|data)\s*=\s*(?:\"([^\"]+)\"|'([^']+)'|([^\s\"'>]+))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A web address where it is written.

    `replaceable` is where a new address would stand, if that is certain. `is_reference` says
    that it is a source or a resource, and `accessed` when somebody last read it.
    """

    at: Address
    written: str
    replaceable: Address | None = None
    is_reference: bool = False
    accessed: date | None = None


def collected(
    graph: Graph, config: Config, options: Address, settings: Mapping[str, Document]
) -> Iterator[Place]:
    """Yield the web addresses of entries, hand-written pages and settings, in that order.

    `options` is the address of the plugin's options, and `settings` holds the config file.
    """
    for entry in graph.glossary:
        yield from _of_entry(entry, graph.glossary.files[entry.id])
    for page, markdown in graph.glossary.pages.items():
        yield from _of_page(page, markdown)
    for path, value in leaves(config):
        if path[0] not in _OWN_NO_LINKS:
            at = Address(options.file, (*options.path, *path))
            # Settings are not ours to write.
            yield from (replace(place, replaceable=None) for place in _of_value(at, value))
    for document in settings.values():
        yield from _of_settings(document)


def _of_entry(entry: Entry, file: str) -> Iterator[Place]:
    for path, value in leaves(entry):
        at = Address(file, path)
        if path[-1] == "url" and not _LISTS.isdisjoint(path):
            if isinstance(value, str) and is_web(value):
                yield Place(at, value, at, is_reference=True, accessed=_accessed(entry, path))
        else:
            yield from _of_value(at, value)


def _accessed(entry: Entry, path: FieldPath) -> date | None:
    owner = value_at(entry, path[:-1])
    return owner.accessed if isinstance(owner, Source) else None


def _of_value(at: Address, value: object) -> Iterator[Place]:
    """Yield the addresses in one value: it is one, or prose with links in it."""
    if isinstance(value, Prose):
        yield from _linked(at, value, survey(value, inline=isinstance(value, InlineProse)))
    elif isinstance(value, str) and is_web(value) and (isinstance(value, Url) or _ends(at)):
        yield Place(at, value, at)


def _ends(at: Address) -> bool:
    return at.path[-1] == "url"


def _linked(at: Address, markdown: str, found: Survey) -> Iterator[Place]:
    for link in found.links:
        if not link.is_reference and is_web(link.target):
            span = link.address(markdown)
            there = Address(at.file, at.path, span=span or (link.start, link.end))
            yield Place(there, link.target, there if span else None)


def _of_page(file: str, markdown: str) -> Iterator[Place]:
    """Yield the links of a hand-written page, those in HTML included."""
    found = survey(markdown)
    yield from _linked(Address(file), markdown, found)
    for start, end in _html(found):
        for tag in _TAG.finditer(markdown, start, end):
            for link in () if tag[0].startswith("<!--") else _LINK.finditer(markdown, *tag.span()):
                group = next(number for number in (1, 2, 3) if link[number] is not None)
                written = unescape(link[group]).strip()
                if is_web(written):
                    at = Address(file, span=link.span(group))
                    yield Place(at, written, at if written == link[group] else None)


def _html(found: Survey) -> Iterator[tuple[int, int]]:
    """Yield the ranges of HTML; a block is one range, whatever the lines in it."""
    for event, start, end in found.events:
        match event:
            case {"Start": "HtmlBlock"} | {"InlineHtml": str()}:
                yield start, end


def _of_settings(document: Document) -> Iterator[Place]:
    """Yield the addresses in the config file outside our own options: navigation and the like."""
    try:
        tree = document.tree()
    except Unreadable:
        return
    for name, node in tree.values.items():
        if name not in _NO_LINKS:
            for path, text in _scalars(node, (name,)):
                if is_web(text) and not re.search(r"\s", text):
                    yield Place(Address(document.path, path), text)


def _scalars(node: Node, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    match node:
        case Scalar():
            yield path, node.text
        case Fields():
            for name, inner in node.values.items():
                yield from _scalars(inner, (*path, name))
        case Items():
            for number, inner in enumerate(node.items):
                yield from _scalars(inner, (*path, number))
