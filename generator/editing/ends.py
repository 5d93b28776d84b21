"""Where the characters of a value stand in its file."""

from dataclasses import dataclass

from generator.reading.locate import visible
from generator.reading.tree import Scalar


@dataclass(frozen=True, slots=True)
class Ends:
    """Where in the file the places between the characters of a value are.

    YAML folds, strips and indents: a character that is no white space stands in the file as
    in the value, white space between two of them may not. Where it does not, a range grows
    until it ends at such a character.
    """

    value: str
    text: str
    indexes: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, scalar: Scalar, text: str) -> "Ends | None":
        """Look at every character of a value; nothing where file and value do not agree."""
        indexes = tuple(i for i, char in enumerate(scalar.text) if not char.isspace())
        ranges = tuple(visible(scalar, text))
        return cls(scalar.text, text, indexes, ranges) if len(indexes) == len(ranges) else None

    def before(self, at: int) -> tuple[int, int]:
        """Return the last place at or before `at`, in the value and in the file."""
        return self._exact(at) or self._behind_character(self._number(at) - 1)

    def behind(self, at: int) -> tuple[int, int]:
        """Return the first place at or behind `at`, in the value and in the file."""
        return self._exact(at) or self._before_character(self._number(at))

    def _exact(self, at: int) -> tuple[int, int] | None:
        number = self._number(at)
        if number and self.indexes[number - 1] == at - 1:
            return self._behind_character(number - 1)
        if number < len(self.indexes) and self.indexes[number] == at:
            return self._before_character(number)
        first, start = self._behind_character(number - 1)
        last, end = self._before_character(number)
        is_same = self.value[first:last] == self.text[start:end]
        return (at, start + at - first) if is_same else None

    def _number(self, at: int) -> int:
        """Return how many visible characters stand before a place in the value."""
        return sum(index < at for index in self.indexes)

    def _behind_character(self, number: int) -> tuple[int, int]:
        return self.indexes[number] + 1, self.ranges[number][1]

    def _before_character(self, number: int) -> tuple[int, int]:
        return self.indexes[number], self.ranges[number][0]
