"""The page that is being converted: where its links lead, and what it mentions."""

import posixpath
from collections.abc import Callable
from functools import cached_property

from generator.graph import Graph
from generator.layout import page_path, path_of
from generator.mentions import Context, Lexicon, Text, linked_on_page
from generator.render import Press, View, embedded


class Here:
    """The press as seen from the page that `path` names at the moment."""

    def __init__(self, press: Press, path: Callable[[], str]) -> None:
        self._press = press
        self._path = path

    @property
    def view(self) -> View:
        """Return the view from the page."""
        return self._press.view(self._path())

    @property
    def graph(self) -> Graph:
        """Return the graph."""
        return self._press.graph

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return the forms of all terms; it is made when the first page mentions something."""
        return Lexicon.of(self.graph.glossary, self._press.config)

    @cached_property
    def _mentioned(self) -> dict[str, frozenset[str]]:
        """Return what each hand-written page mentions, by the path of the page."""
        return {
            page_path(source, self._press.docs): frozenset(one.target for one in found)
            for source, found in self.graph.linked.items()
            if source in self.graph.glossary.pages
        }

    def mentioned(self) -> frozenset[str]:
        """Return the terms that the page mentions, as the graph has it.

        Nothing else may become a link, or it would have no backlink.
        """
        return self._mentioned.get(page_path(f"{self._path()}.md", ""), frozenset())

    def context(self, texts: tuple[Text, ...]) -> Context:
        """Return what decides about the words of the page, besides themselves."""
        linked = linked_on_page(texts, self.graph.resolve)
        return Context(mentions=self._press.config.linking.mentions, linked=linked)

    def resolve(self, target: str) -> str | None:
        """Return the id of the entry that a reference means."""
        return self.graph.resolve(target)

    def term(self, target: str) -> str | None:
        """Return the id of the term that a reference means, for its card; comparisons have none."""
        id = self.graph.resolve(target)
        return id if id in self.graph.glossary.terms else None

    def embedded(self, target: str) -> str | None:
        """Return the HTML of an entry as a block, or nothing if there is no such entry."""
        id = self.graph.resolve(target)
        entry = self.view.entry(id) if id else None
        return embedded(self._press, self.view, entry) if entry else None

    def source(self, target: str) -> str | None:
        """Return the Markdown path of an entry's page as seen from this page.

        The engine makes an address of it, as it does of every link between pages; a finished
        address would look to MkDocs like a file that is not there.
        """
        id = self.graph.resolve(target)
        entry = self.graph.glossary.get(id) if id else None
        if entry is None or not entry.is_published:
            return None
        return posixpath.relpath(f"{path_of(entry)}.md", posixpath.dirname(self._path()) or ".")
