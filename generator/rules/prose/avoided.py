"""The rule about labels that writers are to avoid."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.diagnostics import Address, Fault, FieldPath, Severity
from generator.graph import Graph, Passage
from generator.model import Entry, Term
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
    labels = {} if brief.unloaded else _labels(brief)
    if not labels:
        return
    avoided, memory = frozenset(labels), brief.memory
    in_order = tuple(_in_order(brief))
    suspects = memory.value("labels to avoid", avoided, partial(Phrases.of, avoided))
    everything = partial(_phrases, avoided, in_order)
    phrases = memory.value("labels to avoid or to use", (avoided, in_order), everything)
    for source, at, text in _texts(brief, suspects):
        for phrase, start, end in _found(text, phrases):
            claims = [a for a in labels.get(phrase, ()) if _counts(a, source, at.path)]
            shown = " ".join(text[start:end].split())
            if claims and _is_spelt(shown, claims[0].label):
                yield _fault(Address(at.file, at.path, span=(start, end)), shown, claims)


def _labels(brief: Brief) -> _Labels:
    """Return the labels to avoid that no entry has by right."""
    graph = brief.graph
    shelf = brief.memory.shelf("what entries avoid", graph.glossary.files)
    by_right = {folded(form) for term in graph.glossary.terms.values() for form in term.forms}
    labels: dict[tuple[str, ...], list[_Avoided]] = {}
    for term in graph.glossary.terms.values():
        for words, avoided in shelf.of(term, partial(_avoided_by, term, graph)):
            label = folded(avoided.label)
            if label not in graph.labels and label not in by_right:
                labels.setdefault(words, []).append(avoided)
    return labels


def _avoided_by(term: Term, graph: Graph) -> tuple[tuple[tuple[str, ...], _Avoided], ...]:
    return tuple(
        (
            tokens(avoided.label),
            _Avoided(
                term.id,
                graph.glossary.at(term, "avoid", number, "label"),
                avoided.label,
                avoided.say_instead or term.name,
                to_text(avoided.because).rstrip("."),
            ),
        )
        for number, avoided in enumerate(term.avoid)
    )


def _in_order(brief: Brief) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield labels of entries, which are fine to use."""
    shelf = brief.memory.shelf("words of labels", None)
    for entry in brief.graph.glossary:
        yield shelf.of(entry, partial(_words, entry))


def _words(entry: Entry) -> tuple[tuple[str, ...], ...]:
    names = (*entry.labels, *entry.forms) if isinstance(entry, Term) else (entry.name,)
    return tuple(tokens(name) for name in names)


def _phrases(
    avoided: frozenset[tuple[str, ...]], in_order: tuple[tuple[tuple[str, ...], ...], ...]
) -> Phrases:
    """Return what to look for: `training data` does not use the label `training`."""
    fine = (
        (*words, form)
        for names in in_order
        for *words, last in names
        for form in (last, f"{last}s", f"{last}es")
    )
    return Phrases.of((*avoided, *fine))


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
