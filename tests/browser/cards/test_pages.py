"""Pages that come and go; readers without scripts, paper, motion or colours."""

from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.cards.conftest import card, focus, rest, word
from tests.browser.visiting import Visit

pytestmark = pytest.mark.browser


def test_cards_work_after_instant_navigation(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/quiet/", wait_until="networkidle")
    page.evaluate("window.stayed = true")
    page.locator(".md-nav a", has_text="Words").first.click()
    expect(page.locator("h1")).to_have_text("Words")
    word(page, "ant").hover()
    expect(card(page)).to_be_visible()
    card(page).get_by_text("Ant or bee").click()
    expect(page.locator("h1")).to_have_text("Ant or bee")
    expect(card(page)).to_have_count(0)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Words")
    expect(card(page)).to_have_count(0)
    rest(page)
    word(page, "bee").hover()
    expect(card(page).locator(".tl-term-card__name")).to_have_text("Bee")
    assert page.evaluate("window.stayed") is True, "the page was loaded anew"
    assert visit.faults == []


def test_the_next_page_begins_without_a_card_and_its_words(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/", wait_until="networkidle")
    page.evaluate("window.stayed = true")
    focus(page, "ant")
    spoken = page.get_by_role("status").filter(has_text="Army ant")
    expect(spoken).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Army ant")
    expect(spoken).to_have_count(0)
    assert page.evaluate("window.stayed") is True, "the page was loaded anew"


def test_a_click_before_the_card_is_there_leaves_none_behind(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/", wait_until="networkidle")
    page.evaluate("window.stayed = true")
    word(page, "ant").click()
    expect(page.locator("h1")).to_contain_text("Army ant")
    page.locator(".tl-instead a").hover()
    expect(card(page).locator(".tl-term-card__name")).to_have_text("Moth")
    expect(card(page)).to_have_count(1)
    assert page.evaluate("window.stayed") is True, "the page was loaded anew"
    assert visit.faults == []


def test_a_tap_after_instant_navigation_does_not_follow_the_link(
    finger: BrowserContext, words: str
) -> None:
    page = finger.new_page()
    page.goto(words + "/words/", wait_until="networkidle")
    page.evaluate("window.stayed = true")
    word(page, "ant").tap()
    expect(card(page)).to_be_visible()
    word(page, "ant").tap()
    expect(page.locator("h1")).to_contain_text("Army ant")
    page.locator(".tl-instead a").tap()
    expect(card(page).locator(".tl-term-card__name")).to_have_text("Moth")
    assert page.url == words + "/terms/ant/"
    assert page.evaluate("window.stayed") is True, "the page was loaded anew"


def test_without_scripts_a_word_is_a_link(browser: Browser, words: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(words + "/words/")
    word(page, "ant").click()
    page.wait_for_url(words + "/terms/ant/")
    context.close()


def test_no_card_is_printed(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    word(page, "ant").hover()
    expect(card(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_a_card_moves_only_for_those_who_like_it(
    browser: Browser, words: str, motion: Any, moves: bool
) -> None:
    context = browser.new_context(reduced_motion=motion)
    page = context.new_page()
    page.goto(words + "/words/")
    word(page, "ant").hover()
    expect(card(page)).to_be_visible()
    name = card(page).evaluate("card => getComputedStyle(card).animationName")
    context.close()
    assert (name != "none") is moves


def test_in_forced_colours_a_card_has_an_edge(browser: Browser, words: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(words + "/words/")
    word(page, "ant").hover()
    body = card(page).locator(".tl-term-card__body")
    edge, colour, ground = body.evaluate(
        """body => {
          const style = getComputedStyle(body);
          return [style.borderTopStyle, style.borderTopColor, style.backgroundColor];
        }"""
    )
    context.close()
    assert edge == "solid"
    assert colour != ground
