"""Rules about regional notes: the whole of what is told, and what is fixed."""

from pathlib import Path
from typing import Any

import pytest

from generator.config import Config
from generator.link import link
from generator.rules import Brief, judge
from tests.factories import TODAY, glossary, term, term_text, told
from tests.unit.rules.fixing import fixed


def noted(*notes: dict[str, str]) -> dict[str, str | bytes]:
    return {"terms/token.yml": term_text(regional_notes=list(notes))}


def test_another_code_of_the_same_country_is_replaced(tmp_path: Path) -> None:
    files = noted({"region": "CHN", "text": "There."}, {"region": "UK-SCT", "text": "Here."})
    assert told(tmp_path, files) == (
        "terms/token.yml:5:11: error: 'CHN' is no region that we know [unknown-region]\n"
        "  5 │ - region: CHN\n"
        "    │           ^^^ did you mean 'CN'?\n"
        "   fix: Write 'CN' (termloom check --fix)\n"
        "terms/token.yml:7:11: error: 'UK-SCT' is no region that we know [unknown-region]\n"
        "  7 │ - region: UK-SCT\n"
        "    │           ^^^^^^ did you mean 'GB-SCT'?\n"
        "   fix: Write 'GB-SCT' (termloom check --fix)"
    )
    assert fixed(tmp_path, files) == term_text(
        regional_notes=[{"region": "CN", "text": "There."}, {"region": "GB-SCT", "text": "Here."}]
    )


def test_two_notes_under_one_heading(tmp_path: Path) -> None:
    note = {"region": "AU", "audience": "Shops", "text": "There."}
    assert told(tmp_path, noted(note, {"region": "AU", "text": "All."}, note)) == (
        "terms/token.yml:10:11: warning: this is another note for 'AU' and 'Shops', under the same "
        "heading [repeated-regional-note]\n"
        "  10 │ - region: AU\n"
        "     │           ^^ join the two, or say for whom or about what each is: "
        "'audience' or 'title'\n"
        "   terms/token.yml:5:11: the first one"
    )


def test_a_law_without_a_source_or_a_date_is_told_once_for_each_note(tmp_path: Path) -> None:
    text = "Prices include GST. Under the Privacy\nAct 1988, and other laws, ask first."
    files = noted({"region": "AU", "text": text}, {"region": "EU", "title": "GDPR", "text": "See."})
    assert told(tmp_path, files) == (
        "terms/token.yml:6:40: warning: this note speaks of 'Privacy Act', but gives neither a "
        "source nor a date [undated-law]\n"
        "  6 │   text: 'Prices include GST. Under the Privacy\n"
        "    │                                        ^^^^^^^ name the law under 'sources', or add "
        "'reviewed: …' with the day\n"
        "terms/token.yml:10:10: warning: this note speaks of 'GDPR', but gives neither a source nor "
        "a date [undated-law]\n"
        "  10 │   title: GDPR\n"
        "     │          ^^^^ name the law under 'sources', or add 'reviewed: …' with the day"
    )


def is_law(text: str) -> bool:
    entries = glossary(term(regional_notes=[{"region": "AU", "text": text}]))
    return "undated-law" in {rule.name for rule, _ in judge(Brief(link(entries), Config(), TODAY))}


@pytest.mark.parametrize(
    "text",
    [
        "The Privacy Act 1988 applies.",
        "The Emergency (Powers) Act applies.",
        "Under the Act, ask first.",
        "It follows the AI Act.",
        "Consumer law differs.",
        "Regulation (EU) 2024/1689 applies.",
        "Directive 2002/58/EC applies.",
        "The **ePrivacy Directive** applies.",
        "The GDPR applies.",
        "A code of practice says so.",
        "There is a statute.",
        "State legislation differs; see [this](law.md).",
    ],
)
def test_words_for_law(text: str) -> None:
    assert is_law(text)


@pytest.mark.parametrize(
    "text",
    [
        "Act now. People act on it, and must Act.",
        "How to Act Fast",
        "Scaling laws hold.",
        "Moore’s law holds, and the law of large numbers.",
        "Ask a law firm, or your sister-in-law.",
        "See [this](https://law.example/act) or https://law.example/the-act.",
        "See [this](law.md).",
        "A directive in the system prompt interacts with a flaw.",
        "It needs self-regulation.",
    ],
)
def test_words_that_are_no_law(text: str) -> None:
    assert not is_law(text)


@pytest.mark.parametrize("start", ["A (", "](", "Act ", "law-", "A Act (", "[[", "![", "Aa"])
def test_long_notes_are_no_trouble(start: str) -> None:
    text: Any = start * (19_000 // len(start))
    assert is_law(text) in (True, False)
