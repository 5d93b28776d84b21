"""What automatic checks of accessibility can see, with axe-core."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.visiting import told

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/terms/",
    "/terms/fine-tuning/",
    "/comparisons/prompting-rag-or-fine-tuning/",
    "/categories/customising-models/",
    "/map/",
    "/report/",
    "/regions/au/",
    "/tags/",
    "/404.html",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_serious(browser: Browser, site: str, scheme: Any, width: int) -> None:
    context = browser.new_context(
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
    )
    page = context.new_page()
    found = {}
    for path in PAGES:
        page.goto(site + path, wait_until="networkidle")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        violations = Axe().run(page).response["violations"]
        serious = [v for v in violations if v["impact"] in ("serious", "critical")]
        if serious:
            found[path] = [
                {"rule": v["id"], "help": v["help"], "where": [n["html"] for n in v["nodes"]][:5]}
                for v in serious
            ]
    context.close()
    assert not found, told(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_palette_follows_the_system(browser: Browser, site: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(site + "/")
    shown = page.locator("body").get_attribute("data-md-color-scheme")
    context.close()
    assert shown == {"light": "default", "dark": "slate"}[scheme]
