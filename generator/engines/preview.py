"""What the live server shows when an entry is broken: the page, and a banner on every page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Severity
from generator.load import entry_id
from generator.render import Press
from generator.site import Kind, Page, Site


def banner(press: Press, diagnostics: Iterable[Diagnostic]) -> str:
    """Return the HTML of the banner, empty where there is no error."""
    errors = tuple(_errors(diagnostics))
    if not errors:
        return ""
    return press.templates.render("banner", view=press.view("index"), diagnostics=errors)


def with_broken_entries(site: Site, press: Press, diagnostics: Iterable[Diagnostic]) -> Site:
    """Return the site with a page for each entry that could not be loaded.

    Its address would otherwise be a dead link while somebody mends the entry.
    """
    pages = dict(site.pages)
    for path in sorted({d.location.path for d in _errors(diagnostics)}):
        id = entry_id(path)
        is_entry = path.startswith(f"{press.config.terms}/")
        if not is_entry or id in press.graph.glossary.files:
            continue
        page = f"terms/{id}"
        body = press.templates.render("broken", view=press.view(page), path=path)
        pages.setdefault(page, Page(page, Kind.LISTING, path, body))
    return replace(site, pages=pages)


def _errors(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    return (d for d in diagnostics if d.severity is Severity.ERROR)
