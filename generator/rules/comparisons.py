"""Rules about comparisons."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.rules.check import Brief, rule


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


@rule(Severity.ERROR)
def unknown_option(brief: Brief) -> Iterator[Fault]:
    """Cells and verdicts speak of the options that are compared, and of no others.

    What is said of another term would be shown nowhere.

    ```yaml bad
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - {id: swim, name: Swimming, definition: In water., analogy: A fish.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria: [{name: Speed, cells: {walk: Slow, ride: Fast}}]
      verdicts: [{when: It is wet, choose: swim}]
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
      verdicts: [{when: It is wet, choose: ride}]
    ```
    """
    glossary = brief.graph.glossary
    for comparison in glossary.comparisons.values():
        options = {option.term for option in comparison.options}
        named = [
            (term, glossary.at(comparison, "criteria", number, "cells", term, key=True))
            for number, criterion in enumerate(comparison.criteria)
            for term in criterion.cells
        ] + [
            (verdict.choose, glossary.at(comparison, "verdicts", number, "choose"))
            for number, verdict in enumerate(comparison.verdicts)
        ]
        for term, at in named:
            # A term that does not exist at all is `unknown-term`'s to report.
            if term not in options and term in glossary.terms:
                yield Fault(
                    at, f"'{term}' is not an option of this comparison", "add it to 'options'"
                )
