"""What tells the items of a list from each other.

A part that is not named here goes by the field that it is short for, or by the first one that
it must have. So a new part needs no line in this module.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.model.comparison import Verdict
from generator.model.parts import RegionalNote
from generator.model.sources import Resource, Source
from generator.part import Part, ShortPart
from generator.text import Line, Prose


@dataclass(frozen=True, slots=True)
class Identity:
    """The fields that name an item, and those by which it is found again, the surest first."""

    name: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]


_OWN: Final[Mapping[type[Part], Identity]] = {
    RegionalNote: Identity(
        ("region", "audience"), (("region", "audience", "title"), ("region", "audience"))
    ),
    Source: Identity(("title",), (("url",), ("title",))),
    Resource: Identity(("title",), (("url",), ("title",))),
    Verdict: Identity(("when",), (("when", "choose"), ("when",))),
}


def identity_of(part: type[Part]) -> Identity:
    """Return what tells the items of a part from each other."""
    if part in _OWN:
        return _OWN[part]
    if issubclass(part, ShortPart):
        name: str = part.short_for
    else:
        fields = part.model_fields
        name = next((n for n, field in fields.items() if field.is_required()), next(iter(fields)))
    return Identity((name,), ((name,),))


def keys_of(item: object) -> Iterator[tuple[object, ...]]:
    """Yield what an item is found again by, the surest first."""
    if not isinstance(item, Part):
        yield (item,)
        return
    for names in identity_of(type(item)).keys:
        yield tuple(getattr(item, name) for name in names)


def name_of(item: object) -> str:
    """Return what an item is called, such as its question."""
    if not isinstance(item, Part):
        return str(item)
    values = (getattr(item, name) for name in identity_of(type(item)).name)
    return ", ".join(str(value) for value in values if value) or "…"


def wording_of(item: object) -> str:
    """Return the running text by which an item may be known although its words changed.

    Nothing where an item goes by an id or a code: another region is another note.
    """
    if not isinstance(item, Part):
        return ""
    first = getattr(item, identity_of(type(item)).name[0])
    return str(first) if isinstance(first, Prose | Line) else ""
