"""What a template may ask: addresses, prose, labels, names; all as seen from one page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from markupsafe import Markup

from generator import prose
from generator.config import Config
from generator.graph import Graph
from generator.layout import page_path, path_of, tag_anchor
from generator.model import Entry, Term
from generator.model.regions import Regions
from generator.model.sources import Source
from generator.prose import Target
from generator.render.contributing import Contributing, Here
from generator.render.excerpts import Excerpt
from generator.render.labels import Labels
from generator.render.mentions import mentions_on
from generator.render.templates import Templates
from generator.site import Addresses
from generator.text import EntryId, InlineProse, Prose, TermId


@dataclass(frozen=True, slots=True)
class Press:
    """What all pages of one run share.

    `definitions` are those of the terms as words without markup; `mentioning` says which terms
    a term mentions, `excerpts` in which words a source mentions an entry; `tags_page` is the
    path of the hand-written page that lists the tags.
    """

    graph: Graph
    config: Config
    site_name: str
    templates: Templates
    labels: Labels
    regions: Regions
    addresses: Addresses
    docs: str
    definitions: Mapping[EntryId, str]
    mentioning: Mapping[EntryId, tuple[TermId, ...]]
    excerpts: Mapping[EntryId, Mapping[str, Excerpt]]
    contributing: Contributing
    tags_page: str | None = None
    site_url: str | None = None

    def view(self, path: str) -> "View":
        """Return the view from the page at this path."""
        return View(self, path)


class View:
    """The press as seen from one page; the resolver of that page's prose."""

    def __init__(self, press: Press, path: str) -> None:
        self._press = press
        self.path = path
        self.config = press.config
        self.site_name = press.site_name
        self.label = press.labels
        self._mentions = mentions_on(press.graph, path)

    def href(self, path: str, anchor: str = "") -> str:
        """Return the address of the page at a path."""
        addresses = self._press.addresses
        url = addresses.url(path) + (f"#{anchor}" if anchor else "")
        return addresses.relative(self.path, url)

    def entry_href(self, entry: Entry) -> str:
        """Return the address of an entry's page."""
        return self.href(path_of(entry))

    def asset(self, path: str) -> str:
        """Return the address of a file of the site."""
        return self._press.addresses.relative(self.path, path)

    def entry(self, id: str) -> Entry | None:
        """Return the published entry of this id."""
        entry = self._press.graph.glossary.get(id)
        return entry if entry is not None and entry.is_published else None

    def reference(self, target: str) -> Target | None:
        """Return where `[[target]]` leads: by id it shows the name, by label the words written."""
        id = self._press.graph.resolve(target)
        entry = self._press.graph.glossary.get(id) if id is not None else None
        if entry is None:
            return None
        href = self.entry_href(entry) if entry.is_published else None
        term = entry.id if isinstance(entry, Term) else None
        return Target(href, self._press.graph.words(target), term)

    def link(self, url: str) -> str:
        """Return an internal link of prose, which names a page or file below `docs/`."""
        path, mark, anchor = url.partition("#")
        if not path:
            return url
        path = re.sub(r"^(\.{0,2}[/\\])+", "", path)
        if path.endswith(".md"):
            return self.href(page_path(path, "")) + mark + anchor
        return self.asset(path) + mark + anchor

    def outward(self, url: str) -> str:
        """Return the address of a link field: a web address, or a page below `docs/`."""
        if not prose.is_safe(url):
            return "#"
        return url if prose.is_remote(url) or url.startswith("#") else self.link(url)

    def prose(self, value: Prose, prefix: str = "") -> Markup:
        """Return the HTML of prose; `prefix` keeps ids apart on the page."""
        inline = isinstance(value, InlineProse)
        # The same words may stand in two fields, and only the first of them be a link.
        found = self._mentions.get(id(value), ())
        html = prose.to_html(value, self, inline=inline, prefix=prefix, mentions=found)
        return Markup(html)  # noqa: S704

    def text(self, value: Prose | None) -> str:
        """Return the words of prose without markup."""
        return prose.to_text(value, self._press.graph.words) if value else ""

    def definition(self, term: Term) -> str:
        """Return the words of a term's definition, empty where it has none."""
        return self._press.definitions.get(term.id, "")

    def region(self, code: str) -> str:
        """Return the name of a region."""
        return self._press.regions.name(code)

    def date(self, value: date | str) -> str:
        """Return a date as readers of the config's language write it."""
        return _written(str(value), self.config.language)

    def source_details(self, source: Source) -> str:
        """Return who published a source and when, and when it was last read."""
        details = [str(source.publisher)] if source.publisher else []
        if source.published:
            details.append(self.label("published", date=self.date(source.published)))
        if source.accessed:
            details.append(self.label("accessed", date=self.date(source.accessed)))
        return ", ".join(details)

    def tag_href(self, tag: str) -> str | None:
        """Return where Material's tags plugin lists a tag, if some page holds its listing."""
        page = self._press.tags_page
        return self.href(page, tag_anchor(tag)) if page is not None else None

    def edit_href(self, source: str) -> str | None:
        """Return where an entry's file can be edited."""
        return self._press.contributing.edit(source)

    def suggest_href(self, title: str, entry: Entry | None = None) -> str | None:
        """Return where a change of this page can be suggested."""
        site, url = self._press.site_url, self._press.addresses.url(self.path)
        here = Here(title, f"{site.rstrip('/')}/{url}" if site else self.path, entry)
        return self._from_root(self._press.contributing.suggest(here))

    def add_href(self, category: str | None = None) -> str | None:
        """Return where a term can be added, to a category if one is given."""
        return self._from_root(self._press.contributing.add(category))

    def _from_root(self, url: str | None) -> str | None:
        """Return an address; where it counts from the site's root, as seen from this page."""
        return url if url is None or prose.is_remote(url) else self.asset(url)


@lru_cache(maxsize=4096)
def _written(value: str, language: str) -> str:
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    form = {4: "y", 7: "MMMM y", 10: "d MMMM y"}[len(value)]
    return str(format_date(date.fromisoformat(value + "-01-01"[len(value) - 4 :]), form, locale))
