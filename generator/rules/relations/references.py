"""References that name nothing."""

from collections.abc import Iterator

from generator.diagnostics import Fault, FieldPath, Severity
from generator.graph import Graph, Link
from generator.rules.check import Brief, rule
from generator.rules.spelling import TermSpellings
from generator.shape import did_you_mean


@rule(Severity.ERROR, fixable=True)
def unknown_term(brief: Brief) -> Iterator[Fault]:
    """A reference names an entry that exists.

    A reference to nothing would be a dead link. This holds for `[[…]]` in prose and on
    hand-written pages, for `related`, for options, cells and verdicts, and for successors.
    A field holds the id; where a label or a former id stands there, the fix puts the id in.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., why_it_matters: "See [[tokenn]]."}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    - {id: price, name: Price, definition: What you pay., why_it_matters: "Paid by [[token]]."}
    ```
    """
    links = [link for link in _broken(brief.graph) if not _is_alternative(link.at.path)]
    if links:
        spellings = TermSpellings.of(brief.graph)
        glossary = brief.graph.glossary
        known: list[str] = [*glossary.terms, *glossary.comparisons, *brief.graph.labels]
        for link in links:
            yield _in_prose(link, known) if link.in_prose else _in_field(link, spellings)


def _in_prose(link: Link, known: list[str]) -> Fault:
    if len(link.candidates) > 1:
        either = " or ".join(f"'[[{id}]]'" for id in link.candidates)
        return Fault(link.at, f"'{link.target}' names more than one entry", f"write {either}")
    hint = did_you_mean(link.target, known)
    return Fault(link.at, f"no entry is called '{link.target}'", hint)


def _in_field(link: Link, spellings: TermSpellings) -> Fault:
    message = f"no term has the id '{link.target}'"
    return Fault(link.at, message, _hint(link, spellings), fix=spellings.fix(link))


def _hint(link: Link, spellings: TermSpellings) -> str | None:
    if (meant := spellings.meant(link.target)) is not None:
        return f"did you mean '{meant}'?"
    return did_you_mean(link.target, list(spellings.graph.glossary.terms))


@rule(Severity.ERROR, fixable=True)
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
    links = [link for link in _broken(brief.graph) if _is_alternative(link.at.path)]
    if links:
        spellings = TermSpellings.of(brief.graph)
        for link in links:
            message = f"no term has the id '{link.target}', so there is no alternative to go to"
            yield Fault(link.at, message, _hint(link, spellings), fix=spellings.fix(link))


def _broken(graph: Graph) -> Iterator[Link]:
    return (link for link in graph.links if link.resolved is None)


def _is_alternative(path: FieldPath) -> bool:
    return len(path) == 3 and path[0] == "when_not_to_use" and path[2] == "instead"
