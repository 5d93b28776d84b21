"""Rules about regional notes."""

from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.model import Term, leaves
from generator.model.regions import Regions
from generator.rules.check import Dossier, term_rule
from generator.shape import did_you_mean
from generator.text import RegionCode


@term_rule(Severity.ERROR)
def unknown_region(term: Term, dossier: Dossier) -> Iterator[Fault]:
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
    regions = Regions.of(dossier.config)
    for path, value in leaves(term.regional_notes, ("regional_notes",)):
        if isinstance(value, RegionCode) and value not in regions:
            hint = did_you_mean(value, regions.known())
            hint = hint or "use an ISO 3166 code, or declare a group in mkdocs.yml"
            yield Fault(dossier.at(*path), f"'{value}' is no region that we know", hint)
