"""References to entries that are not published yet, or not used any more."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.graph import Graph, Link
from generator.model import Status, Term
from generator.rules.check import Brief, Dossier, rule, term_rule
from generator.text import EntryId


@term_rule(Severity.WARNING)
def superseded_by_nothing(term: Term, dossier: Dossier) -> Iterator[Fault]:
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
    if term.status is Status.DEPRECATED and term.superseded_by is None:
        yield Fault(
            dossier.at("status"),
            f"'{term.name}' is deprecated, but nothing says what replaces it",
            "add 'superseded_by: …' with the id of the term to use now",
        )


@rule(Severity.HINT)
def relation_to_draft(brief: Brief) -> Iterator[Fault]:
    """What is published does not lead to a draft.

    A draft has no page: readers do not see a relation to it, and a reference in prose shows its
    words without a link. Nothing else need change once the draft is published.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., analogy: A brick., related: [price]}
    - {id: price, name: Price, status: draft}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., analogy: A brick., related: [price]}
    - {id: price, name: Price, definition: What you pay., analogy: A toll.}
    ```
    """
    for (_, target), links in _leading_to(brief.graph, Status.DRAFT).items():
        at = links[0].at
        yield Fault(
            at,
            f"'{target}' is a draft, so {_consequence(links[0], brief.graph)}",
            "publish it, or refer to another entry",
            tuple((other.at, "referred to here too") for other in links[1:]),
        )


@rule(Severity.WARNING)
def relation_to_deprecated(brief: Brief) -> Iterator[Fault]:
    """Nothing leads to a deprecated entry but its successor.

    Readers would arrive at a page that sends them on. An entry that refers to the successor too,
    to tell the two apart or to set them side by side, may name the old one.

    ```yaml bad
    - {id: chat, name: Chat, definition: Talk in writing., analogy: Notes., summary: "By [[bot]]."}
    - id: bot
      name: Bot
      status: deprecated
      superseded_by: agent
      definition: A program.
      analogy: A clerk.
    - {id: agent, name: Agent, definition: A program that acts., analogy: A clerk.}
    ```

    ```yaml good
    - {id: chat, name: Chat, definition: Talk in writing., analogy: Notes.}
    - id: bot
      name: Bot
      status: deprecated
      superseded_by: agent
      definition: A program.
      analogy: A clerk.
    - {id: agent, name: Agent, definition: A program., analogy: A clerk., summary: "Once [[bot]]."}
    ```
    """
    graph = brief.graph
    leading = _leading_to(graph, Status.DEPRECATED)
    pairs = {(link.source, link.resolved) for link in graph.links} if leading else set()
    for (source, target), links in leading.items():
        entry, successors = graph.glossary.get(source), _successors(graph, target)
        if source in successors or (entry is not None and entry.status is Status.DEPRECATED):
            continue
        names_both = any((source, successor) in pairs for successor in successors)
        told = [link for link in links if not (names_both and _may_compare(link))]
        told = [link for link in told if _field(link) != "superseded_by"]
        if told:
            yield Fault(
                told[0].at,
                f"'{target}' is deprecated",
                f"refer to its successor '{successors[-1]}'"
                if successors
                else "refer to what is used now",
                tuple((other.at, "referred to here too") for other in told[1:]),
            )


def _leading_to(graph: Graph, status: Status) -> dict[tuple[str, EntryId], list[Link]]:
    """Return the references that readers meet to entries of a status, by source and target.

    Cells and verdicts repeat an option; what a term is superseded by leads away from it.
    """
    targets = {entry.id for entry in graph.glossary if entry.status is status}
    found: dict[tuple[str, EntryId], list[Link]] = {}
    for link in graph.links if targets else ():
        if link.resolved in targets and link.resolved != link.source:
            source = graph.glossary.get(link.source)
            is_seen = source is None or source.is_published
            if is_seen and _field(link) not in ("criteria", "verdicts"):
                found.setdefault((link.source, link.resolved), []).append(link)
    return found


def _field(link: Link) -> str | int | None:
    """Return the field that a reference is, nothing where it stands in prose."""
    return None if link.in_prose else link.at.path[0]


def _may_compare(link: Link) -> bool:
    return _field(link) in (None, "options")


def _successors(graph: Graph, id: EntryId) -> tuple[EntryId, ...]:
    """Return what an entry was replaced by, step by step; the last is to be used now."""
    chain: list[EntryId] = []
    entry = graph.glossary.get(id)
    while isinstance(entry, Term) and (following := entry.superseded_by) is not None:
        if following == id or following in chain:
            break
        chain.append(following)
        entry = graph.glossary.get(following)
    return tuple(chain)


def _consequence(link: Link, graph: Graph) -> str:
    match _field(link):
        case "superseded_by":
            return "readers are not told what to use now"
        case "when_not_to_use":
            return "readers are not told what to use instead"
        case "related":
            return "readers do not see this relation"
        case "options":
            return "its column leads to no page"
    page = graph.glossary.pages.get(link.source, "")
    if link.at.span is not None and page.startswith("!", link.at.span[0]):
        return f"readers see the words '{link.target}' in its place"
    return "readers see words without a link"
