"""What an author is told about a value that does not fit: the whole of what is printed."""

from pathlib import Path

import pytest

from generator.shape import closest, did_you_mean
from tests.factories import told

TERM = "name: Token\n"
COMPARISON = "kind: comparison\nname: Walk or ride\nquestion: Which?\n"


def said(tmp_path: Path, text: str) -> str:
    return told(tmp_path, {"terms/token.yml": text})


def check(tmp_path: Path, text: str, expected: str) -> None:
    assert said(tmp_path, text) == expected.strip("\n").replace("@", "terms/token.yml")


def test_a_misspelt_field_comes_with_the_right_one(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}definiton: A piece of text.\n",
        """
@:2:1: error: unknown field 'definiton' [unknown-field]
  2 │ definiton: A piece of text.
    │ ^^^^^^^^^ did you mean 'definition'?
""",
    )


def test_a_field_like_no_other_comes_with_all_of_them(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}faq:\n  - question: Why?\n    answer: So.\n    colour: red\n",
        """
@:5:5: error: unknown field 'colour' [unknown-field]
  5 │     colour: red
    │     ^^^^^^ known fields: question, answer
""",
    )


def test_an_unknown_field_of_a_part_is_found_however_deep(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}regional_notes:\n  - region: AU\n    text: T\n    sources:\n"
        "      - {title: A, publishr: example.org}\n",
        """
@:6:20: error: unknown field 'publishr' [unknown-field]
  6 │       - {title: A, publishr: example.org}
    │                    ^^^^^^^^ did you mean 'publisher'?
""",
    )


def test_the_id_is_not_written(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"id: token\n{TERM}",
        """
@:1:1: error: unknown field 'id' [unknown-field]
  1 │ id: token
    │ ^^ the file's name is the id; remove this line
   fix: Remove the id (termloom check --fix)
""",
    )


def test_the_id_of_another_term_is_called_term(tmp_path: Path) -> None:
    shown = said(tmp_path, f"{TERM}related:\n  - {{id: word, relation: broader}}\n")
    assert "^^ known fields: term, relation, note" in shown


def test_a_missing_field_of_an_entry_is_the_file_s_fault(tmp_path: Path) -> None:
    check(
        tmp_path,
        "definition: A piece.\n",
        """
@:1:1: error: the field 'name' is missing [missing-field]
  1 │ definition: A piece.
    │ ^ add 'name: Fine-tuning'
""",
    )


def test_a_misspelt_field_is_not_missing_as_well(tmp_path: Path) -> None:
    shown = said(tmp_path, "nmae: Token\nfaq:\n  - question: Why?\n    anwser: So.\n")
    assert [line.partition(" [")[0] for line in shown.splitlines() if "error" in line] == [
        "terms/token.yml:1:1: error: unknown field 'nmae'",
        "terms/token.yml:4:5: error: unknown field 'anwser'",
    ]


def test_a_missing_field_of_a_part_is_shown_at_the_part(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}faq:\n  - question: Why?\n",
        """
@:3:5: error: the field 'answer' is missing [missing-field]
  3 │   - question: Why?
    │     ^ add 'answer: Fewer than most people think, if they are good.'
""",
    )


def test_a_comparison_needs_its_own_fields(tmp_path: Path) -> None:
    shown = said(tmp_path, "kind: comparison\nname: A\n")
    assert [line for line in shown.splitlines() if "error" in line] == [
        "terms/token.yml:1:1: error: the field 'criteria' is missing [missing-field]",
        "terms/token.yml:1:1: error: the field 'options' is missing [missing-field]",
        "terms/token.yml:1:1: error: the field 'question' is missing [missing-field]",
    ]


def test_an_entry_of_no_known_kind_gives_one_diagnostic(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"kind: comparson\n{TERM}options: [a, b]\n",
        """
@:1:7: error: 'comparson' is not one of term, comparison [wrong-value]
  1 │ kind: comparson
    │       ^^^^^^^^^ did you mean 'comparison'?
""",
    )


@pytest.mark.parametrize("kind", ["[a]", "{a: b}"])
def test_a_kind_that_is_no_text(tmp_path: Path, kind: str) -> None:
    shown = said(tmp_path, f"kind: {kind}\n{TERM}")
    assert shown.startswith("terms/token.yml:1:1: error: expected one of term, comparison, found ")


def test_a_term_may_say_that_it_is_one(tmp_path: Path) -> None:
    assert said(tmp_path, f"kind: term\nstatus: draft\n{TERM}") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aliases: Bit\n", "2:10: error: expected a list of names, found 'Bit'"),
        ("aliases: {a: b}\n", "2:1: error: expected a list of names, found fields"),
        ("definition:\n  - a\n", "2:1: error: expected text, found a list"),
        ("definition:\n  a: b\n  c: d\n", "2:1: error: expected text, found fields"),
        ("aliases:\n  - - a\n", "3:5: error: expected a name, found a list"),
        ("aliases: [a, ~]\n", "2:14: error: this item of the list is empty"),
        ("faq: Why?\n", "2:6: error: expected a list of questions, each with 'question' and 'answer', found 'Why?'"),
        ("faq: [Why?]\n", "2:7: error: expected a question with 'question' and 'answer', found 'Why?'"),
        ("related: token\n", "2:10: error: expected a list of relations, each with 'term', found 'token'"),
        ("related:\n  - - a\n    - b\n", "3:5: error: expected a relation with 'term', found a list"),
        ("how_it_works:\n  - a\n", "2:1: error: expected fields such as 'text' and 'steps', found a list"),
        ("reviewed: [2026]\n", "2:1: error: expected a day, found a list"),
        (f"faq: {'x' * 41}\n", "2:6: error: expected a list of questions, each with 'question' and 'answer', found text"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_kind_says_what_was_expected_and_found(
    tmp_path: Path, text: str, expected: str
) -> None:
    shown = said(tmp_path, TERM + text)
    assert shown.splitlines()[0] == f"terms/token.yml:{expected} [wrong-value]"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("status: publised\n", "'publised' is not one of draft, published, deprecated"),
        ("status: Draft\n", "'Draft' is not one of draft, published, deprecated"),
        ("reviewed: last week\n", "'last week' is not a date: write it as 2026-11-21"),
        ("review_every: often\n", "'often' is not a span of time: write a number and days, weeks, months or years"),
        ("category: My Shelf\n", "'My Shelf' is not an id: use lower-case letters, digits and single hyphens"),
        ("tags: ['<b>']\n", "a name may not hold the character '<'"),
        ('owner: "a\\eb"\n', "this value holds an invisible control character"),
        ("sources: [{title: A, url: example.org}]\n", "'example.org' is not a web address: it starts with https:// and holds no spaces"),
        ("regional_notes: [{region: au, text: T}]\n", "'au' is not a region code: use capitals, such as AU, AU-NSW or EU"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_quoted_with_what_is_right(
    tmp_path: Path, text: str, expected: str
) -> None:
    shown = said(tmp_path, TERM + text)
    assert f": error: {expected} [wrong-value]" in shown.splitlines()[0]


def test_cells_are_fields(tmp_path: Path) -> None:
    shown = said(
        tmp_path,
        f"{COMPARISON}options: [walk, ride]\ncriteria:\n  - name: Speed\n    cells: [Slow, Fast]\n",
    )
    assert shown.splitlines()[0] == (
        "terms/token.yml:7:5: error: expected cells, each under its term id, found a list "
        "[wrong-value]"
    )


@pytest.mark.parametrize("value", ["[draft]", "{a: b}"])
def test_a_choice_that_is_no_text_is_described_and_not_quoted(tmp_path: Path, value: str) -> None:
    found = "a list" if value.startswith("[") else "fields"
    assert said(tmp_path, f"{TERM}status: {value}\n").splitlines()[0] == (
        "terms/token.yml:2:1: error: expected one of draft, published, deprecated, "
        f"found {found} [wrong-value]"
    )


def test_a_misspelt_choice_comes_with_the_right_one(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}related:\n  - term: word\n    relation: part-of\n",
        """
@:4:15: error: 'part-of' is not one of broader, narrower, part_of, has_part, alternative_to, \
contrasts_with, depends_on, enables, related [wrong-value]
  4 │     relation: part-of
    │               ^^^^^^^ did you mean 'part_of'?
   fix: Write 'part_of' (termloom check --fix)
""",
    )


@pytest.mark.parametrize("rating", ["0", "6", "2.5", "good", "-1", "1_0", "９"])
def test_a_rating_is_a_whole_number_from_1_to_5(tmp_path: Path, rating: str) -> None:
    check(
        tmp_path,
        f"{COMPARISON}options: [walk, ride]\ncriteria:\n  - name: Speed\n    cells:\n"
        f"      walk: {{text: Slow, rating: {rating}}}\n",
        f"""
@:8:34: error: '{rating}' is not a whole number from 1 to 5 [wrong-value]
  8 │       walk: {{text: Slow, rating: {rating}}}
    │                                  {"^" * (2 if rating == "９" else len(rating))} \
How well the option does by this criterion: 1 is poor, 5 is excellent.
""",
    )


@pytest.mark.parametrize("rating", ["[1]", "{a: b}", "9" * 5000])
def test_a_rating_that_is_no_number_at_all_is_not_printed_whole(
    tmp_path: Path, rating: str
) -> None:
    shown = said(
        tmp_path,
        f"{COMPARISON}options: [walk, ride]\ncriteria:\n  - name: Speed\n    cells:\n"
        f"      walk: {{text: Slow, rating: {rating}}}\n",
    )
    assert "is not a whole number from 1 to 5" in shown
    assert max(map(len, shown.splitlines())) < 200


def test_a_key_that_is_no_id_is_shown_where_it_stands(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{COMPARISON}options: [walk, ride]\ncriteria:\n  - name: Speed\n    cells:\n"
        "      Walking: Slow\n",
        """
@:8:7: error: 'Walking' is not an id: use lower-case letters, digits and single hyphens [wrong-value]
  8 │       Walking: Slow
    │       ^^^^^^^ write 'walking'
   fix: Write 'walking' (termloom check --fix)
""",
    )


def test_every_fault_of_an_entry_is_reported_at_once(tmp_path: Path) -> None:
    shown = said(tmp_path, "id: a\nnmae: A\nstatus: no\nfaq: [{question: Q}]\n")
    assert [line.partition(" [")[0] for line in shown.splitlines() if "error" in line] == [
        "terms/token.yml:1:1: error: unknown field 'id'",
        "terms/token.yml:2:1: error: unknown field 'nmae'",
        "terms/token.yml:3:9: error: 'no' is not one of draft, published, deprecated",
        "terms/token.yml:4:7: error: the field 'answer' is missing",
    ]


def test_a_draft_may_hold_fields_that_nobody_has_filled_in(tmp_path: Path) -> None:
    assert said(tmp_path, f"{TERM}status: draft\ndefinition:\nfaq: ~\naliases: null\n") == ""


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("ragg", ["rag", "lora"], "rag"),
        ("lroa", ["rag", "lora"], "lora"),
        ("quantum", ["rag", "lora"], None),
        ("", ["rag"], None),
        ("rag", [], None),
    ],
)
def test_the_closest_word_is_one_that_is_near(
    word: str, known: list[str], found: str | None
) -> None:
    assert closest(word, known) == found
    assert did_you_mean(word, known) == (f"did you mean '{found}'?" if found else None)
