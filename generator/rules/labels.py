"""Rules about labels."""

from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Address, Fault, Severity
from generator.model import Term
from generator.rules.check import Brief, rule
from generator.text import folded


@rule(Severity.ERROR)
def ambiguous_label(brief: Brief) -> Iterator[Fault]:
    """A name, alias or abbreviation belongs to one entry.

    A reference by label could otherwise mean either, and readers would find two answers to
    one question. Decide which entry owns the label; the other may list it under `avoid`.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    - {id: key, name: API key, aliases: [token], definition: A secret., why_it_matters: Keep it.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    - {id: key, name: API key, definition: A secret., why_it_matters: Keep it.}
    ```
    """
    claims: dict[str, list[tuple[Address, str, str]]] = defaultdict(list)
    for entry in brief.graph.glossary:
        owned = _labels(entry) if isinstance(entry, Term) else [(("name",), entry.name)]
        for path, label in owned:
            claims[folded(label)].append((brief.graph.glossary.at(entry, *path), label, entry.id))
    for claimed in claims.values():
        first_at, _, first_id = claimed[0]
        for at, label, id in claimed[1:]:
            if id != first_id:
                yield Fault(
                    at,
                    f"'{label}' also names the entry '{first_id}'",
                    "keep the label in one of the two entries",
                    ((first_at, "claimed here too"),),
                )


def _labels(term: Term) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("name",), term.name
    if term.abbreviation:
        yield ("abbreviation",), term.abbreviation
    for number, alias in enumerate(term.aliases):
        yield ("aliases", number), alias
