"""A `Site` as MkDocs files: pages whose body is ready before MkDocs sees them."""

import re
from collections.abc import Iterator
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.engines.mkdocs_search import searchable
from generator.layout import page_path
from generator.render import Press, page_foot, redirect_html
from generator.site import Heading, Kind, Page, Site

_ID = re.compile(r' id="([^"]+)"')


class SitePage(MkDocsPage):
    """A page that needs no Markdown.

    MkDocs would make a Markdown parser with every extension for each page, to convert
    nothing: half of a build of 1,000 entries. All plugin events still happen.
    """

    def __init__(self, ours: Page, title: str | None, file: File, config: MkDocsConfig) -> None:
        # The theme writes titles unescaped. One from `nav` is the publisher's own markup.
        super().__init__(title or escape(ours.title), file, config)
        self.ours = ours

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what Markdown front matter would say."""
        self.markdown = ""
        self.meta = _meta(self.ours)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the body and its table of contents."""
        self.content = self.ours.body
        # The theme skips to the first anchor, and lists what lies below it.
        top = AnchorLink(escape(self.ours.title), "top", level=1)
        top.children = [_anchor(heading) for heading in self.ours.headings]
        self.toc = TableOfContents([top])
        self.present_anchor_ids = set(_ID.findall(self.ours.body))
        self.links_to_anchors = {}


def add_site(files: Files, site: Site, press: Press, config: MkDocsConfig) -> None:
    """Add every page, file and redirect of a site to those that MkDocs found."""
    for file in _files(site, press, config):
        if (existing := files.get_file_from_path(file.src_uri)) is not None:
            files.remove(existing)
        files.append(file)


def _files(site: Site, press: Press, config: MkDocsConfig) -> Iterator[File]:
    titles = dict(_nav_titles(config.nav))
    for page in site.pages.values():
        listed = page.kind in (Kind.HOME, Kind.INDEX)
        # Every page in the sidebar would cost ten times the build, and help nobody.
        inclusion = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, f"{page.path}.md", content="", inclusion=inclusion)
        shown = SitePage(page, titles.get(file.src_uri), file, config)
        if page.kind is Kind.REPORT:
            # Without an address that it knows, the site map leaves a page out.
            shown.abs_url = shown.canonical_url = None
        yield file
    for path, data in site.assets.items():
        yield File.generated(config, path, content=data)
    for old, new in site.redirects.items():
        html = redirect_html(press, old, new)
        yield File.generated(config, press.addresses.file(old), content=html)


def _nav_titles(nav: object) -> Iterator[tuple[str, str]]:
    """Yield the path of each page that `nav` names with a title."""
    match nav:
        case list():
            for item in nav:
                yield from _nav_titles(item)
        case dict():
            for title, item in nav.items():
                if isinstance(item, str):
                    yield item, str(title)
                else:
                    yield from _nav_titles(item)


def show_to_search(page: MkDocsPage) -> None:
    """Make a page of ours what the search plugin shall read of it."""
    if isinstance(page, SitePage):
        page.content = searchable(page.ours)
        page.meta["title"] = escape(page.ours.search_title or page.ours.title)


def show_to_theme(page: MkDocsPage) -> None:
    """Make a page of ours what readers see."""
    if isinstance(page, SitePage):
        page.content = page.ours.body
        page.meta["title"] = escape(page.ours.head_title or page.ours.title)
        if page.ours.kind is Kind.HOME:
            # The theme then takes the site's name alone.
            del page.meta["title"]


def show_foot(page: MkDocsPage, press: Press) -> None:
    """Add to a hand-written page where it can be changed. The search has read the page by now."""
    file = page.file
    if isinstance(page, SitePage) or file.generated_by is not None or page.content is None:
        return
    path = page_path(file.src_uri, "")
    source = f"{press.docs}/{file.src_uri}"
    page.content += page_foot(press, path, title=str(page.title or path), source=source)


def kept_from_robots(output: str, page: MkDocsPage) -> str:
    """Return a whole page of HTML; what is for editors alone asks not to be listed or followed."""
    if isinstance(page, SitePage) and page.ours.kind is Kind.REPORT:
        robots = '<meta name="robots" content="noindex, nofollow">'
        return output.replace("</head>", f"{robots}</head>", 1)
    return output


def _anchor(heading: Heading) -> AnchorLink:
    return AnchorLink(escape(heading.text), heading.id, level=2)


def _meta(page: Page) -> dict[str, object]:
    meta: dict[str, object] = {"hide": ["navigation", "toc"]}
    if page.kind in (Kind.TERM, Kind.COMPARISON):
        meta["hide"] = ["navigation"]
    if page.kind is Kind.TERM:
        # Who searches for a term wants its own page before those that speak of it.
        meta["search"] = {"boost": 4}
    if page.kind is Kind.REPORT:
        meta["search"] = {"exclude": True}
    if page.description:
        meta["description"] = escape(page.description)
    if page.tags:
        # Our own templates show them, below the entry; the theme would put them above all else.
        meta["hide"] = ["navigation", "tags"]
        meta["tags"] = [escape(tag) for tag in page.tags]
    return meta
