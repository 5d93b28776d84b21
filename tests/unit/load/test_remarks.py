"""What is odd about an entry that fits: the whole of what is printed."""

from pathlib import Path

from tests.factories import told

FILE = "terms/token.yml"
TERM = "name: Token\nstatus: draft\n"


def check(tmp_path: Path, text: str, expected: str) -> None:
    assert told(tmp_path, {FILE: text}) == expected.strip("\n").replace("@", FILE)


def test_an_empty_field_of_a_published_entry(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: A piece of text.\nwhy_it_matters: Cost.\nsummary:\naliases: []\n",
        """
@:4:1: warning: the field 'summary' is empty [empty-value]
  4 │ summary:
    │ ^^^^^^^ write a value, or remove the field
   fix: Remove the empty field 'summary' (termloom check --fix)
@:5:1: warning: the field 'aliases' is empty [empty-value]
  5 │ aliases: []
    │ ^^^^^^^ write a value, or remove the field
   fix: Remove the empty field 'aliases' (termloom check --fix)
""",
    )


def test_a_definition_that_is_empty_is_told_as_missing(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition:\nwhy_it_matters: Cost.\n",
        """
@:1:7: warning: 'Token' is published without a definition [incomplete-published-term]
  1 │ name: Token
    │       ^^^^^ write it, or set 'status: draft'
""",
    )


def test_words_that_others_take_for_something_else(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}abbreviation: NO\ntags: [1.10, 12:30]\n",
        """
@:3:15: hint: many programs do not take 'NO' for text [needs-quotes]
  3 │ abbreviation: NO
    │               ^^ put it in quotes: "NO"
   fix: Put it in quotes (termloom check --fix)
@:4:8: hint: many programs do not take '1.10' for text [needs-quotes]
  4 │ tags: [1.10, 12:30]
    │        ^^^^ put it in quotes: "1.10"
   fix: Put it in quotes (termloom check --fix)
@:4:14: hint: many programs do not take '12:30' for text [needs-quotes]
  4 │ tags: [1.10, 12:30]
    │              ^^^^^ put it in quotes: "12:30"
   fix: Put it in quotes (termloom check --fix)
""",
    )


def test_text_cut_by_a_comment_is_told_once(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\nstatus: draft\ndefinition: The page that comes as #1 of ten.\n",
        """
@:3:13: warning: YAML takes '#1 of ten.' for a comment, and the text ends before it [cut-by-comment]
  3 │ definition: The page that comes as #1 of ten.
    │             ^^^^^^^^^^^^^^^^^^^^^^ put the whole text in quotes; a comment has a space after its '#'
""",
    )


def test_an_item_that_is_indented_too_far(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}aliases:\n  - Bit\n    - Piece\n",
        """
@:5:5: warning: this line begins with '- ', but YAML takes it for a part of the text above [swallowed-line]
  5 │     - Piece
    │     ^ put the name of its list above it, or write '|' behind the field's name
""",
    )


def test_a_field_in_a_text(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}explanation: |\n  A token is a piece of text.\n  sources:\n    - title: A book\n",
        """
@:5:3: warning: 'sources:' looks like a field, but YAML takes it for a part of the text above [swallowed-line]
  5 │   sources:
    │   ^ indent it less, or put the name of its list above it
""",
    )


def test_an_item_without_its_colon(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}key_takeaways:\n  - point: You pay by it.\n  - point Count it.\n",
        """
@:5:5: warning: a ':' is missing after 'point', which begins other items of this list [missing-colon]
  5 │   - point Count it.
    │     ^^^^^^^^^^^^^^^ write 'point: …'
   fix: Insert the colon (termloom check --fix)
""",
    )


def test_half_a_pair_of_quotation_marks(tmp_path: Path) -> None:
    check(
        tmp_path,
        f'{TERM}owner: Me"\n',
        """
@:3:10: warning: a quotation mark ends this text, and none begins it [unbalanced-quote]
  3 │ owner: Me"
    │          ^ write " at both ends, or at neither
""",
    )


def test_an_item_that_is_there_twice(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}key_takeaways:\n  - You pay by it.\n  - Count it.\n  - You pay by it.\n",
        """
@:6:5: warning: item 1 of this list says the same [repeated-item]
  6 │   - You pay by it.
    │     ^^^^^^^^^^^^^^ remove one of the two
   @:4:5: the same here
   fix: Remove the second (termloom check --fix)
""",
    )


def test_a_rule_of_its_own_speaks_of_what_is_there_twice(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}aliases: [Bit, Piece, Bit]\n",
        """
@:3:23: warning: the label 'Bit' stands twice in this entry [repeated-label]
  3 │ aliases: [Bit, Piece, Bit]
    │                       ^^^ remove this one
   @:3:11: first here
   fix: Remove the repeated 'Bit' (termloom check --fix)
""",
    )


def test_a_letter_of_another_alphabet(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}owner: T\u043em\n",
        """
@:3:8: warning: 'Tоm' holds a character that does not show what it is: U+043E, cyrillic small letter o [confusable-characters]
  3 │ owner: Tоm
    │        ^^^ type 'Tom' anew
   fix: Write 'Tom' (termloom check --fix)
""",
    )


def test_an_invisible_character_in_a_name_is_told_once(tmp_path: Path) -> None:
    check(
        tmp_path,
        'name: "To\u202eken"\nstatus: draft\n',
        """
@:1:7: error: this value holds an invisible control character [wrong-value]
  1 │ name: "To�ken"
    │       ^^^^^^^^
""",
    )


def test_an_unknown_field_with_a_strange_letter_is_told_once(tmp_path: Path) -> None:
    check(
        tmp_path,
        f"{TERM}\u043ewner: Me\n",
        """
@:3:1: error: unknown field 'оwner' [unknown-field]
  3 │ оwner: Me
    │ ^^^^^ a letter of it is of another alphabet; did you mean 'owner'?
   fix: Rename the field to 'owner' (termloom check --fix)
""",
    )
