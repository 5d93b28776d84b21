"""The picture of what lies one step away from a term."""

import re
from html import unescape
from typing import Any

from generator.drawing import Column
from generator.model import Entry
from generator.render import Press, render
from generator.render.neighbourhood import MOST, Picture, picture
from tests.factories import comparison, press, term

LONG = "Reinforcement learning from human feedback in practice"


def drawn(*entries: Entry, id: str = "a", **more: Any) -> Picture:
    made = press(*entries, **more)
    found = of(made, id)
    assert found is not None
    return found


def of(made: Press, id: str) -> Picture | None:
    return picture(made, made.view(f"terms/{id}"), made.graph.glossary.terms[id])  # type: ignore[index]


def said(found: Picture) -> list[str]:
    return [node.words for node in found.nodes]


def ring(count: int, kind: str = "related", **fields: Any) -> list[Entry]:
    """Return a term `a` with relations to `count` others."""
    others = [term(f"t{number:02}", **fields) for number in range(count)]
    related = [{"term": other.id, "relation": kind} for other in others]
    return [term("a", related=related), *others]


def test_a_term_without_neighbours_has_no_section() -> None:
    made = press(term("a"), term("b", related=[{"term": "c"}]), term("c", status="draft"))
    assert [of(made, id) for id in ("a", "b", "c")] == [None, None, of(made, "c")]
    body = render(made).pages["terms/a"].body
    assert "neighbourhood" not in body
    assert "neighbourhood" not in render(made).pages["terms/b"].body


def test_what_it_belongs_to_stands_above_and_what_belongs_to_it_below() -> None:
    found = drawn(
        term("a", related=[
            {"term": "b", "relation": "narrower"},
            {"term": "c", "relation": "broader"},
            {"term": "d", "relation": "contrasts_with"},
            {"term": "e", "relation": "depends_on"},
        ]),
        *map(term, "bcde"),
    )  # fmt: skip
    assert said(found) == [
        "Broader term: C",
        "Depends on: E",
        "Contrast with: D",
        "Narrower term: B",
    ]
    above = [node.box.bottom < found.centre_box.top for node in found.nodes]
    assert above == [True, True, False, False]


def test_mentions_count_in_both_directions() -> None:
    found = drawn(
        term("a", definition="See [[b]] and [[c]]."),
        term("b", definition="See [[a]]."),
        term("c"),
        term("d", definition="See [[a]]."),
        comparison("e", ("a", "c")),
    )
    assert said(found) == ["Mention each other: B", "Mentions this: D", "Mentioned here: C"]
    assert found.lists == ("mentioned_in",)


def test_a_relation_is_stronger_than_a_mention_of_the_same_term() -> None:
    found = drawn(
        term("a", definition="See [[b]].", related=["b"]), term("b", definition="See [[a]].")
    )
    assert said(found) == ["Related: B"]
    assert found.lists == ("related", "mentioned_in")


def test_only_the_strongest_are_shown_and_the_rest_is_counted() -> None:
    written, derived = ring(MOST - 3), [
        term("z1", related=[{"term": "a", "relation": "narrower"}]),
        term("z2", related=[{"term": "a", "relation": "narrower"}]),
    ]  # fmt: skip
    one_way = [term(f"m{n}", definition="See [[a]].") for n in range(3)]
    a = written[0].model_copy(update={"definition": "See [[n1]] and [[n2]]."})
    mutual = [term("n1", definition="See [[a]]."), term("n2")]
    full = drawn(term("a", definition="See [[n1]] and [[n2]].", related=a.related),  # type: ignore[attr-defined]
                 *written[1:], *derived, *one_way, *mutual)  # fmt: skip
    assert len(full.nodes) == MOST
    kinds = [node.kind for node in full.nodes]
    assert kinds == ["broader", "broader", *["related"] * (MOST - 3), "mention_both"]
    # Three terms mention it; what it mentions itself is linked where it says so.
    assert full.more == 3
    body = render(press(*written, *derived, *one_way, *mutual)).pages["terms/a"].body
    assert "And 2 more, as a list:" not in body


def test_the_page_says_how_many_more_and_where() -> None:
    body = render(press(*ring(MOST + 6))).pages["terms/a"].body
    caption = re.search(r"<figcaption.*?</figcaption>", body, re.DOTALL)
    assert caption is not None
    assert " ".join(re.sub(r"<[^>]+>", " ", caption.group()).split()) == (
        "And 6 more, as a list: Related terms Show on the map"
    )
    assert re.findall('href="([^"]+)"', caption.group()) == ["#related", "../../map/#term-a"]


def test_without_a_map_nothing_leads_there() -> None:
    made = render(press(*ring(2), config={"map": False}))
    assert "map/" not in made.pages["terms/a"].body
    assert "map/index" not in made.pages


def test_fourteen_long_names_have_three_lines_each_and_are_said_in_full() -> None:
    found = drawn(*ring(MOST, name=LONG))
    assert {node.lines for node in found.nodes} == {("Reinforcement", "learning from", "human…")}
    assert {node.title for node in found.nodes} == {f"Related: {LONG}"}
    tops = sorted({node.box.top for node in found.nodes} | {found.centre_box.top})
    heights = {node.box.top: node.box.height for node in found.nodes}
    heights[found.centre_box.top] = found.centre_box.height
    ends = [top + heights[top] for top in tops]
    assert all(end < top for end, top in zip(ends, tops[1:], strict=False))
    assert ends[-1] == found.height
    for node in found.nodes:
        last = node.first + 17 * (len(node.lines) - 1)
        assert node.first - 17 - 12 >= 0
        assert last + 4 <= node.box.height


def test_short_names_have_no_title() -> None:
    assert [node.title for node in drawn(*ring(1)).nodes] == [None]


def test_names_in_any_script_are_drawn() -> None:
    found = drawn(
        term("a", name="強化学習", related=["b", "c"]),
        term("b", name="هندسة الأوامر"),
        term("c", name="検索拡張生成のための長い名前"),
    )
    assert [node.lines for node in found.nodes] == [
        ("هندسة الأوامر",),
        ("検索拡張生成のため", "の長い名前"),
    ]
    assert [node.box.column for node in found.nodes] == [Column.LEFT, Column.RIGHT]


def test_the_picture_is_a_list_of_links_and_its_lines_are_silent() -> None:
    body = render(press(*ring(1, name="R & D"))).pages["terms/a"].body
    svg = re.search(r"<svg.*</svg>", body, re.DOTALL)
    assert svg is not None
    assert unescape(svg.group()) == (
        '<svg class="tl-near__picture" width="100%" height="106" role="list" '
        'aria-labelledby="neighbourhood">\n'
        '<svg x="50%" role="listitem"><line class="tl-near--related" x1="0" y1="22" x2="0" '
        'y2="81"/><a xlink:href="../../terms/t00/" target="_self" role="link" aria-label="Related: R & D" '
        'transform="translate(0 56)"><rect x="-68" width="136" height="50" rx="4"/>'
        '<text class="tl-near__kind" y="20">Related</text><text y="37">R & D</text></a></svg>\n'
        '<svg class="tl-near__centre" x="50%" y="0" aria-hidden="true"><rect x="-95" '
        'width="190" height="44" rx="4"/><text y="27">A</text></svg>\n</svg>'
    )
    assert "R & D" not in svg.group()


def test_the_same_entries_in_another_order_give_the_same_picture() -> None:
    entries = ring(9)
    assert drawn(*entries) == drawn(*reversed(entries))
