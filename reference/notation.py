"""How values look in YAML and in words; what all reference pages share."""

from collections.abc import Callable
from enum import StrEnum
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from generator.model.times import Day, Interval, When
from generator.part import Part
from generator.text import (
    CategoryId,
    EntryId,
    InlineProse,
    Line,
    Name,
    Prose,
    RegionCode,
    TermId,
    Url,
)

# What each kind of text is called (in the singular, in the plural), and how it is written.
KINDS: dict[type, tuple[str, str, str]] = {
    Prose: (
        "Markdown",
        "Markdown texts",
        "Paragraphs, lists, tables, quotes, code, footnotes and links, as on GitHub. No HTML.",
    ),
    InlineProse: (
        "one paragraph",
        "paragraphs",
        "Markdown without lists, headings or tables: emphasis, code and links.",
    ),
    Line: ("one line", "lines", "Plain text. No Markdown."),
    Name: (
        "a name",
        "names",
        "Plain text without angle brackets, square brackets, braces, bars or backticks.",
    ),
    EntryId: (
        "an id",
        "ids",
        "Lower-case letters, digits and single hyphens, such as `fine-tuning`.",
    ),
    TermId: ("the id of a term", "ids of terms", "The name of the term's file, without `.yml`."),
    CategoryId: ("the id of a category", "ids of categories", "One that `mkdocs.yml` declares."),
    RegionCode: (
        "a region code",
        "region codes",
        "Capitals: a country (`AU`), a part of one (`AU-NSW`), or a group (`EU`).",
    ),
    Url: ("a web address", "web addresses", "Begins with `https://` or `http://`."),
    Day: ("a day", "days", "Year, month and day, such as `2026-11-21`."),
    When: (
        "a date",
        "dates",
        "As precise as it is known: `2024`, `2024-06` or `2024-06-30`.",
    ),
    Interval: (
        "a span of time",
        "spans of time",
        "A number and days, weeks, months or years: `6 months`.",
    ),
}


Namer = Callable[[type[Part], str], str]


def linked(part: type[Part], name: str) -> str:
    """Return the name of a part as a link to its place on the same page."""
    return f"[{name}](#{words(part).replace(' ', '-')})"


def kind(field: FieldInfo, named: Namer = linked) -> str:
    """Return what a value of the field is, in plain words; `named` says how to name a part."""
    return _kind(field.annotation, field, named)


def _kind(  # noqa: PLR0911 - one for each kind
    annotation: Any, field: FieldInfo, named: Namer
) -> str:
    annotation = present(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return f"a list of {_plural(arguments[0], named)}"
    if origin is Literal:
        return " or ".join(f"`{value}`" for value in arguments)
    if origin is not None:
        each = _kind(arguments[0], field, named).removeprefix("a ").removeprefix("the ")
        return f"for each {each}, {_kind(arguments[1], field, named)}"
    if annotation in KINDS:
        return KINDS[annotation][0]
    if annotation is str:
        return (field.title or "").lower().removesuffix("s")
    if annotation is bool:
        return "`true` or `false`"
    if annotation is int:
        bounds = {n: getattr(m, n) for m in field.metadata for n in ("ge", "le") if hasattr(m, n)}
        most = f" to {bounds['le']}" if "le" in bounds else ""
        return f"a whole number from {bounds['ge']}{most or ' up'}"
    if issubclass(annotation, StrEnum):
        return "one of " + ", ".join(f"`{member.value}`" for member in annotation)
    assert issubclass(annotation, Part), annotation
    return named(annotation, words(annotation))


def _plural(annotation: Any, named: Namer) -> str:
    if annotation in KINDS:
        return KINDS[annotation][1]
    name = words(annotation)
    return named(annotation, "criteria" if name == "criterion" else f"{name}s")


def present(annotation: Any) -> Any:
    """Return the type with `None` taken off."""
    if get_origin(annotation) in (Union, UnionType):
        return next(kept for kept in get_args(annotation) if kept is not type(None))
    return annotation


def words(model: type) -> str:
    """Return the name of a model in words: `regional note`."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in model.__name__).strip()


def documentation(model: type) -> str:
    """Return a docstring as one paragraph."""
    return " ".join((model.__doc__ or "").split())


def in_yaml(value: object) -> str:
    """Return a value as an author writes it, in a block of YAML."""
    text = yaml.dump(
        _as_text(value),
        Dumper=_Plain,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=88,
    )
    return f"```yaml\n{text.removesuffix('...' + chr(10)).rstrip()}\n```"


class _Plain(yaml.SafeDumper):
    """Quotes only what must be quoted: to our reader every scalar is text anyway."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002
        """Indent lists below their field."""
        super().increase_indent(flow, False)  # noqa: FBT003


_Plain.yaml_implicit_resolvers = {}


def _as_text(value: object) -> object:
    match value:
        case dict():
            return {str(key): _as_text(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_as_text(inner) for inner in value]
        case _:
            return str(value)
