"""Documents to a `Glossary`; what does not fit the model becomes diagnostics."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Fault, Rule
from generator.load.odd_rules import REMARKS
from generator.load.outcome import Outcome, entry_id, outcome_of
from generator.load.rules import REFUSALS
from generator.load.second import second_complaints
from generator.model import Entry, Glossary
from generator.reading import Document
from generator.text import EntryId

__all__ = ["RULES", "LoadMemory", "Loaded", "entry_id", "load", "second_complaints"]

RULES = {rule.name: rule for rule in (*REFUSALS, *REMARKS)}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The glossary of all entries that fit the model, and why the others do not.

    `faults` are also what is odd about those that fit.
    """

    glossary: Glossary
    diagnostics: tuple[Diagnostic, ...]
    faults: tuple[tuple[Rule, Fault], ...]


@dataclass(frozen=True, slots=True)
class LoadMemory:
    """What became of each text, by the path of its file: the same text need not be loaded again."""

    outcomes: dict[str, tuple[str, Outcome]] = field(default_factory=dict)


def load(
    documents: Mapping[str, Document],
    pages: Mapping[str, Document],
    memory: LoadMemory | None = None,
) -> Loaded:
    """Load every document; one that does not fit is left out of the glossary and reported."""
    memory = memory or LoadMemory()
    entries: dict[EntryId, Entry] = {}
    files: dict[EntryId, str] = {}
    diagnostics: list[Diagnostic] = []
    faults: list[tuple[Rule, Fault]] = []
    for path, document in documents.items():
        text, outcome = memory.outcomes.get(path, (None, None))
        if outcome is None or text != document.text:
            outcome = outcome_of(document)
            memory.outcomes[path] = (document.text, outcome)
        faults += outcome.faults
        if outcome.unreadable is not None:
            diagnostics.append(outcome.unreadable)
        if outcome.entry is not None:
            entries[outcome.entry.id] = outcome.entry
            files[outcome.entry.id] = path
    texts = {path: page.text for path, page in pages.items()}
    return Loaded(Glossary.of(entries, files, texts), tuple(diagnostics), tuple(faults))
