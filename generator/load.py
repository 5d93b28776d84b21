"""Documents to a `Glossary`; what does not fit the model becomes diagnostics."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pydantic import ValidationError

from generator.diagnostics import Address, Diagnostic, Fault, Rule, Severity, Theme
from generator.model import Comparison, Entry, Glossary, Term
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.shape import Misfit, did_you_mean, misfits
from generator.text import EntryId

RULES = {
    Misfit.UNKNOWN: Rule(
        "unknown-field",
        Severity.ERROR,
        """A field is one that the model knows.

A misspelt field would otherwise be left out without a word.

```yaml bad
- {id: token, name: Token, definiton: A piece of text.}
```

```yaml good
- {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
```
""",
        Theme.SHAPE,
        adjustable=False,
    ),
    Misfit.MISSING: Rule(
        "missing-field",
        Severity.ERROR,
        """A field that an entry needs is there.

```yaml bad
- {id: token, definition: A piece of text., why_it_matters: You pay by it.}
```

```yaml good
- {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
```
""",
        Theme.SHAPE,
        adjustable=False,
    ),
    Misfit.WRONG: Rule(
        "wrong-value",
        Severity.ERROR,
        """A value is of the kind that its field asks for.

```yaml bad
- {id: token, name: Token, reviewed: last week}
```

```yaml good
- {id: token, name: Token, status: draft, reviewed: "2026-11-21"}
```
""",
        Theme.SHAPE,
        adjustable=False,
    ),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """The glossary of all entries that fit the model, and why the others do not."""

    glossary: Glossary
    diagnostics: tuple[Diagnostic, ...]
    faults: tuple[tuple[Rule, Fault], ...]


@dataclass(frozen=True, slots=True)
class LoadMemory:
    """What became of each text, by the path of its file: the same text need not be loaded again."""

    outcomes: dict[str, tuple[str, "Outcome"]] = field(default_factory=dict)


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
            outcome = _outcome(entry_id(path), document)
            memory.outcomes[path] = (document.text, outcome)
        match outcome:
            case Entry():
                entries[outcome.id] = outcome
                files[outcome.id] = path
            case Unreadable():
                diagnostics.append(outcome.diagnostic)
            case _Misfits():
                faults += outcome.faults
    texts = {path: page.text for path, page in pages.items()}
    return Loaded(Glossary.of(entries, files, texts), tuple(diagnostics), tuple(faults))


def entry_id(path: str) -> EntryId:
    """Return the id of the entry in a file: the file's name without its ending."""
    return EntryId(path.rpartition("/")[2].rpartition(".")[0])


class _Misfits(Exception):
    """Carries the faults of one entry."""

    def __init__(self, faults: list[tuple[Rule, Fault]]) -> None:
        super().__init__()
        self.faults = faults


Outcome: TypeAlias = Entry | Unreadable | _Misfits


def _outcome(id: EntryId, document: Document) -> Outcome:
    try:
        return _entry(id, document)
    except (Unreadable, _Misfits) as fault:
        return fault


def _entry(id: EntryId, document: Document) -> Entry:
    data = document.tree().plain()
    assert isinstance(data, dict)
    kind = data.get("kind", "term")
    model: type[Entry] = Comparison if kind == "comparison" else Term
    faults: list[tuple[Rule, Fault]] = []
    if model is Term and "kind" in data:
        # `kind: term` is what every entry is by default; anything else was meant otherwise.
        data = {key: value for key, value in data.items() if key != "kind"}
        if kind != "term":
            raise _Misfits([(RULES[Misfit.WRONG], _unknown_kind(kind, document.path))])
    if "id" in data:
        at = Address(document.path, ("id",), key=True)
        hint = "the file's name is the id; remove this line"
        faults.append((RULES[Misfit.UNKNOWN], Fault(at, "unknown field 'id'", hint)))
    try:
        entry = model.model_validate({**data, "id": id})
    except ValidationError as error:
        faults += _faults(error, model, document)
    if faults:
        raise _Misfits(faults)
    return entry


def _unknown_kind(kind: object, path: str) -> Fault:
    at = Address(path, ("kind",))
    if not isinstance(kind, str):
        return Fault(at, "expected one of term, comparison, found something else")
    hint = did_you_mean(kind, ("term", "comparison"))
    return Fault(at, f"'{kind}' is not one of term, comparison", hint)


def _faults(
    error: ValidationError, model: type[Entry], document: Document
) -> Iterator[tuple[Rule, Fault]]:
    for misfit in misfits(error, model):
        at = Address(document.path, misfit.path, key=misfit.key)
        yield RULES[misfit.kind], Fault(at, misfit.message, misfit.hint)
