"""The kinds of relation between terms, each with its inverse and its wording."""

from enum import StrEnum
from typing import Final, Self


class RelationKind(StrEnum):
    """How the term that is named relates to the term whose entry names it.

    `relation: broader` in the entry of X says that the named term is broader than X. The
    kinds follow ISO 25964-1 and SKOS, with a few that help readers to decide.
    """

    label: str
    _inverse: str

    def __new__(cls, value: str, inverse: str, label: str) -> Self:
        """Make a member from its YAML spelling, the spelling of its inverse, and its wording."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind._inverse = inverse  # noqa: SLF001 - this is the class itself
        kind.label = label
        return kind

    BROADER = "broader", "narrower", "Broader term"
    NARROWER = "narrower", "broader", "Narrower term"
    PART_OF = "part_of", "has_part", "Part of"
    HAS_PART = "has_part", "part_of", "Includes"
    ALTERNATIVE_TO = "alternative_to", "alternative_to", "Alternative"
    CONTRASTS_WITH = "contrasts_with", "contrasts_with", "Contrast with"
    DEPENDS_ON = "depends_on", "enables", "Depends on"
    ENABLES = "enables", "depends_on", "Makes possible"
    RELATED = "related", "related", "Related"

    @property
    def inverse(self) -> "RelationKind":
        """Return the kind of the same edge seen from its other end."""
        return _INVERSES[self]


# Asked for once for every edge: a look-up by value would take five times as long.
_INVERSES: Final = {kind: RelationKind(kind._inverse) for kind in RelationKind}  # type: ignore[call-arg]  # noqa: SLF001
