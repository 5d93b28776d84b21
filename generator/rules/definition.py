"""Rules about definitions."""

import re
from collections.abc import Iterator

from generator.diagnostics import Fault, Severity
from generator.model import Term
from generator.prose import to_text
from generator.rules.check import Dossier, term_rule
from generator.text import folded

_ARTICLE = re.compile(r"^(a|an|the) ")
_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")


@term_rule(Severity.WARNING)
def definition_too_long(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A definition has at most 60 words, or as many as the config allows.

    It stands in cards, lists and search results, where nobody reads a paragraph. What does
    not fit belongs into the explanation.

    ```yaml bad
    - id: token
      name: Token
      definition: >-
        A piece of text, and here is one clause more, and here is one clause more, and here
        is one clause more, and here is one clause more, and here is one clause more, and
        here is one clause more, and here is one clause more, and here is one clause more,
        and here is one clause more, and here is one clause more, and then it ends.
      why_it_matters: You pay by it.
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    ```
    """
    most = dossier.limits.definition_words
    words = len(_WORD.findall(to_text(term.definition or "")))
    if words > most:
        yield Fault(
            dossier.at("definition"),
            f"this definition has {words} words; at most {most} are allowed",
            "keep what it is; move what it is good for to another section",
        )


@term_rule(Severity.WARNING)
def circular_definition(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A definition does not begin with the term's own name.

    A definition takes the place of the name (ISO 704), so the name in it says nothing.
    Begin with what kind of thing it is.

    ```yaml bad
    - id: token
      name: Token
      definition: A token is a piece of text.
      why_it_matters: You pay by it.
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: You pay by it.}
    ```
    """
    start = _ARTICLE.sub("", folded(to_text(term.definition or "")))
    label = next((label for label in term.labels if _begins(start, folded(label))), None)
    if label is not None:
        yield Fault(
            dossier.at("definition"),
            f"this definition begins with '{label}', the thing to be defined",
            "begin with what kind of thing it is: 'A … that …'",
        )


def _begins(text: str, label: str) -> bool:
    """Return whether a text begins with a label, as whole words."""
    return text.startswith(label) and re.match(r"\w", text[len(label) :]) is None
