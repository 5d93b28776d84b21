"""What is said of comparisons, where, and how it can be mended."""

from pathlib import Path
from typing import Any

from generator.diagnostics import Address, Edit, Fix
from tests.factories import comparison_text, diagnostics, term_text, told

TERMS: dict[str, str | bytes] = {
    f"terms/{id}.yml": term_text(id) for id in ("walk", "ride", "swim")
}


def said(tmp_path: Path, options: tuple[Any, ...] = ("walk", "ride"), **fields: Any) -> str:
    return told(tmp_path, {**TERMS, "terms/c.yml": comparison_text(options, **fields)})


def fixes(tmp_path: Path, options: tuple[Any, ...], **fields: Any) -> list[Fix | None]:
    files = {**TERMS, "terms/c.yml": comparison_text(options, **fields)}
    return [found.fix for found in diagnostics(tmp_path, files)]


def removal(title: str, *path: str | int) -> Fix:
    return Fix(title, (Edit(Address("terms/c.yml", path), None),))


def speed(**cells: Any) -> list[dict[str, Any]]:
    return [{"name": "Speed", "cells": cells}]


def test_an_empty_cell_names_term_and_criterion(tmp_path: Path) -> None:
    assert said(tmp_path, criteria=speed(walk="Slow")) == (
        "terms/c.yml:9:3: error: 'Speed' has no cell for 'ride' [empty-comparison-cell]\n"
        "  9 │   cells:\n"
        "    │   ^^^^^ add 'ride: …' under 'cells'"
    )


def test_a_cell_of_no_option_is_shown_at_its_key(tmp_path: Path) -> None:
    assert said(tmp_path, criteria=speed(walk="Slow", ride="Fast", swim="Wet")) == (
        "terms/c.yml:12:5: error: 'swim' is not an option of this comparison [unknown-option]\n"
        "  12 │     swim: Wet\n"
        "     │     ^^^^ add it to 'options'"
    )


def test_a_verdict_for_no_option(tmp_path: Path) -> None:
    assert said(tmp_path, verdicts=[{"when": "It is wet", "choose": "swim"}]) == (
        "terms/c.yml:14:11: error: 'swim' is not an option of this comparison [unknown-option]\n"
        "  14 │   choose: swim\n"
        "     │           ^^^^ add it to 'options'"
    )


def test_a_comparison_of_one(tmp_path: Path) -> None:
    assert said(tmp_path, ("walk",), name="Walking") == (
        "terms/c.yml:4:1: warning: 'Walking' compares nothing but 'walk' [too-few-options]\n"
        "  4 │ options:\n"
        "    │ ^^^^^^^ add another option, or set 'status: draft'"
    )


def test_an_option_that_is_there_twice(tmp_path: Path) -> None:
    assert said(tmp_path, ("walk", "ride", "walk")) == (
        "terms/c.yml:7:3: error: 'walk' is an option already [repeated-option]\n"
        "  7 │ - walk\n"
        "    │   ^^^^ remove it, or name the term that was meant\n"
        "   terms/c.yml:5:3: the other column\n"
        "   fix: Remove the second column (termloom check --fix)"
    )


def test_an_option_that_says_no_more_than_the_first_can_go(tmp_path: Path) -> None:
    first = {"term": "walk", "label": "Going", "summary": "On foot."}
    options = (first, "ride", "walk", {**first, "label": "Strolling"}, first)
    assert fixes(tmp_path, options) == [
        removal("Remove the second column", "options", 2),
        None,
        removal("Remove the second column", "options", 4),
    ]


def test_a_criterion_that_is_there_twice(tmp_path: Path) -> None:
    (row,) = speed(walk="Slow", ride="Fast")
    assert said(tmp_path, criteria=[row, {**row, "name": "SPEED"}]) == (
        "terms/c.yml:12:9: warning: 'SPEED' is a criterion already [repeated-criterion]\n"
        "  12 │ - name: SPEED\n"
        "     │         ^^^^^ join the two rows, or give this one another name\n"
        "   terms/c.yml:8:9: the other row\n"
        "   fix: Remove the second row (termloom check --fix)"
    )


def test_a_row_that_says_no_more_than_the_first_can_go(tmp_path: Path) -> None:
    (row,) = speed(walk="Slow", ride="Fast")
    first, other = {**row, "meaning": "How fast."}, {**row, "meaning": "How soon."}
    differs = {**row, "cells": {"walk": "Slow", "ride": "Faster"}}
    assert fixes(tmp_path, ("walk", "ride"), criteria=[first, row, other, differs]) == [
        removal("Remove the second row", "criteria", 1),
        None,
        None,
    ]


def test_a_rating_without_words(tmp_path: Path) -> None:
    cells = {"walk": {"text": "Slow", "rating": 1}, "ride": {"text": "n/a", "rating": 4}}
    assert said(tmp_path, criteria=speed(**cells)) == (
        "terms/c.yml:14:13: warning: 'n/a' does not say why 'ride' is rated 4 "
        "[rating-without-text]\n"
        "  14 │       text: n/a\n"
        "     │             ^^^ say in a few words what holds, or remove the rating"
    )


def test_cells_without_a_rating_among_rated_ones(tmp_path: Path) -> None:
    cells = {"walk": "Slow", "ride": {"text": "Fast", "rating": 4}, "swim": {"text": "Slower"}}
    assert said(tmp_path, ("walk", "ride", "swim"), criteria=speed(**cells)) == (
        "terms/c.yml:11:11: hint: 'Speed' has ratings, but none for 'walk', 'swim' "
        "[uneven-ratings]\n"
        "  11 │     walk: Slow\n"
        "     │           ^^^^ add 'rating: …' from 1 to 5, or remove the other ratings of this "
        "criterion"
    )


def test_an_option_that_is_never_the_right_one(tmp_path: Path) -> None:
    text = comparison_text(verdicts=[{"when": "It is far", "choose": "ride"}])
    shown = told(
        tmp_path, {**TERMS, "terms/c.yml": text}, {"rules": {"verdict-missing": "warning"}}
    )
    assert shown == (
        "terms/c.yml:5:3: warning: no verdict says when to choose 'walk' [verdict-missing]\n"
        "  5 │ - walk\n"
        "    │   ^^^^ add a verdict with 'choose: walk'"
    )
