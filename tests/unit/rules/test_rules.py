"""What rules say, and where: the whole of what is printed.

That they judge rightly is shown by the examples in their documentation and by the cases
under tests/rules.
"""

from pathlib import Path

from generator.config import Config
from generator.link import link
from generator.rules import Brief, judge
from tests.factories import (
    TODAY,
    comparison_text,
    diagnostics,
    glossary,
    term,
    term_text,
    told,
)

OTHER = {"terms/word.yml": term_text("word")}


def check(tmp_path: Path, text: str, expected: str, **more: str) -> None:
    """Compare what is printed about the file of `token`, beside the term `word`."""
    files: dict[str, str | bytes] = {"terms/token.yml": text, **OTHER}
    files |= {f"terms/{id}.yml": other for id, other in more.items()}
    assert told(tmp_path, files) == expected.strip("\n").replace("@", "terms/token.yml")


def test_an_unknown_reference_in_prose(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: A part.\nsummary: >\n  Unlike é a\n  [[wrod]], it is short.\n",
        """
@:5:3: error: no entry is called 'wrod' [unknown-term]
  5 │   [[wrod]], it is short.
    │   ^^^^^^^^ did you mean 'word'?
""",
    )


def test_an_unknown_reference_in_a_field(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: A part.\nrelated:\n  - word\n  - {term: sentence}\n",
        """
@:5:12: error: no term has the id 'sentence' [unknown-term]
  5 │   - {term: sentence}
    │            ^^^^^^^^
""",
    )


def test_a_reference_that_may_mean_either_shows_both_ids(tmp_path: Path) -> None:
    shown = told(
        tmp_path,
        {
            "terms/a.yml": term_text("a", aliases=["Thing"], former_ids=["old"]),
            "terms/b.yml": comparison_text(("a", "c"), former_ids=["old"]),
            "terms/c.yml": term_text("c", summary="See [[old]]."),
        },
    )
    assert shown == (
        "terms/c.yml:4:14: error: 'old' names more than one entry [unknown-term]\n"
        "  4 │ summary: See [[old]].\n"
        "    │              ^^^^^^^ write '[[a]]' or '[[b]]'"
    )


def test_a_missing_alternative(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: A part.\nwhen_not_to_use:\n  - {when: It rains., instead: wort}\n",
        """
@:4:31: error: no term has the id 'wort', so there is no alternative to go to [missing-alternative]
  4 │   - {when: It rains., instead: wort}
    │                                ^^^^ did you mean 'word'?
""".replace(":4:31:", ":4:32:"),
    )


def test_an_ambiguous_label_shows_both_places(tmp_path: Path) -> None:
    shown = told(
        tmp_path,
        {"terms/a.yml": term_text("a", name="Thing"), "terms/b.yml": term_text(aliases=["THING"])},
    )
    assert shown == (
        "terms/b.yml:5:3: error: 'THING' also names the entry 'a' [ambiguous-label]\n"
        "  5 │ - THING\n"
        "    │   ^^^^^ keep the label in one of the two entries\n"
        "   terms/a.yml:1:7: claimed here too"
    )


def test_a_circle_of_relations_is_told_once_with_all_its_terms(tmp_path: Path) -> None:
    def up(id: str, broader: str) -> str:
        return term_text(id, related=[{"term": broader, "relation": "broader"}])

    shown = told(
        tmp_path,
        {"terms/b.yml": up("b", "c"), "terms/c.yml": up("c", "a"), "terms/a.yml": up("a", "b")},
    )
    assert shown == (
        "terms/a.yml:5:9: error: these terms form a circle of 'broader': 'a' → 'b' → 'c' → 'a' "
        "[relation-cycle]\n"
        "  5 │ - term: b\n"
        "    │         ^ remove one relation"
    )


def test_a_chain_of_two_thousand_relations_is_no_circle_and_no_trouble() -> None:
    chain = [
        term(f"t{n}", related=[{"term": f"t{n + 1}", "relation": "part_of"}] if n < 1_999 else [])
        for n in range(2_000)
    ]
    assert list(judge(Brief(link(glossary(*chain)), Config(), TODAY))) == []


def test_contradictory_relations_show_each_other(tmp_path: Path) -> None:
    shown = told(
        tmp_path,
        {
            "terms/a.yml": term_text("a", related=[{"term": "b", "relation": "part_of"}]),
            "terms/b.yml": term_text("b", related=[{"term": "a", "relation": "alternative_to"}]),
        },
    )
    assert shown == (
        "terms/b.yml:5:9: error: 'b' calls 'a' alternative_to, but 'a' calls 'b' part_of "
        "[contradictory-relations]\n"
        "  5 │ - term: a\n"
        "    │         ^ write the relation once; its inverse is derived\n"
        "   terms/a.yml:5:9: the other relation"
    )


def test_an_unknown_category(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"terms/a.yml": term_text("a", category="modells")}
    assert told(tmp_path, files, {"categories": {"models": {"name": "Models"}}}) == (
        "terms/a.yml:4:11: error: no category has the id 'modells' [unknown-category]\n"
        "  4 │ category: modells\n"
        "    │           ^^^^^^^ did you mean 'models'?"
    )


def test_a_category_of_a_project_without_any(tmp_path: Path) -> None:
    assert told(tmp_path, {"terms/a.yml": term_text("a", category="models")}).endswith(
        "^^^^^^ declare it in mkdocs.yml, under 'categories' of the plugin 'termloom'"
    )


def test_an_unknown_region(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\ndefinition: A part.\nregional_notes:\n  - region: AUS\n    text: There.\n",
        """
@:4:13: error: 'AUS' is no region that we know [unknown-region]
  4 │   - region: AUS
    │             ^^^ did you mean 'AU'?
""",
    )


def test_an_empty_cell_names_term_and_criterion(tmp_path: Path) -> None:
    text = comparison_text(("word", "ride"), criteria=[{"name": "Speed", "cells": {"word": "x"}}])
    check(
        tmp_path,
        text,
        """
@:9:3: error: 'Speed' has no cell for 'ride' [empty-comparison-cell]
  9 │   cells:
    │   ^^^^^ add 'ride: …' under 'cells'
""",
        ride=term_text("ride"),
    )


def test_a_cell_of_no_option_is_shown_at_its_key(tmp_path: Path) -> None:
    cells = {"word": "x", "ride": "y", "swim": "z"}
    text = comparison_text(("word", "ride"), criteria=[{"name": "Speed", "cells": cells}])
    check(
        tmp_path,
        text,
        """
@:12:5: error: 'swim' is not an option of this comparison [unknown-option]
  12 │     swim: z
     │     ^^^^ add it to 'options'
""",
        ride=term_text("ride"),
        swim=term_text("swim"),
    )


def test_an_incomplete_term(tmp_path: Path) -> None:
    check(
        tmp_path,
        "name: Token\n",
        """
@:1:7: warning: 'Token' is published without a definition [incomplete-published-term]
  1 │ name: Token
    │       ^^^^^ write it, or set 'status: draft'
""",
    )


def test_a_definition_that_is_too_long(tmp_path: Path) -> None:
    check(
        tmp_path,
        term_text(definition=" ".join(["word"] * 61)),
        f"""
@:2:13: warning: this definition has 61 words; at most 60 are allowed [definition-too-long]
  2 │ definition: {" ".join(["word"] * 17)} wo…
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


def test_a_deprecated_term_without_a_successor(tmp_path: Path) -> None:
    check(
        tmp_path,
        term_text(status="deprecated"),
        """
@:4:9: warning: 'Token' is deprecated, but nothing says what replaces it [superseded-by-nothing]
  4 │ status: deprecated
    │         ^^^^^^^^^^ add 'superseded_by: …' with the id of the term to use now
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
