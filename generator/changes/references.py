"""What names an entry that a change took away."""

import re
from collections.abc import Iterator

from generator.changes.change import Broken
from generator.changes.entries import Pairing
from generator.changes.version import Version
from generator.diagnostics import Address
from generator.graph import Graph, Link
from generator.layout import path_of
from generator.reading.locate import locations

# An address of a page of ours on a hand-written page, in a link or in HTML.
_ADDRESS = re.compile(
    r"(?<![\w-])(?:terms|comparisons)/[a-z0-9]+(?:-[a-z0-9]+)*(?=/|\.md\b|\.html\b|[#)\"'>])"
)


def broken_references(old: Version, new: Version, pairing: Pairing) -> tuple[Broken, ...]:
    """Return every place of the new version that named an entry in the old one, and none now.

    References, relations and options of entries, references and addresses on hand-written
    pages, and what the home page features.
    """
    found = [
        *_references(old.graph, new, pairing),
        *_addresses(old, new, pairing),
        *_featured(old, new, pairing),
    ]
    places = locations([at for _, at, _ in found], new.sources.documents)
    broken = {Broken(target, places[at], now) for target, at, now in found}
    return tuple(sorted(broken, key=lambda one: (one.at.path, one.target, one.at)))


def _references(
    old: Graph, new: Version, pairing: Pairing
) -> Iterator[tuple[str, Address, tuple[str, ...]]]:
    for link in new.graph.links:
        meant = _meant(old, link) if link.resolved is None else None
        # An entry that cannot be read is not gone.
        if meant is not None and meant not in new.unread_ids:
            renamed = (pairing.renamed[meant],) if meant in pairing.renamed else ()
            yield link.target, link.at, tuple(map(str, link.candidates)) or renamed


def _meant(old: Graph, link: Link) -> str | None:
    """Return the entry that such a reference meant in the old version."""
    if link.in_prose:
        found = old.resolve(link.target)
        return None if found is None else str(found)
    return link.target if link.target in old.glossary.terms else None


def _addresses(
    old: Version, new: Version, pairing: Pairing
) -> Iterator[tuple[str, Address, tuple[str, ...]]]:
    lost = old.addresses - new.addresses
    gone = {
        path: str(entry.id)
        for entry in old.glossary
        if (path := path_of(entry)) in lost and entry.id not in new.unread_ids
    }
    for page, text in new.glossary.pages.items() if gone else ():
        for found in _ADDRESS.finditer(text):
            if (id := gone.get(found.group())) is not None:
                now = (pairing.renamed[id],) if id in pairing.renamed else ()
                yield found.group(), Address(page, span=found.span()), now


def _featured(
    old: Version, new: Version, pairing: Pairing
) -> Iterator[tuple[str, Address, tuple[str, ...]]]:
    project, known = new.project, {*new.unread_ids, *new.glossary.files}
    for number, id in enumerate(project.config.home.featured):
        if old.glossary.get(id) is not None and id not in known:
            path = (*project.options, "home", "featured", number)
            now = (pairing.renamed[id],) if id in pairing.renamed else ()
            yield str(id), Address(project.config_file, path), now
