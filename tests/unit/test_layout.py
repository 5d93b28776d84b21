"""Where every page stands, said before anything is rendered."""

import re
from html import escape
from pathlib import Path

import pytest
from pymdownx.slugs import slugify

from generator.layout import anchor_prefix, anchors, page_path, paths, tag_anchor
from generator.model import Entry, leaves
from generator.pipeline import build
from generator.reading import open_project
from generator.render import render
from generator.text import Prose
from tests.factories import TODAY, comparison, press, term

CASES = Path(__file__).parents[1] / "golden" / "cases"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_the_plan_is_what_is_rendered(case: Path) -> None:
    built = build(open_project(case / "mkdocs.yml"), TODAY)
    planned = paths(built.graph.glossary, built.project.config, built.project.docs)
    assert planned == {path: page.source for path, page in built.site.pages.items()}


def test_a_readme_is_an_index() -> None:
    assert page_path("docs/guides/README.md", "docs") == "guides/index"


HEADING = "#### Deep"
FULL = term(
    "walk",
    **dict.fromkeys(
        ("summary", "explanation", "analogy", "why_it_matters", "in_practice", "perspective"),
        HEADING,
    ),
    business_context=HEADING,
    pull_quote="Go.",
    how_it_works={"text": HEADING, "steps": ["Go."]},
    when_to_use=["Often."],
    when_not_to_use=["Rarely."],
    examples=[HEADING, HEADING],
    common_mistakes=["Slow."],
    misconceptions=[{"misconception": "It is slow.", "reality": "It is not."}],
    key_takeaways=["Go."],
    regional_notes=[{"region": code, "text": HEADING} for code in ("AU", "US", "AU")],
    faq_intro="Ask.",
    faq=[{"question": f"Why {number}?", "answer": HEADING} for number in (1, 2)],
    related=["ride"],
    resources=[{"title": "Guide", "url": "https://example.org"}],
    sources=[{"title": "Book"}],
)
COMPARED = comparison(
    summary=HEADING,
    verdicts=[{"when": "Always", "choose": "walk"}],
    key_takeaways=["Go."],
    sources=[{"title": "Book"}],
)
# Sections that come from other entries, and what is no part of the entry.
DERIVED = {"compared", "mentioned-in", "neighbourhood"}


@pytest.mark.parametrize("entry", [FULL, COMPARED, term("ride")], ids=lambda entry: entry.id)
def test_the_anchors_of_an_entry_are_those_of_its_page(entry: Entry) -> None:
    others = [other for other in (FULL, COMPARED, term("ride")) if other.id != entry.id]
    pages = render(press(entry, *others)).pages
    body = next(page.body for path, page in pages.items() if path.endswith(f"s/{entry.id}"))
    shown = set(re.findall(r'\bid="([^"]+)"', body)) - DERIVED
    of_prose = {
        f"{anchor_prefix(entry, path)}-deep"
        for path, value in leaves(entry)
        if isinstance(value, Prose) and value == HEADING
    }
    made = {*anchors(entry), *of_prose}
    assert shown - {"related"} == made - {"related"}


@pytest.mark.parametrize(
    "tag",
    [
        "cost",
        "AT&T",
        "R & D",
        'the "real" one',
        "C++",
        "O’Brien",
        "Über uns",
        "1.2",
        "a_b",
        "日本",
        "a/b",
    ],
)
def test_a_tag_has_the_anchor_that_the_theme_gives_it(tag: str) -> None:
    assert tag_anchor(tag) == f"tag:{slugify(case='lower')(escape(tag), '-')}"
