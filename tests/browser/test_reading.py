"""What a reader does on the published site."""

import re

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.visiting import Visit, strangers

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/terms/",
    "/terms/fine-tuning/",
    "/comparisons/",
    "/comparisons/prompting-rag-or-fine-tuning/",
    "/categories/",
    "/categories/customising-models/",
    "/regions/",
    "/map/",
    "/report/",
    "/regions/au/",
    "/tags/",
    "/404.html",
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("RAG", "Retrieval-augmented generation"),
        ("Low-rank adaptation", "LoRA"),
        ("RLHF", "Reinforcement learning from human feedback"),
    ],
)
def test_search_finds_abbreviations_and_aliases(
    visit: Visit, site: str, typed: str, found: str
) -> None:
    page = visit.page
    page.goto(f"{site}/?q={typed}")
    first = page.locator(".md-search-result__item").first
    expect(first).to_contain_text(found, timeout=20_000)


def test_a_question_opens_by_keyboard(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site + "/terms/fine-tuning/")
    question = page.locator("details.tl-question").first
    expect(question).not_to_have_attribute("open", "")
    question.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(question).to_have_attribute("open", "")
    expect(question.locator(".tl-answer")).to_be_visible()


def test_no_page_asks_another_host_for_anything(visit: Visit, site: str) -> None:
    for path in PAGES:
        visit.page.goto(site + path, wait_until="networkidle")
    assert strangers(visit, site) == []
    assert visit.faults == []


def test_the_filter_narrows_the_list_and_says_how_far(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site + "/terms/")
    page.locator(".tl-filter input").fill("low-rank")
    expect(page.locator(".tl-az__item:visible")).to_have_count(4)
    expect(page.locator(".tl-filter__status")).to_contain_text(re.compile(r"^2 of \d+ terms$"))
    page.locator(".tl-filter input").fill("zzz")
    expect(page.locator(".tl-az__item:visible")).to_have_count(0)
    expect(page.locator(".tl-filter__none")).to_be_visible()
    page.locator(".tl-filter input").fill("")
    expect(page.locator(".tl-az__item[hidden]")).to_have_count(0)


def test_the_filter_works_after_instant_navigation(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site + "/", wait_until="networkidle")
    page.evaluate("window.stayed = true")
    page.locator(".md-tabs__link", has_text="A–Z").click()
    expect(page.locator("h1")).to_have_text("All terms, A to Z")
    assert page.evaluate("window.stayed") is True, "the page was loaded anew"
    page.locator(".tl-filter input").fill("vector database")
    expect(page.locator(".tl-az__item:visible dt").first).to_contain_text("Vector")
    expect(page.locator(".tl-az__item:visible", has_text="Fine-tuning")).to_have_count(0)


def test_without_scripts_everything_is_there(context: BrowserContext, site: str) -> None:
    assert context.browser is not None
    plain = context.browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(site + "/terms/")
    expect(page.locator(".tl-filter")).to_be_hidden()
    assert page.locator(".tl-az__item").count() >= 28
    page.goto(site + "/terms/fine-tuning/")
    page.locator("details.tl-question summary").first.click()
    expect(page.locator("details.tl-question .tl-answer").first).to_be_visible()
    plain.close()


def test_a_former_address_leads_to_the_present_one(visit: Visit, site: str) -> None:
    visit.page.goto(site + "/terms/model-fine-tuning/")
    visit.page.wait_for_url(site + "/terms/fine-tuning/")


def test_the_404_page_offers_the_search(visit: Visit, site: str) -> None:
    page = visit.page
    response = page.goto(site + "/terms/no-such-term/")
    assert response is not None
    assert response.status == 404
    page.locator("#tl-q").fill("grounding")
    page.locator("#tl-q").press("Enter")
    result = page.locator(".md-search-result__item").first
    expect(result).to_contain_text("Grounding", timeout=20_000)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_is_wider_than_the_window(visit: Visit, site: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    for path in PAGES:
        visit.page.goto(site + path)
        wide = visit.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{path} is {wide} pixels wide in a window of {width}"


def test_a_wide_table_scrolls_inside_its_box(visit: Visit, site: str) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(site + "/comparisons/prompting-rag-or-fine-tuning/")
    box = page.locator(".tl-scroll").filter(has=page.locator("table.tl-criteria"))
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.tl-scroll').scrollLeft > 0")


def test_the_table_names_its_rows_and_columns(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site + "/comparisons/prompting-rag-or-fine-tuning/")
    table = page.locator("table.tl-criteria")
    expect(table.locator("caption")).not_to_be_empty()
    rows = table.locator("tbody tr").count()
    assert rows >= 8
    assert table.locator("tbody th[scope=row]").count() == rows
    assert table.locator("thead th[scope=col]").count() == 4
    expect(table.locator("tbody td").first).to_contain_text(re.compile(r"[1-5] of 5"))


def test_the_first_stop_of_the_keyboard_skips_to_the_content(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site + "/terms/fine-tuning/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_class(re.compile("md-skip"))
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash !== ''")


def test_a_printed_page_shows_the_answers(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site + "/terms/fine-tuning/")
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    assert page.locator(".tl-answer").first.evaluate("answer => answer.getClientRects().length") > 0
