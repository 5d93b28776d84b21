"""Where a source holds forms of terms, and what became of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.cli import outcomes
from generator.config import Mentions
from generator.diagnostics import Address, Diagnostic, Fault, Rule, Severity, Theme
from generator.graph import Graph
from generator.mentions import (
    Context,
    Lexicon,
    Occurrence,
    Prepared,
    Text,
    Verdict,
    linked_in_entry,
    linked_on_page,
    occurrences,
    texts_of_entry,
    texts_of_page,
)
from generator.mentions.texts import section_of
from generator.model import Term
from generator.pipeline import Judged, Memory
from generator.prose import plain_running
from generator.reading import located
from generator.text import EntryId, TermId

_HERE = Rule("occurrence", Severity.HINT, "", Theme.MENTIONS)


@dataclass(frozen=True, slots=True)
class Explained:
    """Words, with their place and what became of them. `term` is absent where it is uncertain."""

    words: str
    verdict: str
    is_linked: bool
    terms: tuple[TermId, ...]
    told: Diagnostic


@dataclass(frozen=True, slots=True)
class Marked:
    """A link that an author made on purpose, and its section."""

    section: str
    target: EntryId
    at: Address
    is_published: bool


@dataclass(frozen=True, slots=True)
class Source:
    """An entry or a hand-written page: its texts, and what it links to on purpose."""

    file: str
    texts: tuple[Text, ...]
    context: Context
    marked: tuple[Marked, ...]

    def occurrences(self, lexicon: Lexicon) -> tuple[Occurrence, ...]:
        """Return everything that is spelt like a form."""
        return tuple(occurrences(self.texts, self.context, lexicon))

    def explained(self, found: Judged, lexicon: Lexicon) -> Iterator[Explained]:
        """Yield what became of each occurrence, in the order of the page."""
        every = self.occurrences(lexicon)
        faults = [(_HERE, self._fault(one, every, found)) for one in every]
        documents = found.sources.documents
        for one, told in zip(every, located(faults, documents), strict=True):
            marked = self._marking(one)
            verdict = one.verdict.name if marked is None else "MARKED"
            is_linked = one.verdict is Verdict.LINKED if marked is None else marked.is_published
            yield Explained(
                one.text,
                verdict.lower().replace("_", "-"),
                is_linked,
                tuple(claim.term for claim in one.claims),
                told,
            )

    def _fault(self, one: Occurrence, every: tuple[Occurrence, ...], found: Judged) -> Fault:
        at, terms = one.address(self.file), found.graph.glossary.terms
        if (marked := self._marking(one)) is not None:
            if marked.is_published:
                return Fault(at, f"links to '{marked.target}', as the author wrote it")
            return Fault(at, f"not linked: '{marked.target}' is a draft")
        if one.verdict is Verdict.LINKED:
            return Fault(at, outcomes.linked(one, terms))
        message, hint = outcomes.not_linked(one, terms), outcomes.hint(one)
        if one.verdict is Verdict.REPEATED:
            before = self._before(one, every)
            where = "on this page" if self.context.mentions is Mentions.PAGE else "in this section"
            message = f"not linked: '{one.claims[0].term}' is linked {where} already"
            return Fault(at, message, related=tuple((place, "linked here") for place in before))
        if one.verdict is Verdict.AMBIGUOUS:
            glossary = found.graph.glossary
            claims = tuple(
                (glossary.at(terms[claim.term], *claim.form.path), f"claimed by '{claim.term}'")
                for claim in one.claims
            )
            return Fault(at, message, hint, claims)
        return Fault(at, message, hint)

    def _marking(self, one: Occurrence) -> Marked | None:
        """Return the reference that holds the words."""
        for marked in self.marked:
            span = marked.at.span
            if span and marked.at.path == one.path and span[0] <= one.start < span[1]:
                return marked
        return None

    def _before(self, one: Occurrence, every: tuple[Occurrence, ...]) -> tuple[Address, ...]:
        """Return where the term is linked, for which words are not linked once more."""
        term = one.claims[0].term
        whole = self.context.mentions is Mentions.PAGE
        for marked in self.marked:
            if marked.target == term and (whole or marked.section == one.section):
                return (marked.at,)
        for other in every:
            is_here = whole or other.section == one.section
            if is_here and other.verdict is Verdict.LINKED and other.claims[0].term == term:
                return (other.address(self.file),)
        return ()


def source_of_entry(id: EntryId, found: Judged, memory: Memory) -> Source:
    """Return an entry as a source."""
    graph, glossary = found.graph, found.graph.glossary
    entry, file = glossary.get(id), glossary.files[id]
    prepared, _ = memory.link.mentions.found[id]
    assert entry is not None
    assert isinstance(prepared, Prepared)
    own = TermId(id) if isinstance(entry, Term) else None
    linked = linked_in_entry(prepared, graph.resolve)
    context = Context(own, entry.category, found.project.config.linking.mentions, linked)
    marked = [
        (section_of(entry, path), one.target, glossary.at(entry, *path, span=(one.start, one.end)))
        for path, one in prepared.marked
    ]
    marked += [
        (section_of(entry, path), value, glossary.at(entry, *path))
        for value, path in prepared.fields
        if path[-1] is not value
    ]
    return Source(file, tuple(texts_of_entry(entry)), context, tuple(_marked(marked, graph)))


def source_of_page(path: str, found: Judged) -> Source:
    """Return a hand-written page as a source."""
    graph = found.graph
    texts = tuple(texts_of_page(graph.glossary.pages[path]))
    linked = linked_on_page(texts, graph.resolve)
    context = Context(mentions=found.project.config.linking.mentions, linked=linked)
    marked = [
        (text.section, one.target, Address(path, span=(one.start, one.end)))
        for text in texts
        for one in text.running.references
    ]
    return Source(path, texts, context, tuple(_marked(marked, graph)))


def _marked(found: Iterable[tuple[str, str, Address]], graph: Graph) -> Iterator[Marked]:
    """Yield those that lead to an entry."""
    for section, target, at in found:
        id = graph.resolve(target)
        entry = graph.glossary.get(id) if id is not None else None
        if id is not None and entry is not None:
            yield Marked(section, id, at, entry.is_published)


def meant(word: str, lexicon: Lexicon) -> frozenset[TermId]:
    """Return the terms that a word may stand for, in whatever capitals."""
    text = Text.of(plain_running(word), "")
    return frozenset(
        claim.term
        for one in occurrences([text], Context(), lexicon)
        if (one.start, one.end) == (0, len(word))
        for claim in one.claims
    )
