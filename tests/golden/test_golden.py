"""Whole projects, and the whole of what comes out of them.

A case is a folder with `mkdocs.yml` and `terms/`, and perhaps `docs/` and `templates/`. Beside
them stands what is expected: `expected/` with the body of every page under a header of what
is said about it, `diagnostics.txt` as an author sees them, `graph.txt` with every edge,
mention and redirect. `pytest --update-golden` writes them anew; read the difference.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.model import Comparison
from generator.pipeline import RULES, Built, build
from generator.prose import is_remote, is_safe
from generator.reading import open_project
from generator.reporting import REPORTERS, Report
from generator.site import Page
from tests.factories import TODAY

CASES = Path(__file__).parent / "cases"
COMMAND = "pytest tests/golden --update-golden"
cases = pytest.mark.parametrize(
    "case", sorted(CASES.iterdir()), ids=lambda case: case.name.replace("_", "-")
)


@cases
def test_site(case: Path, update_golden: bool) -> None:
    compare(case / "expected", dict(pages(built(case))), update=update_golden)


@cases
def test_diagnostics(case: Path, update_golden: bool) -> None:
    made = built(case)
    text = REPORTERS["text"](Report(made.diagnostics, RULES, made.entries)) + "\n"
    compare(case, {"diagnostics.txt": text}, update=update_golden)


@cases
def test_graph(case: Path, update_golden: bool) -> None:
    text = "\n".join(graph(built(case))) + "\n"
    compare(case, {"graph.txt": text}, update=update_golden)


def built(case: Path) -> Built:
    return build(open_project(case / "mkdocs.yml"), TODAY)


def pages(built: Built) -> Iterator[tuple[str, str]]:
    """Yield the file and the text of each page."""
    for path, page in built.site.pages.items():
        yield f"{path}.html", "\n".join([*header(page), "", page.body])


def header(page: Page) -> Iterator[str]:
    """Yield what is said about a page outside its body, where there is something to say."""
    said = {
        "title": page.title,
        "head title": page.head_title,
        "search title": page.search_title,
        "description": page.description,
        "tags": ", ".join(page.tags),
        "headings": ", ".join(f"{heading.text} (#{heading.id})" for heading in page.headings),
        "source": page.source or "",
    }
    yield f"kind: {page.kind}"
    yield from (f"{name}: {value}" for name, value in said.items() if value)


def graph(built: Built) -> Iterator[str]:
    """Yield a readable line for everything that connects entries."""
    graph = built.graph
    for entry in graph.glossary:
        kind = "comparison" if isinstance(entry, Comparison) else "term"
        yield f"{kind} {entry.id}: {entry.name} ({entry.status})"
        for edge in graph.edges.get(entry.id, ()):  # type: ignore[call-overload]
            derived = ", derived" if edge.derived else ""
            yield f"  {edge.kind.value} {edge.target}{derived}"
        for link in (link for link in graph.links if link.source == entry.id):
            found = link.resolved or " or ".join(link.candidates) or "nothing"
            where = "prose" if link.in_prose else "field"
            yield f"  names {link.target} in {where} {_path(link.at.path)}: {found}"
        yield from _linked(built, entry.id)
        for source in graph.mentions.get(entry.id, ()):
            yield f"  mentioned in {source}"
        for comparison in graph.compared_in.get(entry.id, ()):  # type: ignore[call-overload]
            yield f"  compared in {comparison}"
    for page in graph.glossary.pages:
        yield f"page {page}"
        yield from _linked(built, page)
    for label, ids in graph.labels.items():
        yield f"label {label}: {', '.join(ids)}"
    for old, new in built.site.redirects.items():
        yield f"redirect {old} to {new}"


def _linked(built: Built, source: str) -> Iterator[str]:
    for one in built.graph.linked.get(source, ()):
        where = _path(one.at.path) or f"character {one.at.span and one.at.span[0]}"
        rules = f" by {', '.join(one.rules)}" if one.rules else ""
        yield f"  links {one.text!r} in {where} to {one.target}{rules}"


def _path(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))


def compare(folder: Path, actual: Mapping[str, str], *, update: bool) -> None:
    """Compare files below a folder with what they should say, and name what is missing.

    A folder called `expected` may hold no other files.
    """
    whole = folder.name == "expected"
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    there &= there if whole else set(actual)
    if update:
        for stale in there - set(actual):
            (folder / stale).unlink()
        for name, text in actual.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        return
    expected = {name: (folder / name).read_text(encoding="utf-8") for name in there}
    lines = [
        line
        for name in sorted(set(actual) | there)
        for line in unified_diff(
            expected.get(name, "").splitlines(),
            actual.get(name, "").splitlines(),
            f"expected/{name}" if name in expected else "/dev/null",
            f"actual/{name}" if name in actual else "/dev/null",
            lineterm="",
        )
    ]
    if lines:
        difference = "\n".join(lines)
        pytest.fail(f"{difference}\n\nIf this is meant: {COMMAND}; read the diff", pytrace=False)
    assert set(actual) == there


class _Markup(HTMLParser):
    """Collects what is markup, and not text, in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: dict[str, set[str]] = {}
        self._depth = 0  # in the one drawing of ours

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "svg" and (self._depth or ("class", "tl-near__picture") in attrs):
            self._depth += 1
        elif ("src", "../assets/termloom/map.js") not in attrs:
            self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name.removeprefix("xlink:"), set()).add(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._depth -= bool(self._depth) and tag == "svg"


@cases
def test_nothing_an_author_writes_becomes_markup(case: Path) -> None:
    for path, page in built(case).site.pages.items():
        markup = _Markup()
        markup.feed(page.body)
        assert not markup.tags & {"script", "svg", "b", "iframe", "style", "object"}, path
        assert not [name for name in markup.attributes if name.startswith("on")], path
        for name in ("href", "src", "action"):
            for address in markup.attributes.get(name, ()):
                assert is_safe(address), (path, address)
                assert name == "href" or not is_remote(address), (path, address)


@cases
def test_every_anchor_of_a_page_is_there_once(case: Path) -> None:
    for path, page in built(case).site.pages.items():
        ids = re.findall(r'\bid="([^"]*)"', page.body)
        assert sorted(ids) == sorted(set(ids)), path
        anchors = set(re.findall(r'href="#([^"]+)"', page.body))
        assert {unescape(anchor) for anchor in anchors} <= {unescape(id) for id in ids}, path
        assert {heading.id for heading in page.headings} <= set(ids), path


@cases
def test_every_address_of_a_page_leads_to_a_page_or_file(case: Path) -> None:
    made = built(case)
    addresses = made.press.addresses
    by_hand = (page.removeprefix("docs/").removesuffix(".md") for page in made.graph.glossary.pages)
    known = {addresses.url(path) for path in (*made.site.pages, *by_hand)} | set(made.site.assets)
    for path, page in made.site.pages.items():
        here = f"https://site.example/{addresses.url(path)}"
        for href in re.findall(r'(?:href|action)="([^"]*)"', page.body):
            leads = urljoin(here, unescape(href)).partition("#")[0]
            if leads.startswith("https://site.example/") and case.name != "hostile":
                assert leads.removeprefix("https://site.example/") in known, (path, href)
