"""What counts as a difference between two versions, and what it is called."""

from collections.abc import Mapping

import pytest

from generator.changes import Change, Differences, Kind, differences
from generator.changes.compare import Place, compared
from generator.model import Term
from tests.factories import comparison_text, term, term_text
from tests.versions import changed, version

Files = Mapping[str, str | bytes]


def told(old: Term, new: Term) -> list[tuple[Kind, str, object, object]]:
    """Return what became of which value, its path as one text."""
    return [
        (change.kind, " / ".join(change.path), change.old, change.new)
        for change in compared(old, new, Place(), silent=("id",))
    ]


def entries(found: Differences) -> list[tuple[str, str, str | None]]:
    return [(entry.kind.value, entry.id, entry.former) for entry in found.entries]


def test_the_status_is_told() -> None:
    old, new = term(status="draft"), term(status="deprecated", superseded_by="other")
    assert told(old, new) == [
        (Kind.CHANGED, "status", "draft", "deprecated"),
        (Kind.ADDED, "superseded_by", None, "other"),
    ]


def test_paragraphs_that_are_only_wrapped_otherwise_are_the_same() -> None:
    assert told(term(explanation="One two\nthree."), term(explanation="One\ntwo three.")) == []


def test_an_end_of_line_that_readers_see_is_told() -> None:
    (change,) = compared(term(explanation="- one\n- two"), term(explanation="- one - two"), Place())
    assert {piece.op.value for piece in change.words} == {"same"}


def test_items_that_only_changed_places_were_moved() -> None:
    old, new = term(tags=["a", "b", "c"]), term(tags=["c", "a", "b"])
    assert told(old, new) == [(Kind.MOVED, "tags", ["a", "b", "c"], ["c", "a", "b"])]


def test_a_question_is_known_by_its_words() -> None:
    old = term(faq=[{"question": "Is it good?", "answer": "Yes."}])
    new = term(
        faq=[
            {"question": "What is it?", "answer": "It."},
            {"question": "Is it good?", "answer": "No."},
        ]
    )
    assert told(old, new) == [
        (Kind.CHANGED, "faq / Is it good? / answer", "Yes.", "No."),
        (Kind.ADDED, "faq / What is it?", None, {"question": "What is it?", "answer": "It."}),
    ]


def test_an_example_is_known_by_words_that_are_nearly_the_same() -> None:
    old = term(examples=["We shall walk home tonight.", "Something else."])
    new = term(examples=["Nothing like it at all, really.", "We shall walk home tonight, then."])
    assert [(kind, path) for kind, path, *_ in told(old, new)] == [
        (Kind.REMOVED, "examples / Something else."),
        (Kind.CHANGED, "examples / We shall walk home tonight, then. / text"),
        (Kind.ADDED, "examples / Nothing like it at all, really."),
    ]


def test_a_source_is_known_by_its_address_and_then_by_its_title() -> None:
    old = term(sources=[{"title": "One", "url": "https://a.example"}, {"title": "Two"}])
    new = term(
        sources=[{"title": "Two", "published": "2024"}, {"title": "1", "url": "https://a.example"}]
    )
    assert told(old, new) == [
        (Kind.CHANGED, "sources / 1 / title", "One", "1"),
        (Kind.ADDED, "sources / Two / published", None, "2024"),
        (Kind.MOVED, "sources", ["1", "Two"], ["Two", "1"]),
    ]


def test_a_regional_note_is_known_by_region_and_audience() -> None:
    old = term(regional_notes=[{"region": "AU", "text": "Left."}, {"region": "NZ", "text": "So."}])
    new = term(
        regional_notes=[
            {"region": "AU", "audience": "Schools", "text": "Left."},
            {"region": "NZ", "text": "So too."},
        ]
    )
    assert told(old, new) == [
        (Kind.REMOVED, "regional_notes / AU", {"region": "AU", "text": "Left."}, None),
        (Kind.CHANGED, "regional_notes / NZ / text", "So.", "So too."),
        (
            Kind.ADDED,
            "regional_notes / AU, Schools",
            None,
            {"region": "AU", "audience": "Schools", "text": "Left."},
        ),
    ]


def test_of_two_notes_for_one_region_the_one_that_stayed_is_found_again() -> None:
    first, second = ({"region": "AU", "title": t, "text": t} for t in ("One", "Two"))
    assert told(term(regional_notes=[first, second]), term(regional_notes=[second])) == [
        (Kind.REMOVED, "regional_notes / AU", first, None)
    ]


def test_of_equal_items_only_what_is_too_many_is_told() -> None:
    old, new = term(key_takeaways=["Same.", "Same."]), term(key_takeaways=["Same."])
    assert told(old, new) == [(Kind.REMOVED, "key_takeaways / Same.", {"point": "Same."}, None)]


def test_very_long_lists_are_compared_without_looking_for_likeness() -> None:
    old = term(key_takeaways=[f"{n} was here before all of them." for n in range(60)])
    new = term(key_takeaways=[f"{n} was here after all of them." for n in range(60)])
    kinds = [kind for kind, *_ in told(old, new)]
    assert kinds == [Kind.REMOVED] * 60 + [Kind.ADDED] * 60


WALK = term_text("walk")
RIDE = term_text("ride", definition="Going by a vehicle of any kind, with or without an animal.")


def test_a_former_id_declares_a_new_name() -> None:
    found = changed(
        {"terms/walk.yml": WALK}, {"terms/hike.yml": term_text("hike", former_ids=["walk"])}
    )
    assert entries(found) == [("renamed", "hike", "walk")]
    assert found.entries[0].declared
    assert found.lost == ()


@pytest.mark.parametrize(
    "after",
    [
        term_text(
            "hike", name="Walk", definition="Something else entirely.", why_it_matters="New."
        ),
        term_text("hike", name="Hike"),
    ],
    ids=["by its name", "by its words"],
)
def test_a_new_name_that_nobody_declared_is_guessed_and_breaks_the_address(after: str) -> None:
    found = changed({"terms/walk.yml": WALK}, {"terms/hike.yml": after})
    assert entries(found) == [("renamed", "hike", "walk")]
    assert not found.entries[0].declared
    assert found.lost == ("terms/walk",)


def test_entries_that_have_nothing_in_common_were_removed_and_added() -> None:
    new = term_text("sleep", definition="Rest at night.", why_it_matters="Without it one is tired.")
    found = changed({"terms/ride.yml": RIDE}, {"terms/sleep.yml": new})
    assert entries(found) == [("added", "sleep", None), ("removed", "ride", None)]


def test_a_term_that_became_a_comparison_was_removed_and_added() -> None:
    files: Files = {"terms/walk.yml": WALK, "terms/ride.yml": RIDE}
    found = changed(
        {**files, "terms/x.yml": term_text("x")}, {**files, "terms/x.yml": comparison_text()}
    )
    assert entries(found) == [("added", "x", None), ("removed", "x", None)]


def test_a_draft_that_was_published_loses_no_address_and_the_other_way_does() -> None:
    draft, published = ({"terms/a.yml": term_text("a", status=s)} for s in ("draft", "published"))
    assert changed(draft, published).lost == ()
    assert changed(published, draft).lost == ("terms/a",)


def test_a_former_id_that_is_taken_away_loses_its_address() -> None:
    old, new = (
        term_text("walk", former_ids=["hike", "stroll"]),
        term_text("walk", former_ids=["hike"]),
    )
    assert changed({"terms/walk.yml": old}, {"terms/walk.yml": new}).lost == ("terms/stroll",)


def test_comments_order_and_folders_are_not_seen() -> None:
    lines = WALK.splitlines(keepends=True)
    reversed_lines = "".join(["# A comment.\n", *reversed(lines)])
    found = changed({"terms/walk.yml": WALK}, {"terms/deep/walk.yml": reversed_lines})
    assert found.is_empty
    assert found.unseen == ("terms/deep/walk.yml",)


def test_what_cannot_be_read_is_said_and_not_taken_for_removed() -> None:
    found = changed({"terms/walk.yml": WALK}, {"terms/walk.yml": "name: [\n"})
    assert entries(found) == []
    assert found.unread == ("terms/walk.yml",)
    assert found.lost == ()


def test_of_what_cannot_be_read_no_link_and_no_relation_is_told() -> None:
    ride = term_text("ride", why_it_matters="See [[Walk]], or run.", related=["walk"])
    page = "[x](terms/walk.md)\n"
    files: Files = {"terms/ride.yml": ride, "terms/run.yml": term_text("run"), "docs/a.md": page}
    found = changed({**files, "terms/walk.yml": WALK}, {**files, "terms/walk.yml": "name: [\n"})
    assert (found.relations, found.links, found.broken) == ((), (), ())
    again = changed({**files, "terms/walk.yml": "name: [\n"}, {**files, "terms/walk.yml": WALK})
    assert (again.relations, again.links, again.broken) == ((), (), ())


def broken(found: Differences) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(one.at), one.target, one.now) for one in found.broken]


def test_what_names_a_removed_entry_is_broken() -> None:
    naming: Files = {
        "terms/ride.yml": term_text("ride", why_it_matters="See [[Walk]].", related=["walk"]),
        "docs/a.md": "[[walk]], [x](terms/walk.md), [y](terms/walker.md) and `terms/walk.yml`\n",
        "docs/b.md": '<a href="../terms/walk/">x</a>\n',
    }
    found = changed({**naming, "terms/walk.yml": WALK}, naming)
    assert broken(found) == [
        ("docs/a.md:1:15", "terms/walk", ()),
        ("docs/a.md:1:1", "walk", ()),
        ("docs/b.md:1:13", "terms/walk", ()),
        ("terms/ride.yml:3:21", "Walk", ()),
        ("terms/ride.yml:5:3", "walk", ()),
    ]


def test_a_label_that_two_terms_claim_now_is_broken() -> None:
    naming: Files = {
        "terms/ride.yml": term_text("ride", why_it_matters="See [[Hike]]."),
        "terms/walk.yml": term_text("walk", aliases=["Hike"]),
    }
    found = changed(naming, {**naming, "terms/tour.yml": term_text("tour", aliases=["Hike"])})
    assert broken(found) == [("terms/ride.yml:3:21", "Hike", ("tour", "walk"))]


def test_what_was_broken_before_is_not_told() -> None:
    naming: Files = {"terms/ride.yml": term_text("ride", related=["nowhere"])}
    assert changed(naming, {**naming, "terms/walk.yml": WALK}).broken == ()


def test_a_new_label_makes_links_appear_on_pages_that_did_not_change() -> None:
    old: Files = {
        "terms/ride.yml": term_text("ride", why_it_matters="It is no ramble."),
        "terms/draft.yml": term_text("draft", why_it_matters="A ramble.", status="draft"),
        "terms/walk.yml": WALK,
        "docs/a.md": "A ramble.\n",
    }
    new = {**old, "terms/walk.yml": term_text("walk", aliases=["Ramble"])}
    (link,) = changed(old, new).links
    assert (link.term, link.appeared, link.vanished) == ("walk", ("docs/a.md", "ride"), ())
    (back,) = changed(new, old).links
    assert (back.term, back.appeared, back.vanished) == ("walk", (), ("docs/a.md", "ride"))


def test_relations_are_told_with_their_inverse() -> None:
    old: Files = {"terms/walk.yml": WALK, "terms/ride.yml": RIDE}
    new = {
        **old,
        "terms/walk.yml": term_text("walk", related=[{"term": "ride", "relation": "broader"}]),
    }
    assert [
        (one.kind, one.source, one.relation.value, one.target, one.derived)
        for one in changed(old, new).relations
    ] == [
        (Kind.ADDED, "ride", "narrower", "walk", True),
        (Kind.ADDED, "walk", "broader", "ride", False),
    ]


def test_a_renamed_entry_keeps_its_relations_and_links() -> None:
    def files(id: str, **fields: object) -> Files:
        other = term_text("ride", related=[id], why_it_matters=f"See [[{id}]].")
        return {"terms/ride.yml": other, f"terms/{id}.yml": term_text(id, name="Walk", **fields)}

    found = changed(files("walk"), files("hike", former_ids=["walk"]))
    assert (found.relations, found.links, found.broken) == ((), (), ())


def settings(old: dict[str, object], new: dict[str, object]) -> tuple[Change, ...]:
    one, other = (version({"terms/a.yml": term_text("a")}, config) for config in (old, new))
    return differences(one, other).settings


def test_settings_that_readers_see_are_told() -> None:
    (change,) = settings({"categories": {"a": {"name": "A"}}}, {"categories": {"a": {"name": "B"}}})
    assert (change.path, change.old, change.new) == (("categories", "a", "name"), "A", "B")


def test_settings_that_readers_do_not_see_are_not_told() -> None:
    strict = {"rules": {"raw-html": "hint"}, "limits": {"definition_words": 9}, "templates": "t"}
    assert settings({}, strict) == ()
