"""Two values of one field, compared item by item and word by word.

Everything is read off the models: a field that is added to one is compared without another line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from pydantic import BaseModel

from generator.changes.change import Change, Kind, Piece, Plain
from generator.changes.identity import name_of
from generator.changes.pairs import paired
from generator.changes.words import changed_words
from generator.editing.formatting.prose import is_same
from generator.text import Line, Prose

# Texts in which single words may change; of an id or an address the whole does.
_RUNNING = (Prose, Line)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: steps for programs, and the same for people."""

    path: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    def to(self, step: str, title: str | None = None) -> "Place":
        """Return the place one step further in."""
        return Place((*self.path, step), (*self.titles, title or step))


def compared(old: object, new: object, at: Place, *, silent: tuple[str, ...] = ()) -> list[Change]:
    """Return what differs between two values, in the order of the model.

    Of models, fields that are `silent` do not count. Prose that differs only in where the lines
    of its paragraphs end is the same.
    """
    return list(_compared(old, new, at, silent))


def _compared(
    old: object, new: object, at: Place, silent: tuple[str, ...] = ()
) -> Iterator[Change]:
    if old == new:
        return
    match old, new:
        case (tuple(), tuple()):
            yield from _items(old, new, at)
        case (Mapping(), Mapping()):
            yield from _by_key(old, new, at)
        case (BaseModel(), BaseModel()) if type(old) is type(new):
            for name, field in type(new).model_fields.items():
                if name not in silent:
                    place = at.to(name, field.title)
                    yield from _compared(getattr(old, name), getattr(new, name), place)
        case (Prose(), Prose()) if is_same(old, new):
            return
        case _:
            yield _one(old, new, at)


def _items(old: tuple[object, ...], new: tuple[object, ...], at: Place) -> Iterator[Change]:
    pairs, removed, added = paired(old, new)
    for index in removed:
        yield _one(old[index], None, at.to(name_of(old[index])))
    for one, other in pairs:
        yield from _compared(old[one], new[other], at.to(name_of(new[other])))
    for index in added:
        yield _one(None, new[index], at.to(name_of(new[index])))
    order = [other for _, other in pairs]
    if order != sorted(order):
        before, after = (
            [name_of(new[index]) for index in found] for found in (order, sorted(order))
        )
        yield Change(at.path, at.titles, Kind.MOVED, before, after)


def _by_key(old: Mapping[str, object], new: Mapping[str, object], at: Place) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        yield from _compared(old.get(key), new.get(key), at.to(str(key)))
    kept = [[str(key) for key in one if key in other] for one, other in ((old, new), (new, old))]
    if kept[0] != kept[1]:
        yield Change(at.path, at.titles, Kind.MOVED, kept[0], kept[1])


def _one(old: object, new: object, at: Place) -> Change:
    kind = Kind.ADDED if old is None else Kind.REMOVED if new is None else Kind.CHANGED
    words: tuple[Piece, ...] = ()
    if isinstance(old, _RUNNING) and isinstance(new, _RUNNING):
        words = changed_words(old, new)
    return Change(at.path, at.titles, kind, plain(old), plain(new), words)


def plain(value: object) -> Plain:  # noqa: PLR0911 - one for each kind of value
    """Return a value without classes of ours; fields at their defaults are left out."""
    match value:
        case None | bool() | int():
            return value
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case BaseModel():
            fields = type(value).model_fields
            return {
                name: plain(inner)
                for name, inner in value
                if inner != fields[name].get_default(call_default_factory=True)
            }
        case tuple():
            return [plain(item) for item in value]
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case _:
            return str(value)
