"""WCAG 2.1.1: all that a mouse can do with cards, keys and fingers can do."""

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.cards.conftest import card, focus, stopped, word
from tests.browser.visiting import Visit

pytestmark = pytest.mark.browser


def test_the_keyboard_goes_from_the_word_into_its_card_and_on(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    focus(page, "ant")
    expect(card(page)).to_be_visible()
    seen = []
    for _ in range(3):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent"))
    assert seen == ["Ant or bee", "Open page", "Bee"]
    expect(card(page).locator(".tl-term-card__name")).to_have_text("Bee")
    page.keyboard.press("Shift+Tab")
    expect(word(page, "ant")).to_be_focused()


def test_the_keyboard_goes_back_from_the_card_to_the_word(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    focus(page, "ant")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(word(page, "ant")).to_be_focused()
    expect(card(page)).to_be_visible()


def test_links_inside_a_card_lead_on_by_keyboard(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    focus(page, "ant")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(words + "/terms/../comparisons/ant-or-bee/".replace("/terms/..", ""))
    expect(page.locator("h1")).to_have_text("Ant or bee")


def test_enter_on_the_word_follows_the_link(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    focus(page, "ant")
    expect(card(page)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(words + "/terms/ant/")


def test_a_click_follows_the_link_at_once(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    word(page, "ant").click()
    page.wait_for_url(words + "/terms/ant/")


def test_keys_that_pass_by_open_nothing(visit: Visit, words: str) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    focus(page, "ant")
    page.keyboard.press("Tab")
    expect(word(page, "bee")).to_be_focused()
    page.clock.run_for(400)
    expect(card(page).locator(".tl-term-card__name")).to_have_text("Bee")


def test_the_first_tap_opens_and_the_second_follows(finger: BrowserContext, words: str) -> None:
    page = finger.new_page()
    page.goto(words + "/words/")
    word(page, "ant").tap()
    expect(card(page)).to_be_visible()
    assert page.url == words + "/words/"
    word(page, "ant").tap()
    page.wait_for_url(words + "/terms/ant/")


def test_links_inside_a_card_lead_on_by_touch(finger: BrowserContext, words: str) -> None:
    page = finger.new_page()
    page.goto(words + "/words/")
    word(page, "ant").tap()
    card(page).get_by_text("Open page").tap()
    page.wait_for_url(words + "/terms/ant/")


def test_a_tap_on_another_word_exchanges_the_card(finger: BrowserContext, words: str) -> None:
    page = finger.new_page()
    page.goto(words + "/words/")
    for id, name in (("ant", "Army ant"), ("bee", "Bee")):
        word(page, id).tap()
        expect(card(page).locator(".tl-term-card__name")).to_have_text(name)
    expect(card(page)).to_have_count(1)


def test_only_one_card_is_open(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    focus(page, "ant")
    expect(card(page)).to_be_visible()
    word(page, "moth").hover()
    expect(card(page).locator(".tl-term-card__name")).to_have_text("Moth")
    expect(card(page)).to_have_count(1)
    expect(page.locator("[aria-details]")).to_have_count(1)
