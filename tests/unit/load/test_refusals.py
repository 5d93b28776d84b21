"""Why an entry does not fit: the whole of what is printed."""

from pathlib import Path

from tests.factories import told

FILE = "terms/token.yml"
TERM = "name: Token\nstatus: draft\n"


def check(tmp_path: Path, text: str, expected: str) -> None:
    assert told(tmp_path, {FILE: text}) == expected.strip("\n").replace("@", FILE)


def test_a_field_in_another_case_is_renamed(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}Aliases: [Bit]\n",
        """
@:3:1: error: unknown field 'Aliases' [unknown-field]
  3 │ Aliases: [Bit]
    │ ^^^^^^^ did you mean 'aliases'?
   fix: Rename the field to 'aliases' (termloom check --fix)
""",
    )


def test_a_field_in_the_singular_is_renamed_if_its_value_fits(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}alias: [Bit]\nsource: a book\n",
        """
@:3:1: error: unknown field 'alias' [unknown-field]
  3 │ alias: [Bit]
    │ ^^^^^ did you mean 'aliases'?
   fix: Rename the field to 'aliases' (termloom check --fix)
@:4:1: error: unknown field 'source' [unknown-field]
  4 │ source: a book
    │ ^^^^^^ did you mean 'sources'?
""",
    )


def test_the_heading_on_the_page_is_known_too(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}Why it matters: You pay by it.\n",
        """
@:3:1: error: unknown field 'Why it matters' [unknown-field]
  3 │ Why it matters: You pay by it.
    │ ^^^^^^^^^^^^^^ did you mean 'why_it_matters'?
   fix: Rename the field to 'why_it_matters' (termloom check --fix)
""",
    )


def test_a_field_that_is_there_already_is_not_renamed(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}summary: One.\nSummary: Two.\n",
        """
@:4:1: error: unknown field 'Summary' [unknown-field]
  4 │ Summary: Two.
    │ ^^^^^^^ 'summary' is there already; bring the two together
""",
    )


def test_a_field_that_is_indented_too_little(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}faq:\n  - question: Why?\nanswer: So.\n",
        """
@:5:1: error: unknown field 'answer' [unknown-field]
  5 │ answer: So.
    │ ^^^^^^ 'answer' belongs under 'faq'; indent it further
""",
    )


def test_a_field_that_is_indented_too_far(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}faq:\n  - question: Why?\n    answer: So.\n    sources:\n      - title: A\n",
        """
@:6:5: error: unknown field 'sources' [unknown-field]
  6 │     sources:
    │     ^^^^^^^ 'sources' is a field of the entry; indent it less
""",
    )


def test_a_field_of_the_part_around_it(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}how_it_works:\n  text: It works.\n  owner: Me\n",
        """
@:5:3: error: unknown field 'owner' [unknown-field]
  5 │   owner: Me
    │   ^^^^^ 'owner' is a field of the entry; indent it less
""",
    )


def test_text_with_a_colon_in_a_list(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}key_takeaways:\n  - You pay by it.\n  - In short: count it.\n",
        """
@:5:5: error: YAML takes 'In short' for the name of a field, because of the ': ' after it [meant-as-text]
  5 │   - In short: count it.
    │     ^ put it in quotes
   fix: Put it in quotes (termloom check --fix)
""",
    )


def test_an_unknown_field_in_lower_case_may_be_meant(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}key_takeaways:\n  - headline: You pay by it.\n",
        """
@:4:5: error: unknown field 'headline' [unknown-field]
  4 │   - headline: You pay by it.
    │     ^^^^^^^^ known fields: point, detail
""",
    )


def test_brackets_around_a_name(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: [RAG]\nstatus: draft\n",
        """
@:1:1: error: YAML takes '[RAG]' for a list [meant-as-text]
  1 │ name: [RAG]
    │ ^^^^ take the brackets away
   fix: Take the brackets away (termloom check --fix)
""",
    )


def test_a_reference_without_quotes(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}summary: [[token]]\nrelated:\n  - [[Large-Model]]\n",
        """
@:3:1: error: YAML takes '[[token]]' for a list [meant-as-text]
  3 │ summary: [[token]]
    │ ^^^^^^^ put it in quotes
   fix: Put it in quotes (termloom check --fix)
@:5:5: error: YAML takes '[[Large-Model]]' for a list [meant-as-text]
  5 │   - [[Large-Model]]
    │     ^ take the brackets away
   fix: Take the brackets away (termloom check --fix)
""",
    )


def test_a_choice_in_capitals_and_in_quotes_that_are_none(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\nstatus: \u201cDraft\u201d\n",
        """
@:2:9: error: '“Draft”' is not one of draft, published, deprecated [wrong-value]
  2 │ status: “Draft”
    │         ^^^^^^^ write 'draft'
   fix: Write 'draft' (termloom check --fix)
""",
    )


def test_ids_dates_and_regions_that_are_written_otherwise(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}category: Large Models\nreviewed: 2026/1/5\nreview_every: 6months\nregional_notes: [{{region: au-nsw, text: Here.}}]\nrelated: [Fine_Tuning]\n",
        """
@:3:11: error: 'Large Models' is not an id: use lower-case letters, digits and single hyphens [wrong-value]
  3 │ category: Large Models
    │           ^^^^^^^^^^^^ write 'large-models'
   fix: Write 'large-models' (termloom check --fix)
@:4:11: error: '2026/1/5' is not a date: write it as 2026-11-21 [wrong-value]
  4 │ reviewed: 2026/1/5
    │           ^^^^^^^^ write '2026-01-05'
   fix: Write '2026-01-05' (termloom check --fix)
@:5:15: error: '6months' is not a span of time: write a number and days, weeks, months or years [wrong-value]
  5 │ review_every: 6months
    │               ^^^^^^^ write '6 months'
   fix: Write '6 months' (termloom check --fix)
@:6:27: error: 'au-nsw' is not a region code: use capitals, such as AU, AU-NSW or EU [wrong-value]
  6 │ regional_notes: [{region: au-nsw, text: Here.}]
    │                           ^^^^^^ write 'AU-NSW'
   fix: Write 'AU-NSW' (termloom check --fix)
@:7:11: error: 'Fine_Tuning' is not an id: use lower-case letters, digits and single hyphens [wrong-value]
  7 │ related: [Fine_Tuning]
    │           ^^^^^^^^^^^ write 'fine-tuning'
   fix: Write 'fine-tuning' (termloom check --fix)
""",
    )


def test_a_text_where_a_list_is_wanted(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}aliases: Bit\ntags: a, b\n",
        """
@:3:10: error: expected a list of names, found 'Bit' [wrong-value]
  3 │ aliases: Bit
    │          ^^^ write '[Bit]'
   fix: Make it a list (termloom check --fix)
@:4:7: error: expected a list of names, found 'a, b' [wrong-value]
  4 │ tags: a, b
    │       ^^^^
""",
    )


def test_an_empty_item(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}aliases: [Bit, ~, '']\n",
        """
@:3:16: error: this item of the list is empty [wrong-value]
  3 │ aliases: [Bit, ~, '']
    │                ^ write it, or remove it
   fix: Remove the empty item (termloom check --fix)
@:3:19: error: this item of the list is empty [wrong-value]
  3 │ aliases: [Bit, ~, '']
    │                   ^^ write it, or remove it
   fix: Remove the empty item (termloom check --fix)
""",
    )


def test_a_required_field_without_a_value(tmp_path: Path) -> None:
    check(
        tmp_path,
        'name: ""\nstatus: draft\n',
        """
@:1:1: error: the field 'name' has no value [missing-field]
  1 │ name: ""
    │ ^^^^ add 'name: Fine-tuning'
""",
    )


def test_texts_where_parts_are_wanted_are_told_once(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}misconceptions:\n  - It is a word.\n  - It is a number.\n  - It is a line.\n",
        """
@:4:5: error: expected a misconception with 'misconception' and 'reality', found 'It is a word.' [wrong-value]
  4 │   - It is a word.
    │     ^^^^^^^^^^^^^ the 2 items below are text too; if they belong to another list, put its name above them
""",
    )


def test_items_of_a_list_whose_line_is_missing_are_told_once(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}misconceptions:\n  - misconception: It is a word.\n    reality: It is a part of one.\n  - point: You pay by it.\n  - point: Count it.\n",
        """
@:6:5: error: this item of 'misconceptions' looks like one of 'key_takeaways' [unknown-field]
  6 │   - point: You pay by it.
    │     ^ put 'key_takeaways:' on a line of its own above it
""",
    )


def test_a_comparison_that_does_not_say_so(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Walk or ride\nquestion: Which?\noptions: [walk, ride]\ncriteria: []\n",
        """
@:1:1: error: the field 'kind' is missing [missing-field]
  1 │ name: Walk or ride
    │ ^ add 'kind: comparison'
   fix: Say that it is a comparison (termloom check --fix)
""",
    )


def test_a_kind_in_capitals(tmp_path: Path) -> None:
    check(
        tmp_path,
        "kind: Comparison\nname: Walk or ride\n",
        """
@:1:7: error: 'Comparison' is not one of term, comparison [wrong-value]
  1 │ kind: Comparison
    │       ^^^^^^^^^^ did you mean 'comparison'?
   fix: Write 'comparison' (termloom check --fix)
""",
    )
