"""What readers find, and what they find there."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.graph import Graph
from generator.model import Status, Term
from generator.rules.check import Brief, Dossier, rule, term_rule


@term_rule(Severity.WARNING)
def incomplete_published_term(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A published term has a definition and at least one section more.

    A reader who follows a link to an empty page does not follow the next one. Set
    `status: draft` until there is something to read.

    ```yaml bad
    - {id: token, name: Token}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    ```
    """
    if not term.is_published:
        return
    # An introduction to no questions shows nothing.
    others = [name for name in Term.section_fields() if name not in ("definition", "faq_intro")]
    hint = "write it, or set 'status: draft'"
    if term.definition is None:
        message = f"'{term.name}' is published without a definition"
        yield Fault(dossier.at("name"), message, hint)
    elif not any(getattr(term, name) for name in others):
        message = f"'{term.name}' is published with nothing but its definition"
        yield Fault(dossier.at("name"), message, hint)


@rule(Severity.HINT)
def orphan_term(brief: Brief) -> Iterator[Fault]:
    """Something leads to every published term.

    Readers follow links; a term that nothing relates to, mentions or compares is found only by
    those who know its name. The lists of all terms and of a category do not count.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., analogy: A brick.}
    - {id: price, name: Price, definition: What you pay., analogy: A toll., related: [bill]}
    - {id: bill, name: Bill, definition: What they ask for., analogy: A receipt.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., analogy: A brick.}
    - {id: price, name: Price, definition: "Paid by [[token]].", analogy: A toll., related: [bill]}
    - {id: bill, name: Bill, definition: What they ask for., analogy: A receipt.}
    ```
    """
    glossary = brief.graph.glossary
    terms = [term for term in glossary.terms.values() if term.status is Status.PUBLISHED]
    if len(terms) < 2 or brief.unloaded:
        return
    found = _found(brief.graph) | set(brief.config.home.featured)
    for term in terms:
        if term.id not in found:
            yield Fault(
                glossary.at(term, "name"),
                f"nothing leads to '{term.name}'",
                f"relate it to another term, or write '[[{term.id}]]' where it is spoken of",
            )


def _found(graph: Graph) -> set[str]:
    """Return the ids of what a published entry or a hand-written page leads to."""
    found: set[str] = set()
    unseen = {entry.id for entry in graph.glossary if not entry.is_published}
    for link in graph.links:
        if link.source not in unseen and link.resolved != link.source and link.resolved is not None:
            found.add(link.resolved)
    for id, mentions in graph.linked.items():
        if id not in unseen:
            found.update(mention.target for mention in mentions)
    terms = graph.glossary.terms
    for term, edges in graph.edges.items():
        # The page at the other end shows the inverse.
        if any(terms[edge.target].is_published for edge in edges):
            found.add(term)
    return found
