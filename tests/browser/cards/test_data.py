"""What cards ask for, what happens when it does not come, and what it may hold."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.browser.cards.conftest import NAME, PAYLOAD, asked, card, focus, rest, stopped, word
from tests.browser.visiting import Visit, strangers, watched

pytestmark = pytest.mark.browser


def test_nothing_is_asked_for_until_a_reader_shows_interest(visit: Visit, words: str) -> None:
    page = visit.page
    for path in ("/quiet/", "/words/"):
        page.goto(words + path, wait_until="networkidle")
        assert asked(visit) == []
    for _ in range(2):
        word(page, "ant").hover()
        expect(card(page)).to_be_visible()
        rest(page)
        expect(card(page)).to_have_count(0)
    assert asked(visit) == ["/glossary/assets/termloom/cards/ant.json"]
    assert visit.faults == []
    assert strangers(visit, words) == []


def test_a_word_in_the_prose_of_an_entry_has_a_card_and_a_comparison_has_none(
    visit: Visit, words: str
) -> None:
    page = visit.page
    page.goto(words + "/terms/ant/")
    links = page.locator(".tl-section--explanation a.tl-term")
    links.filter(has_text="a bee").hover()
    expect(card(page).locator(".tl-term-card__name")).to_have_text("Bee")
    links.filter(has_text="Ant or bee").hover()
    expect(card(page)).to_have_count(0)
    assert asked(visit) == ["/glossary/assets/termloom/cards/bee.json"]


def test_a_card_is_fetched_before_the_mouse_has_rested_long_enough(
    visit: Visit, words: str
) -> None:
    page = visit.page
    stopped(page, words + "/words/")
    with page.expect_request("**/cards/ant.json"):
        word(page, "ant").hover()
    expect(card(page)).to_have_count(0)


def test_without_its_data_there_is_no_card_and_the_link_works(visit: Visit, words: str) -> None:
    page = visit.page
    page.route("**/cards/*.json", lambda route: route.abort())
    page.goto(words + "/words/")
    with page.expect_event("requestfailed"):
        word(page, "ant").hover()
    word(page, "ant").click()
    page.wait_for_url(words + "/terms/ant/")
    expect(card(page)).to_have_count(0)
    assert visit.faults == []


def _aborted(route: Route) -> None:
    route.abort()


def _not_there(route: Route) -> None:
    route.fulfill(status=404, body="<h1>Not found</h1>")


def _no_json(route: Route) -> None:
    route.fulfill(body="<h1>Welcome</h1>", content_type="text/html")


def _other_json(route: Route) -> None:
    route.fulfill(json={"something": "else"})


@pytest.mark.parametrize(
    "answer",
    [_aborted, _not_there, _no_json, _other_json],
    ids=["aborted", "not-there", "no-json", "other-json"],
)
def test_a_tap_without_its_data_follows_the_link(
    finger: BrowserContext, words: str, answer: Any
) -> None:
    visit = watched(finger)
    visit.page.route("**/cards/*.json", answer)
    visit.page.goto(words + "/words/")
    word(visit.page, "ant").tap()
    visit.page.wait_for_url(words + "/terms/ant/")
    assert visit.faults == []


def test_a_tap_does_not_wait_for_ever(finger: BrowserContext, words: str) -> None:
    page = finger.new_page()
    page.route("**/cards/*.json", lambda _: None)
    stopped(page, words + "/words/")
    word(page, "ant").tap()
    page.clock.run_for(1_000)
    assert page.url == words + "/words/"
    page.clock.run_for(1_000)
    page.wait_for_url(words + "/terms/ant/")


def test_a_second_wish_after_a_failure_may_have_more_luck(visit: Visit, words: str) -> None:
    page = visit.page
    page.route("**/cards/*.json", lambda route: route.abort(), times=1)
    page.goto(words + "/words/")
    with page.expect_event("requestfailed"):
        word(page, "ant").hover()
    rest(page)
    word(page, "ant").hover()
    expect(card(page)).to_be_visible()


def test_what_an_author_writes_is_text(visit: Visit, words: str) -> None:
    page = visit.page
    page.goto(words + "/words/")
    word(page, "evil").hover()
    expect(card(page).locator(".tl-term-card__definition")).to_have_text(PAYLOAD)
    expect(card(page).locator(".tl-term-card__name")).to_have_text(NAME)
    assert page.evaluate("window.hacked") is None
    assert visit.faults == []
    assert strangers(visit, words) == []


def test_data_that_somebody_tampered_with_is_text(visit: Visit, words: str) -> None:
    page = visit.page
    link = [PAYLOAD, "terms/ant/"]
    fields = dict.fromkeys(("name", "abbreviation", "category", "note", "definition"), PAYLOAD)
    lists = {"instead": link, "compare": [PAYLOAD, [link]], "open": link}
    page.route("**/cards/*.json", lambda route: route.fulfill(body=json.dumps(fields | lists)))
    page.goto(words + "/words/")
    focus(page, "ant")
    expect(card(page)).to_be_visible()
    assert card(page).locator("img, script").count() == 0
    assert card(page).inner_text().count(PAYLOAD) == 9
    assert page.evaluate("window.hacked") is None
