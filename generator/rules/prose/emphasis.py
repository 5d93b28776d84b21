"""Rules about bold and italic."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import Fault, Severity
from generator.prose import Run, Survey
from generator.rules.check import Dossier, entry_rule
from generator.rules.prose.suspects import surveyed

_MARK = re.compile(r"\*\*|__")
# Most bold words are plainly so, and need not be parsed.
_BOLD = re.compile(
    r"(?:\*\*(?=\w)|(?<!\w)\*\*(?=[^\s*]))"
    r"(?:[^*\n]|\n(?!\s*\n))+?"
    r"(?:(?<=\w)\*\*(?!\*)|(?<!\s)\*\*(?![\w*]))"
)
_BEFORE_OPENING = "([\"'“‘«„—–"
_AFTER_CLOSING = ".,;:!?)]\"'”’»"
_LETTERS = re.compile(r"[^\W\d_]{2}")


@entry_rule(Severity.WARNING)
def unbalanced_emphasis(dossier: Dossier) -> Iterator[Fault]:
    """What begins bold or italic ends so.

    Otherwise the marks stand on the page as characters.

    ```yaml bad
    - {id: token, name: Token, definition: A **piece of text., why_it_matters: Cost.}
    ```

    ```yaml good
    - {id: token, name: Token, definition: A **piece** of text., why_it_matters: Cost.}
    ```
    """
    for passage, found in surveyed(dossier, _may_be_stray):
        for start, end in _wrong(found, passage.prose):
            mark = passage.prose[start:end]
            yield Fault(
                dossier.at(*passage.path, span=(start, end)),
                f"'{mark}' stands on the page as it is written",
                "put the same marks on both sides of the words, close to them; "
                f"if you mean the character, write '\\{mark[0]}'",
            )


def _may_be_stray(prose: str) -> bool:
    return ("**" in prose or "__" in prose) and _MARK.search(_BOLD.sub("", prose)) is not None


def _wrong(found: Survey, prose: str) -> Iterator[tuple[int, int]]:
    """Yield the first stray mark of each block, where it was surely meant to be one."""
    for block in found.blocks:
        glued = [span for run in block.runs() for span in _glued(run, prose)]
        strays = [stray for run in block.runs() for stray in _strays(run, prose)]
        if any(stray.closes for stray in strays):
            # Asterisks behind a word, and before a note on it: `$99** … **Without tax`.
            return
        yield from sorted({*glued, *_unclosed(strays, prose)})[:1]


def _glued(run: Run, prose: str) -> Iterator[tuple[int, int]]:
    """Yield marks that are left over beside emphasis: `**bold*`, `*bold**`."""
    start, end = run.span(0, len(run.text))
    first, last = run.text[0], run.text[-1]
    if last in "*_" and prose[end : end + 1] == last and prose[end - 2 : end - 1] != "\\":
        yield end - 1, end
    # One asterisk behind bold words may be the mark of a note.
    elif first in "*_" and prose[start - 1 : start] == first != prose[start - 2 : start - 1]:
        yield start, start + 1


@dataclass(frozen=True, slots=True)
class _Stray:
    start: int
    end: int
    before: str
    after: str

    @property
    def opens(self) -> bool:
        begins = not self.before or self.before.isspace() or self.before in _BEFORE_OPENING
        return begins and self.after.isalnum()

    @property
    def closes(self) -> bool:
        ends = not self.after or self.after.isspace() or self.after in _AFTER_CLOSING
        return ends and bool(self.before.strip())

    @property
    def floats(self) -> bool:
        return not self.before.strip() and not self.after.strip()


def _strays(run: Run, prose: str) -> Iterator[_Stray]:
    for found in _MARK.finditer(run.text):
        start, end = run.span(*found.span())
        stray = _Stray(start, end, prose[start - 1 : start] if start else "", prose[end : end + 1])
        if not {stray.before, stray.after} & {"*", "_", "\\"}:
            yield stray


def _unclosed(strays: Iterable[_Stray], prose: str) -> Iterator[tuple[int, int]]:
    """Yield `**bold` without an end, and the first mark of `** bold **`."""
    strays = list(strays)
    for number, stray in enumerate(strays):
        behind = strays[number + 1] if number + 1 < len(strays) else None
        # Names in programs begin with two underscores, and `**kwargs` is one.
        is_name = prose[stray.start] == "_" or prose.startswith("kwargs", stray.end)
        if (stray.opens and not is_name) or (behind and _are_pair(stray, behind, prose)):
            yield stray.start, stray.end


def _are_pair(one: _Stray, other: _Stray, prose: str) -> bool:
    """Return whether words stand between two marks that would have been bold."""
    same = prose[one.start : one.end] == prose[other.start : other.end]
    tight = bool(one.after.strip() and other.before.strip())
    begins = (one.opens or one.floats or tight) and not other.opens
    return same and begins and _LETTERS.search(prose[one.end : other.start]) is not None
