"""What came of a suggestion: for whoever made it, and for whoever decides about it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that was left out of the draft, and why."""

    label: str
    answer: str
    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in the draft that is worth a look; `rule` says why, if a rule found it."""

    label: str
    message: str
    hint: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The fields of a draft, as they are written in its file, and what there is to say of them.

    `labels` gives the label of each field that was asked for; `reasons` say why nothing can be
    written. `missing` are labels of boxes that were left empty, each with what it is for.
    """

    data: dict[str, Any] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    missing: tuple[tuple[str, str], ...] = ()
    refused: tuple[Refused, ...] = ()
    remarks: tuple[Remark, ...] = ()
    reasons: tuple[str, ...] = ()
