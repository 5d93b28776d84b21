"""From a link on the finished site to the line that an author wrote.

A page knows its source: the file of its entry, or a Markdown file. There we look for the
address; then in the config, since what stands there may be on any page; then in all entries,
because the words of one may be shown on the page of another.
"""

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeAlias

from generator.check.addresses import Aim, Base
from generator.check.authored import Place, authored
from generator.check.reference import Reference, Use
from generator.check.written import ids
from generator.diagnostics import Address
from generator.graph import Graph
from generator.layout import page_path, path_of
from generator.project import Project
from generator.reading import Document
from generator.site import Addresses

# What an address leads to: a file and an anchor; or the address itself, as it was written.
Key: TypeAlias = tuple[str, str] | str
Verbatim: TypeAlias = Callable[[str, str], bool]
_ASSETS: Final = "assets/termloom/"


def key_of(aim: Aim) -> Key:
    """Return what stands for an aim, however the address that leads there is written."""
    if aim.trouble is not None:
        return aim.path
    return (
        f"{aim.path}index.html" if aim.path.endswith("/") or not aim.path else aim.path
    ), aim.anchor


@dataclass(frozen=True)
class Origins:
    """What authors wrote. `is_same` tells whether a file was copied to the site as it is."""

    project: Project
    graph: Graph
    documents: Mapping[str, Document]
    base: Base
    is_same: Verbatim
    _found: dict[str, Mapping[Key, list[Place]]] = field(default_factory=dict)

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """Return the source of every page that has one, by the page's file on the site."""
        addresses = Addresses(self.project.directory_urls)
        glossary, docs = self.graph.glossary, self.project.docs
        found = {
            addresses.file(path_of(entry)): glossary.files[entry.id]
            for entry in glossary
            if entry.is_published
        }
        for entry in glossary:
            folder = posixpath.dirname(path_of(entry))
            former = (f"{folder}/{old}" for old in entry.former_ids if entry.is_published)
            found |= dict.fromkeys(map(addresses.file, former), glossary.files[entry.id])
        pages = (path for path in self.documents if path.endswith(".md"))
        return found | {addresses.file(page_path(page, docs)): page for page in pages}

    @cached_property
    def drafts(self) -> Mapping[str, str]:
        """Return the id of every draft by the path that its page would have."""
        return {path_of(e): e.id for e in self.graph.glossary if not e.is_published}

    def copied(self, file: str) -> str | None:
        """Return the file of the project that stands on the site as it is."""
        docs = f"{self.project.docs}/{file}"
        own = f"{self.project.config.templates}/assets/{file.removeprefix(_ASSETS)}"
        for source in (docs, *[own] * file.startswith(_ASSETS)):
            if self.is_same(source, file):
                return source
        return None

    def places(self, page: str, keys: frozenset[Key]) -> tuple[Place, ...]:
        """Return where an author wrote an address that leads to any of these, on one page."""
        for file, seen_from in ((self.sources.get(page), page), (self.project.config_file, "")):
            if file is not None and (found := self._of(file, seen_from, keys)):
                return found
        aims = [key for key in keys if isinstance(key, tuple)]
        return tuple(
            dict.fromkeys(place for key in aims for place in self._everywhere.get(key, ()))
        )

    def former(self, page: str) -> Address | None:
        """Return where an entry says that it had the address of a page before."""
        id = posixpath.basename(page.removesuffix("/index.html").removesuffix(".html"))
        for entry in self.graph.glossary:
            if (
                id in entry.former_ids
                and self.sources.get(page) == self.graph.glossary.files[entry.id]
            ):
                return self.graph.glossary.at(entry, "former_ids", entry.former_ids.index(id))
        return None

    def ids(self, page: str, id: str) -> list[Address]:
        """Return where a hand-written page gives an id again that it gave before."""
        source = self.sources.get(page, "")
        if not source.endswith(".md"):
            return []
        found = ids(self.documents[source].text, id)
        return [Address(source, span=(one.start, one.end)) for one in found]

    def _of(self, file: str, page: str, keys: frozenset[Key]) -> tuple[Place, ...]:
        if file not in self._found:
            self._found[file] = self._indexed(file, page)
        known = self._found[file]
        places = (place for key in keys for place in known.get(key, ()))
        return tuple(sorted(dict.fromkeys(places), key=lambda p: (str(p.at.path), p.at.span or ())))

    @cached_property
    def _everywhere(self) -> Mapping[Key, list[Place]]:
        joined: dict[Key, list[Place]] = defaultdict(list)
        pages = {source: page for page, source in self.sources.items()}
        for file in self.graph.glossary.files.values():
            for key, places in self._indexed(file, pages.get(file, "")).items():
                if isinstance(key, tuple) and key[0] != pages.get(file):
                    joined[key] += places
        return joined

    def _indexed(self, file: str, page: str) -> Mapping[Key, list[Place]]:
        document = self.documents.get(file)
        found: dict[Key, list[Place]] = defaultdict(list)
        if document is None:
            return found
        folder = None
        if file.endswith(".md"):
            folder = posixpath.dirname(file.removeprefix(f"{self.project.docs}/"))
        for url, place in authored(document):
            for key in self._keys(url, page, folder):
                found[key].append(place)
        for key, place in self._references(file):
            found[key].append(place)
        return found

    def _keys(self, url: str, page: str, folder: str | None) -> Iterator[Key]:
        """Yield what an address may lead to: as it is, as a browser and as MkDocs read it.

        An entry and the config name files below `docs/`, a hand-written page names them as
        seen from its `folder`.
        """
        yield url
        if (aim := self.base.aim(Reference(url, Use.PAGE), page)) is not None and not aim.trouble:
            yield key_of(aim)
        path, _, anchor = url.partition("#")
        if ":" in path or not path:
            return
        plain = path.lstrip("./\\") if folder is None else posixpath.join(folder, path)
        named = posixpath.normpath(plain.replace("%20", " ")) + "/" * path.endswith("/")
        if named.endswith(".md"):
            addresses = Addresses(self.project.directory_urls)
            named = addresses.file(page_path(named, ""))
        yield key_of(Aim(Use.PAGE, named, anchor))

    def _references(self, file: str) -> Iterator[tuple[Key, Place]]:
        """Yield `[[…]]`, relations and mentions, which lead to entries."""
        addresses = Addresses(self.project.directory_urls)
        for target, at in self._links.get(file, ()):
            if (entry := self.graph.glossary.get(target)) is not None:
                yield (addresses.file(path_of(entry)), ""), Place(at)

    @cached_property
    def _links(self) -> Mapping[str, list[tuple[str, Address]]]:
        """Return the targets of references and mentions, by the file that holds them."""
        found: dict[str, list[tuple[str, Address]]] = defaultdict(list)
        for link in self.graph.links:
            if link.resolved is not None:
                found[link.at.file].append((link.resolved, link.at))
        for mentions in self.graph.linked.values():
            for mention in mentions:
                found[mention.at.file].append((mention.target, mention.at))
        return found
