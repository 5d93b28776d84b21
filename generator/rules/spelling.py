"""What an author meant by an id that does not exist, where that is certain."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.diagnostics import Edit, Fix
from generator.graph import Graph, Link
from generator.model import Comparison, Term
from generator.text import TermId, folded

# Between two digits a gap counts: 'gpt-3-5' is not 'gpt-35'.
_GAP = re.compile(r"(?<!\d)[\s_‐–-]+|[\s_‐–-]+(?!\d)")


def squeezed(label: str) -> str:
    """Return the letters and digits of a label, without regard to case, spaces and hyphens."""
    return _GAP.sub("", folded(label))


def spellings(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the one id that each squeezed name stands for; what two ids share is left out."""
    claims: dict[str, set[str]] = defaultdict(set)
    for id, name in names:
        claims[squeezed(name)].add(id)
    return {name: ids.pop() for name, ids in claims.items() if len(ids) == 1}


@dataclass(frozen=True, slots=True)
class TermSpellings:
    """Everything that a term is or was called."""

    graph: Graph
    spelled: Mapping[str, str]

    @classmethod
    def of(cls, graph: Graph) -> "TermSpellings":
        """Collect ids, former ids and labels."""
        terms = graph.glossary.terms.values()
        names = ((t.id, name) for t in terms for name in (t.id, *t.labels, *t.former_ids))
        return cls(graph, spellings(names))

    def meant(self, written: str) -> TermId | None:
        """Return the one term that was meant: by its id, a former id or a label."""
        entry = self.graph.glossary.get(written)
        if entry is not None:
            return TermId(written) if isinstance(entry, Term) else None
        found = self.spelled.get(squeezed(written))
        return TermId(found) if found is not None else None

    def fix(self, link: Link) -> Fix | None:
        """Return the change to the id that was meant.

        There is none where the entry would then name itself, or one term twice.
        """
        meant = self.meant(link.target)
        if meant is None or meant == link.source:
            return None
        if [self.meant(other) for other in self._beside(link)].count(meant) > 1:
            return None
        return Fix(f"Write '{meant}'", (Edit(link.at, meant),))

    def _beside(self, link: Link) -> Iterable[TermId]:
        """Return the ids of the list that a reference stands in."""
        entry = self.graph.glossary.get(link.source)
        match entry, link.at.path:
            case Term(), ("related", _, "term"):
                return [relation.term for relation in entry.related]
            case Comparison(), ("options", _, "term"):
                return [option.term for option in entry.options]
            case Comparison(), ("criteria", int(number), "cells", _):
                return entry.criteria[number].cells
        return ()
