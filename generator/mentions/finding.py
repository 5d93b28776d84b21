"""What becomes a link in one source, without reading what cannot hold a form."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.diagnostics import FieldPath
from generator.graph import Mention
from generator.mentions.boundaries import begins, ends
from generator.mentions.lexicon import Lexicon
from generator.mentions.normal import Normal, normalised
from generator.mentions.occurrences import Context, Occurrence, occurrences
from generator.mentions.texts import Text, barred, section_of
from generator.mentions.verdict import Verdict
from generator.model import Entry
from generator.prose import Reference, Running, is_plain, plain_running, running
from generator.text import Prose, TermId


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one source. `ambiguous` are words that several terms claim."""

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[Occurrence, ...] = ()

    @property
    def targets(self) -> Iterable[TermId]:
        """Return the terms that the source mentions, each once."""
        return dict.fromkeys(mention.target for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What depends on one entry alone: its prose, and what it refers to.

    `fields` are the terms that its fields name, `marked` the references in its prose. What was
    parsed is kept.
    """

    entry: Entry
    prose: tuple[tuple[FieldPath, Prose], ...]
    fields: tuple[tuple[TermId, FieldPath], ...]
    marked: tuple[tuple[FieldPath, Reference], ...]
    parsed: dict[FieldPath, Running] = field(default_factory=dict)

    def texts(self, lexicon: Lexicon) -> Iterator[Text]:
        """Yield the texts in which a form may stand. Most need not be parsed to rule it out."""
        for path, prose in self.prose:
            known = self.parsed.get(path)
            if known is None:
                normal = normalised(prose)
                if not may_hold_form(prose, normal, lexicon):
                    continue
                if is_plain(prose):
                    yield Text(
                        section_of(self.entry, path),
                        path,
                        plain_running(prose),
                        normal,
                        barred(path),
                    )
                    continue
                known = self.parsed[path] = running(prose)
            yield Text.of(known, section_of(self.entry, path), path, barred(path))


def may_hold_form(markdown: str, normal: Normal, lexicon: Lexicon) -> bool:
    """Return whether a form may stand in a text, markup taken for words.

    Markup can only part words, but for entities, for underscores, which are letters where they
    are no markup, and for the marks that begin the lines of a quotation.
    """
    if "&" in markdown or "_" in markdown or ("\n" in markdown and ">" in markdown):
        return True
    text = normal.text
    return any(
        begins(text, start) and (ends(text, end) or text[end] == "'")
        for start, end, _ in lexicon.find(normal)
    )


def found_in(
    texts: Iterable[Text], context: Context, lexicon: Lexicon, source: tuple[str, str]
) -> Found:
    """Return what becomes a link; `source` is an entry's id or a page's path, and the file."""
    id, file = source
    mentions: list[Mention] = []
    ambiguous: list[Occurrence] = []
    for one in occurrences(texts, context, lexicon):
        if one.verdict is Verdict.LINKED:
            target = one.claims[0].term
            mentions.append(Mention(id, target, one.address(file), one.text, one.rules))
        elif one.verdict is Verdict.AMBIGUOUS:
            ambiguous.append(one)
    return Found(tuple(mentions), tuple(ambiguous))


def linked_in_entry(
    prepared: Prepared, resolve: Callable[[str], str | None]
) -> Mapping[str, frozenset[str]]:
    """Return the terms that each section of an entry's page links to on purpose.

    A field that names a term links to it, such as `instead`; the key of a cell does not.
    """
    entry = prepared.entry
    found: dict[str, set[str]] = {}
    for value, path in prepared.fields:
        if path[-1] is not value:
            found.setdefault(section_of(entry, path), set()).add(value)
    for path, reference in prepared.marked:
        if (id := resolve(reference.target)) is not None:
            found.setdefault(section_of(entry, path), set()).add(id)
    return {section: frozenset(ids) for section, ids in found.items()}


def linked_on_page(
    texts: Iterable[Text], resolve: Callable[[str], str | None]
) -> Mapping[str, frozenset[str]]:
    """Return the terms that each section of a hand-written page refers to."""
    return {
        text.section: frozenset(
            id
            for reference in text.running.references
            if (id := resolve(reference.target)) is not None
        )
        for text in texts
        if text.running.references
    }
