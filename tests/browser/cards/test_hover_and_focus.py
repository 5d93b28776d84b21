"""WCAG 1.4.13: a card can be hovered and dismissed, and it persists."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.cards.conftest import asked, box, card, focus, rest, stopped, word
from tests.browser.visiting import Visit

pytestmark = pytest.mark.browser


def test_a_card_opens_after_a_short_rest_of_the_mouse_and_not_before(
    visit: Visit, words: str
) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    word(page, "ant").hover()
    page.clock.run_for(250)
    expect(card(page)).to_have_count(0)
    page.clock.run_for(100)
    expect(card(page)).to_be_visible()
    assert card(page).inner_text().split("\n") == [
        "Insects",
        "Army ant",
        "AA",
        "An insect that walks.",
        "Compare with",
        "Ant or bee",
        "Open page",
    ]


def test_a_mouse_that_passes_over_a_word_opens_nothing(visit: Visit, words: str) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    word(page, "ant").hover()
    page.clock.run_for(200)
    rest(page)
    page.clock.run_for(2_000)
    expect(card(page)).to_have_count(0)


def test_a_page_that_scrolls_under_a_mouse_at_rest_opens_nothing(visit: Visit, words: str) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    found = box(word(page, "ant"))
    x, y = found["x"] + 5, found["y"] + found["height"] / 2 - 60
    page.mouse.move(x, y)
    page.mouse.wheel(0, 60)
    expect(page.locator("a[data-term=ant]:hover")).to_have_count(1)
    page.clock.run_for(2_000)
    expect(card(page)).to_have_count(0)
    assert asked(visit) == []
    page.mouse.move(x + 1, y)
    page.clock.run_for(400)
    expect(card(page)).to_be_visible()


def test_hoverable_the_mouse_may_go_to_the_card_as_slowly_as_it_likes(
    visit: Visit, words: str
) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    word(page, "ant").hover()
    page.clock.run_for(400)
    expect(card(page)).to_be_visible()
    start, end = box(word(page, "ant")), box(card(page))
    x = start["x"] + start["width"] / 2
    for y in range(int(start["y"] + start["height"] / 2), int(end["y"] + end["height"] - 12), 3):
        page.mouse.move(x, y)
        page.clock.run_for(1_000)
    expect(card(page)).to_be_visible()
    rest(page)
    page.clock.run_for(250)
    expect(card(page)).to_be_visible()
    page.clock.run_for(100)
    expect(card(page)).to_have_count(0)


def test_a_mouse_that_keeps_moving_elsewhere_does_not_keep_the_card(
    visit: Visit, words: str
) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    word(page, "ant").hover()
    page.clock.run_for(400)
    expect(card(page)).to_be_visible()
    for x in range(20, 120, 20):
        page.mouse.move(x, 795)
        page.clock.run_for(100)
    expect(card(page)).to_have_count(0)


def test_hoverable_from_each_line_of_a_broken_word(visit: Visit, words: str) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    page.set_viewport_size({"width": 500, "height": 900})
    broken = page.locator("a[data-term]", has_text="broken over several")
    broken.evaluate("word => word.scrollIntoView({block: 'center'})")
    lines = broken.evaluate("word => [...word.getClientRects()].map(r => r.toJSON())")
    assert len(lines) > 1
    spots = [(line, x) for line in (lines[0], lines[-1]) for x in ("left", "right")]
    for line, side in spots:
        x, y = line[side] + (6 if side == "left" else -6), line["y"] + line["height"] / 2
        page.mouse.move(x, y)
        page.clock.run_for(400)
        expect(card(page)).to_be_visible()
        end = box(card(page))
        step = 2 if end["y"] > y else -2
        while not end["y"] + 8 < y < end["y"] + end["height"] - 8:
            y += step
            page.mouse.move(x, y)
            page.clock.run_for(1_000)
        expect(card(page)).to_be_visible()
        page.keyboard.press("Escape")
        rest(page)


def test_persistent_the_card_stays_as_long_as_the_mouse_rests(visit: Visit, words: str) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    word(page, "ant").hover()
    page.clock.run_for(60_000)
    expect(card(page)).to_be_visible()


def test_persistent_the_card_stays_as_long_as_the_word_has_the_focus(
    visit: Visit, words: str
) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    focus(page, "ant")
    page.clock.run_for(60_000)
    expect(card(page)).to_be_visible()
    page.mouse.move(400, 600)
    rest(page)
    page.clock.run_for(60_000)
    expect(card(page)).to_be_visible()


def test_persistent_the_card_stays_after_a_tap(finger: BrowserContext, words: str) -> None:
    page = finger.new_page()
    stopped(page, words + "/words/")
    word(page, "ant").tap()
    expect(card(page)).to_be_visible()
    page.clock.run_for(60_000)
    expect(card(page)).to_be_visible()


def test_dismissible_escape_closes_while_mouse_and_focus_stay(visit: Visit, words: str) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    word(page, "ant").hover()
    page.clock.run_for(400)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    page.clock.run_for(2_000)
    expect(card(page)).to_have_count(0)


def test_dismissible_escape_leaves_the_focus_on_the_word(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    focus(page, "ant")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(word(page, "ant")).to_be_focused()


def test_dismissible_escape_inside_the_card_goes_back_to_the_word(visit: Visit, words: str) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    focus(page, "ant")
    page.clock.run_for(400)
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(card(page).locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(word(page, "ant")).to_be_focused()
    page.clock.run_for(2_000)
    expect(card(page)).to_have_count(0)


def test_dismissible_a_tap_outside_closes(finger: BrowserContext, words: str) -> None:
    page = finger.new_page()
    stopped(page, words + "/words/")
    word(page, "ant").tap()
    expect(card(page)).to_be_visible()
    card(page).locator(".tl-term-card__definition").tap()
    expect(card(page)).to_be_visible()
    page.locator("h1").tap()
    expect(card(page)).to_have_count(0)
    assert page.url == words + "/words/"
