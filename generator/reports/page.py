"""The page of the built site on which editors read all reports."""

from generator.layout import page_path, path_of
from generator.render import Press
from generator.reports.finding import Located, Reported
from generator.site import Kind, Page

PATH = "report"
# What fits on a page; `termloom report` shows the rest.
MOST = 50


def report_page(press: Press, found: tuple[Reported, ...]) -> Page | None:
    """Return the page, nothing where a hand-written page has its address.

    What concerns a draft is left out, as the page may be read by anybody.
    """
    glossary = press.graph.glossary
    if any(page_path(page, press.docs) == PATH for page in glossary.pages):
        return None
    drafts = {glossary.files[entry.id] for entry in glossary if not entry.is_published}
    shown = [
        (each, [one for one in each.findings if not _in(drafts, one)][:MOST]) for each in found
    ]
    # What found nothing is good to know, and no reason to scroll.
    shown.sort(key=lambda pair: not pair[1])
    view = press.view(PATH)
    pages = {glossary.files[entry.id]: view.href(path_of(entry)) for entry in glossary}
    body = press.templates.render("report", view=view, reports=shown, pages=pages)
    return Page(PATH, Kind.REPORT, press.labels("report"), body)


def _in(drafts: set[str], finding: Located) -> bool:
    return any(location.path in drafts for location, _ in finding.places)
