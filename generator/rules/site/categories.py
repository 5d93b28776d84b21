"""The shelves that the config declares, and what stands on them."""

from collections.abc import Iterator

from generator.diagnostics import Edit, Fault, FieldPath, Fix, Severity
from generator.model import Entry, Term
from generator.rules.check import Brief, Dossier, entry_rule, rule
from generator.rules.spelling import spellings, squeezed
from generator.shape import closest, did_you_mean
from generator.text import CategoryId


@entry_rule(Severity.ERROR, fixable=True)
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
    for path, category in _named(dossier.entry):
        if CategoryId(category) in known:
            continue
        at, message = dossier.at(*path), f"no category has the id '{category}'"
        meant = spellings((i, name) for i in known for name in (i, known[i].name))
        if (id := meant.get(squeezed(category))) is not None:
            fix = Fix(f"Write '{id}'", (Edit(at, id),))
            yield Fault(at, message, f"did you mean '{id}'?", fix=fix)
            continue
        hint = did_you_mean(category, list(known))
        hint = hint or "declare it in mkdocs.yml, under 'categories' of the plugin 'termloom'"
        yield Fault(at, message, hint)


def _named(entry: Entry) -> Iterator[tuple[FieldPath, CategoryId]]:
    if entry.category is not None:
        yield ("category",), entry.category
    if isinstance(entry, Term):
        yield from ((("prefer_in", number), id) for number, id in enumerate(entry.prefer_in))


@rule(Severity.WARNING)
def empty_category(brief: Brief) -> Iterator[Fault]:
    """On every category that `mkdocs.yml` declares stands a published entry.

    Readers would open a page with nothing on it, and look elsewhere the next time.

    ```yaml bad
    - config: {categories: {models: {name: Models}, money: {name: Money}}}
    - {id: token, name: Token, category: models, definition: A piece., why_it_matters: Cost.}
    - {id: price, name: Price, category: money, status: draft}
    ```

    ```yaml good
    - config: {categories: {models: {name: Models}, money: {name: Money}}}
    - {id: token, name: Token, category: models, definition: A piece., why_it_matters: Cost.}
    - {id: price, name: Price, category: money, definition: A sum., why_it_matters: Cost.}
    ```
    """
    if brief.unloaded:
        return
    known: list[str] = list(brief.config.categories)
    said = {entry.category for entry in brief.graph.glossary if entry.category is not None}
    # An entry whose category is misspelt may belong there: `unknown-category` says so.
    meant = {closest(category, known) for category in said.difference(known)}
    taken = {entry.category for entry in brief.graph.glossary if entry.is_published}
    for id in known:
        if id not in taken and id not in meant:
            yield Fault(
                brief.option("categories", id, key=True),
                f"no published entry has the category '{id}'",
                f"write 'category: {id}' in an entry, or remove the category",
            )
