"""Values of any field, made from what the model asks for."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from generator.kinds import plain_type
from generator.model.times import Day, Interval, When
from generator.part import Part
from generator.text import CategoryId, EntryId, InlineProse, Line, Name, Prose, RegionCode, Url

WORDS = ("walk", "ride", "Étude", "naïve", "it's", "2024", "yes", "a-b", "x", "no", "and", "日本")
MARKS = (
    *WORDS,
    ":",
    "- y",
    "#",
    "{z}",
    "*w*",
    "[[ride]]",
    "'",
    '"',
    "\\",
    "| q",
    "<b>",
    "%",
    "&c",
    "!",
)
# What each kind of text may be; the first kind that fits counts.
_TEXTS: Mapping[type, st.SearchStrategy[str]] = {
    CategoryId: st.sampled_from(["on-foot", "on-wheels"]),
    EntryId: st.sampled_from(["walk", "ride", "run-1", "x2"]),
    RegionCode: st.sampled_from(["AU", "NZ", "EU"]),
    Url: st.sampled_from(
        ["https://a.example", "https://b.example/c?d=(e)", "http://f.example/g,h"]
    ),
    Day: st.sampled_from(["2026-01-31", "2024-02-29"]),
    When: st.sampled_from(["2024", "2024-06", "2024-06-30"]),
    Interval: st.sampled_from(["6 months", "1 year"]),
    Name: st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    Line: st.lists(st.sampled_from(MARKS), min_size=1, max_size=6).map(" ".join),
    InlineProse: st.lists(st.sampled_from(MARKS), min_size=1, max_size=12).map(" ".join),
    Prose: st.lists(
        st.sampled_from((*MARKS, "\n", "\n\n", "\n### Title\n")), min_size=1, max_size=20
    )
    .map(" ".join)
    .filter(str.strip),
}


def values(annotation: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one for each kind
    """Return what may stand in a field, as it arrives from YAML."""
    annotation = plain_type(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return st.lists(values(arguments[0]), min_size=1, max_size=3)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is not None:
        return st.dictionaries(values(arguments[0]), values(arguments[1]), min_size=1, max_size=3)
    if annotation is bool:
        return st.sampled_from(["true", "false"])
    if annotation is int:
        return st.integers(1, 5)
    if issubclass(annotation, StrEnum):
        return st.sampled_from([member.value for member in annotation])
    if issubclass(annotation, Part):
        return fields(annotation)
    return next(strategy for kind, strategy in _TEXTS.items() if issubclass(annotation, kind))


def fields(
    model: type[Part], *, leave_out: tuple[str, ...] = ()
) -> st.SearchStrategy[dict[str, Any]]:
    """Return the fields of a model: those it must have, and some of the others."""
    must: dict[str, Any] = {}
    may: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if name not in leave_out:
            (must if field.is_required() else may)[name] = values(field.annotation)
    return st.fixed_dictionaries(must, optional=may)
