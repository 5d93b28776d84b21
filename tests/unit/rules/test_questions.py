"""Rules about questions, misconceptions and examples: what is told, and what is fixed."""

from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.link import link
from generator.rules import Brief, judge
from tests.factories import TODAY, comparison_text, glossary, term, term_text, told
from tests.unit.rules.fixing import fixed


def asked(*questions: tuple[str, str], **more: Any) -> str:
    faq = [{"question": question, "answer": answer} for question, answer in questions]
    return term_text(faq=faq, **more)


def test_a_question_without_a_mark(tmp_path: Path) -> None:
    assert told(tmp_path, {"terms/token.yml": asked(("How long is it", "One word."))}) == (
        "terms/token.yml:5:13: warning: this question ends without a question mark "
        "[question-without-question-mark]\n"
        "  5 │ - question: How long is it\n"
        "    │             ^^^^^^^^^^^^^^ end it with '?'\n"
        "   fix: Add the question mark (termloom check --fix)"
    )


def test_a_heading_in_the_place_of_a_question_is_left_to_the_author(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"terms/token.yml": asked(("Length", "One word."))}
    assert told(tmp_path, files) == (
        "terms/token.yml:5:13: warning: this question ends without a question mark "
        "[question-without-question-mark]\n"
        "  5 │ - question: Length\n"
        "    │             ^^^^^^ ask it as a reader would, and end it with '?'"
    )
    assert fixed(tmp_path, files) == files["terms/token.yml"]


@pytest.mark.parametrize(
    ("question", "marked"),
    [
        ("How long is it.", "How long is it?"),
        ("Word or token: which is longer", "Word or token: which is longer?"),
        ("What is (or was) it (in short)", "What is (or was) it (in short)?"),
    ],
)
def test_the_mark_takes_the_place_of_a_full_stop(
    tmp_path: Path, question: str, marked: str
) -> None:
    files: dict[str, str | bytes] = {"terms/token.yml": asked((question, "One word."))}
    assert fixed(tmp_path, files) == asked((marked, "One word."))


def test_the_question_of_a_comparison(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/walk-or-ride.yml": comparison_text(question="Shall we walk"),
        "terms/ride.yml": term_text("ride"),
        "terms/walk.yml": term_text("walk"),
    }
    assert fixed(tmp_path, files) == comparison_text(question="Shall we walk?")


def test_an_answer_that_begins_with_the_question(tmp_path: Path) -> None:
    text = asked(("Is it a word?", "**Is it a word?** No."))
    assert told(tmp_path, {"terms/token.yml": text}) == (
        "terms/token.yml:6:11: warning: this answer begins with the question "
        "[answer-repeats-question]\n"
        "  6 │   answer: '**Is it a word?** No.'\n"
        "    │           ^^^^^^^^^^^^^^^^^^^^^^^ begin with the answer"
    )


def test_a_misconception_that_is_the_reality(tmp_path: Path) -> None:
    text = term_text(
        misconceptions=[{"misconception": "“It is a word.”", "reality": "It is a word"}]
    )
    assert told(tmp_path, {"terms/token.yml": text}) == (
        "terms/token.yml:6:12: warning: this reality says the same as its misconception "
        "[misconception-equals-reality]\n"
        "  6 │   reality: It is a word\n"
        "    │            ^^^^^^^^^^^^ say what is the case instead\n"
        "   terms/token.yml:5:18: the misconception"
    )


def test_an_example_that_is_the_definition(tmp_path: Path) -> None:
    text = term_text(definition="A piece of text.", examples=["A piece of text"])
    assert told(tmp_path, {"terms/token.yml": text}) == (
        "terms/token.yml:5:3: warning: this example repeats the definition "
        "[example-repeats-definition]\n"
        "  5 │ - A piece of text\n"
        "    │   ^^^^^^^^^^^^^^^ show where one meets it, or what somebody says\n"
        "   terms/token.yml:2:13: the definition"
    )


def test_a_question_that_is_asked_twice_in_one_entry(tmp_path: Path) -> None:
    text = asked(("How long?", "One word."), ("How long ?", "It depends."))
    assert told(tmp_path, {"terms/token.yml": text}) == (
        "terms/token.yml:7:13: hint: this question is asked twice in this entry "
        "[duplicate-question]\n"
        "  7 │ - question: How long ?\n"
        "    │             ^^^^^^^^^^ answer it in one place, and link to it from the other\n"
        "   terms/token.yml:5:13: asked here too"
    )


def test_a_question_that_two_entries_answer(tmp_path: Path) -> None:
    faq = [{"question": "How long are tokens?", "answer": "One word."}]
    files: dict[str, str | bytes] = {
        "terms/token.yml": term_text("token", faq=faq),
        "terms/word.yml": term_text("word", faq=faq),
    }
    assert told(tmp_path, files) == (
        "terms/word.yml:5:13: hint: the entry 'token' answers this question too "
        "[duplicate-question]\n"
        "  5 │ - question: How long are tokens?\n"
        "    │             ^^^^^^^^^^^^^^^^^^^^ answer it in one place, and link to it from the other\n"
        "   terms/token.yml:5:13: asked here too"
    )


def test_a_question_that_names_no_entry_may_stand_on_a_thousand_pages() -> None:
    faq = [{"question": "What does it cost?", "answer": "A little."}]
    entries = glossary(*(term(f"t{n}", faq=faq) for n in range(1_000)))
    found = {rule.name for rule, _ in judge(Brief(link(entries), Config(), TODAY))}
    assert "duplicate-question" not in found
