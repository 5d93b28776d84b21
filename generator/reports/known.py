"""Names that need no entry: those of sources, regions, categories and the publisher."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.model import Term
from generator.model.regions import Regions
from generator.model.sources import Source
from generator.reports.material import Material
from generator.text import folded

# What stands in brackets is often the short name.
_BRACKETS = re.compile(r"[()\[\]]")
_PARTS = re.compile(r"[^\w&]+")


@dataclass(frozen=True)
class Known:
    """Everything that a glossary names without explaining it, and what it advises against."""

    material: Material

    def covers(self, words: str) -> bool:
        """Return whether words are such a name, or several words of one."""
        spaced = _spaced(words)
        return f"| {spaced} |" in self._names or (" " in spaced and f" {spaced} " in self._names)

    @cached_property
    def _names(self) -> str:
        parts = (_spaced(part) for name in self._all() for part in _BRACKETS.split(name))
        return " | ".join(["", *dict.fromkeys(filter(None, parts)), ""])

    def _all(self) -> Iterator[str]:
        config = self.material.config
        yield from (category.name for category in config.categories.values())
        if config.publisher is not None:
            yield config.publisher.name
        regions = Regions.of(config)
        codes = set(config.regions)
        for term in self.material.graph.glossary.terms.values():
            codes |= {note.region for note in term.regional_notes}
            yield from (avoided.label for avoided in term.avoid)
            yield from _named(term)
        for code in sorted(codes):
            yield from (code, *code.split("-"), regions.name(code))
        for comparison in self.material.graph.glossary.comparisons.values():
            yield from _of_sources(comparison.sources)


def _named(term: Term) -> Iterator[str]:
    yield from (resource.title for resource in term.resources)
    yield from _of_sources(term.sources)
    for note in term.regional_notes:
        yield from _of_sources(note.sources)


def _of_sources(sources: tuple[Source, ...]) -> Iterator[str]:
    for source in sources:
        yield source.title
        if source.publisher is not None:
            yield source.publisher


def _spaced(words: str) -> str:
    return _PARTS.sub(" ", folded(words)).strip()
