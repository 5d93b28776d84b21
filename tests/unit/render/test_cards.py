"""What a term card says, and what it costs."""

import gzip
import json
import re
from pathlib import Path
from typing import Any

from generator.model import Entry
from generator.render import packaged_templates, render
from generator.render.cards import cards
from tests.factories import comparison, press, term

ASSETS = packaged_templates() / "assets"


def card(id: str, *entries: Entry, **more: Any) -> Any:
    return json.loads(cards(press(*entries, **more))[f"{id}.json"])


def test_a_card_says_what_the_term_means_and_what_to_compare_it_with() -> None:
    ant = term(
        "ant",
        name="Army ant",
        abbreviation="AA",
        category="insects",
        definition="An *insect* that `walks`, unlike [[bee|bees]].",
        related=[{"term": "moth", "relation": "contrasts_with"}],
    )
    config = {"categories": {"insects": {"name": "Insects", "description": "Six legs."}}}
    others = (
        term("bee"),
        term("moth"),
        comparison("ant-or-bee", ("ant", "bee"), name="Ant or bee"),
    )
    assert card("ant", ant, *others, config=config) == {
        "name": "Army ant",
        "abbreviation": "AA",
        "category": "Insects",
        "definition": "An insect that walks, unlike bees.",
        "compare": [
            "Compare with",
            [["Ant or bee", "comparisons/ant-or-bee/"], ["Moth", "terms/moth/"]],
        ],
        "open": ["Open page", "terms/ant/"],
    }


def test_what_there_is_nothing_of_is_not_there() -> None:
    assert card("ant", term("ant", definition=None)) == {
        "name": "Ant",
        "open": ["Open page", "terms/ant/"],
    }


def test_without_a_definition_the_summary_stands_in() -> None:
    made = card("ant", term("ant", definition=None, summary="It *walks*."))
    assert made["definition"] == "It walks."


def test_an_alternative_that_a_comparison_already_has_is_not_named_again() -> None:
    ant = term("ant", related=[{"term": "bee", "relation": "alternative_to"}, "moth"])
    made = card("ant", ant, term("bee"), term("moth"), comparison("x", ("ant", "bee")))
    assert made["compare"][1] == [["Ant or bee", "comparisons/x/"]]


def test_the_other_end_of_an_alternative_names_it_too() -> None:
    ant = term("ant", related=[{"term": "bee", "relation": "alternative_to"}])
    assert card("bee", ant, term("bee"))["compare"][1] == [["Ant", "terms/ant/"]]


def test_drafts_have_no_card_and_stand_on_none() -> None:
    ant = term("ant", related=[{"term": "bee", "relation": "alternative_to"}])
    draft = term("bee", status="draft")
    both = comparison("x", ("ant", "bee"), status="draft")
    assert list(cards(press(ant, draft, both))) == ["ant.json"]
    assert "compare" not in card("ant", ant, draft, both)


def test_a_card_names_no_more_than_four_to_compare_with() -> None:
    others = [term(f"o{number}") for number in range(6)]
    ant = term("ant", related=[{"term": o.id, "relation": "alternative_to"} for o in others])
    names = [name for name, _ in card("ant", ant, *others)["compare"][1]]
    assert names == ["O0", "O1", "O2", "O3"]


def test_a_term_that_is_no_longer_used_says_so_and_names_its_successor() -> None:
    old = term("ant", status="deprecated", superseded_by="bee")
    made = card("ant", old, term("bee"))
    assert made["note"] == "This term is no longer used."
    assert made["instead"] == ["See Bee instead.", "terms/bee/"]
    draft = card("ant", old, term("bee", status="draft"))
    assert "instead" not in draft


def test_addresses_follow_the_style_of_the_project_and_other_words_are_used() -> None:
    config = {"labels": {"open_page": "Zur Seite"}}
    made = card("ant", term("ant"), config=config, directory_urls=False)
    assert made["open"] == ["Zur Seite", "terms/ant.html"]


def test_what_an_author_writes_stays_as_it_is() -> None:
    text = "</script><img src=x onerror=alert(1)> \u2028 “é”"
    data = cards(press(term("ant", name="A&B", definition=text)))["ant.json"]
    assert json.loads(data)["definition"] == " ".join(text.split())
    assert json.loads(data)["name"] == "A&B"


def test_cards_are_files_of_the_site_in_the_order_of_ids() -> None:
    entries = (term("b"), term("a"), comparison("c", ("a", "b")))
    assets = render(press(*entries)).assets
    made = [path for path in assets if path.startswith("assets/termloom/cards/")]
    assert made == ["assets/termloom/cards/a.json", "assets/termloom/cards/b.json"]
    again = render(press(*reversed(entries))).assets
    assert [again[path] for path in made] == [assets[path] for path in made]


def test_script_and_style_of_cards_weigh_less_than_six_kilobytes() -> None:
    files = (ASSETS / name for name in ("cards.js", "cards.css"))
    weights = [len(gzip.compress(file.read_bytes(), mtime=0)) for file in files]
    assert sum(weights) < 6_000


def test_the_script_of_cards_makes_no_markup_of_text() -> None:
    script = (ASSETS / "cards.js").read_text(encoding="utf-8")
    assert re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", script) == []


def test_the_script_of_cards_has_no_words_of_its_own() -> None:
    """Visible words come with the data, from the labels."""
    script = (ASSETS / "cards.js").read_text(encoding="utf-8")
    code = re.sub(r"/\*.*?\*/|//.*", "", script, flags=re.DOTALL | re.MULTILINE)
    code = re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)
    code = re.sub(r"(?<!:)//.*", "", code)
    quoted = [text for text in re.findall(r'"([^"]*)"', code) if " " in text.strip()]
    assert quoted == ["a[data-term], a [data-term]", "a [data-term]"]


def test_the_script_is_where_it_looks_for_its_data(tmp_path: Path) -> None:
    """It finds the site's root from its own address."""
    site = render(press(term("a"))).assets
    script = (ASSETS / "cards.js").read_text(encoding="utf-8")
    assert "assets/termloom/cards.js" in site
    assert 'new URL("../../", script)' in script
    assert "`cards/${encodeURIComponent(id)}.json`" in script
