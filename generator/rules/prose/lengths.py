"""Rules about long sentences and paragraphs, for those who want them."""

import re
from collections.abc import Callable, Iterator

from generator.diagnostics import Fault, Severity
from generator.prose import Shape, sentences
from generator.rules.check import Dossier, entry_rule
from generator.rules.prose.suspects import surveyed

_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")


def _longer_than(most: int) -> Callable[[str], bool]:
    return lambda prose: len(_WORD.findall(prose)) > most


@entry_rule(Severity.HINT, enabled=False)
def long_sentence(dossier: Dossier) -> Iterator[Fault]:
    """A sentence has at most 35 words, or as many as the config allows.

    A reader has to keep the beginning in mind until the end comes. Tables, headings and code
    do not count.

    ```yaml bad
    - id: token
      name: Token
      definition: A piece of text.
      why_it_matters: >-
        You pay for it, and here is one clause more, and here is one clause more, and here is
        one clause more, and here is one clause more, and here is one clause more, and then it
        ends.
    ```

    ```yaml good
    - id: token
      name: Token
      definition: A piece of text.
      why_it_matters: >-
        You pay for it. Here is one sentence more. Here is one sentence more. Here is one
        sentence more, e.g. this one. Here is one sentence more. Here is one sentence more.
        Here is one sentence more. Then it ends.
    ```
    """
    most = dossier.limits.sentence_words
    for passage, found in surveyed(dossier, _longer_than(most)):
        for block in found.blocks:
            if block.shape is not Shape.PARAGRAPH:
                continue
            text = block.whole.text
            for start, end in sentences(text):
                words = len(_WORD.findall(text, start, end))
                if words > most:
                    yield Fault(
                        dossier.at(*passage.path, span=block.whole.span(start, end)),
                        f"this sentence has {words} words; at most {most} are allowed",
                        "make two sentences of it",
                    )


@entry_rule(Severity.HINT, enabled=False)
def long_paragraph(dossier: Dossier) -> Iterator[Fault]:
    """A paragraph has at most 120 words, or as many as the config allows.

    On a telephone a longer one fills the screen, and nobody sees where it is going. Tables,
    headings and code do not count.

    ```yaml bad
    - config: {limits: {paragraph_words: 5}}
    - {id: token, name: Token, definition: A piece., analogy: Crumbs of a loaf of bread.}
    ```

    ```yaml good
    - config: {limits: {paragraph_words: 5}}
    - {id: token, name: Token, definition: A piece., analogy: "Crumbs.\\n\\nThey make a loaf."}
    ```
    """
    most = dossier.limits.paragraph_words
    for passage, found in surveyed(dossier, _longer_than(most)):
        for block in found.blocks:
            words = len(_WORD.findall(block.whole.text))
            if block.shape is Shape.PARAGRAPH and words > most:
                yield Fault(
                    dossier.at(*passage.path, span=(block.start, block.end)),
                    f"this paragraph has {words} words; at most {most} are allowed",
                    "make two paragraphs of it",
                )
