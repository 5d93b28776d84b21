"""Rules about definitions: the whole of what is told, and what is fixed."""

from pathlib import Path

import pytest

from generator.config import Config
from generator.link import link
from generator.rules import Brief, judge
from tests.factories import TODAY, glossary, term, term_text, told
from tests.unit.rules.fixing import fixed


def defined(**definitions: str) -> dict[str, str | bytes]:
    return {
        f"terms/{id}.yml": term_text(id, definition=definition)
        for id, definition in definitions.items()
    }


def test_a_circle_is_told_once_where_it_closes(tmp_path: Path) -> None:
    files = defined(
        alpha="Before [[bravo]], and [[bravo]] again.",
        bravo="Before [[charlie]].",
        charlie="Before [[alpha]].",
    )
    assert told(tmp_path, files) == (
        "terms/charlie.yml:2:20: warning: these definitions form a circle: "
        "'charlie' → 'alpha' → 'bravo' → 'charlie' [circular-definition]\n"
        "  2 │ definition: Before [[alpha]].\n"
        "    │                    ^^^^^^^^^ let one stand on its own\n"
        "   terms/alpha.yml:2:20: 'alpha' rests on 'bravo'\n"
        "   terms/bravo.yml:2:20: 'bravo' rests on 'charlie'"
    )


def test_two_circles_through_one_term_are_two(tmp_path: Path) -> None:
    files = defined(
        alpha="Before [[bravo]] and [[charlie]].", bravo="After [[alpha]].", charlie="By [[alpha]]."
    )
    assert told(tmp_path, files) == (
        "terms/bravo.yml:2:19: warning: these definitions form a circle: "
        "'bravo' → 'alpha' → 'bravo' [circular-definition]\n"
        "  2 │ definition: After [[alpha]].\n"
        "    │                   ^^^^^^^^^ let one stand on its own\n"
        "   terms/alpha.yml:2:20: 'alpha' rests on 'bravo'\n"
        "terms/charlie.yml:2:16: warning: these definitions form a circle: "
        "'charlie' → 'alpha' → 'charlie' [circular-definition]\n"
        "  2 │ definition: By [[alpha]].\n"
        "    │                ^^^^^^^^^ let one stand on its own\n"
        "   terms/alpha.yml:2:34: 'alpha' rests on 'charlie'"
    )


def test_a_definition_that_rests_on_itself(tmp_path: Path) -> None:
    assert told(tmp_path, defined(token="Part of a [[Token]].")) == (
        "terms/token.yml:2:23: warning: this definition rests on 'token', the thing to be defined "
        "[circular-definition]\n"
        "  2 │ definition: Part of a [[Token]].\n"
        "    │                       ^^^^^^^^^ say what it is without the term itself"
    )


def test_a_definition_that_begins_with_a_reference_to_itself_is_told_once(tmp_path: Path) -> None:
    assert told(tmp_path, defined(token="A [[Token]] is a part.")) == (
        "terms/token.yml:2:13: warning: this definition begins with 'Token', the thing to be "
        "defined [circular-definition]\n"
        "  2 │ definition: A [[Token]] is a part.\n"
        "    │             ^^^^^^^^^^^^^^^^^^^^^^ begin with what kind of thing it is: 'A … that …'"
    )


def test_a_circle_of_two_thousand_terms_is_told_in_short() -> None:
    ring = [term(f"t{n}", definition=f"After [[t{(n + 1) % 2_000}]].") for n in range(2_000)]
    (found,) = judge(Brief(link(glossary(*ring)), Config(), TODAY))
    assert found[1].message == (
        "these definitions form a circle: 't1999' → 't0' → 't1' → 't2' → 't3' → 't4' → … → 't1999'"
    )
    assert [said for _, said in found[1].related] == [
        f"'t{n}' rests on 't{n + 1}'" for n in range(4)
    ]


def test_a_definition_that_asks(tmp_path: Path) -> None:
    assert told(tmp_path, defined(token="What is it? A part.")) == (
        "terms/token.yml:2:13: warning: this definition asks a question [definition-is-question]\n"
        "  2 │ definition: What is it? A part.\n"
        "    │             ^^^^^^^^^^^^^^^^^^^ say what it is; a question belongs to 'faq'"
    )


def test_a_definition_without_a_full_stop(tmp_path: Path) -> None:
    assert told(tmp_path, defined(token="A part of **text**")) == (
        "terms/token.yml:2:23: hint: this definition ends without a full stop "
        "[definition-without-full-stop]\n"
        "  2 │ definition: A part of **text**\n"
        "    │                       ^^^^^^^^ end it with '.'\n"
        "   fix: Add the full stop (termloom check --fix)"
    )


@pytest.mark.parametrize(
    ("written", "ended"),
    [
        ("A part of text", "A part of text."),
        ("'A part of **text**'", "'A part of **text**.'"),
        ("A part of a [[word]]", "A part of a [[word]]."),
        ('"A [part](https://example.org)"', '"A [part](https://example.org)."'),
        ("A part (of text)", "A part (of text)."),
        ("A part that is called “text”", "A part that is called “text”."),
        (">-\n  A part\n  of text", ">-\n  A part\n  of text."),
        ("|\n  A part\n  of text", "|\n  A part\n  of text."),
    ],
)
def test_the_stop_goes_after_everything(tmp_path: Path, written: str, ended: str) -> None:
    files: dict[str, str | bytes] = {
        "terms/token.yml": f"name: Token\ndefinition: {written}\nanalogy: Crumbs.\n",
        "terms/word.yml": term_text("word"),
    }
    assert fixed(tmp_path, files) == f"name: Token\ndefinition: {ended}\nanalogy: Crumbs.\n"


@pytest.mark.parametrize(
    "definition",
    [
        "A part of `text`",
        "- A part",
        "1. A part",
        "| A part",
        "> A part",
        "![A part](a.png)",
        "A part:",
    ],
)
def test_what_is_no_sentence_gets_no_stop(definition: str) -> None:
    entries = glossary(term(definition=definition))
    found = {rule.name for rule, _ in judge(Brief(link(entries), Config(), TODAY))}
    assert "definition-without-full-stop" not in found


def test_a_summary_that_is_the_definition(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "terms/token.yml": term_text(definition="A part.", summary="A *part*")
    }
    assert told(tmp_path, files) == (
        "terms/token.yml:4:10: warning: this summary repeats the definition "
        "[definition-repeats-summary]\n"
        "  4 │ summary: A *part*\n"
        "    │          ^^^^^^^^ say more in it, or remove it\n"
        "   terms/token.yml:2:13: the definition"
    )
