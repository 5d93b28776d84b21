"""The text of an issue, as GitHub renders a form, to the answers that are in it.

Each box of the form is a heading `### Label`, an empty line, and what somebody typed, or
`_No response_`. What was typed may hold anything, headings and code included.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NOTHING = "_No response_"
# Characters that cannot be seen, which forms and word processors leave behind, or worse.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_HEADING = re.compile(r"^### (.+?)\s*$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was typed, by the label of its box; boxes that were left empty are not there.

    `doubtful` are labels whose heading stands more than once; `unseen` says how many characters
    were taken out because nobody can see them.
    """

    typed: dict[str, str]
    present: frozenset[str]
    doubtful: tuple[str, ...] = ()
    unseen: int = 0


def answers(body: str, labels: Sequence[str]) -> Answers:
    """Return the answers under the headings of a form, whose boxes have these labels.

    Headings count in the order of the form, and outside of fenced code where they are there: so
    a heading that was typed into an answer stays in it, unless it is that of the next box.
    """
    body = _LINE_ENDS.sub("\n", body)
    text, unseen = _UNSEEN.subn("", body)
    fences = list(_fenced(text))
    headings = [
        (found.start(), found.end(), found[1], any(a < found.start() < b for a, b in fences))
        for found in _HEADING.finditer(text)
        if found[1] in labels
    ]
    places: list[tuple[int, int, str]] = []
    after = -1
    for label in labels:
        mine = [one for one in headings if one[2] == label and one[0] > after]
        # A fence that nobody closed would hide every box below it.
        chosen = next((one for one in mine if not one[3]), mine[0] if mine else None)
        if chosen is not None:
            places.append(chosen[:3])
            after = chosen[0]
    outside = [label for _, _, label, is_code in headings if not is_code]
    ends = [*(start for start, _, _ in places), len(text)][1:]
    typed = {
        label: answer
        for (_, start, label), end in zip(places, ends, strict=False)
        if (answer := text[start:end].strip("\n").rstrip()) and answer != NOTHING
    }
    doubtful = tuple(label for label in labels if outside.count(label) > 1)
    return Answers(typed, frozenset(label for *_, label in places), doubtful, unseen)


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Yield where fenced code begins and ends; what is never closed is no code."""
    opened: re.Match[str] | None = None
    for found in _FENCE.finditer(text):
        if opened is None:
            opened = None if found[1][0] == "`" and "`" in found[2] else found
        elif found[1].startswith(opened[1]) and not found[2].strip():
            yield opened.start(), found.end()
            opened = None
