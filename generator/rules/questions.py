"""Rules about questions, misconceptions and examples."""

import re
from collections import defaultdict
from collections.abc import Iterator

from generator.diagnostics import Address, Edit, Fault, FieldPath, Fix, Severity
from generator.graph import Graph
from generator.model import Comparison, Entry, Term
from generator.rules.check import Brief, Dossier, entry_rule, rule, term_rule
from generator.rules.wording import are_near, first_word, is_open, last_sign, repeats, words_of
from generator.text import folded

_MARKS = re.compile("[?\uff1f\u061f\u055e\u2047\u2048\u2049]|[;\u037e]$")
# What begins an English question, at the start or after a pause: 'Walk or ride: which is it'.
_ASKING = re.compile(
    r"(?:^|[,:;.\u2013\u2014-] )[\"'\u2018\u201c]?"
    r"(?:who|whom|whose|what|which|when|where|why|how|is|are|am|was|were|do|does|did|can|could"
    r"|should|would|will|shall|may|must|has|have|had|isn't|aren't|doesn't|don't|can't)\s",
    re.IGNORECASE,
)
_ARTICLES = {"a", "an", "the"}
_PUNCTUATION = "?!.,:;()\"'\u2018\u2019\u201c\u201d"
_LONGEST_LABEL = 6


@entry_rule(Severity.WARNING, fixable=True)
def question_without_question_mark(dossier: Dossier) -> Iterator[Fault]:
    """A question ends with a question mark.

    Readers, and search engines, tell questions from headings by it.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      faq: [{question: How long is one, answer: Often as long as a word.}]
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      faq: [{question: "How long is one?", answer: Often as long as a word.}]
    ```
    """
    for path, question in _questions(dossier.entry):
        sign = last_sign(question)
        if _MARKS.search(question) or not (is_open(sign) or sign in {".", "!"}):
            continue
        at, end = dossier.at(*path), len(question)
        start = end - 1 if question[-1] in ".!" else end
        mark = Edit(dossier.at(*path, span=(start, end)), "?")
        certain = _ASKING.search(question) is not None
        yield Fault(
            at,
            "this question ends without a question mark",
            "end it with '?'" if certain else "ask it as a reader would, and end it with '?'",
            fix=Fix("Add the question mark", (mark,)) if certain else None,
        )


@entry_rule(Severity.WARNING)
def answer_repeats_question(dossier: Dossier) -> Iterator[Fault]:
    """An answer begins with the answer.

    The question stands right above it; whoever reads it twice has waited once for nothing.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      faq: [{question: "How long is a token?", answer: "How long is a token? As long as a word."}]
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      faq: [{question: "How long is a token?", answer: "A token is about as long as a word."}]
    ```
    """
    for path, question, answer in _answers(dossier.entry):
        if first_word(question) != first_word(answer):
            continue  # Most answers need not be parsed.
        asked, said = _without_articles(question), _without_articles(answer)
        if len(asked) > 1 and said[: len(asked)] == asked:
            message, hint = "this answer begins with the question", "begin with the answer"
            yield Fault(dossier.at(*path), message, hint)


@term_rule(Severity.WARNING)
def misconception_equals_reality(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """What is the case differs from what people believe.

    One of the two was probably pasted into the other's place. Only the same words count as the
    same, articles aside, since a single 'not' makes all the difference.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      misconceptions: [{misconception: A token is a word., reality: "A token is *a word*."}]
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      misconceptions: [{misconception: A token is a word., reality: A token is not a word.}]
    ```
    """
    for number, pair in enumerate(term.misconceptions):
        if not are_near(pair.misconception, pair.reality):
            continue
        believed = _without_articles(pair.misconception)
        if believed and believed == _without_articles(pair.reality):
            yield Fault(
                dossier.at("misconceptions", number, "reality"),
                "this reality says the same as its misconception",
                "say what is the case instead",
                ((dossier.at("misconceptions", number, "misconception"), "the misconception"),),
            )


@term_rule(Severity.WARNING)
def example_repeats_definition(term: Term, dossier: Dossier) -> Iterator[Fault]:
    """An example shows the term in use.

    The definition in its place shows nothing that the reader has not seen at the top.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of text., examples: [A piece of text]}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., examples: [The word 'un-do' has two.]}
    ```
    """
    for number, example in enumerate(term.examples):
        if term.definition and repeats(example.text, term.definition):
            yield Fault(
                dossier.at("examples", number, "text"),
                "this example repeats the definition",
                "show where one meets it, or what somebody says",
                ((dossier.at("definition"), "the definition"),),
            )


@rule(Severity.HINT)
def duplicate_question(brief: Brief) -> Iterator[Fault]:
    """A question is answered in one place.

    Two answers to one question drift apart. In two entries only a question that names an entry
    counts as the same: 'What does it cost?' is another one on every page. It is advice alone, as
    a reader of either page may be glad of the answer.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      faq: [{question: "How long is a token?", answer: As long as a word.}]
    - id: word
      name: Word
      definition: What a dictionary lists.
      faq: [{question: "How long is a token?", answer: Shorter than a word.}]
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      faq: [{question: "How long is it?", answer: As long as a word.}]
    - id: word
      name: Word
      definition: What a dictionary lists.
      faq: [{question: "How long is it?", answer: As long as its letters.}]
    ```
    """
    glossary = brief.graph.glossary
    asked: dict[tuple[str, ...], list[tuple[str, str, Address]]] = defaultdict(list)
    for entry in glossary:
        for path, question in _questions(entry):
            place = (entry.id, question, glossary.at(entry, *path))
            asked[words_of(question)].append(place)
    for words, places in asked.items():
        if not words or len(places) == 1:
            continue
        in_two = len({id for id, _, _ in places}) > 1
        names_an_entry = in_two and _names_an_entry(places[0][1], brief.graph)
        first: dict[str, Address] = {}
        for id, _, at in places:
            if id in first:
                yield _asked_before(at, "this question is asked twice in this entry", first[id])
            elif first and names_an_entry:
                other, before = next(iter(first.items()))
                yield _asked_before(at, f"the entry '{other}' answers this question too", before)
            first.setdefault(id, at)


def _without_articles(text: str) -> list[str]:
    return [word for word in words_of(text) if word not in _ARTICLES]


def _asked_before(at: Address, message: str, before: Address) -> Fault:
    hint = "answer it in one place, and link to it from the other"
    return Fault(at, message, hint, ((before, "asked here too"),))


def _questions(entry: Entry) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(entry, Comparison):
        yield ("question",), entry.question
    elif isinstance(entry, Term):
        for number, asked in enumerate(entry.faq):
            yield ("faq", number, "question"), asked.question


def _answers(entry: Entry) -> Iterator[tuple[FieldPath, str, str]]:
    if isinstance(entry, Comparison) and entry.summary:
        yield ("summary",), entry.question, entry.summary
    elif isinstance(entry, Term):
        for number, asked in enumerate(entry.faq):
            yield ("faq", number, "answer"), asked.question, asked.answer


def _names_an_entry(question: str, graph: Graph) -> bool:
    """Return whether any words in a row are a label, in the singular or the plural."""
    words = [word.strip(_PUNCTUATION) for word in folded(question).split()]
    starts = range(len(words))
    phrases = (" ".join(words[at : at + n]) for at in starts for n in range(1, _LONGEST_LABEL + 1))
    return any(p in graph.labels or p.removesuffix("s") in graph.labels for p in phrases)
