"""Many patterns found in one pass over a text."""

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick


class Matcher:
    """Finds every place of every pattern, those that overlap or lie in another included."""

    def __init__(self, patterns: Iterable[str]) -> None:
        patterns = list(patterns)
        self._automaton = AhoCorasick(patterns) if patterns else None

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Return the number of each pattern found, with its range, in the order of their ends."""
        if self._automaton is None:
            return []
        return self._automaton.find_matches_as_indexes(text, overlapping=True)
