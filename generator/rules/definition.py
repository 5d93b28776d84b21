"""Rules about definitions."""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Address, Edit, Fault, Fix, Severity
from generator.graph import Graph
from generator.model import Term
from generator.prose import to_text
from generator.rules.check import Brief, Dossier, rule, term_rule
from generator.rules.circles import circles
from generator.rules.wording import is_open, last_sign, repeats
from generator.text import folded

_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")
_CONTINUED = re.compile(r"\w|['\u2019-]\w")
# A first sentence that is a question, and does not merely quote one.
_QUESTION = re.compile(r"[^.!?:\"'\u2018\u2019\u201c\u201d\u00ab(]*[?\uff1f\u061f](?:\s|$)")
# What may end without a full stop: a list, table, quotation, heading, code block or address on
# the last line, code, and a picture.
_LAST_LINE = re.compile(
    r"(?:^|\n) {0,3}(?:[-+*]\s|\d+[.)]\s|[|>]|#{1,6}\s|~~~|\[[^\]]*\]:)[^\n]*$"
    r"|`[*_~)]*$"
    r"|!\[[^\]]*\](?:\([^)]*\)|\])?$"
)
# A reference in words that set it apart is not what the definition rests on.
_APART = re.compile(
    r"\b(?:unlike|not|rather than|other than|instead of|in contrast (?:to|with)|as opposed to|"
    r"compared (?:to|with)|different from|distinct from|see|see also|cf\.)(?:\s(?:an?|the))?\s$",
    re.IGNORECASE,
)


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


@rule(Severity.WARNING)
def circular_definition(brief: Brief) -> Iterator[Fault]:
    """A definition does not rest on the term itself, neither at once nor by way of others.

    A definition takes the place of the name (ISO 704), so a name that begins it says nothing.
    Two terms that are each defined by the other leave readers going in circles: let one of
    them stand on its own. A contrast, such as `unlike [[udp]]`, is no circle.

    ```yaml bad
    - {id: token, name: Token, definition: A token is a piece of text., analogy: Crumbs.}
    ```

    ```yaml bad
    - {id: prompt, name: Prompt, definition: "What one writes to get an [[answer]].", analogy: A.}
    - {id: answer, name: Answer, definition: "What comes back after a [[prompt]].", analogy: B.}
    ```

    ```yaml good
    - {id: prompt, name: Prompt, definition: "What one writes to get an [[answer]].", analogy: A.}
    - {id: answer, name: Answer, definition: Text that a model writes., analogy: B.}
    ```
    """
    glossary, ways = brief.graph.glossary, _mentioned(brief.graph)
    for term in glossary.terms.values():
        label = _first_label(term)
        if label is not None:
            # The first word may be a reference to the entry itself: one complaint is enough.
            ways[term.id].pop(term.id, None)
            yield Fault(
                glossary.at(term, "definition"),
                f"this definition begins with '{label}', the thing to be defined",
                "begin with what kind of thing it is: 'A … that …'",
            )
    for circle in circles(ways):
        (source, target), *others = circle.ways
        message, hint = f"these definitions form a circle: {circle}", "let one stand on its own"
        if circle.length == 1:
            message = f"this definition rests on '{source}', the thing to be defined"
            hint = "say what it is without the term itself"
        related = tuple((ways[a][b], f"'{a}' rests on '{b}'") for a, b in others)
        yield Fault(ways[source][target], message, hint, related)


@term_rule(Severity.WARNING)
def definition_is_question(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A definition is a statement.

    It stands below the name, in cards and in search results, where the reader has asked already.
    A question that readers ask belongs to `faq`.

    ```yaml bad
    - {id: token, name: Token, definition: "What is it? A piece of text.", analogy: Crumbs.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., analogy: Crumbs.}
    ```
    """
    definition = term.definition or ""
    if "?" not in definition and "\uff1f" not in definition and "\u061f" not in definition:
        return
    text = to_text(definition)
    if _QUESTION.match(text) or text.endswith(("?", "\uff1f", "\u061f")):
        hint = "say what it is; a question belongs to 'faq'"
        yield Fault(dossier.at("definition"), "this definition asks a question", hint)


@term_rule(Severity.HINT, fixable=True)
def definition_without_full_stop(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A definition ends as a sentence does.

    It is followed by others, in cards and lists; without a stop it looks cut off.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text, analogy: Crumbs.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., analogy: Crumbs.}
    ```
    """
    definition = (term.definition or "").rstrip()
    # Only a few ends need Markdown to be parsed.
    if not definition or definition[-1] in ".!?…" or _LAST_LINE.search(definition):
        return
    if is_open(last_sign(to_text(definition))):
        end = len(definition)
        last = re.search(r"\S+$", definition)
        start = last.start() if last else 0
        stop = Edit(dossier.at("definition", span=(end, end)), ".")
        yield Fault(
            dossier.at("definition", span=(start, end)),
            "this definition ends without a full stop",
            "end it with '.'",
            fix=Fix("Add the full stop", (stop,)),
        )


@term_rule(Severity.WARNING)
def definition_repeats_summary(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """A summary says more than the definition.

    The one stands right below the other; the same words twice are read once, with a sigh.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., summary: "A **piece** of text"}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., summary: Prices are counted in them.}
    ```
    """
    if term.definition and term.summary and repeats(term.summary, term.definition):
        yield Fault(
            dossier.at("summary"),
            "this summary repeats the definition",
            "say more in it, or remove it",
            ((dossier.at("definition"), "the definition"),),
        )


def _first_label(term: Term) -> str | None:
    """Return the label that a definition begins with, as whole words."""
    start = _ARTICLE.sub("", " ".join(to_text(term.definition or "").split()))
    low = folded(start)
    for label in term.labels:
        # 'It is …' does not begin with IT.
        text, known = (start, label) if label.isupper() else (low, folded(label))
        if text.startswith(known) and not _CONTINUED.match(text[len(known) :]):
            return label
    return None


def _mentioned(graph: Graph) -> dict[str, dict[str, Address]]:
    """Return the terms that a definition rests on, each with its first reference."""
    ways: dict[str, dict[str, Address]] = defaultdict(dict)
    for link in graph.links:
        if link.at.path != ("definition",) or link.at.span is None:
            continue
        source, target = graph.glossary.get(link.source), link.resolved
        if isinstance(source, Term) and target in graph.glossary.terms:
            before = (source.definition or "")[: link.at.span[0]]
            if not _APART.search(before):
                ways[source.id].setdefault(str(target), link.at)
    return ways
