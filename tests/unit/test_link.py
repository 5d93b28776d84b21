"""A glossary to a graph."""

import pytest

from generator.config import Config
from generator.diagnostics import Address
from generator.graph import Ambiguity, Graph, Mention
from generator.link import LinkMemory, link
from generator.mentions import Lexicon
from tests.factories import comparison, glossary, term


def edges(graph: Graph, id: str) -> list[tuple[str, str, bool]]:
    return [(e.kind.value, e.target, e.derived) for e in graph.edges.get(id, ())]  # type: ignore[call-overload]


def links(graph: Graph) -> list[tuple[str, str, str | None]]:
    return [(link.source, link.target, link.resolved) for link in graph.links]


@pytest.mark.parametrize(
    "target",
    [
        "fine-tuning",
        "Fine-tuning",
        "FINE-TUNING",
        "FT",
        "ft",
        "Model  tuning",
        "old-name",
        "ﬁne-tuning",
    ],
)
def test_an_entry_is_found_by_id_former_id_name_alias_and_abbreviation(target: str) -> None:
    graph = link(
        glossary(
            term(
                "fine-tuning",
                name="Fine-tuning",
                abbreviation="FT",
                aliases=["Model tuning"],
                former_ids=["old-name"],
            )
        )
    )
    assert graph.resolve(target) == "fine-tuning"


@pytest.mark.parametrize("target", ["tuning", "Training", "tuned", ""])
def test_labels_to_avoid_and_forms_are_no_references(target: str) -> None:
    tuning = term(
        "fine-tuning",
        avoid=[{"label": "Training", "because": "It means another thing."}],
        forms=["tuned"],
    )
    assert link(glossary(tuning)).resolve(target) is None


def test_an_id_comes_before_a_label() -> None:
    graph = link(glossary(term("rag", name="Rag"), term("retrieval", abbreviation="rag")))
    assert graph.resolve("rag") == "rag"
    assert graph.candidates("RAG") == ("rag", "retrieval")
    assert graph.resolve("RAG") is None


def test_a_comparison_is_found_by_its_name() -> None:
    graph = link(glossary(comparison("walk-or-ride", name="Walking or riding")))
    assert graph.resolve("walking or riding") == "walk-or-ride"


def test_prose_of_every_field_is_followed() -> None:
    graph = link(
        glossary(
            term("a"),
            term(
                "b",
                definition="[[a]]",
                how_it_works={"steps": ["[[a]]"]},
                faq=[{"question": "[[a]]?", "answer": "[[a|it]]"}],
                regional_notes=[{"region": "AU", "text": "[[a]]"}],
                why_it_matters=None,
            ),
        )
    )
    assert [link.at for link in graph.links] == [
        Address("terms/b.yml", ("definition",), span=(0, 5)),
        Address("terms/b.yml", ("how_it_works", "steps", 0, "text"), span=(0, 5)),
        Address("terms/b.yml", ("regional_notes", 0, "text"), span=(0, 5)),
        Address("terms/b.yml", ("faq", 0, "answer"), span=(0, 8)),
    ]


def test_what_names_nothing_is_kept() -> None:
    graph = link(glossary(term("a", why_it_matters="[[gone]]", related=["lost"])))
    assert links(graph) == [("a", "lost", None), ("a", "gone", None)]


def test_fields_name_terms_by_id_only() -> None:
    graph = link(
        glossary(term("a", name="Token", related=["token", "b"]), comparison("b", (), name="B"))
    )
    assert links(graph) == [("a", "token", None), ("a", "b", None)]


def test_what_names_more_than_one_entry_is_kept_with_all_of_them() -> None:
    graph = link(
        glossary(
            term("a", aliases=["thing"]),
            term("b", abbreviation="THING"),
            term("c", why_it_matters="[[Thing]]"),
        )
    )
    (found,) = graph.links
    assert (found.resolved, found.candidates) == (None, ("a", "b"))


def test_who_mentions_an_entry_is_known_once_each_and_never_itself() -> None:
    graph = link(
        glossary(
            term("a", why_it_matters="[[a]] [[b]]"),
            term("b", why_it_matters="[[a]] and [[a]] again", related=["c"]),
            term("c"),
            comparison("d", ("a", "c"), summary="[[b]]"),
            pages={"docs/index.md": "See [[b]] and ![[d]]."},
        )
    )
    assert graph.mentions == {
        "a": ("b",),
        "b": ("a", "d", "docs/index.md"),
        "d": ("docs/index.md",),
    }


def test_references_in_an_admonition_count_and_those_in_indented_code_do_not() -> None:
    text = "!!! note\n    See [[gone]].\n\nCode:\n\n    [[code]]\n"
    graph = link(glossary(pages={"docs/a.md": text}))

    assert [(one.target, one.at.span) for one in graph.links] == [("gone", (17, 25))]


def test_references_on_a_hand_written_page_have_their_place_in_the_file() -> None:
    graph = link(glossary(pages={"docs/a.md": "é\n\n[[gone]] ![[lost]]\n"}))
    assert [(found.target, found.at) for found in graph.links] == [
        ("gone", Address("docs/a.md", span=(3, 11))),
        ("lost", Address("docs/a.md", span=(12, 21))),
    ]


@pytest.mark.parametrize(
    ("kind", "inverse"),
    [
        ("broader", "narrower"),
        ("narrower", "broader"),
        ("part_of", "has_part"),
        ("depends_on", "enables"),
        ("alternative_to", "alternative_to"),
        ("related", "related"),
    ],
)
def test_the_inverse_of_a_relation_is_derived(kind: str, inverse: str) -> None:
    graph = link(glossary(term("a", related=[{"term": "b", "relation": kind}]), term("b")))
    assert edges(graph, "a") == [(kind, "b", False)]
    assert edges(graph, "b") == [(inverse, "a", True)]


def test_what_both_ends_write_is_not_derived() -> None:
    graph = link(
        glossary(
            term("a", related=[{"term": "b", "relation": "alternative_to"}]),
            term("b", related=["a"]),
        )
    )
    assert edges(graph, "a") == [("alternative_to", "b", False)]
    assert edges(graph, "b") == [("related", "a", False)]


def test_an_edge_knows_where_it_was_written_even_from_its_other_end() -> None:
    graph = link(glossary(term("a", related=["b"]), term("b")))
    (derived,) = graph.edges["b"]  # type: ignore[index]
    assert derived.at == Address("terms/a.yml", ("related", 0, "term"))


def test_relations_to_nothing_and_to_itself_make_no_edges() -> None:
    graph = link(glossary(term("a", related=["gone", "a"])))
    assert graph.edges == {}


def test_a_term_knows_the_comparisons_it_takes_part_in() -> None:
    graph = link(
        glossary(
            term("walk"),
            term("ride"),
            comparison("b"),
            comparison("a", ("ride", "gone"), verdicts=[{"when": "W", "choose": "ride"}]),
        )
    )
    assert graph.compared_in == {"gone": ("a",), "ride": ("a", "b"), "walk": ("b",)}


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("related", [{"term": "term"}], False),
        ("when_not_to_use", [{"when": "W", "instead": "instead"}], False),
        ("superseded_by", "superseded-by", False),
    ],
)
def test_a_value_that_is_called_like_its_field_is_a_value(
    field: str, value: object, key: bool
) -> None:
    (found,) = link(glossary(term("a", **{field: value}))).links
    assert found.at.key is key


def test_the_key_of_a_cell_is_a_key() -> None:
    graph = link(glossary(comparison(options=("walk", "ride"))))
    assert [(found.target, found.at.key) for found in graph.links] == [
        ("walk", False),
        ("ride", False),
        ("walk", True),
        ("ride", True),
    ]


def test_a_mention_knows_its_place_its_words_and_the_rules_that_made_them() -> None:
    rag = term("rag", name="Retrieval", abbreviation="RAG")
    here = term("reader", definition="Two\n*RAGs* here.", why_it_matters=None)
    page = "# RAG\n\nOf RAG’s"
    graph = link(glossary(rag, here, pages={"docs/a.md": page}))
    assert graph.linked == {
        "reader": (
            Mention(
                "reader",
                "rag",  # type: ignore[arg-type]
                Address("terms/reader.yml", ("definition",), span=(5, 9)),
                "RAGs",
                ("plural",),
            ),
        ),
        "docs/a.md": (
            Mention(
                "docs/a.md",
                "rag",  # type: ignore[arg-type]
                Address("docs/a.md", span=(10, 15)),
                "RAG’s",
                ("possessive",),
            ),
        ),
    }
    assert graph.mentions == {"rag": ("docs/a.md", "reader")}


def targets(graph: Graph) -> list[tuple[str, str]]:
    return [(one.target, one.text) for found in graph.linked.values() for one in found]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"definition": "[[rag]] and Rag", "analogy": "Rag"}, [("rag", "Rag")]),
        ({"definition": "Rag and [[rag]]", "analogy": "[[Rag]] Rag"}, []),
        ({"definition": "Rag and [[!rag]]"}, [("rag", "Rag")]),
        ({"definition": "A tag", "related": [{"term": "rag", "note": "Rag"}]}, []),
        ({"when_not_to_use": [{"when": "Rag", "instead": "rag"}, "Rag"]}, []),
        ({"superseded_by": "rag", "definition": "Rag"}, [("rag", "Rag")]),
    ],
)
def test_a_section_that_links_to_a_term_on_purpose_links_it_no_second_time(
    fields: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    here = term("reader", **{"definition": None, "why_it_matters": None, **fields})
    assert targets(link(glossary(term("rag"), here))) == expected


def test_the_key_of_a_cell_is_no_link_but_the_card_of_an_option_is() -> None:
    both = comparison(
        "both",
        options=({"term": "walk", "summary": "A walk"}, "ride"),
        criteria=[{"name": "Speed", "cells": {"walk": "A walk", "ride": "Not a walk"}}],
    )
    graph = link(glossary(term("walk"), term("ride"), both))
    assert [one.at.path for one in graph.linked["both"]] == [
        ("criteria", 0, "cells", "walk", "text")
    ]


def test_the_config_says_what_is_linked() -> None:
    entries = glossary(
        term("rag"), term("reader", definition="Rags, rags", why_it_matters="A rag.")
    )

    def count(**linking: str) -> int:
        return len(targets(link(entries, config=Config.model_validate({"linking": linking}))))

    modes = ("section", "page", "every", "off")
    assert [count(mentions=mode) for mode in modes] == [2, 1, 3, 0]
    assert count(inflections="false") == 1
    german = Config.model_validate({"language": "de"})
    assert targets(link(entries, config=german)) == [("rag", "rag")]


def test_what_shall_not_be_linked_is_no_reference_unless_it_names_nothing() -> None:
    graph = link(glossary(term("rag"), term("reader", definition="[[!rag]] [[!rags]]")))
    assert links(graph) == [("reader", "rags", None)]
    assert graph.mentions == {}


def test_words_that_two_terms_claim_are_kept_once_with_the_first_place() -> None:
    log = term("log", name="Event log", forms=["log"])
    trunk = term("trunk", name="Trunk", forms=["log"])
    here = term("reader", definition="Logs. A log, the Log.", why_it_matters="A log.")
    graph = link(glossary(log, trunk, here, pages={"docs/a.md": "A log."}))
    assert graph.ambiguities == (
        Ambiguity(
            "log",
            Address("terms/reader.yml", ("definition",), span=(8, 11)),
            (
                ("log", Address("terms/log.yml", ("forms", 0))),
                ("trunk", Address("terms/trunk.yml", ("forms", 0))),
            ),  # type: ignore[arg-type]
        ),
    )
    assert targets(graph) == []


def test_what_did_not_change_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []
    whole = Lexicon.find

    def find(self: Lexicon, normal: object) -> object:
        found.append(normal.text)  # type: ignore[attr-defined]
        return whole(self, normal)  # type: ignore[arg-type]

    def looked_at(*entries: object) -> set[str]:
        found.clear()
        link(glossary(*entries, pages={"docs/a.md": "# A rag"}), memory)  # type: ignore[arg-type]
        return set(found)

    monkeypatch.setattr(Lexicon, "find", find)
    memory = LinkMemory()
    rag, here = term("rag"), term("reader", definition="A rag.", why_it_matters="No.")
    every = {
        "Something that is explained here.",
        "It comes up at work.",
        "A rag.",
        "No.",
        "# A rag",
    }
    assert every - looked_at(rag, here) == set()
    assert looked_at(rag, here) == set()
    changed = term("reader", definition="One rag.", why_it_matters="No.")
    assert looked_at(rag, changed) == {"One rag.", "No."}
    assert "# A rag" in looked_at(term("rag", forms=["ragged"]), changed)
