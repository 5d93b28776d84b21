"""The map, and the neighbourhood of a term: by mouse, keyboard and touch, and without scripts."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.visiting import Visit, strangers, told, watched

pytestmark = pytest.mark.browser

READY = "document.querySelector('.tl-map').dataset.started === 'ready'"
FIRST = "Choose a term to see what it means and what it is connected to."


@pytest.fixture
def calm(browser: Browser) -> Iterator[Visit]:
    """A visit in which nothing moves by itself."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield watched(context)
    context.close()


def opened(visit: Visit, site: str, address: str = "/map/") -> Page:
    visit.page.goto(site + address)
    visit.page.wait_for_function(READY)
    return visit.page


def canvas(page: Page) -> Locator:
    return page.locator(".tl-map__canvas")


def drawn(page: Page) -> str:
    """Return the picture on the canvas after all that waits for a frame."""
    picture = """() => new Promise((done) => setTimeout(() => requestAnimationFrame(() =>
        done(document.querySelector('.tl-map__canvas').toDataURL())), 250))"""
    return str(page.evaluate(picture))


def is_chosen(page: Page, name: str) -> None:
    expect(page.locator(".tl-map__name")).to_have_text(name)
    expect(page.locator(".tl-map__status")).to_contain_text(f"{name}, ")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", ["/map/#term-fine-tuning", "/terms/fine-tuning/"])
def test_axe_finds_nothing(
    browser: Browser, site: str, scheme: Any, width: int, address: str
) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(site + address, wait_until="networkidle")
    violations = Axe().run(page).response["violations"]
    context.close()
    serious = [v for v in violations if v["impact"] in ("serious", "critical")]
    assert not serious, told(serious)


def test_a_term_is_found_by_another_label_and_chosen_by_keyboard(calm: Visit, site: str) -> None:
    page = opened(calm, site)
    expect(page.locator(".tl-map__panel")).to_have_text(FIRST)
    page.get_by_label("Find a term on the map").fill("rag")
    expect(page.locator(".tl-map__count")).to_have_text(re.compile(r"^1 of \d+ terms$"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option")).to_be_focused()
    page.keyboard.press("Enter")
    is_chosen(page, "Retrieval-augmented generation")
    expect(page.get_by_role("option")).to_have_attribute("aria-selected", "true")
    expect(page.locator(".tl-map__meaning")).to_contain_text("handing them to an AI model")
    page.get_by_label("Find a term on the map").fill("zzz")
    expect(page.locator(".tl-map__count")).to_have_text("No term fits. Try fewer letters.")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_the_list_of_terms_is_one_stop_and_arrow_keys_go_through_it(calm: Visit, site: str) -> None:
    page = opened(calm, site)
    options = page.get_by_role("option")
    assert options.count() >= 28
    stops = options.evaluate_all("all => all.filter((one) => one.tabIndex === 0).length")
    assert stops == 1
    page.get_by_label("Find a term on the map").focus()
    for key, number in (("ArrowDown", 0), ("ArrowDown", 1), ("End", -1), ("Home", 0)):
        page.keyboard.press(key)
        expect(options.nth(number)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Find a term on the map")).to_be_focused()


def test_arrow_keys_go_to_neighbours_and_enter_opens_the_page(calm: Visit, site: str) -> None:
    page = opened(calm, site, "/map/#term-lora")
    near = set(page.locator(".tl-map__ties button").all_inner_texts())
    canvas(page).focus()
    seen = set()
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        seen.add(page.locator(".tl-map__name").inner_text())
        page.evaluate("location.hash = ''")
        page.evaluate("location.hash = '#term-lora'")
        is_chosen(page, "LoRA")
        canvas(page).focus()
    assert seen & near
    page.keyboard.press("Escape")
    expect(page.locator(".tl-map__panel")).to_have_text(FIRST)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".tl-map__name")).not_to_be_empty()
    name = page.locator(".tl-map__name").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(name)


def test_the_panel_leads_to_what_is_connected(calm: Visit, site: str) -> None:
    page = opened(calm, site, "/map/#term-fine-tuning")
    is_chosen(page, "Fine-tuning")
    said = page.locator(".tl-map__ties dt").all_inner_texts()
    assert {"Narrower term", "Depends on", "Alternative"} <= set(said)
    page.locator(".tl-map__ties").get_by_role("button", name="Training data").click()
    is_chosen(page, "Training data")
    expect(page.locator(".tl-map__open a")).to_be_focused()
    assert page.locator(".tl-map__open a").evaluate("a => a.href") == (
        f"{site}/terms/training-data/"
    )


def test_a_click_on_a_mark_chooses_it_and_one_beside_it_lets_go(calm: Visit, site: str) -> None:
    page = opened(calm, site, "/map/#term-embedding")
    page.locator(".tl-map__zoom button").nth(2).click()
    canvas(page).focus()
    page.keyboard.press("Escape")
    page.evaluate("location.hash = ''")
    page.evaluate("location.hash = '#term-fine-tuning'")
    is_chosen(page, "Fine-tuning")
    canvas(page).focus()
    page.keyboard.press("Escape")
    expect(page.locator(".tl-map__panel")).to_have_text(FIRST)
    box = canvas(page).bounding_box()
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.click(*middle)
    is_chosen(page, "Fine-tuning")
    page.mouse.click(middle[0] + 30, middle[1] - 30)
    expect(page.locator(".tl-map__panel")).to_have_text(FIRST)


def test_a_tap_chooses_and_a_finger_moves_the_map(browser: Browser, site: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, reduced_motion="reduce"
    )
    visit = watched(context)
    page = opened(visit, site, "/map/#term-token")
    canvas(page).focus()
    page.keyboard.press("Escape")
    canvas(page).scroll_into_view_if_needed()
    box = canvas(page).bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    is_chosen(page, "Token")
    before = drawn(page)
    session = context.new_cdp_session(page)
    for kind, x in (("touchStart", 200), ("touchMove", 160), ("touchMove", 120), ("touchEnd", 0)):
        points = [] if kind == "touchEnd" else [{"x": x, "y": box["y"] + 120}]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    assert drawn(page) != before
    assert visit.faults == []
    context.close()


def test_a_category_can_be_hidden_and_what_was_chosen_in_it_is_let_go(
    calm: Visit, site: str
) -> None:
    page = opened(calm, site, "/map/#term-fine-tuning")
    whole = drawn(page)
    page.get_by_label("Customising models (6)").uncheck()
    expect(page.locator(".tl-map__panel")).to_have_text(FIRST)
    assert drawn(page) != whole
    page.get_by_label("Find a term on the map").fill("LoRA")
    page.keyboard.press("Enter")
    is_chosen(page, "LoRA")
    expect(page.get_by_label("Customising models (6)")).to_be_checked()


def test_everyone_sees_the_same_map_and_zooming_leads_back_to_it(calm: Visit, site: str) -> None:
    page = opened(calm, site)
    whole = drawn(page)
    page.get_by_role("button", name="Zoom in").click()
    assert drawn(page) != whole
    page.get_by_role("button", name="Show everything").click()
    assert drawn(page) == whole
    canvas(page).focus()
    page.keyboard.press("-")
    assert drawn(page) != whole
    page.keyboard.press("0")
    assert drawn(page) == whole
    opened(calm, site)
    assert drawn(page) == whole


def test_the_wheel_scrolls_the_page_until_the_map_has_the_focus(calm: Visit, site: str) -> None:
    page = opened(calm, site)
    canvas(page).hover()
    page.mouse.wheel(0, 60)
    page.wait_for_function("scrollY > 0")
    page.evaluate("scrollTo(0, 0)")
    canvas(page).focus()
    before = drawn(page)
    at = page.evaluate("scrollY")
    canvas(page).hover()
    page.mouse.wheel(0, 60)
    assert drawn(page) != before
    assert page.evaluate("scrollY") == at


def test_the_switch_between_light_and_dark_repaints_the_map(calm: Visit, site: str) -> None:
    page = opened(calm, site)
    light = drawn(page)
    page.locator("label[for=__palette_1]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert drawn(page) != light


def test_a_large_map_opens_its_categories_on_demand(calm: Visit, site: str) -> None:
    def enlarge(route: Route) -> None:
        data = route.fetch().json()
        route.fulfill(json=data | {"large": True})

    calm.page.route("**/map.json", enlarge)
    page = opened(calm, site)
    expect(page.get_by_role("option")).to_have_count(0)
    boxes = page.locator(".tl-map__legend input")
    assert boxes.evaluate_all("all => all.some((box) => box.checked)") is False
    canvas(page).focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".tl-map__status")).to_have_text("Open a category, or search for a term.")
    closed = drawn(page)
    boxes.first.check()
    assert drawn(page) != closed
    page.get_by_label("Find a term on the map").fill("hallucination")
    page.keyboard.press("Enter")
    is_chosen(page, "Hallucination")
    expect(page.get_by_label("Running and judging (4)")).to_be_checked()


def test_without_scripts_the_page_is_a_list(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "/map/")
    expect(page.locator(".tl-map")).to_be_hidden()
    entry = page.locator("#term-fine-tuning")
    expect(entry).to_contain_text("Depends on: Training data, Evaluation, Pre-training")
    entry.get_by_role("link", name="Training data").click()
    expect(page).to_have_url(f"{site}/map/#term-training-data")
    page.locator("#term-training-data > a").click()
    expect(page.locator("h1")).to_have_text("Training data")
    context.close()


def test_the_list_stays_where_the_data_cannot_be_had(calm: Visit, site: str) -> None:
    calm.page.route("**/map.json", lambda route: route.abort())
    calm.page.goto(site + "/map/", wait_until="networkidle")
    expect(calm.page.locator(".tl-map")).to_be_hidden()
    expect(calm.page.locator("#term-fine-tuning")).to_be_visible()
    assert calm.faults == []


def test_the_map_loads_on_its_page_alone_and_from_this_site(visit: Visit, site: str) -> None:
    for path in ("/", "/terms/", "/terms/fine-tuning/", "/categories/"):
        visit.page.goto(site + path, wait_until="networkidle")
    assert [url for url in visit.requests if re.search(r"/map|d3", url)] == []
    opened(visit, site, "/map/#term-fine-tuning").wait_for_load_state("networkidle")
    assert [url for url in visit.requests if url.endswith("/map.json")] != []
    assert strangers(visit, site) == []
    assert visit.faults == []


def test_it_runs_under_a_policy_that_forbids_evaluating_text(calm: Visit, site: str) -> None:
    def strict(route: Route) -> None:
        answer = route.fetch()
        policy = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
        policy += "script-src 'self' 'unsafe-inline'"
        headers = answer.headers | {"content-security-policy": policy}
        route.fulfill(response=answer, headers=headers)

    refused: list[str] = []
    calm.page.on("console", lambda said: refused.append(said.text) if said.type == "error" else 0)
    calm.page.route("**/map/", strict)
    page = opened(calm, site, "/map/#term-token")
    is_chosen(page, "Token")
    assert [text for text in refused if "Content Security Policy" in text] == []
    assert calm.faults == []


def test_instant_navigation_leaves_the_map_and_comes_back(calm: Visit, site: str) -> None:
    page = calm.page
    page.goto(site + "/", wait_until="networkidle")
    page.evaluate("window.stayed = true")
    for _ in range(2):
        page.locator(".md-tabs__link", has_text="Map").click()
        page.wait_for_function(f"document.querySelector('.tl-map') && {READY}")
        page.get_by_label("Find a term on the map").fill("token")
        page.keyboard.press("Enter")
        is_chosen(page, "Token")
        page.locator(".md-tabs__link", has_text="Categories").click()
        expect(page.locator("h1")).to_have_text("Categories")
        # What still listened would now meet a map that is gone.
        page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
        page.evaluate("location.hash = '#term-lora'")
    assert page.evaluate("window.stayed") is True, "the page was loaded anew"
    assert calm.faults == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_map_is_no_wider_than_the_window(calm: Visit, site: str, width: int) -> None:
    calm.page.set_viewport_size({"width": width, "height": 800})
    page = opened(calm, site, "/map/#term-fine-tuning")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def boxes(page: Page) -> list[dict[str, Any]]:
    """Return where each box of the picture and the words in it are."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => [...document.querySelectorAll('.tl-near svg a, .tl-near__centre')].map((node) => ({
            words: node.getAttribute('aria-label'),
            box: node.querySelector('rect').getBoundingClientRect().toJSON(),
            texts: [...node.querySelectorAll('text')].map((text) => ({
                ...text.getBoundingClientRect().toJSON(),
                size: parseFloat(getComputedStyle(text).fontSize),
            })),
        }))"""
    )


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_the_neighbourhood_is_legible_at_any_width(visit: Visit, site: str, width: int) -> None:
    page = visit.page
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site + "/terms/fine-tuning/")
    found = boxes(page)
    assert len(found) == 15
    for node in found:
        box = node["box"]
        assert 0 <= box["left"] < box["right"] <= width, node
        assert box["height"] >= 44, node
        for text in node["texts"]:
            assert box["left"] <= text["left"] < text["right"] <= box["right"], node
            assert box["top"] <= text["top"] < text["bottom"] <= box["bottom"], node
            assert text["size"] >= 12, node
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            a, b = one["box"], other["box"]
            across = a["right"] <= b["left"] or b["right"] <= a["left"]
            assert across or a["bottom"] <= b["top"] or b["bottom"] <= a["top"], (one, other)


def test_the_neighbourhood_is_a_list_of_links_for_the_keyboard(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site + "/terms/fine-tuning/", wait_until="networkidle")
    picture = page.get_by_role("list", name="How it connects")
    expect(picture.get_by_role("listitem")).to_have_count(14)
    links = picture.get_by_role("link")
    assert links.count() == 14
    first = links.first
    name = first.get_attribute("aria-label")
    assert name is not None
    assert re.match(r"Depends on: \w", name)
    first.evaluate("link => link.focus()")
    page.keyboard.press("Tab")
    second = links.nth(1)
    expect(second).to_be_focused()
    ring = second.locator("rect").evaluate("box => getComputedStyle(box).strokeWidth")
    assert ring == "3px"
    leads = (second.get_attribute("aria-label") or "").partition(": ")[2]
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text(leads)
    assert visit.faults == []


def test_a_click_in_the_neighbourhood_opens_the_page(visit: Visit, site: str) -> None:
    page = visit.page
    page.goto(site + "/", wait_until="networkidle")
    page.locator(".tl-card__title a", has_text="Fine-tuning").first.click()
    expect(page.locator("h1")).to_contain_text("Fine-tuning")
    page.get_by_role("link", name="Narrower term: Instruction tuning").click()
    expect(page.locator("h1")).to_have_text("Instruction tuning")
    assert visit.faults == []


def test_the_neighbourhood_keeps_its_contrast_in_forced_colours(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(site + "/terms/fine-tuning/")
    fills = page.evaluate(
        """() =>
          [...document.querySelectorAll('.tl-near svg a, .tl-near__centre')].flatMap((node) =>
            [...node.querySelectorAll('text')].map((text) => [
                getComputedStyle(node.querySelector('rect')).fill, getComputedStyle(text).fill]))"""
    )
    context.close()
    assert len(fills) == 29
    assert [pair for pair in fills if pair[0] == pair[1]] == [], json.dumps(fills)


def test_a_term_page_leads_to_its_place_on_the_map(calm: Visit, site: str) -> None:
    page = calm.page
    page.goto(site + "/terms/grounding/", wait_until="networkidle")
    page.get_by_role("link", name="Show on the map").click()
    page.wait_for_function(f"document.querySelector('.tl-map') && {READY}")
    is_chosen(page, "Grounding")
    expect(canvas(page)).to_be_in_viewport()


def test_the_map_is_not_printed_but_its_list_is(context: BrowserContext, site: str) -> None:
    page = opened(watched(context), site)
    page.emulate_media(media="print")
    expect(page.locator(".tl-map")).to_be_hidden()
    expect(page.locator("#term-fine-tuning")).to_be_visible()
