"""The text of an issue, as GitHub renders a form, to the answers that are in it.

Each box of the form is a heading `### Label`, an empty line, and what somebody typed, or
`_No response_`. What was typed may hold anything, headings and code included.
"""

import re
from collections import Counter
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

    `present` are the labels that were found, and `doubtful` those whose heading stands more than
    once. `unseen` says how many characters were taken out because nobody can see them.
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
    text, unseen = _UNSEEN.subn("", _LINE_ENDS.sub("\n", body))
    headings = [found for found in _HEADING.finditer(text) if found[1] in labels]
    code = list(_fenced(text))
    is_code = {one.start(): any(a < one.start() < b for a, b in code) for one in headings}
    places: list[re.Match[str]] = []
    for label in labels:
        after = places[-1].start() if places else -1
        mine = [one for one in headings if one[1] == label and one.start() > after]
        # A fence that nobody closed would hide every box below it.
        places += [one for one in mine if not is_code[one.start()]][:1] or mine[:1]
    ends = [*(place.start() for place in places), len(text)][1:]
    typed = {
        place[1]: answer
        for place, end in zip(places, ends, strict=False)
        if (answer := text[place.end() : end].strip("\n").rstrip()) and answer != NOTHING
    }
    outside = Counter(one[1] for one in headings if not is_code[one.start()])
    doubtful = tuple(label for label in labels if outside[label] > 1)
    return Answers(typed, frozenset(place[1] for place in places), doubtful, unseen)


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Yield where fenced code begins and ends; what is never closed is no code."""
    opened: re.Match[str] | None = None
    for found in _FENCE.finditer(text):
        if opened is None:
            opened = None if found[1][0] == "`" and "`" in found[2] else found
        elif found[1].startswith(opened[1]) and not found[2].strip():
            yield opened.start(), found.end()
            opened = None
