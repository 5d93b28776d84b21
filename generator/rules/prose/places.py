"""Everything on the site that a link may lead to."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from generator.layout import page_path, path_of, paths
from generator.model import Entry
from generator.rules.check import Brief
from generator.rules.prose.anchors import anchors_of_entry, anchors_of_page
from generator.shape import did_you_mean

# What the theme and the engine put beside the pages.
_MADE_BY_OTHERS = re.compile(r"(?:assets/.*|search/.*|sitemap\.xml|404\.html)?")
# Anchors of footnotes, of the theme, and of words on a page.
_ANCHORS_OF_OTHERS = ("fn", "__", ":~:")


@dataclass(frozen=True, slots=True)
class Dead:
    """Why an address leads nowhere, and the address that was meant, where that is certain."""

    message: str
    hint: str
    meant: str | None = None


class Places:
    """Knows where the links of a project may lead. Whatever takes time is found when needed."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._anchors: dict[str, frozenset[str] | None] = {}

    def dead(self, url: str, page: Entry | None = None) -> Dead | None:
        """Return why an internal address leads nowhere; `page` is the one it stands on."""
        if not url:
            return Dead("this link leads nowhere", "write an address between the brackets")
        path, mark, anchor = url.partition("#")
        plain = _plain(path)
        if path and not self._is_there(plain):
            return self._missing(path, plain, mark + anchor)
        here = path_of(page) if page is not None else None
        at = self._page(plain) if path else here
        if not anchor or at is None or anchor.startswith(_ANCHORS_OF_OTHERS):
            return None
        return self._without_anchor(path, at, anchor)

    @cached_property
    def _pages(self) -> Mapping[str, Entry | str | None]:
        """The owner of every page by path: an entry, a hand-written page, or nobody we know."""
        brief, glossary = self._brief, self._brief.graph.glossary
        published = [entry for entry in glossary if entry.is_published]
        redirects = [
            f"{posixpath.dirname(path_of(entry))}/{old}"
            for entry in published
            for old in entry.former_ids
        ]
        others = [page_path(file, brief.docs) for file in brief.files if file.endswith(".md")]
        by_path: dict[str, Entry | str | None] = dict.fromkeys((*redirects, *others))
        by_path |= {path_of(entry): entry for entry in published}
        by_path |= {page_path(page, brief.docs): page for page in glossary.pages}
        lists = paths(glossary, brief.config, brief.docs)
        return by_path | {path: None for path, file in lists.items() if file is None}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Every name that a link may use, by the same name in small letters."""
        docs = f"{self._brief.docs}/"
        files = {file.removeprefix(docs) for file in self._brief.files}
        written = {page_path(f"{docs}{file}", self._brief.docs) for file in files}
        made = {f"{path}.md" for path in self._pages if path not in written}
        return {name.lower(): name for name in sorted(files | made)}

    @cached_property
    def _namesakes(self) -> Mapping[str, list[str]]:
        """The names by their last part."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self._names.values():
            found[posixpath.basename(name)].append(name)
        return found

    def _page(self, plain: str) -> str | None:
        """Return the path of the page that a name or an address stands for."""
        if plain.endswith(".md"):
            return page_path(f"{self._brief.docs}/{plain}", self._brief.docs)
        if plain.endswith(("/", ".html")):
            path = plain.removesuffix(".html").rstrip("/")
            possible = (path, f"{path}/index", path.removesuffix("/index"))
            return next((page for page in possible if page in self._pages), None)
        return None

    def _is_there(self, plain: str) -> bool:
        page = self._page(plain)
        if page is not None:
            id = posixpath.basename(page)
            return page in self._pages or id in self._brief.unloaded
        file = plain.partition("?")[0]
        is_file = f"{self._brief.docs}/{file}" in self._brief.files and not file.endswith(".md")
        return is_file or _MADE_BY_OTHERS.fullmatch(file) is not None

    def _missing(self, path: str, plain: str, rest: str) -> Dead:
        message = f"there is no {'page' if plain.endswith('.md') else 'file'} '{plain}'"
        exact = self._names.get(plain.lower())
        if exact is None and not posixpath.splitext(plain)[1]:
            exact = self._names.get(f"{plain.lower()}.md")
        if exact is not None:
            before = path[: len(path) - len(_inner(path))]
            # In an address with `%20` the name stands in another spelling.
            meant = f"{before}{exact}{rest}" if _inner(path) == plain and " " not in exact else None
            return Dead(message, f"write '{exact}'", meant)
        entry = self._brief.graph.glossary.get(posixpath.basename(plain).removesuffix(".md"))
        if entry is not None and plain == f"{path_of(entry)}.md":
            return Dead(message, f"'{entry.id}' is a draft, which has no page")
        namesakes = self._namesakes.get(posixpath.basename(plain), [])
        if len(namesakes) == 1:
            return Dead(message, f"did you mean '{namesakes[0]}'?")
        near = did_you_mean(plain, list(self._names.values()))
        return Dead(
            message, near or f"name a page or a file as it lies below '{self._brief.docs}/'"
        )

    def _without_anchor(self, path: str, page: str, anchor: str) -> Dead | None:
        known = self._anchors_of(page)
        if known is None or anchor in known or unquote(anchor) in known:
            return None
        where = f"'{_plain(path)}'" if path else "this page"
        message = f"{where} has no anchor '{anchor}'"
        alike = [other for other in sorted(known) if other.lower() == anchor.lower()]
        if alike:
            return Dead(message, f"write '{alike[0]}'", f"{path}#{alike[0]}")
        # The anchors of headings in prose begin with the name of their section.
        inner = [other for other in sorted(known) if other.endswith(f"-{anchor}")]
        near = f"did you mean '{inner[0]}'?" if inner else did_you_mean(anchor, sorted(known))
        return Dead(message, near or "an anchor is the id of a section or of a heading there")

    def _anchors_of(self, page: str) -> frozenset[str] | None:
        if page not in self._anchors:
            self._anchors[page] = self._found_anchors(page)
        return self._anchors[page]

    def _found_anchors(self, page: str) -> frozenset[str] | None:
        glossary = self._brief.graph.glossary
        owner = self._pages.get(page)
        if owner is None:
            owner = next((e for e in glossary if path_of(e) == page and not e.is_published), None)
        match owner:
            case None:
                return None
            case str():
                return anchors_of_page(glossary.pages[owner])
            case entry:
                return anchors_of_entry(
                    entry, self._brief.graph, self._brief.graph.passages.get(entry.id, ())
                )


def _inner(path: str) -> str:
    """Return the address as it counts from the folder of pages."""
    return re.sub(r"^(\.{0,2}[/\\])+", "", path)


def _plain(path: str) -> str:
    """Return the name that an address stands for."""
    inner = unquote(_inner(path))
    end = "/" if inner.endswith("/") else ""
    return posixpath.normpath(inner) + end if inner else ""
