"""This repository's own site: every link in the finished HTML leads somewhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.endtoend.command import ROOT, termloom, tree

pytestmark = pytest.mark.slow


@dataclass
class Finished(HTMLParser):
    """What a page links to, loads, and can be linked at."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in ("img", "script", "iframe", "source") and "src" in values:
            self.loads.append(values["src"])
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload"):
            self.loads.append(values["href"])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Finished]:
    site = tmp_path_factory.mktemp("own") / "site"
    done = termloom("build", "--strict", "--site-dir", str(site), cwd=ROOT)
    assert done.code == 0, done.all
    found = {}
    for path in sorted(site.rglob("*.html")):
        found[path.relative_to(site).as_posix()] = page = Finished()
        page.feed(path.read_text())
    return {name: Finished() for name in tree(site)} | found


def _inner(pages: dict[str, Finished], kind: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the page, the address, and the file and anchor it leads to, if on this site."""
    for name, page in pages.items():
        # The 404 page stands at any address, so its addresses start at the root.
        here = f"http://site/{name.removesuffix('index.html')}"
        for url in getattr(page, kind):
            parts = urlsplit(urljoin(here, url))
            if parts.netloc == "site":
                path = unquote(parts.path).lstrip("/")
                file = f"{path}index.html" if path[-1:] in ("", "/") else path
                yield name, url, file, unquote(parts.fragment)


def test_every_link_and_anchor_is_there(pages: dict[str, Finished]) -> None:
    dead = [
        f"{name}: {url}"
        for name, url, file, anchor in _inner(pages, "links")
        if file not in pages or (anchor and anchor not in pages[file].ids)
    ]
    assert dead == []


def test_everything_a_page_loads_is_there_and_ours(pages: dict[str, Finished]) -> None:
    assert [f"{n}: {u}" for n, u, file, _ in _inner(pages, "loads") if file not in pages] == []
    loads = [url for page in pages.values() for url in page.loads]
    assert [url for url in loads if urlsplit(url).netloc] == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, Finished]) -> None:
    twice = {n: {i for i in p.ids if p.ids.count(i) > 1} for n, p in pages.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_the_glossary_is_as_large_as_it_says(pages: dict[str, Finished]) -> None:
    entries = [
        path for path in (ROOT / "terms").rglob("*.yml") if path.parent.name != "comparisons"
    ]
    made = {name.split("/")[1] for name in pages if name.startswith("terms/")} - {"index.html"}
    assert {path.stem for path in entries} <= made
    assert len(entries) >= 24
