"""Rules about time."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.rules.check import Dossier, entry_rule


@entry_rule(Severity.WARNING)
def review_overdue(dossier: Dossier) -> Iterator[Fault]:
    """An entry is reviewed as often as it says.

    What was true a year ago may not be now; an old review date shown to readers costs trust.

    ```yaml bad
    - id: token
      name: Token
      reviewed: 2020-01-31
      review_every: 1 month
      definition: A piece of text.
      why_it_matters: You pay by it.
    ```

    ```yaml good
    - id: token
      name: Token
      reviewed: 2026-11-21
      review_every: 1 year
      definition: A piece of text.
      why_it_matters: You pay by it.
    ```
    """
    entry = dossier.entry
    if entry.reviewed is None or entry.review_every is None:
        return
    due = entry.review_every.after(entry.reviewed)
    if due < dossier.today:
        yield Fault(
            dossier.at("reviewed"),
            f"the review of '{entry.name}' was due on {due.isoformat()}",
            "read the entry, mend what is out of date, and set 'reviewed' to today",
        )
