"""Rules about regional notes."""

from collections.abc import Iterator

from generator.diagnostics import Edit, Fault, Fix, Severity
from generator.model import Term, leaves
from generator.model.regions import Regions
from generator.rules.check import Dossier, term_rule
from generator.rules.law import law_in
from generator.shape import did_you_mean
from generator.text import RegionCode, folded


@term_rule(Severity.ERROR, fixable=True)
def unknown_region(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A region is an ISO 3166 code, or a group that `mkdocs.yml` declares.

    Readers choose a region by its name, and only known codes have one.

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
            at, meant = dossier.at(*path), regions.meant(value)
            hint = f"did you mean '{meant}'?" if meant else did_you_mean(value, regions.known())
            hint = hint or "use an ISO 3166 code, or declare a group in mkdocs.yml"
            fix = Fix(f"Write '{meant}'", (Edit(at, meant),)) if meant else None
            yield Fault(at, f"'{value}' is no region that we know", hint, fix=fix)


@term_rule(Severity.WARNING)
def repeated_regional_note(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """Two notes for one region differ in their audience or their title.

    They stand one below the other, and readers must see which one is meant for them.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      regional_notes: [{region: AU, text: Prices include GST.}, {region: AU, text: Ask for a bill.}]
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      regional_notes:
        - {region: AU, text: Prices include GST.}
        - {region: AU, audience: Small businesses, text: Ask for a bill.}
    ```
    """
    seen: dict[tuple[str, str, str], int] = {}
    for number, note in enumerate(term.regional_notes):
        key = (note.region, folded(note.audience or ""), folded(note.title or ""))
        first = seen.setdefault(key, number)
        if first != number:
            whom = f" and '{note.audience}'" if note.audience else ""
            yield Fault(
                dossier.at("regional_notes", number, "region"),
                f"this is another note for '{note.region}'{whom}, under the same heading",
                "join the two, or say for whom or about what each is: 'audience' or 'title'",
                ((dossier.at("regional_notes", first, "region"), "the first one"),),
            )


@term_rule(Severity.WARNING)
def undated_law(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A note that speaks of the law gives a source, or the day somebody checked it.

    Laws change, and what was one rule last year may cost a reader dearly now. A review of the
    whole entry counts too. Only English words are recognised.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      regional_notes: [{region: AU, text: The Privacy Act 1988 applies.}]
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      regional_notes: [{region: AU, text: The Privacy Act 1988 applies., reviewed: 2026-11-21}]
    ```
    """
    if term.reviewed is not None:
        return
    for number, note in enumerate(term.regional_notes):
        if note.sources or note.reviewed is not None:
            continue
        for field, text in (("title", note.title or ""), ("text", note.text)):
            span = law_in(text)
            if span is not None:
                law = " ".join(text[slice(*span)].split())
                yield Fault(
                    dossier.at("regional_notes", number, field, span=span),
                    f"this note speaks of '{law}', but gives neither a source nor a date",
                    "name the law under 'sources', or add 'reviewed: …' with the day",
                )
                break
