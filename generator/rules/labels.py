"""Rules about labels."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from generator.diagnostics import Address, Edit, Fault, FieldPath, Fix, Severity
from generator.model import Entry, Term
from generator.rules.check import Brief, Dossier, entry_rule, rule, term_rule
from generator.text import folded

Label: TypeAlias = tuple[FieldPath, str]

_MINOR = {"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"}


@rule(Severity.ERROR)
def ambiguous_label(brief: Brief) -> Iterator[Fault]:
    """A name, alias or abbreviation belongs to one entry.

    A reference by label could otherwise mean either, and readers would find two answers to
    one question. Decide which entry owns the label; the other may list it under `avoid`, with
    a link to the owner in `because`.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    - {id: key, name: API key, aliases: [token], definition: A secret., why_it_matters: Keep it.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    - id: key
      name: API key
      avoid: [{label: token, because: "That is a [[token|piece of text]]."}]
      definition: A secret.
      why_it_matters: Keep it.
    ```
    """
    for owners in _owners(brief).values():
        (first_id, (first_at, _)), *others = owners.items()
        for at, label in (claim for _, claim in others):
            yield Fault(
                at,
                f"'{label}' also names the entry '{first_id}'",
                "keep the label in one of the two; the other may list it under 'avoid', and "
                "link to the first in 'because'",
                ((first_at, "claimed here too"),),
            )


@entry_rule(Severity.WARNING, fixable=True)
def repeated_label(dossier: Dossier) -> Iterator[Fault]:
    """A label stands in one place of its entry.

    Twice, it is shown to readers twice. And a label that is both used and to be avoided leaves
    writers without an answer; there, capitals make a difference.

    ```yaml bad
    - {id: rag, name: Retrieval, aliases: [retrieval], definition: A search., analogy: A library.}
    ```

    ```yaml good
    - {id: rag, name: Retrieval, aliases: [Lookup], definition: A search., analogy: A library.}
    ```
    """
    entry = dossier.entry
    yield from _repeated(entry.tags, "tags", dossier, key=folded)
    if isinstance(entry, Term):
        yield from _repeated(entry.forms, "forms", dossier, key=_spelling)
        yield from _repeated_names(entry, dossier)
        yield from _both_used_and_avoided(entry, dossier)


@term_rule(Severity.WARNING, fixable=True)
def abbreviation_in_aliases(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A short form of the initials is the `abbreviation`, not an alias.

    In prose an abbreviation counts only as it is written, an alias in any: 'IT' as an alias
    would be found in every 'it'.

    ```yaml bad
    - id: gpu
      name: Graphics processing unit
      aliases: [GPU, Graphics card]
      definition: A chip that does many small sums at once.
      analogy: A choir.
    ```

    ```yaml good
    - id: gpu
      name: Graphics processing unit
      abbreviation: GPU
      aliases: [Graphics card]
      definition: A chip that does many small sums at once.
      analogy: A choir.
    ```
    """
    if term.abbreviation is not None:
        return
    phrases = (term.name, *term.aliases)
    found = [
        (number, alias)
        for number, alias in enumerate(term.aliases)
        if _is_short(alias) and any(_abbreviates(alias, phrase) for phrase in phrases)
    ]
    if found:
        number, alias = found[0]
        at, certain = dossier.at("aliases", number), len({alias for _, alias in found}) == 1
        moved = (Edit(at, None), Edit(dossier.at("abbreviation"), alias))
        yield Fault(
            at,
            f"'{alias}' is an abbreviation, listed as an alias",
            f"write 'abbreviation: {alias}' instead",
            fix=Fix(f"Move '{alias}' to 'abbreviation'", moved) if certain else None,
        )


@rule(Severity.WARNING)
def avoided_label_in_use(brief: Brief) -> Iterator[Fault]:
    """Advice against a label links to the entry that owns the label.

    The label is wrong here and right there. Without a link in `because`, readers cannot see
    the difference.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    - id: key
      name: API key
      avoid: [{label: Token, because: It means something else.}]
      definition: A secret.
      why_it_matters: Keep it.
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    - id: key
      name: API key
      avoid: [{label: Token, because: "A [[token]] is a piece of text."}]
      definition: A secret.
      why_it_matters: Keep it.
    ```
    """
    glossary, owners = brief.graph.glossary, _owners(brief)
    linked = {
        (link.source, link.at.path, link.resolved)
        for link in brief.graph.links
        if link.at.path[:1] == ("avoid",)
    }
    for term in glossary.terms.values():
        for number, avoided in enumerate(term.avoid):
            found = owners.get(folded(avoided.label), {})
            path = ("avoid", number, "because")
            if term.id in found or any((term.id, path, id) in linked for id in found):
                continue
            # A draft has no page that readers could be led to.
            shown = [id for id in found if (other := glossary.get(id)) and other.is_published]
            for id in shown[:1]:
                yield Fault(
                    glossary.at(term, "avoid", number, "label"),
                    f"'{avoided.label}' is to be avoided here, but names the entry '{id}'",
                    f"link to [[{id}]] in 'because'",
                    ((found[id][0], "used here"),),
                )


def _owners(brief: Brief) -> dict[str, dict[str, tuple[Address, str]]]:
    """Return the entries that claim a folded label, each with its first claim."""
    owners: dict[str, dict[str, tuple[Address, str]]] = defaultdict(dict)
    for entry in brief.graph.glossary:
        for path, label in _labels(entry):
            claim = (brief.graph.glossary.at(entry, *path), label)
            owners[folded(label)].setdefault(entry.id, claim)
    return owners


def _labels(entry: Entry) -> Iterator[Label]:
    yield ("name",), entry.name
    if isinstance(entry, Term):
        if entry.abbreviation:
            yield ("abbreviation",), entry.abbreviation
        for number, alias in enumerate(entry.aliases):
            yield ("aliases", number), alias


def _repeated(
    labels: Iterable[str], field: str, dossier: Dossier, *, key: Callable[[str], str]
) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, label in enumerate(labels):
        first = seen.setdefault(key(label), number)
        if first != number:
            yield _repetition(dossier, ((field, first), "first here"), ((field, number), label))


def _repeated_names(term: Term, dossier: Dossier) -> Iterator[Fault]:
    seen: dict[str, Label] = {}
    for path, label in _labels(term):
        first_path, first = seen.setdefault(folded(label), (path, label))
        if first_path == path:
            continue
        strict = first_path == ("abbreviation",) or first.isupper()
        if strict and _spelling(first) != _spelling(label):
            # In prose this spelling would not count without it, which may be the reason.
            message = f"'{label}' is '{first}' in other capitals"
            hint = "remove it; a spelling that is to count in prose belongs to 'forms'"
            yield Fault(dossier.at(*path), message, hint)
        else:
            yield _repetition(dossier, (first_path, "first here"), (path, label))


def _repetition(dossier: Dossier, first: Label, repeated: Label) -> Fault:
    at, label = dossier.at(*repeated[0]), repeated[1]
    return Fault(
        at,
        f"the label '{label}' stands twice in this entry",
        "remove this one",
        ((dossier.at(*first[0]), first[1]),),
        Fix(f"Remove the repeated '{label}'", (Edit(at, None),)),
    )


def _both_used_and_avoided(term: Term, dossier: Dossier) -> Iterator[Fault]:
    forms = ((("forms", number), form) for number, form in enumerate(term.forms))
    used = {_normal(label): path for path, label in (*forms, *_labels(term))}
    for number, avoided in enumerate(term.avoid):
        label = _normal(avoided.label)
        here: FieldPath = ("avoid", number, "label")
        other = used.setdefault(label, here)
        if other != here:
            how = "to be avoided twice" if other[0] == "avoid" else "both used and to be avoided"
            message = f"the label '{avoided.label}' is {how}"
            related = ((dossier.at(*other), "the other"),)
            yield Fault(dossier.at(*here), message, "keep one of the two", related)


def _normal(label: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", label).split())


def _spelling(label: str) -> str:
    """Return what is the same for two spellings that differ at most in the first letter's size.

    Further capitals make a difference in prose.
    """
    normal = _normal(label)
    return normal[:1].casefold() + normal[1:]


def _is_short(label: str) -> bool:
    return 2 <= len(label) <= 6 and label.isupper() and label.replace("&", "").isalnum()


def _abbreviates(short: str, phrase: str) -> bool:
    """Return whether a short form has the initials of a phrase, with or without minor words."""
    words = re.findall(r"\w+", phrase.casefold())
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    major = [word for word in words if word not in _MINOR]
    return len(letters) > 1 and letters in ([w[0] for w in words], [w[0] for w in major])
