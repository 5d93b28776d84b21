"""Who owns which path of the site."""

from collections.abc import Iterator

from generator.diagnostics import Address, Fault, Rule, Severity
from generator.graph import Graph
from generator.model import Term
from generator.project import Project
from generator.site import Site

PATH_TAKEN = Rule(
    "path-taken",
    Severity.ERROR,
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
""",
)
RULES = (PATH_TAKEN,)


def collisions(graph: Graph, site: Site, project: Project) -> Iterator[tuple[Rule, Fault]]:
    """Yield what two owners claim."""
    by_hand = {_path(page, project.docs): page for page in graph.glossary.pages}
    owners: dict[str, str | None] = {**by_hand, **{p.path: p.source for p in site.pages.values()}}
    for entry in graph.glossary:
        folder = "terms" if isinstance(entry, Term) else "comparisons"
        file = graph.glossary.files[entry.id]
        path = f"{folder}/{entry.id}"
        if entry.is_published and site.pages[path].source != file:
            at = graph.glossary.at(entry, "name")
            message = f"'{path}' is the address of the page '{site.pages[path].title}'"
            yield PATH_TAKEN, Fault(at, message, "give the entry's file another name")
        for number, old in enumerate(entry.former_ids):
            path = f"{folder}/{old}"
            if path in owners:
                at = graph.glossary.at(entry, "former_ids", number)
                other = owners[path]
                related = ((Address(other), "used here"),) if other else ()
                hint = "remove it here, or rename the other entry"
                yield PATH_TAKEN, Fault(at, f"the former id '{old}' is in use", hint, related)
            owners.setdefault(path, file)
    for path, page in by_hand.items():
        if path in site.pages:
            message = f"this page stands where Termloom puts '{site.pages[path].title}'"
            yield PATH_TAKEN, Fault(Address(page), message, "rename or move this page")


def _path(page: str, docs: str) -> str:
    """Return the path of a hand-written page in the site; MkDocs takes `README.md` for an index."""
    folder, slash, name = page.removeprefix(f"{docs}/").removesuffix(".md").rpartition("/")
    return f"{folder}{slash}{'index' if name == 'README' else name}"
