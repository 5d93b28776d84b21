"""What is odd about an entry that fits the model all the same."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.diagnostics import Address, Edit, Fault, FieldPath, Fix
from generator.kinds import is_part
from generator.load.lines import of_lists, swallowed
from generator.load.odd_rules import (
    CUT_BY_COMMENT,
    EMPTY_VALUE,
    NEEDS_QUOTES,
    UNBALANCED_QUOTE,
)
from generator.load.refusals import Found
from generator.load.walk import Survey, every_field, is_empty, text_type
from generator.model import Entry
from generator.model.times import Interval, When
from generator.reading import Document
from generator.reading.tree import Scalar
from generator.shape import annotation_at
from generator.text import Text

# Whether a comment is a comment or the end of a text that lacks quotes: no text ends with such
# a word, and no comment starts with a letter.
_UNFINISHED = " a an and as at by for from in into is its of on or our the their this to with your "
_GLUED = re.compile(r"[ \t]+(#(?!termloom:)\w[^\n]*)")
_COMMENT = re.compile(r"[ \t]+(#(?![ \t]*termloom:)[^\n]*)")
_ENDS = (".", "!", "?", "…", ":", ";", ")", "”", "’", '"', "'")


def emptied(path: FieldPath, file: str) -> Found:
    """Return the fault of a field that holds nothing."""
    fix = Fix(f"Remove the empty field '{path[-1]}'", (Edit(Address(file, path), None),))
    message = f"the field '{path[-1]}' is empty"
    return EMPTY_VALUE, Fault(
        Address(file, path, key=True), message, "write a value, or remove the field", fix=fix
    )


def odd(
    document: Document, survey: Survey, model: type[Entry]
) -> Iterator[tuple[FieldPath, Found]]:
    """Yield what other programs, or YAML itself, read otherwise than it was surely meant."""
    yield from _misread(document.path, survey, model)
    may_be_cut = " #" in document.text or "\t#" in document.text
    for path, node in survey.plain:
        if may_be_cut and (rest := _cut(document.text, node)) and _is_text(text_type(model, path)):
            yield path, (CUT_BY_COMMENT, _cut_short(Address(document.path, path), rest))
        elif _is_half_quoted(node.text) and _is_text(text_type(model, path)):
            yield path, (UNBALANCED_QUOTE, _half_quoted(document, path, node))
    yield from swallowed(document, survey, model)
    yield from of_lists(document, survey)


def _misread(file: str, survey: Survey, model: type[Entry]) -> Iterator[tuple[FieldPath, Found]]:
    other = _never_text(model)
    for path, node in survey.suspects:
        if path[-1] in other or is_empty(node) or not isinstance(node, Scalar):
            continue
        if _is_text(text_type(model, path)):
            at = Address(file, path)
            message = f"many programs do not take '{node.text}' for text"
            fix = Fix("Put it in quotes", (Edit(at, node.text),))
            hint = f'put it in quotes: "{node.text}"'
            yield path, (NEEDS_QUOTES, Fault(at, message, hint, fix=fix))


def _cut(text: str, node: Scalar) -> str:
    """Return the comment that is probably the rest of a text, if there is one."""
    found = _COMMENT.match(text, node.end)
    if found is None or "\n" in text[node.start : node.end] or node.text.endswith(_ENDS):
        return ""
    last = node.text.rpartition(" ")[2].lower()
    glued = _GLUED.match(text, node.end) is not None
    return found[1] if glued or f" {last} " in _UNFINISHED else ""


def _cut_short(at: Address, rest: str) -> Fault:
    shown = rest if len(rest) <= 40 else f"{rest[:39]}…"
    return Fault(
        at,
        f"YAML takes '{shown}' for a comment, and the text ends before it",
        "put the whole text in quotes; a comment has a space after its '#'",
    )


def _is_half_quoted(text: str) -> bool:
    """Return whether a text ends with a quotation mark that no other opens, and is no inch."""
    if text[-1:] not in ("'", '"') or text[-2:-1].isdigit():
        return False
    if text.endswith('"'):
        return text.count('"') % 2 == 1
    # Between single quotes an apostrophe is written twice; the plural of a writer has one.
    alone = "''" in text or len(re.findall(r"(?<!\w)'|'(?!\w)", text)) == 1
    return alone and not text.endswith("s'")


def _half_quoted(document: Document, path: FieldPath, node: Scalar) -> Fault:
    return Fault(
        Address(document.path, path, span=(len(node.text) - 1, len(node.text))),
        "a quotation mark ends this text, and none begins it",
        f"write {node.text[-1]} at both ends, or at neither",
    )


@cache
def _never_text(model: type[Entry]) -> frozenset[str | int]:
    """Return the names of fields that hold dates, numbers and the like, wherever they stand.

    Most values that look like no text are in these, so that no other need be looked up.
    """
    kinds: dict[str | int, set[bool]] = defaultdict(set)
    for name, kind in every_field(model):
        inside = (annotation_at(kind, (0,)), annotation_at(kind, ("",)))
        holds = is_part(kind) or any(inner is not Any for inner in inside)
        kinds[name].add(holds or _is_text(kind))
    return frozenset(name for name, found in kinds.items() if found == {False})


def _is_text(annotation: object) -> bool:
    if not isinstance(annotation, type) or not issubclass(annotation, Text):
        return False
    return not issubclass(annotation, When | Interval)
