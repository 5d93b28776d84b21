"""Every output by path, in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What sort of page it is."""

    HOME = "home"
    TERM = "term"
    COMPARISON = "comparison"
    INDEX = "index"
    LISTING = "listing"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents.

    What stands below it is not `own` where it only repeats what other pages say.
    """

    id: str
    text: str
    own: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """A page without its theme.

    `path` has neither ending nor slash at its ends: `terms/fine-tuning`, `index`. `body` is
    safe HTML; titles, `description`, `tags` and headings are plain text, to be escaped by
    whoever puts them into HTML. `source` is the entry's file, if it has one.
    """

    path: str
    kind: Kind
    title: str
    body: str
    head_title: str = ""
    search_title: str = ""
    description: str = ""
    headings: tuple[Heading, ...] = ()
    tags: tuple[str, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """Pages by path, files by path, and redirects from former page paths to present ones."""

    pages: Mapping[str, Page] = field(default_factory=dict)
    assets: Mapping[str, bytes] = field(default_factory=dict)
    redirects: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Turns page paths into addresses. `directories` is MkDocs' `use_directory_urls`.

    With a `base`, such as `/glossary/`, addresses start there: the 404 page is shown at
    any address, so nothing in it can be relative.
    """

    directories: bool = True
    base: str | None = None

    def url(self, path: str) -> str:
        """Return the address of a page from the site's root; the root itself is empty."""
        folder, _, name = path.rpartition("/")
        if self.directories:
            return (f"{folder}/" if folder else "") if name == "index" else f"{path}/"
        return f"{path}.html"

    def file(self, path: str) -> str:
        """Return the path of the HTML file of a page."""
        url = self.url(path)
        return f"{url}index.html" if not url or url.endswith("/") else url

    def relative(self, origin: str, url: str) -> str:
        """Return an address from the site's root as seen from the page at `origin`."""
        # By way of the root: longer than need be, but it costs nothing to find.
        base = "../" * self.url(origin).count("/") if self.base is None else self.base
        path, mark, anchor = url.partition("#")
        return (base + path or "./") + mark + anchor
