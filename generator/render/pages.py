"""Every page of the site."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from generator.graph import Graph
from generator.layout import path_of
from generator.model import Comparison, Entry, Term
from generator.model.regions import Regions
from generator.project import Project
from generator.prose import to_text
from generator.render.cards import cards
from generator.render.compared import compared
from generator.render.contributing import Contributing
from generator.render.excerpts import excerpts
from generator.render.form import form
from generator.render.labels import Labels
from generator.render.listings import listings
from generator.render.map_page import OF_MAP, map_page
from generator.render.neighbourhood import mentioning
from generator.render.sections import REPEATING, Section, sections
from generator.render.templates import Templates
from generator.render.view import Press, View
from generator.schema import project_schema, written
from generator.site import Addresses, Heading, Kind, Page, Site

ASSETS = "assets/termloom"
SCHEMA = "schema/entry.json"


def press_for(graph: Graph, project: Project) -> Press:
    """Return what all pages share, or raise `ConfigError` or `TemplateFault`."""
    return Press(
        graph,
        project.config,
        project.site_name,
        Templates(project.templates_dir),
        Labels(project.config.labels),
        Regions.of(project.config),
        Addresses(project.directory_urls),
        project.docs,
        {
            term.id: to_text(term.definition, graph.words)
            for term in graph.glossary.terms.values()
            if term.definition
        },
        mentioning(graph),
        excerpts(graph),
        Contributing.to(graph.glossary, project.config),
        _tags_page(graph, project.docs),
        project.site_url,
    )


def _tags_page(graph: Graph, docs: str) -> str | None:
    for path, text in graph.glossary.pages.items():
        # What stands between fences only speaks of the marker.
        if "\n<!-- material/tags" in "\n".join(text.split("```")[::2]):
            return path.removeprefix(f"{docs}/").removesuffix(".md")
    return None


def render(press: Press, progress: Callable[[int, int], None] | None = None) -> Site:
    """Render every page, in the order of paths.

    `progress` is called with the number of entries done and their total.
    """
    glossary = press.graph.glossary
    published = [entry for entry in glossary if entry.is_published]
    pages: dict[str, Page] = {}
    for number, entry in enumerate(published, 1):
        page = _entry(press, entry)
        pages[page.path] = page
        if progress is not None:
            progress(number, len(published))
    for page in listings(press):
        pages[page.path] = page
    assets = {
        f"{ASSETS}/{name}": data
        for name, data in press.templates.assets().items()
        if press.config.map or not name.startswith(OF_MAP)
    }
    if press.config.map:
        page, data = map_page(press)
        pages[page.path] = page
        assets[f"{ASSETS}/map.json"] = data
    assets |= {f"{ASSETS}/cards/{name}": data for name, data in cards(press).items()}
    assets[SCHEMA] = _schema(press)
    if press.config.admin is not None:
        assets |= form(press, press.config.admin)
    redirects = {
        f"{path_of(entry).rpartition('/')[0]}/{old}": path_of(entry)
        for entry in published
        for old in entry.former_ids
    }
    return Site(dict(sorted(pages.items())), assets, dict(sorted(redirects.items())))


def _schema(press: Press) -> bytes:
    """Return the schema of the entries, for editors anywhere; drafts are not published."""
    address = f"{press.site_url.rstrip('/')}/{SCHEMA}" if press.site_url else None
    schema = project_schema(
        press.graph, press.config, definitions=press.definitions, address=address, drafts=False
    )
    return written(schema).encode()


def redirect_html(press: Press, origin: str, target: str) -> str:
    """Return the page that stands at a former address."""
    href = press.addresses.relative(origin, press.addresses.url(target))
    return press.templates.render("redirect", view=press.view(origin), href=href)


def not_found_html(press: Press, base: str) -> str:
    """Return what stands on the 404 page, with every address below `base`."""
    based = replace(press, addresses=replace(press.addresses, base=base))
    return press.templates.render("not_found", view=based.view("index"))


def embedded(press: Press, view: View, entry: Entry) -> str:
    """Return an entry as a block for a hand-written page."""
    if isinstance(entry, Comparison):
        return press.templates.render("embed_comparison", **_compared(press, view, entry))
    return press.templates.render("embed_term", view=view, term=entry)


def page_foot(press: Press, path: str, *, title: str, source: str) -> str:
    """Return what stands below a hand-written page: where it can be changed."""
    return press.templates.render("page_foot", view=press.view(path), title=title, source=source)


def _entry(press: Press, entry: Entry) -> Page:
    match entry:
        case Term():
            return _term(press, entry)
        case Comparison():
            return _comparison(press, entry)
        case _:
            raise TypeError(type(entry))


def _term(press: Press, term: Term) -> Page:
    view = press.view(path_of(term))
    parts = sections(press, view, term)
    return Page(
        path=view.path,
        kind=Kind.TERM,
        title=term.name,
        head_title=view.label("head_title", name=term.name),
        search_title=_search_title(term),
        description=view.definition(term),
        body=press.templates.render(
            "term",
            view=view,
            term=term,
            head=[part for part in parts if part.heading is None],
            sections=[part for part in parts if part.heading is not None],
            source=press.graph.glossary.files[term.id],
            call_to_action=_call_to_action(press, term),
        ),
        headings=_headings(parts),
        tags=tuple(term.tags),
        source=press.graph.glossary.files[term.id],
    )


def _search_title(term: Term) -> str:
    """Return the name with every other label, so that a search for any of them finds the term.

    Nothing may touch a label: the theme's search takes `(RAG)` and `RAG,` for other words.
    """
    return " · ".join(term.labels)


def _call_to_action(press: Press, entry: Entry) -> Any:
    category = press.config.categories.get(entry.category) if entry.category else None
    if category is not None and category.call_to_action is not None:
        return category.call_to_action
    return press.config.publisher.call_to_action if press.config.publisher else None


def _headings(parts: tuple[Section, ...]) -> tuple[Heading, ...]:
    return tuple(
        Heading(part.id, part.heading, own=part.name not in REPEATING)
        for part in parts
        if part.heading is not None
    )


def _compared(press: Press, view: View, comparison: Comparison) -> dict[str, Any]:
    return {"view": view, "comparison": comparison, "options": compared(press, comparison)}


def _comparison(press: Press, comparison: Comparison) -> Page:
    view = press.view(path_of(comparison))
    names = ("options", "criteria", "verdicts", "key_takeaways", "sources")
    texts = {"options": "options", "criteria": "side_by_side"}
    headings = tuple(
        Heading(name.replace("_", "-"), view.label(texts.get(name, name)))
        for name in names
        if getattr(comparison, name)
    )
    return Page(
        path=view.path,
        kind=Kind.COMPARISON,
        title=comparison.name,
        head_title=comparison.question,
        description=view.text(comparison.summary) or comparison.question,
        body=press.templates.render(
            "comparison",
            **_compared(press, view, comparison),
            headings=headings,
            source=press.graph.glossary.files[comparison.id],
            call_to_action=_call_to_action(press, comparison),
        ),
        headings=headings,
        tags=tuple(comparison.tags),
        source=press.graph.glossary.files[comparison.id],
    )
