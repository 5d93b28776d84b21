"""Rules about words that link themselves."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.graph import Ambiguity
from generator.model import Glossary, Term
from generator.rules.check import Brief, rule
from generator.text import folded


@rule(Severity.WARNING)
def ambiguous_mention(brief: Brief) -> Iterator[Fault]:
    """Words that prose uses stand for one term.

    Where two terms claim the same words they are not linked, as nobody can say which is meant.
    Each such spelling is reported once, at the first place that uses it. Say there which term
    you mean, or let `prefer_in` of one of the terms name the categories in which it is meant.
    Labels that two entries claim are reported by `ambiguous-label`.

    ```yaml bad
    - {id: log, name: Event log, forms: [log], definition: A list of events., analogy: A diary.}
    - {id: trunk, name: Tree trunk, forms: [log], definition: Wood., analogy: A pillar.}
    - {id: audit, name: Audit, definition: A close look at a log., analogy: A check-up.}
    ```

    ```yaml good
    - {id: log, name: Event log, forms: [log], definition: A list of events., analogy: A diary.}
    - {id: trunk, name: Tree trunk, forms: [log], definition: Wood., analogy: A pillar.}
    - {id: audit, name: Audit, definition: "A close look at a [[log|log]].", analogy: A check-up.}
    ```
    """
    for found in brief.graph.ambiguities:
        if not _is_label_of_two(found, brief.graph.glossary):
            yield _fault(found)


def _is_label_of_two(found: Ambiguity, glossary: Glossary) -> bool:
    """Return whether two of the claims come from the same label, which is another rule's matter."""
    labels = [
        {folded(label) for label in term.labels}
        for id, _ in found.claims
        if isinstance(term := glossary.terms.get(id), Term)
    ]
    return any(one & other for at, one in enumerate(labels) for other in labels[at + 1 :])


def _fault(found: Ambiguity) -> Fault:
    ids = [id for id, _ in found.claims]
    terms = " and ".join(f"'{id}'" for id in ids)
    references = " or ".join(f"'[[{id}|{found.text}]]'" for id in ids)
    return Fault(
        found.at,
        f"'{found.text}' may mean {terms}, so it is not linked",
        f"write {references}, or list this entry's category under 'prefer_in' of the one that "
        "is meant in it",
        tuple((at, f"claimed by '{id}'") for id, at in found.claims),
    )
