"""Fixes of many diagnostics: which go together, and when it ends."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.diagnostics import Address, Diagnostic, Edit, Fix, Location, Severity
from generator.editing.rounds import fixed_together, settled
from generator.reading import Document

A, B = "terms/a.yml", "terms/b.yml"
Documents = Mapping[str, Document]


def documents(**texts: str) -> dict[str, Document]:
    return {f"terms/{id}.yml": Document(f"terms/{id}.yml", text) for id, text in texts.items()}


def diagnostic(message: str, *edits: Edit) -> Diagnostic:
    fix = Fix("Mend it", edits) if edits else None
    return Diagnostic("some-rule", Severity.WARNING, Location(A), message, fix=fix)


def edit(
    text: str | None, *path: str | int, file: str = A, span: tuple[int, int] | None = None
) -> Edit:
    return Edit(Address(file, path, span=span), text)


def texts(changed: Documents) -> dict[str, str]:
    return {path: document.text for path, document in changed.items()}


def test_fixes_that_touch_other_places_go_together() -> None:
    one = diagnostic("one", edit("B", "name"))
    two = diagnostic("two", edit("c", "owner"), edit("C", "name", file=B))
    none = diagnostic("no fix")
    done = fixed_together(documents(a="name: A\nowner: b\n", b="name: B\n"), [one, two, none])
    assert texts(done.changed) == {A: "name: B\nowner: c\n", B: "name: C\n"}
    assert done.fixed == (one, two)
    assert done.unfixed == {}


def test_of_two_fixes_of_one_place_the_later_waits() -> None:
    one = diagnostic("one", edit("B", "name"))
    two = diagnostic("two", edit("X", "name", span=(0, 1)), edit("c", "owner"))
    done = fixed_together(documents(a="name: A\nowner: b\n"), [one, two])
    assert texts(done.changed) == {A: "name: B\nowner: b\n"}
    assert done.fixed == (one,)
    assert done.unfixed == {two: "another fix changes the same place first"}


def test_a_fix_is_used_whole_or_not_at_all() -> None:
    one = diagnostic("one", edit("B", "name"), edit("x", "name", "deep", file=B))
    two = diagnostic("two", edit("c", "owner"))
    done = fixed_together(documents(a="name: A\nowner: b\n", b="name: B\n"), [one, two])
    assert texts(done.changed) == {A: "name: A\nowner: c\n"}
    assert done.fixed == (two,)
    assert done.unfixed == {one: "'name' holds no field of its own to change"}


def test_a_fix_that_cannot_be_proved_leaves_the_others_in_peace() -> None:
    bad = diagnostic(
        "bad", Edit(Address(A, ("owner",), key=True), "name"), edit("C", "name", file=B)
    )
    good = diagnostic("good", edit("B", "name"))
    done = fixed_together(documents(a="name: A\nowner: b\n", b="name: B\n"), [bad, good])
    assert texts(done.changed) == {A: "name: B\nowner: b\n"}
    assert done.fixed == (good,)
    assert done.unfixed == {bad: "'owner' cannot be changed without changing something else"}


def test_the_same_fix_of_two_diagnostics_is_made_once() -> None:
    one, two = (diagnostic(message, edit("b", "aliases", 1)) for message in ("one", "two"))
    done = fixed_together(documents(a="name: A\naliases: [a]\n"), [one, two])
    assert texts(done.changed) == {A: "name: A\naliases: [a, b]\n"}
    assert done.fixed == (one, two)


def test_a_fix_that_changes_nothing_or_whose_file_is_not_there_is_not_used() -> None:
    idle = diagnostic("idle", edit("A", "name"))
    lost = diagnostic("lost", edit("A", "name", file=B))
    done = fixed_together(documents(a="name: A\n"), [idle, lost])
    assert (done.changed, done.fixed) == ({}, ())
    assert done.unfixed == {idle: "it would change nothing", lost: f"{B} cannot be read"}


def rewriting(words: Mapping[str, str]) -> Callable[[Documents], tuple[Diagnostic, ...]]:
    """Return a judge that wants each of some names to be another."""

    def judge(documents: Documents) -> tuple[Diagnostic, ...]:
        return tuple(
            diagnostic(f"{path} is called {name}", edit(words[name], "name", file=path))
            for path, document in documents.items()
            if (name := document.text.removeprefix("name: ").strip()) in words
        )

    return judge


def test_fixes_are_made_until_there_is_nothing_to_fix() -> None:
    before = documents(a="name: one\n", b="name: two\n")
    judge = rewriting({"one": "two", "two": "three"})
    done = settled(judge, before)
    assert done.texts == {A: ("name: one\n", "name: three\n"), B: ("name: two\n", "name: three\n")}
    assert [found.message for found in done.fixed] == [
        f"{A} is called one",
        f"{B} is called two",
        f"{A} is called two",
    ]
    assert (done.remaining, done.unfixed) == ((), {})


def test_what_is_settled_stays_as_it_is() -> None:
    before = documents(a="name: one\n", b="name: b\n")
    judge = rewriting({"one": "two", "two": "three"})
    after = {
        path: replace(document, text=settled(judge, before).texts.get(path, ("", document.text))[1])
        for path, document in before.items()
    }
    again = settled(judge, after)
    assert (again.texts, again.fixed) == ({}, ())


def test_fixes_that_undo_each_other_are_left_alone() -> None:
    before = documents(a="name: zero\n")
    judge = rewriting({"zero": "one", "one": "two", "two": "three", "three": "one"})
    done = settled(judge, before)
    assert done.texts == {A: ("name: zero\n", "name: one\n")}
    assert [found.message for found in done.fixed] == [f"{A} is called zero"]
    (left,) = done.remaining
    assert done.unfixed == {left: "another fix would undo it"}
    again = settled(judge, documents(a="name: one\n"))
    assert again.texts == {}


def test_it_ends_even_if_there_is_always_more_to_fix() -> None:
    done = settled(
        rewriting({"a" * n: "a" * (n + 1) for n in range(1, 100)}), documents(a="name: a\n")
    )
    assert done.texts == {A: ("name: a\n", f"name: {'a' * 11}\n")}
    assert [found.message for found in done.remaining] == [f"{A} is called {'a' * 11}"]
