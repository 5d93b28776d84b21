"""A first draft of an entry: YAML text with every field of the model as a comment.

`##` starts a line of explanation, `#` one of YAML: an editor's key for comments turns the
second into a value and leaves the first a comment.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from pydantic.fields import FieldInfo

from generator.model import Comparison, Entry, Term
from generator.model.written import in_yaml
from generator.shape import annotation_at
from generator.text import CategoryId, Name, Prose, TermId

_WIDTH = 100
_TO_FILL_IN = "To be written"
_USUAL = ("name", "category", "definition", "summary", "why_it_matters")


@dataclass(frozen=True, slots=True)
class Known:
    """What the project has already, so that examples name what is there."""

    terms: Sequence[str] = ()
    categories: Sequence[str] = ()


def term_skeleton(name: Name, *, category: CategoryId | None, known: Known) -> str:
    """Return the text of a draft term."""
    live: dict[str, Any] = {"name": name}
    if category is not None:
        live["category"] = category
    live["status"] = "draft"
    return _skeleton(Term, live, Term.section_fields(), known)


def short_term_skeleton(known: Known) -> str:
    """Return the text of a term with the fields that nearly every term has, to be filled in.

    It is short enough to travel in the address of a page that makes new files.
    """
    lines = [*_words("Give this file the name of the term, such as prompt-caching.yml.")]
    lines += [*_words("A line that starts with ## explains; you may delete it.")]
    for name in _USUAL:
        field = Term.model_fields[name]
        if annotation_at(Term, (name,)) is not CategoryId:
            lines += ["", *_explained(field), *in_yaml(name, _TO_FILL_IN)]
        elif known.categories:
            choice = (
                _words(f"Or: {', '.join(known.categories[1:])}") if known.categories[1:] else ()
            )
            lines += ["", *_explained(field), *choice, *in_yaml(name, known.categories[0])]
    return "\n".join(lines) + "\n"


def comparison_skeleton(
    name: Name, options: Sequence[TermId], *, category: CategoryId | None, known: Known
) -> str:
    """Return the text of a draft comparison, which loads as it stands."""
    live: dict[str, Any] = {"name": name, "kind": "comparison"}
    if category is not None:
        live["category"] = category
    live |= {
        "status": "draft",
        "question": name if name.endswith("?") else f"{name}?",
        "options": list(options),
        "criteria": [
            {
                "name": _TO_FILL_IN,
                "cells": dict.fromkeys(options, _TO_FILL_IN),
            }
        ],
    }
    above = {"kind", *Entry.model_fields}
    sections = [name for name in Comparison.model_fields if name not in above]
    return _skeleton(Comparison, live, sections, known)


def _skeleton(
    model: type[Entry], live: Mapping[str, Any], sections: Sequence[str], known: Known
) -> str:
    """Return the live header, the other header fields, and the sections in the model's order."""
    skipped = {"id", "kind", *live}
    header = [name for name in model.model_fields if name not in (*skipped, *sections)]
    lines = [
        *_words(
            "Lines that start with ## explain. Lines that start with # are examples: take the "
            "'# ' away to use one, and delete what you do not need."
        ),
        "",
    ]
    for name in live:
        if name not in sections:
            lines += in_yaml(name, live[name])
    lines += ["", *_headline("Header")]
    for name in header:
        lines += _commented(model, name, known)
    lines += ["", *_headline("Sections, in the order of the page")]
    for name in sections:
        if name in live:
            lines += ["", *_explained(model.model_fields[name]), *in_yaml(name, live[name])]
        elif name not in skipped:
            lines += _commented(model, name, known)
    return "\n".join(lines) + "\n"


def _headline(words: str) -> list[str]:
    return [f"## {'-' * 8} {words} {'-' * (_WIDTH - 13 - len(words))}"]


def _commented(model: type[Entry], name: str, known: Known) -> Iterator[str]:
    field = model.model_fields[name]
    example = _named(model, (name,), (field.examples or [""])[0], known)
    annotation = annotation_at(model, (name,))
    yield ""
    yield from _explained(field)
    if annotation is CategoryId and known.categories:
        yield from _words(f"Known: {', '.join(known.categories)}")
    block = annotation is Prose
    for line in [f"{name}: |", f"  {example}"] if block else in_yaml(name, example):
        yield f"# {line}"


def _explained(field: FieldInfo) -> Iterator[str]:
    return _words(f"{field.title}. {field.description}")


def _words(text: str) -> Iterator[str]:
    for line in wrap(text, _WIDTH - 3, break_long_words=False, break_on_hyphens=False):
        yield f"## {line}"


def _named(model: type[Entry], path: tuple[str | int, ...], example: Any, known: Known) -> Any:
    """Return the example with a term or category of this project in place of the model's."""
    match example:
        case list():
            return [
                _named(model, (*path, number), item, known) for number, item in enumerate(example)
            ]
        case dict():
            return {key: _named(model, (*path, key), item, known) for key, item in example.items()}
    annotation = annotation_at(model, path)
    if short := getattr(annotation, "short_for", None):
        annotation = annotation_at(annotation, (short,))
    for kind, names in ((TermId, known.terms), (CategoryId, known.categories)):
        if annotation is kind and names and example not in names:
            return names[0]
    return example
