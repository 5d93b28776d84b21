"""Site maps, feeds, manifests, the index of the search, and linked data to their references."""

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final
from xml.etree import ElementTree as ET

from generator.check.reference import Reference, Sheet, Use

# Where a manifest of a web application names files, and where pages.
_FILES: Final = ("icons", "screenshots")
# Fields of schema.org that hold an address. An `@id` is a name, and need not lead anywhere.
_FIELDS: Final[Mapping[str, Use]] = {
    "url": Use.PAGE,
    "item": Use.PAGE,
    "mainEntityOfPage": Use.PAGE,
    "image": Use.FILE,
    "logo": Use.FILE,
    "contentUrl": Use.FILE,
    "thumbnailUrl": Use.FILE,
}


def of_xml(text: str) -> Sheet:
    """Return what a site map, or a feed in RSS or Atom, says; other XML says nothing."""
    try:
        root = ET.fromstring(text)  # noqa: S314 - made by the build; expat bounds expansion
    except ET.ParseError as error:
        return Sheet(broken=(str(error),))
    name = _local(root)
    if name in ("urlset", "sitemapindex"):
        return Sheet(tuple(_of_site_map(root)))
    if name in ("rss", "feed", "RDF"):
        return Sheet(tuple(_of_feed(root)))
    return Sheet()


def of_manifest(text: str) -> Sheet:
    """Return what the manifest of a web application says."""
    data, broken = _parsed(text)
    return Sheet(tuple(_of_manifest(data)), broken=broken)


def of_search_index(text: str) -> Sheet:
    """Return where results of the search lead, as MkDocs writes it."""
    data, broken = _parsed(text)
    docs = data.get("docs") if isinstance(data, dict) else None
    found = (entry.get("location") for entry in docs or () if isinstance(entry, dict))
    return Sheet(
        tuple(Reference(url or ".", Use.PAGE, whole=True) for url in found if isinstance(url, str)),
        broken=broken,
    )


def of_linked_data(text: str) -> Sheet:
    """Return what JSON-LD in a page says."""
    data, broken = _parsed(text)
    return Sheet(tuple(_of_linked_data(data, None)), broken=broken)


def _parsed(text: str) -> tuple[Any, tuple[str, ...]]:
    try:
        return json.loads(text), ()
    except (ValueError, RecursionError) as error:
        return None, (str(error),)


def _local(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _of_site_map(root: ET.Element) -> Iterator[Reference]:
    for element in root.iter():
        name = _local(element)
        if name == "loc" and element.text:
            inside = Use.FILE if "image" in str(element.tag) else Use.PAGE
            yield Reference(element.text.strip(), inside)
        elif name == "link" and (url := element.get("href")):
            yield Reference(url, Use.PAGE)


def _of_feed(root: ET.Element) -> Iterator[Reference]:
    for element in root.iter():
        name, text = _local(element), (element.text or "").strip()
        if name == "link":
            yield Reference(element.get("href") or text, Use.PAGE)
        elif name in ("enclosure", "thumbnail") and (url := element.get("url")):
            yield Reference(url, Use.FILE)
        elif name in ("logo", "icon", "url") and text:
            yield Reference(text, Use.FILE if name != "url" else Use.PAGE)
        elif name == "guid" and element.get("isPermaLink", "true") == "true" and text:
            yield Reference(text, Use.PAGE)


def _of_manifest(data: Any) -> Iterator[Reference]:
    if not isinstance(data, dict):
        return
    if isinstance(url := data.get("start_url"), str):
        yield Reference(url, Use.PAGE)
    shortcuts = [each for each in data.get("shortcuts") or () if isinstance(each, dict)]
    for shortcut in shortcuts:
        if isinstance(url := shortcut.get("url"), str):
            yield Reference(url, Use.PAGE)
    for each in chain(
        (data.get(name) or () for name in _FILES), (s.get("icons") or () for s in shortcuts)
    ):
        for icon in each:
            if isinstance(icon, dict) and isinstance(url := icon.get("src"), str):
                yield Reference(url, Use.FILE)


def _of_linked_data(value: Any, use: Use | None) -> Iterator[Reference]:
    match value:
        case str() if use is not None:
            # Anchors there name things, and need not stand in the page.
            yield Reference(value.partition("#")[0] or ".", use)
        case list():
            for inner in value:
                yield from _of_linked_data(inner, use)
        case dict():
            for name, inner in value.items():
                yield from _of_linked_data(inner, _FIELDS.get(name))
