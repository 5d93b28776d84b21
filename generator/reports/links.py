"""Reports about what leads to terms: links, and the labels that could become links."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import FieldPath
from generator.model import Status, Term
from generator.reports.finding import Concern, Finding, report
from generator.reports.material import Material
from generator.text import TermId


@report(Concern.GAP)
def unlinked_terms(material: Material) -> Iterator[Finding]:
    """Terms that no sentence links to.

    Readers meet a term in the middle of a sentence. One that nothing mentions is found only in
    lists, and by those who know its name. Terms to which not even a list of relations or a
    comparison leads come first.
    """
    glossary, mentioned = material.graph.glossary, _mentioned(material)
    listed = _listed(material)
    subjects: defaultdict[TermId, list[str]] = defaultdict(list)
    for target, sources in mentioned.items():
        for source in sources:
            if target in glossary.terms:
                subjects[TermId(source)].append(glossary.terms[TermId(target)].name)
    for term in material.published:
        if term.id in mentioned or term.status is Status.DEPRECATED:
            continue
        is_listed = term.id in listed
        but = ", only lists do" if is_listed else ", nor does any list"
        yield Finding(
            f"no sentence leads to '{term.name}'{but}",
            _advice(subjects.get(TermId(term.id), ())),
            ((glossary.at(term, "name"), ""),),
            not is_listed,
        )


@report(Concern.TIDYING)
def unused_forms(material: Material) -> Iterator[Finding]:
    """Labels that no text uses.

    An alias or abbreviation that nobody writes links nothing. Perhaps people say something
    else. One that readers may search for is worth keeping: search finds it.
    """
    used = material.walked.used
    for term in material.published:
        unused = [
            (path, label) for path, label in _labels(term) if (TermId(term.id), path) not in used
        ]
        if unused:
            labels = ", ".join(f"'{label}'" for _, label in unused)
            yield Finding(
                f"nothing uses {labels} for '{term.name}'",
                "keep what readers may search for, and remove what nobody says",
                tuple(
                    (material.graph.glossary.at(term, *path), f"'{label}'")
                    for path, label in unused
                ),
                # Extra forms are there for prose only; an alias is there for search as well.
                max(path[0] == "forms" for path, _ in unused) + len(unused) / 1000,
            )


def _mentioned(material: Material) -> Mapping[str, Sequence[str]]:
    """Return the sources that readers see of every entry that is mentioned."""
    glossary = material.graph.glossary
    found: dict[str, list[str]] = {}
    for target, sources in material.graph.mentions.items():
        for source in sources:
            entry = glossary.get(source)
            if entry is None or entry.is_published:
                found.setdefault(target, []).append(source)
    return found


def _listed(material: Material) -> set[str]:
    """Return the terms that a relation, a comparison or another field leads to."""
    graph = material.graph
    found: set[str] = set(material.config.home.featured)
    for link in graph.links:
        source = graph.glossary.get(link.source)
        if link.resolved is not None and (source is None or source.is_published):
            found.add(link.resolved)
    for id, edges in graph.edges.items():
        if any(graph.glossary.terms[edge.target].is_published for edge in edges):
            found.add(id)
    return found


def _advice(names: Sequence[str]) -> str:
    if not names:
        return "mention it where it belongs, or list the words that people use among its 'aliases'"
    some = " or ".join(f"'{name}'" for name in sorted(names)[:2])
    return f"mention it in {some}, of which it speaks itself, or list the words used there as alias"


def _labels(term: Term) -> Iterator[tuple[FieldPath, str]]:
    if term.abbreviation:
        yield ("abbreviation",), term.abbreviation
    for field, labels in (("aliases", term.aliases), ("forms", term.forms)):
        yield from (((field, number), label) for number, label in enumerate(labels))
