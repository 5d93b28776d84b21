"""Rules about what stands between the markup."""

import re
from collections.abc import Iterator
from operator import eq

from generator.diagnostics import Edit, Fault, Fix, Severity
from generator.graph import Passage
from generator.prose import Run
from generator.rules.check import Dossier, entry_rule
from generator.rules.prose.suspects import surveyed, words_in

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]{2,}|a)(?:\s+\1)+(?![\w'’-])", re.IGNORECASE)
# Words that stand twice in good English, French and German.
_FINE_TWICE = re.compile(
    "had|that|is|was|do|did|can|will|her|in|on|so|very|no|yes|bye|blah|ha|now|well|there|more"
    "|nous|vous|die|der|das|den|dem|sie|ihr",
    re.IGNORECASE,
)
_URL = re.compile(r"(?<![\w/.])https?://[\w-]+(?:\.[\w-]+)+[^\s<>]*", re.IGNORECASE)
_AFTER_URL = frozenset("?!.,:;*_~'\"’”»›…|")
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def _runs(dossier: Dossier, passage: Passage) -> Iterator[Run]:
    for block in dossier.survey(passage).blocks:
        yield from block.runs()


@entry_rule(Severity.WARNING, fixable=True)
def bare_url(dossier: Dossier) -> Iterator[Fault]:
    """A web address in prose is a link.

    In Markdown an address alone is mere text: nobody can follow it.

    ```yaml bad
    - {id: token, name: Token, definition: A piece., analogy: "See https://example.org."}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece., analogy: "See <https://example.org>."}
    ```
    """
    for passage, _ in surveyed(dossier, re.compile("://").search):
        for run in _runs(dossier, passage):
            if run.is_linked:
                continue
            for found in _URL.finditer(run.text):
                url = _trimmed(found.group())
                span = run.span(found.start(), found.start() + len(url))
                at = dossier.at(*passage.path, span=span)
                message = f"the address '{url}' is no link"
                if _is_whole(passage.prose, span, url):
                    fix = Fix("Make the address a link", (Edit(at, f"<{url}>"),))
                    hint = f"write '<{url}>', or '[words]({url})'"
                    yield Fault(at, message, hint, fix=fix)
                else:
                    yield Fault(at, message, "put the whole address between '<' and '>'")


def _trimmed(url: str) -> str:
    """Return the address without what belongs to the sentence around it."""
    while url[-1] in _AFTER_URL or (
        url[-1] in _BRACKETS and url.count(url[-1]) > url.count(_BRACKETS[url[-1]])
    ):
        url = url[:-1]
    return url


def _is_whole(prose: str, span: tuple[int, int], url: str) -> bool:
    """Return whether the address surely ends where it seems to, and not at markup within it."""
    before, after = prose[: span[0]][-1:], prose[span[1] :][:1]
    ends = not after or after.isspace() or after in "?!.,:;'\"’”»›…|)]}" or after == before
    return ends and prose[span[0] : span[1]] == url


@entry_rule(Severity.WARNING, fixable=True)
def repeated_word(dossier: Dossier) -> Iterator[Fault]:
    """No word stands twice in a row.

    Nobody sees it while writing, least of all where a line ends in between; readers do.

    ```yaml bad
    - {id: token, name: Token, definition: A piece of of text., why_it_matters: Cost.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A piece of text., why_it_matters: All that that costs.}
    ```
    """
    for passage, _ in surveyed(dossier, _may_repeat):
        for run in _runs(dossier, passage):
            for found in _TWICE.finditer(run.text):
                first, *others = found.group().split()
                # Names such as Wagga Wagga are written with a capital.
                if _FINE_TWICE.fullmatch(first) or not all(word.islower() for word in others):
                    continue
                at = dossier.at(*passage.path, span=run.span(*found.span()))
                fix = Fix(f"Write '{first}' once", (Edit(at, first),))
                yield Fault(at, f"'{first}' stands here twice", "remove one", fix=fix)


def _may_repeat(prose: str) -> bool:
    words = words_in(prose)
    return any(map(eq, words, words[1:]))
