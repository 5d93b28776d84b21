"""What the live server shows when an entry is broken: the page, and a banner on every page."""

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Severity
from generator.load import entry_id
from generator.pipeline import Built
from generator.site import Kind, Page, Site


def banner(built: Built) -> str:
    """Return the HTML of the banner, empty where there is no error."""
    errors = tuple(_errors(built))
    if not errors:
        return ""
    return built.press.templates.render("banner", view=built.press.view("index"), diagnostics=errors)


def with_broken_entries(built: Built) -> Site:
    """Return the site with a page for each entry that could not be loaded.

    Its address would otherwise be a dead link while somebody mends the entry.
    """
    pages = dict(built.site.pages)
    for path in sorted({d.location.path for d in _errors(built)}):
        id = entry_id(path)
        prefix = f"{built.project.config.terms}/"
        if not path.startswith(prefix) or id in built.graph.glossary.files:
            continue
        page = f"terms/{id}"
        body = built.press.templates.render("broken", view=built.press.view(page), path=path)
        pages.setdefault(page, Page(page, Kind.LISTING, path, body))
    return replace(built.site, pages=pages)


def _errors(built: Built) -> Iterator[Diagnostic]:
    return (d for d in built.diagnostics if d.severity is Severity.ERROR)
