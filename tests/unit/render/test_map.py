"""The map: its page, and the file that its script reads."""

import json
import re
from html import unescape
from typing import Any

import pytest

from generator.model import Entry
from generator.render import render
from generator.render.map_data import as_json, mapped
from generator.site import Kind
from tests.factories import press, term

SHELVES = {"categories": {id: {"name": id.upper()} for id in ("one", "none", "two")}}


def data(*entries: Entry, **config: Any) -> dict[str, Any]:
    made = press(*entries, config=config or SHELVES)
    return json.loads(as_json(made, mapped(made)))  # type: ignore[no-any-return]


def page(*entries: Entry, **config: Any) -> str:
    return render(press(*entries, config=config or SHELVES)).pages["map/index"].body


def words(html: str) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", html).split()))


WALK = term("walk", category="two", related=[{"term": "ride", "relation": "contrasts_with"}])
RIDE = term("ride", category="one", abbreviation="R", aliases=["Riding"])
SIT = term("sit", related=[{"term": "walk", "relation": "enables"}])
DRAFT = term("draft", category="one", status="draft", related=["walk"])


def test_the_file_holds_terms_by_shelf_and_every_relation_once() -> None:
    found = data(WALK, RIDE, SIT, DRAFT)
    kinds = [kind for kind, _, _ in found["kinds"]]
    ties = found["ties"]
    assert found["ids"] == ["ride", "walk", "sit"]
    assert found["names"] == ["Ride", "Walk", "Sit"]
    assert found["others"] == ["R Riding", "", ""]
    assert [shelf[0] for shelf in found["shelves"]] == ["ONE", "TWO", "Without a category"]
    assert [shelf[4] for shelf in found["shelves"]] == [1, 1, 1]
    assert found["shelf"] == [0, 1, 2]
    assert len(found["at"]) == 6
    assert [(*ties[n : n + 2], kinds[ties[n + 2]]) for n in range(0, len(ties), 3)] == [
        (1, 0, "contrasts_with"),
        (2, 1, "enables"),
    ]
    assert not found["large"]


def test_a_relation_that_both_sides_wrote_alike_comes_once_and_in_conflict_twice() -> None:
    def pair(back: str) -> int:
        found = data(
            term("a", related=[{"term": "b", "relation": "broader"}]),
            term("b", related=[{"term": "a", "relation": back}]),
        )
        return len(found["ties"]) // 3

    assert (pair("narrower"), pair("broader")) == (1, 2)


def test_a_kind_is_said_from_both_ends() -> None:
    said = {kind: both for kind, *both in data(WALK, RIDE)["kinds"]}
    assert said["broader"] == ["Broader term", "Narrower term"]
    assert said["depends_on"] == ["Depends on", "Makes possible"]


def test_the_same_entries_in_another_order_give_the_same_file() -> None:
    assert data(WALK, RIDE, SIT) == data(SIT, RIDE, WALK)


def test_the_page_lists_all_terms_and_relations() -> None:
    body = page(WALK, RIDE, SIT, DRAFT)
    listed = body[body.index('<section class="tl-map-list"') :]
    assert words(listed) == (
        "The map as a list ONE 1 term Ride TWO 1 term Walk Contrast with: Ride "
        "Without a category 1 term Sit Makes possible: Walk"
    )
    assert re.findall(r'<li id="([^"]+)"><a href="([^"]+)"', listed) == [
        ("term-ride", "../terms/ride/"),
        ("term-walk", "../terms/walk/"),
        ("term-sit", "../terms/sit/"),
    ]
    assert re.findall('href="(#[^"]+)"', listed) == ["#term-ride", "#term-walk"]


def test_a_large_map_begins_with_categories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.render.map_data.LARGE", 2)
    assert data(WALK, RIDE, SIT)["large"]
    body = page(WALK, RIDE, SIT)
    listed = body[body.index('<section class="tl-map-list"') :]
    assert words(listed) == ("The map as a list ONE 1 term TWO 1 term Without a category 1 term")
    assert 'id="term-' not in body
    assert "map/" not in render(press(WALK, RIDE, SIT, config=SHELVES)).pages["terms/walk"].body


def test_what_the_script_needs_stands_in_attributes_and_cannot_leave_them() -> None:
    body = page(WALK, RIDE, categories={}, labels={"map_none": "No \"term\" & <b>'none'</b>"})
    assert "<b>" not in body
    attributes = dict(re.findall(r'data-(map|card|page|library|words)="([^"]*)"', body))
    assert json.loads(unescape(attributes.pop("words")))["map_none"] == (
        "No \"term\" & <b>'none'</b>"
    )
    assert attributes == {
        "map": "../assets/termloom/map.json",
        "card": "../assets/termloom/cards/ID.json",
        "page": "../terms/ID/",
        "library": "../assets/termloom/vendor/d3-zoom/d3-zoom.min.js",
    }


def test_script_and_style_of_the_map_stand_on_its_page_alone() -> None:
    site = render(press(WALK, RIDE, SIT, config=SHELVES))
    loading = [path for path, page in site.pages.items() if "<script" in page.body]
    assert loading == ["map/index"]
    assert [path for path, page in site.pages.items() if "map.css" in page.body] == loading
    assert {
        "assets/termloom/map.css",
        "assets/termloom/map.js",
        "assets/termloom/map.json",
        "assets/termloom/vendor/d3-zoom/LICENSE.txt",
        "assets/termloom/vendor/d3-zoom/d3-zoom.min.js",
    } <= set(site.assets)
    for name in ("termloom.js", "cards.js", "termloom.css", "cards.css"):
        assert b"tl-map" not in site.assets[f"assets/termloom/{name}"]


def test_the_library_brings_its_licences_and_evaluates_no_text() -> None:
    assets = render(press()).assets
    library = assets["assets/termloom/vendor/d3-zoom/d3-zoom.min.js"]
    licence = assets["assets/termloom/vendor/d3-zoom/LICENSE.txt"].decode()
    assert "Copyright 2010-2026 Mike Bostock" in licence
    assert "Copyright 2001 Robert Penner" in licence
    for script in (library, assets["assets/termloom/map.js"]):
        assert not re.search(rb"\beval\b|new Function|innerHTML\s*=\s*[^\"']*data", script)


def test_an_empty_glossary_has_an_empty_map() -> None:
    made = render(press()).pages["map/index"]
    assert (made.kind, made.title) == (Kind.INDEX, "Map of terms")
    assert "There is nothing here yet." in made.body
    assert "<script" not in made.body


def test_a_site_without_a_map_carries_none_of_its_files() -> None:
    site = render(press(WALK, RIDE, config={**SHELVES, "map": False}))
    assert "map/index" not in site.pages
    assert [path for path in site.assets if "map" in path or "d3" in path] == []
