"""Where a card stands."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.cards.conftest import box, card, focus, word
from tests.browser.visiting import Visit, told

pytestmark = pytest.mark.browser


# How far the visible card stands out of the window, and whether it covers a piece of its word.
_FAULTS = """word => {
  const shown = document.querySelector(".tl-term-card__body").getBoundingClientRect();
  const faults = [];
  if (shown.left < 0 || shown.top < 0 || shown.right > document.documentElement.clientWidth
      || shown.bottom > innerHeight) faults.push(["outside", shown.toJSON()]);
  for (const piece of word.getClientRects()) {
    if (piece.left < shown.right && shown.left < piece.right && piece.top < shown.bottom
        && shown.top < piece.bottom) faults.push(["covers", shown.toJSON(), piece.toJSON()]);
  }
  const at = document.elementFromPoint(shown.left + shown.width / 2, shown.bottom - 6);
  if (!at?.closest("#tl-term-card")) faults.push(["clipped", at?.outerHTML]);
  return faults;
}"""


@pytest.mark.parametrize("height", [420, 900])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_card_stays_in_the_window_and_off_its_word(
    visit: Visit, words: str, width: int, height: int
) -> None:
    page = visit.page
    page.set_viewport_size({"width": width, "height": height})
    page.goto(words + "/words/")
    found = {}
    every = page.locator("article a[data-term]").all()
    assert len(every) == 9
    for number, link in enumerate(every):
        link.scroll_into_view_if_needed()
        link.focus()
        expect(link).to_have_attribute("aria-details", "tl-term-card")
        if faults := link.evaluate(_FAULTS):
            found[number] = faults
        page.keyboard.press("Escape")
    assert found == {}, told(found)


@pytest.mark.parametrize("height", [420, 800])
@pytest.mark.parametrize("width", [320, 390, 800])
def test_a_card_under_a_finger_stays_in_the_window_and_off_its_word(
    finger: BrowserContext, words: str, width: int, height: int
) -> None:
    page = finger.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto(words + "/words/")
    found = {}
    for number, link in enumerate(page.locator("article a[data-term]").all()):
        link.evaluate("word => word.scrollIntoView({block: 'center', inline: 'center'})")
        link.tap()
        expect(link).to_have_attribute("aria-details", "tl-term-card")
        if faults := link.evaluate(_FAULTS):
            found[number] = faults
        page.keyboard.press("Escape")
    assert found == {}, told(found)


def test_on_a_telephone_the_card_stands_at_the_lower_edge(
    finger: BrowserContext, words: str
) -> None:
    page = finger.new_page()
    page.goto(words + "/words/")
    word(page, "ant").tap()
    shown = box(card(page))
    assert shown["y"] + shown["height"] == pytest.approx(800, abs=1)
    assert shown["width"] >= 370


def test_a_card_in_a_table_goes_when_its_word_is_scrolled_away(visit: Visit, words: str) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(words + "/words/")
    first = page.locator("table a[data-term]").first
    first.focus()
    expect(card(page)).to_be_visible()
    first.evaluate(
        """word => {
          let box = word.parentElement;
          while (box.scrollWidth <= box.clientWidth || getComputedStyle(box).overflowX == "visible")
            box = box.parentElement;
          box.scrollLeft = 1000;
        }"""
    )
    expect(card(page)).to_have_count(0)


def test_a_card_follows_its_word_and_goes_with_it(finger: BrowserContext, words: str) -> None:
    page = finger.new_page()
    page.set_viewport_size({"width": 800, "height": 800})
    page.goto(words + "/words/")
    word(page, "ant").tap()
    expect(card(page)).to_be_visible()
    gap = box(card(page))["y"] - box(word(page, "ant"))["y"]
    page.mouse.wheel(0, 60)
    page.wait_for_function("scrollY === 60")
    expect(card(page)).to_be_visible()
    assert box(card(page))["y"] - box(word(page, "ant"))["y"] == pytest.approx(gap, abs=1)
    page.mouse.wheel(0, 2_000)
    expect(card(page)).to_have_count(0)


def test_a_card_finds_its_place_again_when_the_window_changes(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    focus(page, "moth")
    expect(card(page)).to_be_visible()
    page.set_viewport_size({"width": 340, "height": 500})
    page.wait_for_function("innerWidth === 340")
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert word(page, "moth").evaluate(_FAULTS) == []
    assert visit.faults == []


def test_in_text_from_right_to_left_a_card_begins_at_the_right(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    link = page.locator("#rtl")
    link.hover()
    expect(card(page)).to_be_visible()
    right = [found["x"] + found["width"] for found in (box(link), box(card(page)))]
    assert right[0] == pytest.approx(right[1], abs=1)


def test_a_related_term_has_its_card_beside_its_box(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/terms/ant/")
    name = page.locator(".tl-related-cards [data-term=bee]")
    name.hover()
    expect(card(page).locator(".tl-term-card__name")).to_have_text("Bee")
    place = page.locator(".tl-related-cards .tl-card", has=page.locator("[data-term=bee]"))
    one, other = box(place), box(card(page).locator(".tl-term-card__body"))
    assert other["y"] + other["height"] <= one["y"] or one["y"] + one["height"] <= other["y"]
    page.keyboard.press("Escape")
    place.click(position={"x": 10, "y": one["height"] - 10})
    page.wait_for_url(words + "/terms/bee/")


def test_a_related_term_has_a_card_by_keyboard_with_a_ring_around_its_links(
    visit: Visit, words: str
) -> None:
    page = visit.page
    page.goto(words + "/terms/ant/")
    page.locator(".tl-related-cards a").filter(has_text="Bee").focus()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(card(page).locator("a").first).to_be_focused()
    ring = card(page).locator("a").first.evaluate("a => getComputedStyle(a).outlineStyle")
    assert ring == "solid"


def test_an_alternative_has_a_card(visit: Visit, words: str) -> None:
    visit.page.goto(words + "/terms/ant/")
    visit.page.locator(".tl-instead a").hover()
    expect(card(visit.page).locator(".tl-term-card__name")).to_have_text("Moth")
