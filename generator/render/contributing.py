"""Where a reader can change a page, say that something is wrong, or add a term.

All of it is made from the address at which the files can be edited. Nothing is asked of a
host while a page is read: these are links.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

from generator.admin import Shelf, shelves
from generator.config import Config
from generator.forms.github import ERROR
from generator.model import Entry, Glossary
from generator.skeleton import Known, short_term_skeleton
from generator.text import EntryId

# https://HOST/GROUP/NAME/-/edit/BRANCH/FOLDER/ is GitLab, the same without `-` is GitHub.
_EDITED: Final = re.compile(
    r"(?P<repository>https?://[^/]+(?:/[^/]+){2,}?)/(?P<gitlab>-/)?(?:edit|blob)"
    r"/(?P<branch>[^/]+)/(?P<folder>.*)"
)
_NEW_FILE: Final = "your-term.yml"


@dataclass(frozen=True, slots=True)
class Here:
    """The page that the reader looks at: its title, its whole address or its path, its entry."""

    title: str
    address: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Contributing:
    """The ways in for one project. `shelves` are what its form shows, none where it has none."""

    config: Config
    files: Mapping[EntryId, str]
    shelves: tuple[Shelf, ...]

    @classmethod
    def to(cls, glossary: Glossary, config: Config) -> "Contributing":
        """Return the ways in that a project's config opens."""
        return cls(config, glossary.files, shelves(glossary, config) if config.admin else ())

    def edit(self, source: str) -> str | None:
        """Return where a file of the project can be edited."""
        return f"{self.config.edit_url}{quote(source)}" if self.config.edit_url else None

    def suggest(self, here: Here) -> str | None:
        """Return where a change of a page can be suggested.

        The address of the form counts from the site's root; every other is whole.
        """
        entry = here.entry
        for shelf in self.shelves:
            if entry is not None and shelf.holds(entry, self.files[entry.id]):
                return shelf.address(entry.id)
        if (url := self.config.suggest_url) is not None:
            told = url.replace("{page}", quote(here.address, safe=""))
            return told.replace("{title}", quote(here.title, safe=""))
        return _issue(str(self.config.edit_url or ""), here)

    def add(self, category: str | None = None) -> str | None:
        """Return where a term can be added, on a shelf if one is given. As in `suggest`."""
        if self.shelves:
            return self.shelves[0].address()
        place = _EDITED.fullmatch(str(self.config.edit_url or ""))
        if place is None:
            return None
        names = [category] if category else [str(id) for id in self.config.categories]
        return _new_file(place, self.config.terms, short_term_skeleton(Known(categories=names)))


def _issue(edit_url: str, here: Here) -> str | None:
    place = _EDITED.fullmatch(edit_url)
    if place is None:
        return None
    if place["gitlab"]:
        said = {"issue[title]": here.title, "issue[description]": here.address}
        return f"{place['repository']}/-/issues/new?{urlencode(said)}"
    said = {"template": ERROR, "title": here.title, "page": here.address}
    return f"{place['repository']}/issues/new?{urlencode(said)}"


def _new_file(place: re.Match[str], folder: str, text: str) -> str:
    path = f"{place['folder']}{folder}/{_NEW_FILE}"
    where = f"{place['repository']}/{place['gitlab'] or ''}new/{place['branch']}"
    names = ("file_name", "content") if place["gitlab"] else ("filename", "value")
    return f"{where}?{urlencode(dict(zip(names, (path, text), strict=True)))}"
