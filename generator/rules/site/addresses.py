"""Which page stands at which address."""

from collections.abc import Iterator

from generator.diagnostics import Address, Fault, Severity
from generator.layout import page_path, path_of, paths
from generator.rules.check import Brief, rule


@rule(Severity.ERROR)
def path_taken(brief: Brief) -> Iterator[Fault]:
    """Every path of the site has one owner.

    Two pages at one address would overwrite each other: an entry and a hand-written page, or a
    former id that has become another entry's id.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., why_it_matters: Cost.}
    - {id: price, name: Price, former_ids: [token], definition: A sum., why_it_matters: Cost.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: Cost.}
    - {id: price, name: Price, former_ids: [fee], definition: A sum., why_it_matters: Cost.}
    ```
    """
    graph = brief.graph
    ours = paths(graph.glossary, brief.config, brief.docs)
    by_hand = {page_path(page, brief.docs): page for page in graph.glossary.pages}
    owners: dict[str, str | None] = {**by_hand, **ours}
    for entry in graph.glossary:
        file, path = graph.glossary.files[entry.id], path_of(entry)
        if entry.is_published and ours[path] != file:
            message = f"'{path}' is the address of a list that Termloom makes"
            yield Fault(
                graph.glossary.at(entry, "name"), message, "give the entry's file another name"
            )
        for number, old in enumerate(entry.former_ids):
            path = f"{path_of(entry).rpartition('/')[0]}/{old}"
            if path in owners:
                other = owners[path]
                yield Fault(
                    graph.glossary.at(entry, "former_ids", number),
                    f"the former id '{old}' is in use",
                    "remove it here, or rename the other entry",
                    ((Address(other), "used here"),) if other else (),
                )
            owners.setdefault(path, file)
    for path, page in by_hand.items():
        if path in ours:
            message = f"this page stands at '{path}', where Termloom puts a page of its own"
            yield Fault(Address(page), message, "rename or move this page")
