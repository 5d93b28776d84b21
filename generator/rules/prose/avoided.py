"""The rule about labels that writers are to avoid."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.diagnostics import Address, Fault, FieldPath, Severity
from generator.graph import Graph, Passage
from generator.model import Term
from generator.prose import Block, survey, to_text
from generator.rules.check import Brief, by_entry, rule
from generator.rules.prose.phrases import Phrases, straight, tokens
from generator.text import EntryId, folded

_QUOTED = re.compile(
    "“[^“”]*”|\"[^\"]*\"|‘[^‘]*?’(?!\\w)|(?<!\\w)'(?=\\S)(?:[^']|(?<=\\w)'(?=\\w))*'(?!\\w)"
    "|«[^«»]*»|„[^„“”]*[“”]"
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
# Where the labels to avoid are themselves what an entry speaks of.
_ABOUT_LABELS = ("avoid", "misconceptions")


@dataclass(frozen=True, slots=True)
class _Avoided:
    """A label to avoid: who avoids it, where that is written, and what to say instead."""

    term: EntryId
    at: Address
    label: str
    instead: str
    because: str


_Labels = Mapping[tuple[str, ...], list[_Avoided]]


@rule(Severity.WARNING)
def avoided_label_in_prose(brief: Brief) -> Iterator[Fault]:
    """No text uses a label that an entry tells writers to avoid.

    The reason stands at the label; whoever writes elsewhere has not read it. A label in
    quotation marks is spoken about, and that is fine; so is a label that another entry has by
    right.

    ```yaml bad
    - id: tuning
      name: Fine-tuning
      avoid: [{label: Model training, because: It also means training from scratch.}]
      definition: Training a model further.
      why_it_matters: It costs time.
    - {id: token, name: Token, definition: A piece., analogy: Model training needs many.}
    ```

    ```yaml good
    - id: tuning
      name: Fine-tuning
      avoid: [{label: Model training, because: It also means training from scratch.}]
      definition: Training a model further.
      why_it_matters: Some call it “model training”.
    - {id: token, name: Token, definition: A piece., analogy: Fine-tuning needs many.}
    ```
    """
    # Whether an entry that could not be loaded has a label by right, nobody knows.
    labels = {} if brief.unloaded else _labels(brief.graph)
    if not labels:
        return
    suspects, phrases = Phrases.of(labels), Phrases.of((*labels, *_in_order(brief.graph)))
    for source, at, text in _texts(brief, suspects):
        for phrase, start, end in _found(text, phrases):
            avoided = [a for a in labels.get(phrase, ()) if _counts(a, source, at.path)]
            shown = " ".join(text[start:end].split())
            if avoided and _is_spelt(shown, avoided[0].label):
                yield _fault(Address(at.file, at.path, span=(start, end)), shown, avoided)


def _labels(graph: Graph) -> _Labels:
    """Return the labels to avoid that no entry has by right."""
    by_right = {folded(form) for term in graph.glossary.terms.values() for form in term.forms}
    labels: dict[tuple[str, ...], list[_Avoided]] = {}
    for term in graph.glossary.terms.values():
        for number, avoided in enumerate(term.avoid):
            label = folded(avoided.label)
            if label not in graph.labels and label not in by_right:
                at = graph.glossary.at(term, "avoid", number, "label")
                instead = avoided.say_instead or term.name
                because = to_text(avoided.because).rstrip(".")
                entry = _Avoided(term.id, at, avoided.label, instead, because)
                labels.setdefault(tokens(avoided.label), []).append(entry)
    return labels


def _in_order(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Yield labels that are fine to use: `training data` does not use the label `training`."""
    for entry in graph.glossary:
        names = (*entry.labels, *entry.forms) if isinstance(entry, Term) else (entry.name,)
        for name in names:
            *words, last = tokens(name)
            yield from ((*words, form) for form in (last, f"{last}s", f"{last}es"))


def _texts(brief: Brief, suspects: Phrases) -> Iterator[tuple[str, Address, str]]:
    """Yield all prose in which one of the phrases may stand, with its source and its place."""
    glossary = brief.graph.glossary
    shelf = brief.memory.shelf("passages with labels to avoid", suspects.known)
    for entry, passages in by_entry(brief.graph):
        for passage in shelf.of(entry, partial(_suspected, passages, suspects)):
            yield entry.id, Address(glossary.files[entry.id], passage.path), passage.prose
    for page, markdown in glossary.pages.items():
        # As long as before, so that places stay right.
        if not suspects.may_be_in(markdown):
            continue
        text = _FRONT_MATTER.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), markdown)
        yield page, Address(page), text


def _suspected(passages: tuple[Passage, ...], suspects: Phrases) -> tuple[Passage, ...]:
    return tuple(p for p in passages if p.path[0] != "avoid" and suspects.may_be_in(p.prose))


def _counts(avoided: _Avoided, source: str, path: FieldPath) -> bool:
    return not (source == avoided.term and path and path[0] in _ABOUT_LABELS)


def _is_spelt(shown: str, label: str) -> bool:
    """Return whether a label of capitals is written in capitals; others in any letters."""
    return not label.isupper() or straight(shown) == straight(label)


def _found(text: str, phrases: Phrases) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Yield phrases where they are used as words of a sentence."""
    for block in survey(text).blocks:
        quoted: list[tuple[int, int]] | None = None
        for run in block.runs():
            for phrase, start, end in phrases.find(run.text):
                first, last = run.span(start, end)
                quoted = list(_quoted(block)) if quoted is None else quoted
                if not any(begin <= first and last <= end for begin, end in quoted):
                    yield phrase, first, last


def _quoted(block: Block) -> Iterator[tuple[int, int]]:
    whole = block.whole
    yield from (whole.span(*found.span()) for found in _QUOTED.finditer(whole.text))


def _fault(at: Address, shown: str, avoided: list[_Avoided]) -> Fault:
    instead = " or ".join(dict.fromkeys(f"'{one.instead}'" for one in avoided))
    return Fault(
        at,
        f"'{shown}' is a label to avoid",
        f"say {instead}: {avoided[0].because}",
        tuple((one.at, "avoided here") for one in avoided),
    )
