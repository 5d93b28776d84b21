"""What stands on a finished site, and where each of its files leads."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern
from typing import Final

from generator.check.addresses import Aim, Base
from generator.check.data import of_manifest, of_search_index, of_xml
from generator.check.html import of_html
from generator.check.reference import Reference, Sheet, Use
from generator.check.style import of_style

Read = Callable[[str], str]
Progress = Callable[[int, int], None]

PAGE: Final = re.compile(r"\.(?:html?|svg)\Z", re.IGNORECASE)
_MANIFEST: Final = re.compile(r"(?:\.webmanifest|(?:^|/)manifest\.json)\Z", re.IGNORECASE)
_SEARCH: Final = "search/search_index.json"


def sheet_of(path: str, text: str) -> Sheet | None:
    """Return what a file says of addresses, nothing if it is of no kind that may hold any."""
    if PAGE.search(path):
        return of_html(text)
    if path.endswith(".css"):
        return Sheet(tuple(of_style(text)))
    if path.endswith((".xml", ".xml.gz", ".rss", ".atom")):
        return of_xml(text)
    if path == _SEARCH:
        return of_search_index(text)
    return of_manifest(text) if _MANIFEST.search(path) else None


def is_read(path: str) -> bool:
    """Return whether a file is of a kind that may hold addresses."""
    is_data = path.endswith((".css", ".xml", ".xml.gz", ".rss", ".atom")) or path == _SEARCH
    return is_data or PAGE.search(path) is not None or _MANIFEST.search(path) is not None


@dataclass(frozen=True)
class Finished:
    """A finished site.

    `aims` are all places that anything leads to, each once; `leads` gives for each file the
    numbers of its aims, each once, and `links` counts the references. `anchors` are those of
    each page, `redirects` the aims of pages that send the reader on. `odd` are the sheets of
    files with something besides references to look at.
    """

    base: Base
    files: frozenset[str]
    aims: tuple[Aim, ...]
    leads: Mapping[str, "array[int]"]
    anchors: Mapping[str, frozenset[str]]
    redirects: Mapping[str, Aim]
    odd: Mapping[str, Sheet]
    links: int = 0

    @property
    def pages(self) -> int:
        """Return how many pages of HTML there are."""
        return sum(path.endswith((".html", ".htm")) for path in self.leads)

    @cached_property
    def by_small_letters(self) -> Mapping[str, str]:
        """Return every path by the same path in small letters."""
        return {path.lower(): path for path in sorted(self.files, reverse=True)}

    def leading_to(self, wanted: Iterable[int]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield each file that leads to some of the aims of these numbers, in order of paths."""
        faulty = frozenset(wanted)
        for path, numbers in self.leads.items():
            if found := tuple(number for number in numbers if number in faulty):
                yield path, found


def finished(
    base: Base, files: Iterable[str], read: Read, progress: Progress | None = None
) -> Finished:
    """Read every file of a site that may hold addresses.

    `files` are the paths of all files, `read` gives the text of one; `progress` is called with
    the number of files done and their total.
    """
    every = sorted(files)
    wanted = [path for path in every if is_read(path)]
    gathering = _Gathering(base)
    for number, path in enumerate(wanted, 1):
        sheet = sheet_of(path, read(path))
        assert sheet is not None, path
        gathering.take(path, sheet)
        if progress is not None:
            progress(number, len(wanted))
    return Finished(
        base,
        frozenset(every),
        tuple(gathering.numbers),
        gathering.leads,
        gathering.anchors,
        gathering.redirects,
        gathering.odd,
        gathering.links,
    )


@dataclass(slots=True)
class _Gathering:
    """Takes in one file after the other. Of a page only its anchors and its aims are kept."""

    base: Base
    numbers: dict[Aim, int] = field(default_factory=dict)
    leads: dict[str, "array[int]"] = field(default_factory=dict)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    redirects: dict[str, Aim] = field(default_factory=dict)
    odd: dict[str, Sheet] = field(default_factory=dict)
    links: int = 0
    _folders: tuple[str, str] = ("", "")
    _here: dict[Reference, Aim | None] = field(default_factory=dict)
    _above: dict[Reference, Aim | None] = field(default_factory=dict)

    def take(self, path: str, sheet: Sheet) -> None:
        anchors = frozenset(map(intern, sheet.anchors))
        if PAGE.search(path):
            self.anchors[path] = anchors
        numbers: dict[int, None] = {}
        for reference in sheet.references:
            # Most links within a page are fine, and nobody else will ask for them.
            is_own = reference.url[:1] == "#" and sheet.base is None
            if is_own and reference.url[1:] in anchors and reference.use is not Use.REDIRECT:
                continue
            aim = self._aim(reference, path, sheet.base)
            if aim is None:
                continue
            if reference.use is Use.REDIRECT:
                self.redirects.setdefault(path, aim)
            if aim.path != path or aim.anchor not in anchors or aim.trouble:
                numbers[self.numbers.setdefault(aim, len(self.numbers))] = None
        self.links += len(sheet.references)
        self.leads[path] = array("l", numbers)
        if sheet.twice or sheet.nameless or sheet.broken:
            self.odd[path] = sheet

    def _aim(self, reference: Reference, path: str, within: str | None) -> Aim | None:
        """Return where a reference leads. Pages near each other say much the same."""
        if within is not None or reference.url.startswith("#"):
            return self.base.aim(reference, path, within)
        folder = path.rpartition("/")[0]
        if folder != self._folders[1]:
            above, self._here = folder.rpartition("/")[0], {}
            if above != self._folders[0]:
                self._above = {}
            self._folders = above, folder
        # What goes up first is the same for all folders beside this one.
        known = self._above if reference.url.startswith("../") and folder else self._here
        if reference not in known:
            known[reference] = self.base.aim(reference, path)
        return known[reference]
