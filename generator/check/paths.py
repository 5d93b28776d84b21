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
    owners: dict[str, str] = {}
    for entry in graph.glossary:
        folder = "terms" if isinstance(entry, Term) else "comparisons"
        for number, old in enumerate(entry.former_ids):
            path = f"{folder}/{old}"
            other = graph.glossary.files.get(old) if path in site.pages else owners.get(path)
            if other is not None:
                at = graph.glossary.at(entry, "former_ids", number)
                yield (
                    PATH_TAKEN,
                    Fault(
                        at,
                        f"the former id '{old}' is in use",
                        "remove it here, or rename the other entry",
                        ((Address(other), "used here"),),
                    ),
                )
            owners.setdefault(path, graph.glossary.files[entry.id])
    for page in graph.glossary.pages:
        path = page.removeprefix(f"{project.docs}/").removesuffix(".md")
        if path in site.pages:
            yield (
                PATH_TAKEN,
                Fault(
                    Address(page),
                    f"this page stands where Termloom puts '{site.pages[path].title}'",
                    "rename or move this page",
                ),
            )
