"""Changes as characters."""

from dataclasses import dataclass
from os.path import commonprefix


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters that take the place of a range of a file's text."""

    start: int
    end: int
    text: str

    def into(self, text: str) -> str:
        """Return the text with the characters in their place."""
        return text[: self.start] + self.text + text[self.end :]


def difference(old: str, new: str) -> Splice:
    """Return the one change that makes the old text the new one, as small as can be.

    Whole lines that come or go are told as whole lines.
    """
    lead = _alike(old, new)
    tail = _alike(old[lead:][::-1], new[lead:][::-1])
    gone, come = old[lead : len(old) - tail], new[lead : len(new) - tail]
    line = old.rfind("\n", 0, lead) + 1
    indent = old[line:lead]
    if indent and not (gone and come) and (gone + come).endswith(f"\n{indent}"):
        come = f"{indent}{come}"[: len(come)]
        return Splice(line, line + len(gone), come)
    return Splice(lead, len(old) - tail, come)


def _alike(one: str, other: str) -> int:
    """Return with how many characters both texts begin."""
    return len(commonprefix((one, other)))  # noqa: RUF071 - by letters, as meant
