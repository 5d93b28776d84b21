"""What a form has lost of an entry, given back."""

import copy
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing import NotEdited
from generator.editing.proof import comments
from generator.editing.restoring import restored, tidied
from generator.editing.restoring.meaning import meaning
from generator.reading import Document

ROOT = Path(__file__).resolve().parents[3]
TERMS = sorted((ROOT / "terms").rglob("*.yml"))

BEFORE = """\
# Kept by the content team.
name: Fine-tuning  # the preferred spelling
aliases: [Model fine-tuning, "Tuning"]
tags:
  # Alphabetical.
  - cost
  - quality  # the first
  - training
status:   published
reviewed: 2026-11-21

definition: >-
  Training an existing model further
  on examples of your own.

when_to_use:
  - You need the same style thousands of times.
  # Doubtful.
  - when: A small model does almost well enough.
    because: Training can close the gap.

how_it_works: Slowly.

key_takeaways:
  - 'Try a better prompt first.'
"""


def written(data: object) -> str:
    """Return data as a form may write it: in any order, in quotes, comments gone."""
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def data() -> dict[str, Any]:
    return Document("terms/x.yml", BEFORE).tree().plain()


def after(change: dict[str, Any]) -> str:
    new = {**data(), **change}
    return restored(Document("terms/x.yml", BEFORE), Document("terms/x.yml", written(new)))


def test_what_nobody_changed_stays_byte_for_byte() -> None:
    new = dict(reversed(data().items())) | {
        "aliases": data()["aliases"],
        "status": "",
        "how_it_works": {"text": "Slowly.\n", "steps": []},
        "key_takeaways": [{"point": "Try a better prompt first.", "detail": ""}],
        "faq": [],
        "sources": None,
        "inflect": True,
        "related": [{}],
    }
    old = Document("terms/x.yml", BEFORE)
    assert restored(old, Document("terms/x.yml", written(new))) == BEFORE


CHANGES = {
    "a word": (
        {"name": "Fine tuning"},
        "name: Fine-tuning  #",
        "name: Fine tuning  #",
    ),
    "a text of several lines": (
        {"definition": "Training a model further."},
        "definition: >-\n  Training an existing model further\n  on examples of your own.\n",
        "definition: >-\n  Training a model further.\n",
    ),
    "a date": (
        {"reviewed": "2026-12-01"},
        "reviewed: 2026-11-21",
        "reviewed: 2026-12-01",
    ),
    "a status that is no default": (
        {"status": "draft"},
        "status:   published",
        "status:   draft",
    ),
    "an item behind the others": (
        {"tags": ["cost", "quality", "training", "usage"]},
        "  - training\n",
        "  - training\n  - usage\n",
    ),
    "an item among the others": (
        {"tags": ["cost", "effort", "quality", "training"]},
        "  - cost\n",
        "  - cost\n  - effort\n",
    ),
    "an item before the others": (
        {"tags": ["about", "cost", "quality", "training"]},
        "  - cost\n",
        "  - about\n  - cost\n",
    ),
    "another order": (
        {"tags": ["cost", "training", "quality"]},
        "  - quality  # the first\n  - training\n",
        "  - training\n  - quality  # the first\n",
    ),
    "an item less": (
        {"tags": ["cost", "quality"]},
        "  - training\n",
        "",
    ),
    "another order between brackets": (
        {"aliases": ["Tuning", "Model fine-tuning"]},
        'aliases: [Model fine-tuning, "Tuning"]',
        'aliases: ["Tuning", Model fine-tuning]',
    ),
    "a part of an item": (
        {
            "when_to_use": [
                "You need the same style thousands of times.",
                {
                    "when": "A small model does almost well enough.",
                    "because": "Training can close the gap.",
                },
            ][::-1]
        },
        (
            "  - You need the same style thousands of times.\n"
            "  # Doubtful.\n"
            "  - when: A small model does almost well enough.\n"
            "    because: Training can close the gap.\n"
        ),
        (
            "  # Doubtful.\n"
            "  - when: A small model does almost well enough.\n"
            "    because: Training can close the gap.\n"
            "  - You need the same style thousands of times.\n"
        ),
    ),
    "a part beside a short form": (
        {"how_it_works": {"text": "Slowly.", "steps": ["Collect.", "Train."]}},
        "how_it_works: Slowly.\n",
        "how_it_works:\n  text: Slowly.\n  steps:\n    - Collect.\n    - Train.\n",
    ),
    "a detail beside a short form in a list": (
        {"key_takeaways": [{"point": "Try a better prompt first.", "detail": "An hour."}]},
        "  - 'Try a better prompt first.'\n",
        "  - point: Try a better prompt first.\n    detail: An hour.\n",
    ),
    "a field that was not there": (
        {"owner": "Content team"},
        "reviewed: 2026-11-21\n",
        "owner: Content team\nreviewed: 2026-11-21\n",
    ),
    "a field that is gone": (
        {"how_it_works": ""},
        "how_it_works: Slowly.\n\n",
        "",
    ),
    "a section with items": (
        {"faq": [{"question": "How long?", "answer": "Days.\n\nMostly of people."}]},
        "  - 'Try a better prompt first.'\n",
        (
            "  - 'Try a better prompt first.'\n\nfaq:\n  - question: How long?\n    answer: |\n"
            "      Days.\n\n      Mostly of people.\n"
        ),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_only_what_was_changed_changes(name: str) -> None:
    change, old, new = CHANGES[name]
    assert BEFORE.count(old) == 1
    assert after(change) == BEFORE.replace(old, new)


def test_to_restore_again_changes_nothing() -> None:
    new = Document("terms/x.yml", written(data() | {"tags": ["z", "cost"], "owner": "Us"}))
    once = restored(Document("terms/x.yml", BEFORE), new)
    assert restored(Document("terms/x.yml", BEFORE), Document("terms/x.yml", once)) == once


def test_words_that_other_readers_take_for_something_else_stay_words() -> None:
    old = "name: Norway\nabbreviation: NO\ntags:\n  - 12:30\n  - 1e3\n"
    new = '{"name": "Norway", "abbreviation": "NO", "tags": ["12:30", "1e3"], "owner": "yes"}'
    assert restored(Document("a.yml", old), Document("a.yml", new)) == (
        'name: Norway\nabbreviation: NO\ntags:\n  - 12:30\n  - 1e3\nowner: "yes"\n'
    )


def test_a_comment_of_a_person_is_not_overwritten() -> None:
    new = Document("terms/x.yml", BEFORE + "# Mine.\n")
    with pytest.raises(NotEdited, match="comments that were not there before"):
        restored(Document("terms/x.yml", BEFORE), new)


def test_an_entry_of_another_kind_is_left_alone() -> None:
    new = Document("terms/x.yml", written(data() | {"kind": "comparison"}))
    with pytest.raises(NotEdited, match="another kind"):
        restored(Document("terms/x.yml", BEFORE), new)


def test_a_new_entry_is_put_into_the_house_form_without_what_is_empty() -> None:
    new = (
        "definition: 'A store.'\nname: Cache\ntags: []\nsummary: ''\nfaq:\n- question: ''\n"
        "  answer: null\nhow_it_works:\n    text: ''\n    steps:\n    - 'Put.'\n    - Get.\n"
    )
    assert tidied(Document("terms/cache.yml", new)) == (
        "name: Cache\ndefinition: A store.\nhow_it_works:\n  steps:\n    - Put.\n    - Get.\n"
    )


def _leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [leaf for key, part in value.items() for leaf in _leaves(part, (*path, key))]
    if isinstance(value, list):
        return [leaf for n, part in enumerate(value) for leaf in _leaves(part, (*path, n))]
    return [path]


def _lists(value: Any) -> list[list[Any]]:
    if isinstance(value, dict):
        return [found for part in value.values() for found in _lists(part)]
    if isinstance(value, list):
        return [value, *(found for part in value for found in _lists(part))]
    return []


SECTIONS: list[tuple[str, Any]] = [
    ("owner", "Us"),
    ("reviewed", "2026-12-01"),
    ("tags", ["one", "two: three"]),
    ("summary", "A line.\n\n- a list\n- of two\n"),
    ("how_it_works", {"text": "So.", "steps": ["One.", {"title": "Two", "text": "# Two."}]}),
    ("how_it_works", "In one line."),
    ("key_takeaways", ["A", {"point": "B", "detail": "C"}]),
    ("regional_notes", [{"region": "NO", "text": "Two\nlines", "sources": [{"title": "T"}]}]),
    ("faq", [{"question": "Q?", "answer": "A.\n\nB."}]),
    ("not_a_field", {"a": ["b", "c"], "d": "e"}),
]


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_whatever_changes_is_what_the_form_said_and_no_comment_is_lost(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(TERMS))
    text = path.read_text(encoding="utf-8").replace("\ntags:", "\n# About the tags.\ntags:")
    text = "# At the top.\n\n" + text.replace("\nsources:\n", "\nsources:  # where from\n")
    before = Document("terms/x.yml", text)
    new: Any = before.tree().plain()
    for _ in range(data.draw(st.integers(1, 4))):
        kind = data.draw(st.sampled_from(["value", "list", "section"]))
        if kind == "section":
            name, value = data.draw(st.sampled_from(SECTIONS))
            new.pop(name, None)
            if data.draw(st.booleans()):
                new[name] = copy.deepcopy(value)
        elif kind == "value":
            *steps, last = data.draw(st.sampled_from(_leaves(new)))
            node = new
            for step in steps:
                node = node[step]
            if last != "kind":
                node[last] = data.draw(st.sampled_from(["x", "a: b", "Two\n\nlines # no", "- 1"]))
        elif lists := _lists(new):
            chosen = data.draw(st.sampled_from(lists))
            chosen[:] = data.draw(st.permutations(chosen))
            if data.draw(st.booleans()):
                chosen.insert(data.draw(st.integers(0, len(chosen))), "entirely new")
    wanted = Document("terms/x.yml", written(new))
    found = Document("terms/x.yml", restored(before, wanted))
    assert meaning(found.tree()) == meaning(wanted.tree())
    old = Counter(comments(before.tree(), before.text))
    if "tags" not in meaning(found.tree()):
        del old["# About the tags."]
    assert not old - Counter(comments(found.tree(), found.text))
    assert restored(before, found) == found.text
