"""Rules about what an entry refers to, and about being complete."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.model import Status, Term, leaves
from generator.model.regions import Regions
from generator.rules.check import Brief, rule
from generator.shape import did_you_mean
from generator.text import CategoryId, RegionCode


@rule(Severity.ERROR)
def unknown_term(brief: Brief) -> Iterator[Fault]:
    """A reference names an entry that exists.

    A reference to nothing would be a dead link. This holds for `[[…]]` in prose and on
    hand-written pages, for `related`, for options, cells and verdicts, and for successors.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., why_it_matters: "See [[tokenn]]."}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    - {id: price, name: Price, definition: What you pay., why_it_matters: "Paid by [[token]]."}
    ```
    """
    graph = brief.graph
    known = [*graph.glossary.terms, *graph.glossary.comparisons, *graph.labels]
    for link in graph.links:
        if link.resolved is not None or _is_alternative(link.at.path):
            continue
        if len(link.candidates) > 1:
            either = " or ".join(f"'[[{id}]]'" for id in link.candidates)
            yield Fault(link.at, f"'{link.target}' names more than one entry", f"write {either}")
        elif link.in_prose:
            yield Fault(
                link.at, f"no entry is called '{link.target}'", did_you_mean(link.target, known)
            )
        else:
            # A label or a former id is no id, but says for certain what was meant.
            meant = graph.resolve(link.target)
            near = did_you_mean(link.target, list(graph.glossary.terms))
            hint = f"did you mean '{meant}'?" if meant in graph.glossary.terms else near
            yield Fault(link.at, f"no term has the id '{link.target}'", hint)


@rule(Severity.ERROR)
def missing_alternative(brief: Brief) -> Iterator[Fault]:
    """What `when_not_to_use` recommends instead is a term that exists.

    Telling readers what not to do helps only if the way out is there.

    ```yaml bad
    - id: training
      name: Training
      definition: Teaching a model.
      when_not_to_use: [{when: Facts change weekly., instead: retrieval}]
    ```

    ```yaml good
    - id: training
      name: Training
      definition: Teaching a model.
      when_not_to_use: [{when: Facts change weekly., instead: retrieval}]
    - {id: retrieval, name: Retrieval, definition: Looking things up., analogy: A library.}
    ```
    """
    terms = brief.graph.glossary.terms
    for link in brief.graph.links:
        if link.resolved is None and _is_alternative(link.at.path):
            yield Fault(
                link.at,
                f"no term has the id '{link.target}', so there is no alternative to go to",
                did_you_mean(link.target, list(terms)),
            )


def _is_alternative(path: tuple[str | int, ...]) -> bool:
    return len(path) == 3 and path[0] == "when_not_to_use" and path[2] == "instead"


@rule(Severity.ERROR)
def unknown_category(brief: Brief) -> Iterator[Fault]:
    """A category is one that `mkdocs.yml` declares.

    Otherwise a misspelt category would make a shelf of its own, with one term on it.

    ```yaml bad
    - {id: token, name: Token, category: modells, definition: A piece., why_it_matters: Cost.}
    ```

    ```yaml good
    - {id: token, name: Token, category: models, definition: A piece., why_it_matters: Cost.}
    ```
    """
    known = brief.config.categories
    for entry in brief.graph.glossary:
        category = entry.category
        if category is None or CategoryId(category) in known:
            continue
        hint = did_you_mean(category, list(known))
        hint = hint or "declare it in mkdocs.yml, under 'categories' of the plugin 'termloom'"
        at = brief.graph.glossary.at(entry, "category")
        yield Fault(at, f"no category has the id '{category}'", hint)


@rule(Severity.ERROR)
def unknown_region(brief: Brief) -> Iterator[Fault]:
    """A region is an ISO 3166 code, or a group that `mkdocs.yml` declares.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      regional_notes: [{region: AUS, text: Prices include GST.}]
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      regional_notes: [{region: AU, text: Prices include GST.}]
    ```
    """
    regions = Regions.of(brief.config)
    for entry in brief.graph.glossary:
        if not isinstance(entry, Term) or not entry.regional_notes:
            continue
        for path, value in leaves(entry.regional_notes, ("regional_notes",)):
            if isinstance(value, RegionCode) and value not in regions:
                hint = did_you_mean(value, regions.known())
                hint = hint or "use an ISO 3166 code, or declare a group in mkdocs.yml"
                at = brief.graph.glossary.at(entry, *path)
                yield Fault(at, f"'{value}' is no region that we know", hint)


@rule(Severity.WARNING)
def incomplete_published_term(brief: Brief) -> Iterator[Fault]:
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
    # An introduction to no questions shows nothing.
    others = [name for name in Term.section_fields() if name not in ("definition", "faq_intro")]
    for term in brief.graph.glossary.terms.values():
        if not term.is_published:
            continue
        at = brief.graph.glossary.at(term, "name")
        hint = "write it, or set 'status: draft'"
        if term.definition is None:
            yield Fault(at, f"'{term.name}' is published without a definition", hint)
        elif not any(getattr(term, name) for name in others):
            yield Fault(at, f"'{term.name}' is published with nothing but its definition", hint)


@rule(Severity.WARNING)
def superseded_by_nothing(brief: Brief) -> Iterator[Fault]:
    """A deprecated term names its successor.

    Readers who arrive at it must learn where to go.

    ```yaml bad
    - {id: bot, name: Bot, status: deprecated, definition: A program., analogy: A clerk.}
    ```

    ```yaml good
    - id: bot
      name: Bot
      status: deprecated
      superseded_by: agent
      definition: A program.
      analogy: A clerk.
    - {id: agent, name: Agent, definition: A program that acts., analogy: A clerk.}
    ```
    """
    for term in brief.graph.glossary.terms.values():
        if term.status is Status.DEPRECATED and term.superseded_by is None:
            at = brief.graph.glossary.at(term, "status")
            yield Fault(
                at,
                f"'{term.name}' is deprecated, but nothing says what replaces it",
                "add 'superseded_by: …' with the id of the term to use now",
            )
