"""What the config names: entries to show first, and regions."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.model import Term
from generator.rules.check import Brief, rule
from generator.shape import did_you_mean


@rule(Severity.WARNING)
def unknown_featured(brief: Brief) -> Iterator[Fault]:
    """What the home page is to show first is there, and published.

    Otherwise it is left out, and nobody is told.

    ```yaml bad
    - config: {home: {featured: [tokens]}}
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    ```

    ```yaml good
    - config: {home: {featured: [token]}}
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    ```
    """
    glossary = brief.graph.glossary
    for number, id in enumerate(brief.config.home.featured):
        at, entry = brief.option("home", "featured", number), glossary.get(id)
        if entry is None and id not in brief.unloaded:
            meant = brief.graph.resolve(id)
            near = did_you_mean(id, [*glossary.terms, *glossary.comparisons])
            hint = near if meant is None else f"did you mean '{meant}'?"
            yield Fault(at, f"no entry has the id '{id}'", hint)
        elif entry is not None and not entry.is_published:
            message = f"'{id}' is a draft, so the home page does not show it"
            yield Fault(at, message, "publish it, or name another entry")


@rule(Severity.HINT, enabled=False)
def unused_region(brief: Brief) -> Iterator[Fault]:
    """A region that `mkdocs.yml` declares is one that a note, a group or a subdivision needs.

    Off unless you switch it on: regions may be declared before the first note is written, to
    give them their order.

    ```yaml bad
    - config: {regions: {NORDICS: {name: Nordic countries, members: [DK, "NO", SE]}}}
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    ```

    ```yaml good
    - config: {regions: {NORDICS: {name: Nordic countries, members: [DK, "NO", SE]}}}
    - id: token
      name: Token
      definition: A piece of text.
      regional_notes: [{region: NORDICS, text: Prices include VAT.}]
    ```
    """
    regions = brief.config.regions
    entries = brief.graph.glossary
    noted = {n.region for e in entries if isinstance(e, Term) for n in e.regional_notes}
    members = {code for region in regions.values() for code in region.members}
    parents = {code.partition("-")[0] for code in (*noted, *regions) if "-" in code}
    for code in () if brief.unloaded else regions:
        if code not in noted | members | parents:
            yield Fault(
                brief.option("regions", code, key=True),
                f"no note is about '{code}'",
                "write one, or remove the region",
            )
