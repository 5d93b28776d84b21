"""WCAG 1.4.3, 2.4.11 and 2.5.8, and what a screen reader says."""

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Route, expect

from tests.browser.cards.conftest import box, card, focus, stopped, word
from tests.browser.visiting import Visit, told

pytestmark = pytest.mark.browser


def test_a_card_never_hides_what_has_the_focus(visit: Visit, words: str) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    word(page, "ant").hover()
    page.clock.run_for(400)
    expect(card(page)).to_be_visible()
    page.locator("table a[data-term]").first.focus()
    expect(card(page)).to_have_count(0)


def test_a_card_that_has_to_scroll_hides_no_link_that_has_the_focus(
    visit: Visit, words: str
) -> None:
    page = visit.page
    page.set_viewport_size({"width": 320, "height": 300})
    page.goto(words + "/words/")
    focus(page, "ant")
    expect(card(page)).to_be_visible()
    body = card(page).locator(".tl-term-card__body")
    assert body.evaluate("body => body.scrollHeight > body.clientHeight")
    for link in card(page).locator("a").all():
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        assert link.evaluate(
            """link => {
              const { left, right, top, bottom } = link.getBoundingClientRect();
              const points = [[left + 2, top + 2], [right - 2, bottom - 2]];
              return points.every(([x, y]) => document.elementFromPoint(x, y) === link);
            }"""
        )


@pytest.mark.parametrize("width", [320, 1280])
def test_everything_in_a_card_is_large_enough_to_hit(visit: Visit, words: str, width: int) -> None:
    page = visit.page
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(words + "/words/")
    word(page, "ant").hover()
    links = card(page).locator("a")
    expect(links).to_have_count(2)
    sizes = [(box(link)["width"], box(link)["height"]) for link in links.all()]
    assert [size for size in sizes if min(size) < 24] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_a_card(browser: Browser, words: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    page.goto(words + "/words/", wait_until="networkidle")
    focus(page, "ant")
    expect(card(page)).to_be_visible()
    found = Axe().run(page).response
    ours = ("tl-term-card", "data-term", 'role="status"')
    wrong = [
        (violation["id"], node["html"])
        for violation in found["violations"]
        for node in violation["nodes"]
        if any(mark in node["html"] for mark in ours)
    ]
    context.close()
    assert wrong == [], told(wrong)


# Axe does not judge contrast in the top layer. WCAG: relative luminance, and its ratio.
_CONTRASTS = """card => {
  const channels = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const body = card.querySelector(".tl-term-card__body");
  const ground = luminance(getComputedStyle(body).backgroundColor);
  return [...body.querySelectorAll("[dir=auto]")].map((part) => {
    const [light, dark] = [ground, luminance(getComputedStyle(part).color)].sort((a, b) => b - a);
    return [part.className, (light + 0.05) / (dark + 0.05)];
  });
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_of_a_card_has_contrast(browser: Browser, words: str, scheme: Any) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.route("**/cards/*.json", _with_a_note)
    page.goto(words + "/words/")
    word(page, "ant").hover()
    expect(card(page)).to_be_visible()
    ratios = card(page).evaluate(_CONTRASTS)
    context.close()
    assert len(ratios) == 8
    assert [found for found in ratios if not found[1] >= 4.5] == []


def _with_a_note(route: Route) -> None:
    data = route.fetch().json()
    route.fulfill(json={"note": "This term is no longer used.", **data})


def test_a_screen_reader_hears_the_definition_and_finds_the_card_behind_the_word(
    visit: Visit, words: str
) -> None:
    page = visit.page
    page.goto(words + "/words/")
    focus(page, "ant")
    status = page.get_by_role("status").filter(has_text="Army ant")
    expect(status).to_have_text("Army ant: An insect that walks.")
    expect(word(page, "ant")).to_have_attribute("aria-details", "tl-term-card")
    expect(page.get_by_role("group", name="Army ant")).to_be_visible()
    paragraph = page.locator("article p").first
    assert re.findall(r"- (?:link|group) .*", paragraph.aria_snapshot())[:5] == [
        '- link "Army ant":',
        '- group "Army ant":',
        '- link "Ant or bee":',
        '- link "Open page":',
        '- link "Bee":',
    ]
    page.keyboard.press("Escape")
    expect(page.locator("[aria-details]")).to_have_count(0)
    expect(status).to_have_count(0)


def test_a_tap_is_announced_and_a_mouse_is_not_spoken_to(
    finger: BrowserContext, visit: Visit, words: str
) -> None:
    page = finger.new_page()
    page.goto(words + "/words/")
    word(page, "bee").tap()
    spoken = page.get_by_role("status").filter(has_text="Bee: An insect that flies.")
    expect(spoken).to_have_count(1)
    visit.page.goto(words + "/words/")
    word(visit.page, "bee").hover()
    expect(card(visit.page)).to_be_visible()
    expect(visit.page.get_by_role("status").filter(has_text="Bee")).to_have_count(0)
