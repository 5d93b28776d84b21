"""Every value of an entry, with its field path."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from generator.diagnostics import FieldPath


def leaves(value: object, path: FieldPath = ()) -> Iterator[tuple[FieldPath, object]]:
    """Yield the values that have no parts, in the order of the model; absent ones left out.

    Keys of a mapping count as values at the path of what they name, so that a reference used
    as a key is found like any other: the last step of its path is the value itself.
    """
    match value:
        case None:
            return
        case str():
            yield path, value
        case BaseModel():
            for name in type(value).model_fields:
                yield from leaves(getattr(value, name), (*path, name))
        case tuple():
            for number, item in enumerate(value):
                yield from leaves(item, (*path, number))
        case Mapping():
            for key, item in value.items():
                yield (*path, key), key
                yield from leaves(item, (*path, key))
        case _:
            yield path, value


def value_at(entry: BaseModel, path: FieldPath) -> object:
    """Return the value at a field path, which must be there."""
    value: object = entry
    for step in path:
        match value:
            case BaseModel():
                value = getattr(value, str(step))
            case tuple() if isinstance(step, int):
                value = value[step]
            case Mapping():
                value = value[step]
            case _:
                raise KeyError(path)
    return value
