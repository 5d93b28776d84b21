"""A small site whose words have term cards, and ways to reach them."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.visiting import Visit, build, served
from tests.factories import comparison_text, mkdocs_yml, term_text, write

PAYLOAD = "<img src=x onerror=\"window.hacked='definition'\"><script>window.hacked=1</script>"
NAME = '" autofocus onfocus="window.hacked=\'name\'" &lt;b&gt;'
PALETTE = {
    "palette": [
        {"media": f"(prefers-color-scheme: {media})", "scheme": scheme, "primary": "custom"}
        | {"accent": "custom"}
        for media, scheme in (("light", "default"), ("dark", "slate"))
    ]
}
WORDS = """# Words

An [[ant]] carries more than it weighs, and so does [[bee]], although nobody has ever asked [[moth]]
to do the same; the reader who wants to know why may look at the
[[ant|animal whose name is broken over several lines because it is much too long for one]] here.

| Who | What | Where | When | Why | How |
| --- | --- | --- | --- | --- | --- |
| [[bee]] | makes honey for others | in gardens | in summer | nobody knows | with great care |
| a neighbour | makes honey for money | in shops | in winter | somebody knows | by [[moth]] |

<p dir="rtl">אבג <a id="rtl" class="tl-term" data-term="bee" href="../terms/bee/">דהו</a> זחט</p>

[[evil]]

<div style="height: 3000px"></div>

At the end, one more [[bee]].
"""


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site below a path of its host, as most sites on GitHub Pages are."""
    folder = tmp_path_factory.mktemp("cards")
    write(folder, _project())
    for url in served(folder / "www"):
        build(folder, folder / "www/glossary", f"{url}/glossary/")
        yield f"{url}/glossary"


def _project() -> dict[str, str]:
    categories = {"insects": {"name": "Insects", "description": "Six legs."}}
    config = mkdocs_yml(
        {"categories": categories, "rules": {"raw-html": "off"}},
        theme={"name": "material", "font": False, "features": ["navigation.instant"]} | PALETTE,
        nav=[{"Quiet": "quiet.md"}, {"Words": "words.md"}, {"Terms": "terms/index.md"}],
    )
    ant = term_text(
        "ant",
        name="Army ant",
        abbreviation="AA",
        category="insects",
        definition="An *insect* that walks.",
        explanation="It is stronger than [[bee|a bee]], as [[ant-or-bee]] shows.",
        related=[{"term": "bee", "relation": "related", "note": "It flies."}, "moth"],
        when_not_to_use=[{"when": "It should fly.", "instead": "moth"}],
    )
    return {
        "mkdocs.yml": config.replace('"site_name"', '"site_url": !ENV SITE_URL, "site_name"'),
        "docs/words.md": WORDS,
        "docs/quiet.md": "# Quiet\n\nNothing to look up here.\n",
        "terms/ant.yml": ant,
        "terms/bee.yml": term_text("bee", definition="An insect that flies."),
        "terms/moth.yml": term_text(
            "moth", related=[{"term": "bee", "relation": "alternative_to"}]
        ),
        "terms/evil.yml": term_text("evil", name=NAME, definition=PAYLOAD),
        "terms/ant-or-bee.yml": comparison_text(("ant", "bee"), name="Ant or bee"),
    }


@pytest.fixture
def finger(browser: Browser) -> Iterator[BrowserContext]:
    """A telephone."""
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    yield context
    context.close()


def word(page: Page, id: str) -> Locator:
    return page.locator(f'a[data-term="{id}"]').first


def card(page: Page) -> Locator:
    return page.locator("#tl-term-card")


def stopped(page: Page, url: str) -> None:
    """Open a page whose clock moves only with `run_for`."""
    page.clock.install(time=0)
    page.goto(url, wait_until="networkidle")
    page.clock.pause_at(3_600_000)


def focus(page: Page, id: str) -> None:
    """Reach a word with the Tab key."""
    word(page, id).evaluate(
        """word => {
          const stops = [...document.querySelectorAll("a[href], [tabindex='0']")];
          const before = stops.filter(s => s.getClientRects().length);
          before[before.indexOf(word) - 1].focus();
        }"""
    )
    page.keyboard.press("Tab")
    expect(word(page, id)).to_be_focused()


def rest(page: Page) -> None:
    """Move the mouse to where there is nothing."""
    page.mouse.move(5, 795, steps=3)


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found is not None
    return dict(found)


def asked(visit: Visit) -> list[str]:
    """Return the cards that the page asked for."""
    return [urlsplit(url).path for url in visit.requests if "/cards/" in url]
