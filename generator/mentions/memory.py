"""What all sources mention, with what did not change taken over from the time before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.config import Config
from generator.graph import Ambiguity, Graph
from generator.mentions.finding import (
    Found,
    Prepared,
    found_in,
    linked_in_entry,
    linked_on_page,
    may_hold_form,
)
from generator.mentions.lexicon import Claim, Lexicon, claims_of
from generator.mentions.normal import in_small_letters, normalised
from generator.mentions.occurrences import Context
from generator.mentions.texts import Text, texts_of_page
from generator.model import Glossary, Term
from generator.text import EntryId, TermId


@dataclass(slots=True)
class MentionMemory:
    """What was found in each source.

    It holds for the claims of all terms, and for the labels that references are resolved by;
    when one of these changes, every source is looked at again. What was parsed is kept.
    """

    config: Config | None = None
    claims: dict[TermId, tuple[Term, tuple[Claim, ...]]] = field(default_factory=dict)
    labels: Mapping[str, tuple[EntryId, ...]] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=lambda: Lexicon(()))
    found: dict[str, tuple[object, Found]] = field(default_factory=dict)
    pages: dict[str, tuple[str, tuple[Text, ...]]] = field(default_factory=dict)

    def find(self, graph: Graph, entries: Iterable[Prepared], config: Config) -> dict[str, Found]:
        """Return what each entry and each hand-written page mentions, in the order of the graph."""
        self._meet(graph, config)
        found: dict[str, Found] = {}
        for entry in entries:
            id = entry.entry.id
            source, known = self.found.get(id, (None, Found()))
            found[id] = known if source is entry else self._in_entry(graph, entry, config)
            self.found[id] = (entry, found[id])
        for path, markdown in graph.glossary.pages.items():
            source, known = self.found.get(path, (None, Found()))
            found[path] = known if source == markdown else self._on_page(graph, path, config)
            self.found[path] = (markdown, found[path])
        return found

    def _meet(self, graph: Graph, config: Config) -> None:
        """Forget what was found with other forms or other labels."""
        if self.config != config:
            self.config = config
            self.claims.clear()
            self.found.clear()
        terms = graph.glossary.terms
        claims = {id: self._claims_of(id, term, config) for id, term in terms.items()}
        before = {id: claims for id, (_, claims) in self.claims.items()}
        if before != claims or self.labels != graph.labels:
            self.found.clear()
        if before != claims:
            self.lexicon = Lexicon(claim for found in claims.values() for claim in found)
        self.claims = {id: (terms[id], found) for id, found in claims.items()}
        self.labels = graph.labels

    def _claims_of(self, id: TermId, term: Term, config: Config) -> tuple[Claim, ...]:
        known, claims = self.claims.get(id, (None, ()))
        return claims if known is term else claims_of(term, config)

    def _in_entry(self, graph: Graph, prepared: Prepared, config: Config) -> Found:
        entry = prepared.entry
        own = TermId(entry.id) if isinstance(entry, Term) else None
        linked = linked_in_entry(prepared, graph.resolve)
        context = Context(own, entry.category, config.linking.mentions, linked)
        source = (entry.id, graph.glossary.files[entry.id])
        return found_in(prepared.texts(self.lexicon), context, self.lexicon, source)

    def _on_page(self, graph: Graph, path: str, config: Config) -> Found:
        markdown = graph.glossary.pages[path]
        if not may_hold_form(markdown, normalised(markdown), self.lexicon):
            return Found()
        known, texts = self.pages.get(path, (None, ()))
        if known != markdown:
            texts = tuple(texts_of_page(markdown))
            self.pages[path] = (markdown, texts)
        linked = linked_on_page(texts, graph.resolve)
        context = Context(mentions=config.linking.mentions, linked=linked)
        return found_in(texts, context, self.lexicon, (path, path))


def ambiguities(glossary: Glossary, found: Mapping[str, Found]) -> tuple[Ambiguity, ...]:
    """Return the words that several terms claim, each form where it is met first."""
    first: dict[tuple[str, tuple[TermId, ...]], Ambiguity] = {}
    for source, one in found.items():
        for words in one.ambiguous:
            claims = tuple((claim.term, claim.form.path) for claim in words.claims)
            key = (in_small_letters(words.form), tuple(term for term, _ in claims))
            if key in first:
                continue
            labels = tuple(
                (term, glossary.at(glossary.terms[term], *path)) for term, path in claims
            )
            at = words.address(glossary.files.get(EntryId(source), source))
            first[key] = Ambiguity(words.text, at, labels)
    return tuple(first.values())
