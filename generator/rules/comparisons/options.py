"""What is compared, and what is said of each option."""

from collections.abc import Iterator

from generator.diagnostics import Edit, Fault, Fix, Severity
from generator.model import Comparison, Option
from generator.rules.check import Brief, Dossier, comparison_rule, rule
from generator.text import TermId


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
        if len(options) < len(comparison.options) or not options <= glossary.terms.keys():
            continue  # One slip among the options; every cell would be called wrong.
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


@comparison_rule(Severity.WARNING)
def too_few_options(comparison: Comparison, dossier: Dossier) -> Iterator[Fault]:
    """A published comparison sets at least two terms side by side.

    A table with one column compares nothing. Set `status: draft` until the second is there.

    ```yaml bad
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk]
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
    options = dict.fromkeys(option.term for option in comparison.options)
    if len(options) < 2 and comparison.is_published:
        only = "".join(f" but '{term}'" for term in options)
        message = f"'{comparison.name}' compares nothing{only}"
        hint = "add another option, or set 'status: draft'"
        yield Fault(dossier.at("options", key=True), message, hint)


@comparison_rule(Severity.ERROR, fixable=True)
def repeated_option(comparison: Comparison, dossier: Dossier) -> Iterator[Fault]:
    """A term is an option once.

    Cells belong to terms, so two columns of one term would hold the same, whatever their labels.

    ```yaml bad
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride, walk]
      criteria: [{name: Speed, cells: {walk: Slow, ride: Fast}}]
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
    first: dict[TermId, int] = {}
    for number, option in enumerate(comparison.options):
        if option.term not in first:
            first[option.term] = number
            continue
        # Where no other option is left, another term was meant: `too-few-options` says so.
        if len({other.term for other in comparison.options}) < 2:
            return
        known = first[option.term]
        fix = Fix("Remove the second column", (Edit(dossier.at("options", number), None),))
        yield Fault(
            dossier.at("options", number, "term"),
            f"'{option.term}' is an option already",
            "remove it, or name the term that was meant",
            ((dossier.at("options", known, "term"), "the other column"),),
            fix if _says_no_more(option, comparison.options[known]) else None,
        )


def _says_no_more(option: Option, than: Option) -> bool:
    return option.label in (None, than.label) and option.summary in (None, than.summary)


@comparison_rule(Severity.HINT, enabled=False)
def verdict_missing(comparison: Comparison, dossier: Dossier) -> Iterator[Fault]:
    """Where there are verdicts, each option is the right choice in some situation.

    A reader who leans towards an option wants to know when to take it. Off unless you switch it
    on: an option may be there because everybody asks about it and nobody should choose it.

    ```yaml bad
    - {id: walk, name: Walking, definition: On foot., analogy: A stroll.}
    - {id: ride, name: Riding, definition: On a bicycle., analogy: A glide.}
    - id: walk-or-ride
      kind: comparison
      name: Walking or riding
      question: Shall we walk or ride?
      options: [walk, ride]
      criteria: [{name: Speed, cells: {walk: Slow, ride: Fast}}]
      verdicts: [{when: It is far, choose: ride}]
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
      verdicts: [{when: It is far, choose: ride}, {when: It is near, choose: walk}]
    ```
    """
    chosen = {verdict.choose for verdict in comparison.verdicts}
    for number, option in enumerate(comparison.options):
        if chosen and option.term not in chosen:
            yield Fault(
                dossier.at("options", number, "term"),
                f"no verdict says when to choose '{option.term}'",
                f"add a verdict with 'choose: {option.term}'",
            )
