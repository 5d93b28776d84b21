"""Rules about the site as a whole: what stands where, and what nobody would find."""

from collections.abc import Iterator

from generator.diagnostics import Address, Fault, Severity
from generator.layout import page_path, path_of, paths
from generator.model import Term
from generator.rules.check import Brief, Dossier, entry_rule, rule, term_rule
from generator.shape import did_you_mean
from generator.text import CategoryId


@entry_rule(Severity.ERROR)
def unknown_category(dossier: Dossier) -> Iterator[Fault]:
    """A category is one that `mkdocs.yml` declares.

    Otherwise a misspelt category would make a shelf of its own, with one term on it.

    ```yaml bad
    - {id: token, name: Token, category: modells, definition: A piece., why_it_matters: Cost.}
    ```

    ```yaml good
    - {id: token, name: Token, category: models, definition: A piece., why_it_matters: Cost.}
    ```
    """
    known = dossier.config.categories
    category = dossier.entry.category
    if category is None or CategoryId(category) in known:
        return
    hint = did_you_mean(category, list(known))
    hint = hint or "declare it in mkdocs.yml, under 'categories' of the plugin 'termloom'"
    yield Fault(dossier.at("category"), f"no category has the id '{category}'", hint)


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
