"""Whatever two versions say: what is told is what differs, and nothing else."""

import json
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.changes import Op, differences
from generator.changes.compare import Place, compared
from generator.changes.words import changed_words
from generator.editing.formatting.prose import is_same
from generator.model import Comparison, Term
from generator.reporting.differences import WRITERS
from generator.text import Prose
from tests.factories import as_yaml
from tests.properties.entries import FULL_COMPARISON, FULL_TERM, PAGE
from tests.properties.models import fields, values
from tests.versions import version

texts = st.lists(
    st.sampled_from(
        ["walk", "ride", "a", "it's", "(", ")", ".", ",", " ", "\n", "\n\n", "\t", "日本"]
    )
).map("".join)


def tokens(text: str) -> list[str]:
    """Return words and marks, and ends of paragraphs, as they count."""
    return re.findall(r"\s*\n\s*\n\s*|[^\W_]+(?:['’\-][^\W_]+)*|\S", text)


def said(text: str) -> list[str]:
    return ["¶" if not token.strip() else token for token in tokens(text)]


@given(texts, texts)
@settings(max_examples=300)
def test_the_words_of_both_texts_can_be_put_together_again(old: str, new: str) -> None:
    pieces = changed_words(old, new)
    without_added = [piece.text for piece in pieces if piece.op is not Op.ADDED]
    without_removed = [piece.text for piece in pieces if piece.op is not Op.REMOVED]
    assert [t for piece in without_added for t in said(piece)] == said(old)
    assert [t for piece in without_removed for t in said(piece)] == said(new)
    assert all(piece.text for piece in pieces)


@given(texts)
def test_a_text_has_no_changed_words_beside_itself(text: str) -> None:
    assert {piece.op for piece in changed_words(text, text)} <= {Op.SAME}


@st.composite
def edited(
    draw: st.DrawFn, model: type[Term | Comparison]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields of an entry, and the same after some of them were edited."""
    old = draw(fields(model, leave_out=("id",)))
    new = dict(old)
    names = [name for name in model.model_fields if name not in ("id", "kind")]
    for name in draw(st.lists(st.sampled_from(names), max_size=4, unique=True)):
        if name in new and not model.model_fields[name].is_required() and draw(st.booleans()):
            del new[name]
        else:
            new[name] = draw(values(model.model_fields[name].annotation))
    return old, new


def differing(old: Any, new: Any) -> bool:
    """Return whether two values differ for readers."""
    if isinstance(old, Prose) and isinstance(new, Prose):
        return not is_same(old, new)
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        return any(differing(*pair) for pair in zip(old, new, strict=True))
    if hasattr(old, "model_fields_set") and type(old) is type(new):
        return any(differing(getattr(old, n), getattr(new, n)) for n in type(old).model_fields)
    return bool(old != new)


@given(
    st.one_of(
        edited(Term).map(lambda e: (Term, e)), edited(Comparison).map(lambda e: (Comparison, e))
    )
)
@settings(max_examples=200)
def test_exactly_the_edited_fields_are_told(case: tuple[type[Any], Any]) -> None:
    model, (old, new) = case
    before, after = (model.model_validate({"id": "x", **fields}) for fields in (old, new))
    told = {change.path[0] for change in compared(before, after, Place())}
    assert told == {
        n for n in model.model_fields if differing(getattr(before, n), getattr(after, n))
    }
    assert not compared(after, after.model_copy(deep=True), Place())


FILES = {"terms/token.yml": FULL_TERM, "terms/a.yml": FULL_COMPARISON, "docs/page.md": PAGE}


def test_a_glossary_has_no_differences_from_itself() -> None:
    one, same = version(FILES), version(dict(reversed(FILES.items())))
    found = differences(one, same)
    assert found.is_empty
    assert found.unseen == ()


@given(st.lists(fields(Term, leave_out=("id",)), min_size=2, max_size=4), st.data())
@settings(max_examples=40)
def test_any_two_glossaries_can_be_compared(
    entries: list[dict[str, Any]], data: st.DataObject
) -> None:
    ids = st.sampled_from(["walk", "ride", "run-1", "x2", "new"])
    old, new = (
        {f"terms/{data.draw(ids)}.yml": as_yaml(fields) for fields in entries} for _ in range(2)
    )
    there, here = version(old), version(new)
    assert differences(there, here) == differences(there, here)
    for found in (differences(there, here), differences(here, there)):
        for style, writer in WRITERS.items():
            text = writer(found)
            assert text.encode()
            assert style != "json" or json.loads(text)["changed"] is not found.is_empty
