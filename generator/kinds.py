"""The types of a model, in the words of somebody who writes entries.

The words are the names of the classes, so that a new part of an entry needs no other place.
"""

import re
from collections.abc import Mapping
from types import UnionType
from typing import Any, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel

from generator.text import Line, Prose

_TEXTS = (str, Line)


def described(annotation: Any) -> str:
    """Return what a value of this type looks like, in plain words made from the model."""
    origin = get_origin(annotation)
    if origin is tuple:
        item = plain_type(get_args(annotation)[0])
        return f"a list of {_plural(item)}{_needing(item, ', each with')}"
    if is_mapping(annotation):
        key, value = map(plain_type, get_args(annotation))
        return f"{_plural(value)}, each under its {'name' if key is str else _noun(key)}"
    if is_part(annotation):
        if needed := _needing(annotation, " with"):
            return f"{_article(_noun(annotation))}{needed}"
        names = [f"'{name}'" for name in fields_of(annotation)[:3]]
        return f"fields such as {' and '.join(names)}"
    if annotation is bool:
        return "true or false"
    noun = _noun(annotation)
    return noun if noun == "text" else _article(noun)


def _needing(annotation: Any, words: str) -> str:
    if not is_part(annotation):
        return ""
    required = [f"'{n}'" for n, f in annotation.model_fields.items() if f.is_required()]
    return f"{words} {' and '.join(required[:3])}" if required else ""


def _noun(annotation: Any) -> str:
    """Return the name of a type as words: `UseCase` is a use case. Kinds of prose are text."""
    if not isinstance(annotation, type) or issubclass(annotation, Prose) or annotation in _TEXTS:
        return "text"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", annotation.__name__).lower()


def _plural(annotation: Any) -> str:
    noun = _noun(annotation)
    # Greek, as the one name that ends so: one criterion, two criteria.
    return f"{noun.removesuffix('on')}a" if noun.endswith("rion") else f"{noun}s"


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def plain_type(annotation: Any) -> Any:
    """Return a type without the `None` that says a value may be absent."""
    if get_origin(annotation) in (Union, UnionType):
        kept = [arg for arg in get_args(annotation) if arg is not type(None)]
        return kept[0] if kept else Any
    return annotation


def is_part(annotation: Any) -> TypeGuard[type[BaseModel]]:
    """Return whether values of a type are fields that a model names."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def fields_of(annotation: Any) -> tuple[str, ...]:
    """Return the names of the fields that an author may write there."""
    if is_part(annotation):
        return tuple(name for name in annotation.model_fields if name != "id")
    return ()


def is_mapping(annotation: Any) -> bool:
    """Return whether values of a type are fields whose names an author chooses."""
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)
