"""The fields of the form, made from the models: a new field of an entry needs no other place.

The words are those of Decap CMS: https://decapcms.org/docs/widgets/. Three are ours, and the
script of the form reads them: the widget `prose`, `short_for`, which says that a part may be
written as plain text, and `keyed`, which says that a list stands for a mapping and by which of
its fields. Every value is text there, as it is to our reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.kinds import is_mapping
from generator.model import Entry, TermHeader
from generator.model.snippets import words
from generator.model.times import Day
from generator.model.values import kinds
from generator.part import Part, ShortPart
from generator.shape import annotation_at
from generator.text import CategoryId, Prose, RegionCode, TermId, Text

Widget: TypeAlias = dict[str, Any]

# The collection that every choice of a term looks into; nobody sees it.
EVERY_TERM: Final = "every-term"
_KIND: Final = "kind"
_FIRST: Final = ("name", _KIND, "abbreviation", "aliases", "category")
# What these ask for is picked and not typed, so no example is needed.
_CHOSEN: Final = ("select", "relation", "datetime")
# The form shows so many terms of a choice before a letter is typed.
_SHOWN = 50
_DATE: Final[Widget] = {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False}
_TERM: Final[Widget] = {
    "widget": "relation",
    "collection": EVERY_TERM,
    "value_field": "{{filename}}",
    "search_fields": ["name", "abbreviation", "aliases.*"],
    "display_fields": ["name"],
    "options_length": _SHOWN,
}


@dataclass(frozen=True, slots=True)
class Offers:
    """What the project offers to choose from: names by code."""

    categories: Mapping[str, str]
    regions: Mapping[str, str]


def form_fields(model: type[Entry], offers: Offers) -> list[Widget]:
    """Return the fields of an entry; the id is the file's name.

    What nearly everybody fills in comes first, then what is an entry's own, then what stands in
    the header of a file and is seldom needed. `place` is where a field stands in the file.
    """
    writer = _Writer(offers, dict(kinds()))
    fields = writer.fields(model)
    if _KIND not in model.model_fields:
        # A term does not say what it is in its file. The form has to tell it from a comparison.
        fields.insert(1, {"name": _KIND, "widget": "hidden", "default": "term"})
    placed = [field | {"place": place} for place, field in enumerate(fields)]
    return sorted(placed, key=lambda field: _rank(field["name"]))


def _rank(name: str) -> int:
    if name in _FIRST:
        return _FIRST.index(name)
    return len(_FIRST) + (name in TermHeader.model_fields)


class _Writer:
    """Writes the fields of models; `kinds` are the schemas of texts, for their patterns."""

    def __init__(self, offers: Offers, kinds: Mapping[type, Mapping[str, Any]]) -> None:
        self._offers = offers
        self._kinds = kinds

    def fields(self, model: type[Part]) -> list[Widget]:
        """Return the fields of an entry or of a part."""
        return [
            self._field(model, name, field)
            for name, field in model.model_fields.items()
            if name != "id"
        ]

    def _field(self, model: type[Part], name: str, field: FieldInfo) -> Widget:
        annotation = annotation_at(model, (name,))
        if get_origin(annotation) is Literal:
            return {"name": name, "widget": "hidden", "default": get_args(annotation)[0]}
        value = self._value(annotation, field)
        hint = field.description if value["widget"] in _CHOSEN else _with_example(field)
        named = {"name": name, "label": field.title, "hint": hint}
        return named | {"required": field.is_required()} | value

    def _value(self, annotation: Any, field: FieldInfo) -> Widget:
        if get_origin(annotation) is tuple:
            return self._list(get_args(annotation)[0], field) | _at_least_one(field)
        if is_mapping(annotation):
            key, value = get_args(annotation)
            return self._keyed(key, value) | _at_least_one(field)
        if issubclass(annotation, Part):
            return {"widget": "object", "collapsed": True} | self._part(annotation)
        return self._single(annotation, field)

    def _list(self, item: Any, field: FieldInfo) -> Widget:
        shown = {"widget": "list", "label_singular": words(item)}
        if issubclass(item, Part):
            # The first field that says something names the item while it is folded up.
            told = _told(item)
            return shown | {"summary": f"{{{{fields.{told}}}}}"} | self._part(item)
        shown |= {"summary": "{{fields.item}}"}
        one = {"name": "item", "label": words(item).capitalize(), "required": True}
        return shown | {"field": one | self._single(item, field)}

    def _part(self, part: type[Part]) -> Widget:
        short = {"short_for": part.short_for} if issubclass(part, ShortPart) else {}
        return {"fields": self.fields(part)} | short

    def _keyed(self, key: Any, value: type[Part]) -> Widget:
        name = words(key).split()[0]
        first = {"name": name, "label": name.capitalize(), "required": True}
        inside = self._part(value)
        inside["fields"] = [first | self._single(key, FieldInfo()), *inside["fields"]]
        shown = {"widget": "list", "label_singular": words(value), "keyed": name}
        return shown | {"summary": f"{{{{fields.{name}}}}}"} | inside

    def _single(self, kind: Any, field: FieldInfo) -> Widget:
        choices = self._choices(kind, field)
        if choices is not None:
            options = [{"label": label, "value": value} for label, value in choices.items()]
            return {"widget": "select", "options": options}
        if kind is TermId:
            return dict(_TERM)
        if kind is Day:
            return dict(_DATE)
        widget = "prose" if issubclass(kind, Prose) else "string"
        return {"widget": widget} | self._pattern(kind)

    def _choices(self, kind: Any, field: FieldInfo) -> dict[str, str] | None:
        """Return the values to choose from, by what editors see; nothing where any will do."""
        if kind is bool:
            return {"Yes": "true", "No": "false"}
        if kind is int:
            return {str(number): str(number) for number in _range(field)}
        if issubclass(kind, StrEnum):
            return {getattr(one, "label", one.capitalize()): one.value for one in kind}
        if kind is CategoryId and self._offers.categories:
            return {name: id for id, name in self._offers.categories.items()}
        if kind is RegionCode:
            return {f"{name} ({code})": code for code, name in self._offers.regions.items()}
        return None

    def _pattern(self, kind: type[Text]) -> Widget:
        schema = self._kinds.get(kind, {})
        if "pattern" not in schema:
            return {}
        return {"pattern": [schema["pattern"], schema["patternErrorMessage"]]}


def _with_example(field: FieldInfo) -> str:
    """Return what a field is for, with an example where that is one text."""
    example = (field.examples or [""])[0]
    if isinstance(example, list) and all(isinstance(one, str) for one in example):
        example = ", ".join(example)
    shown = isinstance(example, str | int) and str(example) != ""
    return f"{field.description} For example: {example}" if shown else str(field.description)


def _told(part: type[Part]) -> str:
    """Return the field of a part that says most in a few words."""
    if issubclass(part, ShortPart):
        return part.short_for
    needed = (name for name, field in part.model_fields.items() if field.is_required())
    return next(needed, next(iter(part.model_fields)))


def _at_least_one(field: FieldInfo) -> Widget:
    return {"min": 1} if field.is_required() else {}


def _range(field: FieldInfo) -> range:
    bounds = {n: getattr(m, n) for m in field.metadata for n in ("ge", "le") if hasattr(m, n)}
    return range(bounds["ge"], bounds["le"] + 1)
