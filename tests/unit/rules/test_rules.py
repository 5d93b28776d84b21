"""What rules say, and where: the whole of what is printed.

That they judge rightly is shown by the examples in their documentation and by the cases
under tests/rules.
"""

from pathlib import Path

from tests.factories import (
    diagnostics,
    term_text,
    told,
)

OTHER = {"terms/word.yml": term_text("word")}


def check(tmp_path: Path, text: str, expected: str, **more: str) -> None:
    """Compare what is printed about the file of `token`, beside the term `word`."""
    files: dict[str, str | bytes] = {"terms/token.yml": text, **OTHER}
    files |= {f"terms/{id}.yml": other for id, other in more.items()}
    assert told(tmp_path, files) == expected.strip("\n").replace("@", "terms/token.yml")


def test_an_ambiguous_label_shows_both_places(tmp_path: Path) -> None:
    shown = told(
        tmp_path,
        {"terms/a.yml": term_text("a", name="Thing"), "terms/b.yml": term_text(aliases=["THING"])},
    )
    assert shown == (
        "terms/b.yml:5:3: error: 'THING' also names the entry 'a' [ambiguous-label]\n"
        "  5 │ - THING\n"
        "    │   ^^^^^ keep the label in one of the two; the other may list it under 'avoid', and "
        "link to the first in 'because'\n"
        "   terms/a.yml:1:7: claimed here too"
    )


def test_an_unknown_region(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: A part.\nregional_notes:\n  - region: AUS\n    text: There.\n",
        """
@:4:13: error: 'AUS' is no region that we know [unknown-region]
  4 │   - region: AUS
    │             ^^^ did you mean 'AU'?
   fix: Write 'AU' (termloom check --fix)
""",
    )


def test_a_definition_that_is_too_long(tmp_path: Path) -> None:
    check(
        tmp_path,
        term_text(definition=f"{'word by ' * 30}word."),
        f"""
@:2:13: warning: this definition has 61 words; at most 60 are allowed [definition-too-long]
  2 │ definition: {("word by " * 11).strip()}…
    │             {"^" * 88} keep what it is; move what it is good for to another section
""",
    )


def test_a_circular_definition(tmp_path: Path) -> None:
    check(
        tmp_path,
        term_text(definition="A token is a part."),
        """
@:2:13: warning: this definition begins with 'Token', the thing to be defined [circular-definition]
  2 │ definition: A token is a part.
    │             ^^^^^^^^^^^^^^^^^^ begin with what kind of thing it is: 'A … that …'
""",
    )


def test_a_review_that_is_overdue(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\nreviewed: 2026-08-31\nreview_every: 1 month\nstatus: draft\n",
        """
@:2:11: warning: the review of 'Token' was due on 2026-09-30 [review-overdue]
  2 │ reviewed: 2026-08-31
    │           ^^^^^^^^^^ read the entry, mend what is out of date, and set 'reviewed' to today
""",
    )


def test_html_in_prose(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: A part.\nsummary: 'It''s <b>bold</b>.'\n",
        """
@:3:17: error: HTML is not allowed in prose: <b> [raw-html]
  3 │ summary: 'It''s <b>bold</b>.'
    │                 ^^^ write Markdown instead
@:3:24: error: HTML is not allowed in prose: </b> [raw-html]
  3 │ summary: 'It''s <b>bold</b>.'
    │                        ^^^^ write Markdown instead
""",
    )


def test_much_html_is_cut(tmp_path: Path) -> None:
    text = term_text(summary=f"<div class={'x' * 80}>")
    (found,) = diagnostics(tmp_path, {"terms/token.yml": text})
    assert found.message == f"HTML is not allowed in prose: <div class={'x' * 28}…"


def test_an_unsafe_link(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: A [part](javascript:x).\nanalogy: A bit.\n",
        """
@:2:15: error: a link may not lead to 'javascript:x' [unsafe-link]
  2 │ definition: A [part](javascript:x).
    │               ^^^^^^^^^^^^^^^^^^^^ use https:, mailto: or tel:
""",
    )


def test_a_remote_picture(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: A part.\nanalogy: |\n  See\n\n  ![this](//example.org/a.png)\n",
        """
@:6:3: error: the image '//example.org/a.png' is on another host [remote-image]
  6 │   ![this](//example.org/a.png)
    │   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ put the file below docs/ and name it from there
""",
    )


def test_a_second_paragraph(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: |\n  A part.\n\n  - of text\nanalogy: A bit.\n",
        """
@:5:3: error: this field holds one paragraph, without lists, headings or tables \
[more-than-one-paragraph]
  5 │   - of text
    │   ^^^^^^^^^ join the paragraphs, or move the rest to another section
""",
    )
