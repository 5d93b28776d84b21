"""Term files come from strangers: nothing they write may run in a reader's browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect
from pydantic import BaseModel

from generator.model import Comparison, Term
from generator.pipeline import RULES
from generator.shape import annotation_at
from generator.text import Line, Name, Prose
from tests.browser.visiting import Visit, build, served, strangers

pytestmark = pytest.mark.browser

# Each would run, or call another host, if the page took it for what it pretends to be.
PROSE = (
    "<script>window.hacked = 'script'</script> "
    "<img src=x onerror=\"window.hacked = 'image'\"> "
    "[link](javascript:window.hacked='link') "
    "[late](java\tscript:window.hacked='late') "
    "![picture](https://example.org/picture.png) "
    "<svg/onload=\"window.hacked='svg'\"> "
    "{{ config }} [[no-such-term]] `</code><script>window.hacked='code'</script>`"
)
LINE = "</p><script>window.hacked='line'</script> \" onmouseover=\"window.hacked='line'"
# A name may not hold brackets, so the payloads are those that need none.
NAME = '" autofocus onfocus="window.hacked=\'name\'" &lt;script&gt;window.hacked=1&lt;/script&gt;'


def _filled(example: object, annotation: object) -> object:  # noqa: PLR0911 - one for each kind
    """Return the example of a field with every free text in it replaced by a payload."""
    match example:
        case dict():
            return {k: _filled(v, annotation_at(annotation, (k,))) for k, v in example.items()}
        case list() | tuple():
            return [_filled(item, annotation_at(annotation, (0,))) for item in example]
        case str() if isinstance(annotation, type) and issubclass(annotation, Prose):
            return PROSE
        case str() if isinstance(annotation, type) and issubclass(annotation, Name):
            return NAME
        case str() if annotation is Line:
            return LINE
        case str() if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            short = getattr(annotation, "short_for", None)
            return _filled({short: example}, annotation) if short else example
        case _:
            return example


def _hostile(model: type[BaseModel], **fixed: object) -> str:
    entry = {}
    for name, field in model.model_fields.items():
        if name in ("id", "former_ids", "superseded_by", "status", "related", "review_every"):
            continue
        entry[name] = _filled((field.examples or [None])[0], annotation_at(model, (name,)))
    return yaml.safe_dump(entry | fixed, allow_unicode=True)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = tmp_path_factory.mktemp("hostile")
    (project / "terms").mkdir()
    (project / "docs").mkdir()
    (project / "docs/tags.md").write_text("# Tags\n\n<!-- material/tags -->\n")
    # As a publisher who lets everything pass: what is left must still be harmless.
    quiet = [name for name, rule in RULES.items() if rule.adjustable]
    config = {
        "site_name": "Hostile",
        "theme": {"name": "material", "font": False},
        "plugins": [
            "search",
            "tags",
            {
                "termloom": {
                    "home": {"heading": LINE, "introduction": PROSE, "featured": ["one", "two"]},
                    "categories": {"customising-models": {"name": NAME, "description": PROSE}},
                    "publisher": {"name": NAME, "about": PROSE},
                    "rules": dict.fromkeys(quiet, "off"),
                }
            },
        ],
        "nav": [{"Home": "index.md"}, {"Terms": "terms/index.md"}, {"Tags": "tags.md"}],
    }
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config))
    (project / "terms/one.yml").write_text(
        _hostile(Term, related=[{"term": "two", "note": PROSE}], tags=[NAME])
    )
    (project / "terms/two.yml").write_text(_hostile(Term, name="Two", aliases=[], avoid=[]))
    (project / "terms/both.yml").write_text(
        _hostile(
            Comparison,
            kind="comparison",
            options=[{"term": "one", "label": NAME, "summary": PROSE}, "two"],
            criteria=[
                {
                    "name": LINE,
                    "meaning": PROSE,
                    "cells": {"one": {"text": PROSE, "rating": 3}, "two": PROSE},
                }
            ],
            verdicts=[{"when": PROSE, "choose": "one", "because": PROSE}],
        )
    )
    site = project / "built"
    build(project, site)
    yield from served(site)


PAGES = (
    "/",
    "/terms/",
    "/terms/one/",
    "/terms/two/",
    "/comparisons/",
    "/comparisons/both/",
    "/categories/",
    "/categories/customising-models/",
    "/regions/au/",
    "/tags/",
    "/404.html",
)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_an_author_writes_runs(visit: Visit, hostile: str, path: str) -> None:
    page = visit.page
    page.goto(hostile + path, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for link in page.locator("article a, .tl-home a").all()[:60]:
        link.dispatch_event("mouseover")
    assert page.evaluate("window.hacked") is None
    assert visit.faults == []
    assert strangers(visit, hostile) == []
    page_links = page.evaluate("[...document.links].map(link => link.href)")
    assert [link for link in page_links if link.startswith(("javascript:", "data:"))] == []


def test_nothing_runs_in_search_results(visit: Visit, hostile: str) -> None:
    page = visit.page
    page.goto(hostile + "/?q=autofocus")
    expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=20_000)
    for item in page.locator(".md-search-result__item").all()[:5]:
        item.hover()
    assert page.evaluate("window.hacked") is None
    assert strangers(visit, hostile) == []


def test_a_payload_is_shown_as_the_text_that_it_is(visit: Visit, hostile: str) -> None:
    visit.page.goto(hostile + "/terms/one/")
    expect(visit.page.locator("h1")).to_contain_text("&lt;script&gt;")
    expect(visit.page.locator(".tl-definition")).to_contain_text("<script>window.hacked")


def test_a_name_with_markup_is_refused(tmp_path: Path) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [termloom]\n")
    (tmp_path / "terms/one.yml").write_text("name: <script>alert(1)</script>\n")
    with pytest.raises(AssertionError, match="a name may not hold the character '<'"):
        build(tmp_path, tmp_path / "site")
