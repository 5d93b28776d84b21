"""What stands in the rows of the table."""

import re
import unicodedata
from collections.abc import Iterator

from generator.diagnostics import Edit, Fault, Fix, Severity
from generator.model import Cell, Comparison, Criterion
from generator.prose import to_text
from generator.rules.check import Brief, Dossier, comparison_rule, rule
from generator.text import folded

_NOT_APPLICABLE = {"n/a", "n.a", "n.a.", "na", "not applicable", "tbc", "tbd", "todo"}
_UNKNOWN = {"unknown", "not known", "none"}
_OUT_OF_FIVE = re.compile(r"[0-5]\s*(/|of|out of)\s*5")
_STARS = "★☆⭐✩✭●○"


@rule(Severity.ERROR)
def empty_comparison_cell(brief: Brief) -> Iterator[Fault]:
    """Every option has a cell for every criterion.

    A reader cannot know whether an empty cell means no, unknown or forgotten.

    ```yaml bad
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria: [{name: Speed, cells: {walk: Slow}}]
    ```

    ```yaml good
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria: [{name: Speed, cells: {walk: Slow, ride: Fast}}]
    ```
    """
    for comparison in brief.graph.glossary.comparisons.values():
        for number, criterion in enumerate(comparison.criteria):
            for option in comparison.options:
                # A term that does not exist at all is `unknown-term`'s to report.
                exists = option.term in brief.graph.glossary.terms
                if exists and option.term not in criterion.cells:
                    yield Fault(
                        brief.graph.glossary.at(comparison, "criteria", number, "cells", key=True),
                        f"'{criterion.name}' has no cell for '{option.term}'",
                        f"add '{option.term}: …' under 'cells'",
                    )


@comparison_rule(Severity.WARNING, fixable=True)
def repeated_criterion(comparison: Comparison, dossier: Dossier) -> Iterator[Fault]:
    """Every criterion has a name of its own.

    A reader cannot know which of two rows of one name to believe.

    ```yaml bad
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria:
        - {name: Speed, cells: {walk: Slow, ride: Fast}}
        - {name: speed, cells: {walk: 5 km/h, ride: 20 km/h}}
    ```

    ```yaml good
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria:
        - {name: Speed, cells: {walk: Slow, ride: Fast}}
        - {name: Speed uphill, cells: {walk: 3 km/h, ride: 8 km/h}}
    ```
    """
    first: dict[str, int] = {}
    for number, criterion in enumerate(comparison.criteria):
        known = first.setdefault(folded(criterion.name), number)
        if known == number:
            continue
        fix = Fix("Remove the second row", (Edit(dossier.at("criteria", number), None),))
        yield Fault(
            dossier.at("criteria", number, "name"),
            f"'{criterion.name}' is a criterion already",
            "join the two rows, or give this one another name",
            ((dossier.at("criteria", known, "name"), "the other row"),),
            fix if _says_no_more(criterion, comparison.criteria[known]) else None,
        )


def _says_no_more(criterion: Criterion, than: Criterion) -> bool:
    is_same = dict(criterion.cells) == dict(than.cells)
    return is_same and criterion.meaning in (None, than.meaning)


@comparison_rule(Severity.WARNING)
def rating_without_text(comparison: Comparison, dossier: Dossier) -> Iterator[Fault]:
    """A cell with a rating says in words what the rating is for.

    “4 of 5” beside four filled dots tells a reader nothing that can be checked or argued with.

    ```yaml bad
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria:
        - {name: Speed, cells: {walk: {text: Slow, rating: 1}, ride: {text: 4/5, rating: 4}}}
    ```

    ```yaml good
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria:
        - {name: Speed, cells: {walk: {text: Slow, rating: 1}, ride: {text: 20 km/h, rating: 4}}}
    ```
    """
    for number, criterion in enumerate(comparison.criteria):
        for term, cell in criterion.cells.items():
            if cell.rating is not None and (_says_nothing(cell) or _says_the_rating(cell)):
                yield Fault(
                    dossier.at("criteria", number, "cells", term, "text"),
                    f"'{cell.text}' does not say why '{term}' is rated {cell.rating}",
                    "say in a few words what holds, or remove the rating",
                )


@comparison_rule(Severity.HINT)
def uneven_ratings(comparison: Comparison, dossier: Dossier) -> Iterator[Fault]:
    """Of one criterion all cells are rated, or none.

    A cell without a rating among rated ones looks like the worst or like a mistake. Where a
    criterion does not apply to an option, a cell such as `n/a` needs none.

    ```yaml bad
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria: [{name: Speed, cells: {walk: Slow, ride: {text: Fast, rating: 4}}}]
    ```

    ```yaml good
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria:
        - {name: Speed, cells: {walk: {text: Slow, rating: 1}, ride: {text: Fast, rating: 4}}}
    ```
    """
    options = dict.fromkeys(option.term for option in comparison.options)
    for number, criterion in enumerate(comparison.criteria):
        cells = {term: criterion.cells[term] for term in options if term in criterion.cells}
        without = [t for t, cell in cells.items() if cell.rating is None and _can_be_rated(cell)]
        if without and any(cell.rating is not None for cell in cells.values()):
            names = ", ".join(f"'{term}'" for term in without)
            yield Fault(
                dossier.at("criteria", number, "cells", without[0]),
                f"'{criterion.name}' has ratings, but none for {names}",
                "add 'rating: …' from 1 to 5, or remove the other ratings of this criterion",
            )


def _can_be_rated(cell: Cell) -> bool:
    return not _says_nothing(cell) and folded(cell.text).rstrip(".") not in _UNKNOWN


def _says_nothing(cell: Cell) -> bool:
    """Return whether a cell holds a sign for 'nothing' only: a dash, a question mark, 'n/a'."""
    words = folded(to_text(cell.text))
    return words in _NOT_APPLICABLE or not any(map(_tells, words))


def _tells(char: str) -> bool:
    """Return whether a character can say something: a tick and '€' do, a dash and stars do not."""
    return char.isalnum() or (unicodedata.category(char) in ("Sc", "So") and char not in _STARS)


def _says_the_rating(cell: Cell) -> bool:
    words = folded(to_text(cell.text))
    return words == str(cell.rating) or _OUT_OF_FIVE.fullmatch(words) is not None
