"""Whatever somebody types into a form: the same comes out of it, or a reason why not."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.changes.compare import Place, compared
from generator.cli.drafting import drafted
from generator.config import Config
from generator.editing.formatting.entry import formatted
from generator.forms.questions import ASKED, Shape, questions
from generator.importers.answers import answers
from generator.importers.issue import suggestion, text_of
from generator.importers.lists import items, links
from generator.load import load
from generator.model import Term
from generator.pipeline import judged
from generator.reading import Document
from generator.reporting.suggestions import as_markdown
from generator.text import TermId
from tests.factories import TODAY, project, term_text
from tests.issues import issue
from tests.properties.models import values

CONFIG_FIELDS = {
    "categories": {"on-foot": {"name": "On foot"}, "on-wheels": {"name": "On wheels"}},
    "regions": {"AU": {"name": "Australia"}, "NZ": {"name": "None"}, "EU": {"name": "None"}},
}
QUESTIONS = questions(Config.model_validate(CONFIG_FIELDS))


def fillable() -> st.SearchStrategy[dict[str, Any]]:
    """Return what a form can hold of a term: of a part its needed fields, and of some lists one."""
    must = {name: values(Term.model_fields[name].annotation) for name in ("name", "definition")}
    may: dict[str, Any] = {}
    for question in QUESTIONS:
        name = question.path[0]
        if name not in must:
            cut = 1 if len(question.path) > 1 else 3
            may[name] = values(Term.model_fields[name].annotation).map(
                lambda value, cut=cut, name=name: _needed(name, value, cut)
            )
    return st.fixed_dictionaries(must, optional=may)


def _needed(name: str, value: Any, cut: int) -> Any:
    if not isinstance(value, list):
        return value
    kept = {
        "when_to_use": ("when",),
        "examples": ("text",),
        "faq": ("question", "answer"),
        "regional_notes": ("region", "text"),
        "sources": ("title", "url"),
    }.get(name, ())
    return [
        {k: v for k, v in item.items() if k in kept} if isinstance(item, dict) else item
        for item in value[:cut]
    ]


PATH = "terms/draft.yml"


def loaded(text: str) -> Term:
    """Return the draft, which must load."""
    found = load({PATH: Document(PATH, text)}, {})
    assert found.diagnostics == ()
    return found.glossary.terms[TermId("draft")]


@given(fillable())
@settings(max_examples=300)
def test_a_term_comes_out_of_the_form_as_it_went_in(fields: dict[str, Any]) -> None:
    found = suggestion(issue(fields, QUESTIONS), QUESTIONS)
    assert found.refused == ()
    assert found.reasons == ()
    expected = Term.model_validate({"id": "draft", "status": "draft", **fields})
    made, tidied = loaded(text_of(found)), loaded(formatted(Document(PATH, text_of(found))))
    assert made.model_dump() == expected.model_dump()
    # The house form may take away space that Markdown does not show.
    assert compared(made, tidied, Place()) == []


LABELS = [question.label for question in QUESTIONS]
anything = st.lists(
    st.sampled_from(
        [
            *(f"### {label}" for label in LABELS),
            "_No response_",
            "```",
            "~~~~",
            "- x",
            "\r\n",
            "\x00",
        ]
    )
    | st.text(max_size=20),
    max_size=25,
).map("\n".join)


@given(anything)
@settings(max_examples=300)
def test_any_issue_gives_a_draft_that_loads_or_a_reason(body: str) -> None:
    found = suggestion(body, QUESTIONS)
    assert as_markdown(found, None).encode()
    if found.reasons:
        return
    assert loaded(text_of(found)).status == "draft"
    assert set(found.data) <= set(ASKED)


@given(st.lists(st.text(min_size=1, max_size=30), max_size=6).map("\n".join))
def test_nothing_but_space_and_marks_of_lists_is_lost_in_a_list(text: str) -> None:
    marks = set("-*+•.)0123456789")
    typed = [char for char in text if not char.isspace() and char not in marks]
    kept = [
        char for item in items(text) for char in item if not char.isspace() and char not in marks
    ]
    assert kept == typed
    assert all(link["title"].strip() for link in links(text))


@given(anything)
def test_answers_are_parts_of_the_text(body: str) -> None:
    for label, answer in answers(body, LABELS).typed.items():
        assert label in LABELS
        assert answer.strip()


def test_every_shape_of_question_is_tried() -> None:
    assert {question.shape for question in QUESTIONS} == set(Shape)


evil = st.sampled_from(
    [
        "<<<<<<< HEAD\nx\n=======\n>>>>>>> y",
        "---\n...\n--- !!python/object:os.system",
        "[[walk]] [[gone]] [[Walk|x]]",
        "<b>x</b>",
        "```\n[a](javascript:b)",
        "a\tb\n\tc",
        "| a |\n|---|\n| b |",
        "# H\n\n#### H",
        "[^1] and [^1]: x",
        "&amp; \\ \\n \"'",
        "x " * 3_000,
        "? : - ! % @ `",
        "yes",
        "2024-06-30",
        "~",
        "https://example.org",
        "walk",
    ]
)


@given(st.lists(st.tuples(st.sampled_from(LABELS), evil | st.text(max_size=40)), max_size=8))
@settings(max_examples=80)
def test_every_draft_passes_the_check(said: list[tuple[str, str]]) -> None:
    typed = {"Name": "Draft", "Definition": "Something.", **dict(said)}
    body = "\n\n".join(f"### {label}\n\n{typed.get(label, '_No response_')}" for label in LABELS)
    with tempfile.TemporaryDirectory() as folder:
        made = project(Path(folder), {"terms/walk.yml": term_text("walk")}, CONFIG_FIELDS)
        draft = drafted(made, suggestion(body, QUESTIONS), None, TODAY)
        assert as_markdown(draft.suggestion, None).encode()
        if draft.path is None:
            assert draft.suggestion.reasons
            return
        draft.path.write_text(draft.text, encoding="utf-8")
        assert not judged(made, TODAY).has_errors
        assert draft.text == formatted(Document(PATH, draft.text))
