"""The reports about entries that say nearly the same.

Not every pair is compared: texts that are nearly the same share words that few others have.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Address
from generator.prose import to_text
from generator.reports.finding import Concern, Finding, report
from generator.reports.material import Material
from generator.reports.ordinary import FUNCTION
from generator.shape import alike
from generator.text import TermId, folded

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
# By how many words a text is looked up, and how many that share one are compared with it.
_RAREST, _NEIGHBOURS = 6, 8
_SHORTEST = 6


@report(Concern.MISTAKE)
def near_duplicates(material: Material) -> Iterator[Finding]:
    """Terms whose definitions or labels are nearly the same.

    Two entries may describe one concept. Readers then do not know which of them holds, and
    links go now to the one and now to the other.
    """
    yield from _definitions(material)
    yield from _labels(material)


def _definitions(material: Material) -> Iterator[Finding]:
    texts = {
        TermId(term.id): folded(to_text(term.definition))
        for term in material.published
        if term.definition
    }
    words = {id: frozenset(_WORD.findall(text)) - FUNCTION for id, text in texts.items()}
    for one, other in _pairs(words):
        shared = len(words[one] & words[other]) / max(len(words[one] | words[other]), 1)
        if shared >= 0.7 or alike(texts[one], texts[other], at_least=85):
            names = (material.graph.glossary.terms[id].name for id in (one, other))
            yield Finding(
                "'{}' and '{}' are defined in nearly the same words".format(*names),
                "say in each what sets it apart, or make the one an alias of the other",
                tuple((_definition(material, id), "") for id in (one, other)),
                2 + shared,
            )


def _definition(material: Material, id: TermId) -> Address:
    glossary = material.graph.glossary
    return glossary.at(glossary.terms[id], "definition")


def _labels(material: Material) -> Iterator[Finding]:
    glossary = material.graph.glossary
    owned = [
        (label, TermId(term.id))
        for term in material.published
        for label in dict.fromkeys(term.labels)
    ]
    seen: set[tuple[TermId, TermId]] = set()
    for (one, owner), (other, another) in _near(owned):
        pair = (min(owner, another), max(owner, another))
        if owner == another or pair in seen or not _are_alike(one, other):
            continue
        seen.add(pair)
        yield Finding(
            f"'{one}' and '{other}' are labels of two terms and nearly the same",
            "if they mean the same, make one entry of the two; if not, choose other words",
            tuple(
                (glossary.at(glossary.terms[id], "name"), f"'{label}'")
                for label, id in ((one, owner), (other, another))
            ),
            1,
        )


def _are_alike(one: str, other: str) -> bool:
    first, second = _squeezed(one), _squeezed(other)
    if min(len(first), len(second)) < _SHORTEST or folded(one) == folded(other):
        # The same label twice is a fault, which a rule reports.
        return False
    # A number makes another thing: GPT 3 is not GPT 4.
    return _DIGITS.findall(first) == _DIGITS.findall(second) and alike(first, second, at_least=92)


def _squeezed(label: str) -> str:
    return "".join(_WORD.findall(folded(label)))


def _pairs(words: Mapping[TermId, frozenset[str]]) -> Iterator[tuple[TermId, TermId]]:
    """Yield pairs of texts that share a rare word, each once."""
    counts = Counter(word for some in words.values() for word in some)
    shelves: defaultdict[str, list[TermId]] = defaultdict(list)
    for id, some in words.items():
        shared = (word for word in some if counts[word] > 1)
        for word in sorted(shared, key=lambda word: (counts[word], word))[:_RAREST]:
            shelves[word].append(id)
    seen: set[tuple[TermId, TermId]] = set()
    for word in sorted(shelves):
        # Texts that are alike begin alike, or end alike: on a full shelf they stand together.
        ordered = sorted(shelves[word], key=lambda term: (sorted(words[term]), term))
        for pair in _neighbours(ordered):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _near(
    owned: Sequence[tuple[str, TermId]],
) -> Iterator[tuple[tuple[str, TermId], tuple[str, TermId]]]:
    """Yield pairs of labels that begin alike, or end alike."""
    squeezed = {label: _squeezed(label) for label, _ in owned}
    for turned in (1, -1):
        ordered = sorted(owned, key=lambda item: (squeezed[item[0]][::turned], item))
        for number, one in enumerate(ordered):
            for other in ordered[number + 1 : number + 1 + _NEIGHBOURS]:
                yield (one, other) if one < other else (other, one)


def _neighbours(ordered: Sequence[TermId]) -> Iterator[tuple[TermId, TermId]]:
    for number, one in enumerate(ordered):
        for other in ordered[number + 1 : number + 1 + _NEIGHBOURS]:
            yield (one, other) if one < other else (other, one)
