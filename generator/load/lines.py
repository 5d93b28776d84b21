"""Lines that YAML took for a part of something else, and items that are there twice."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_origin

from generator.diagnostics import Address, Edit, Fault, FieldPath, Fix
from generator.load.odd_rules import MISSING_COLON, REPEATED_ITEM, SWALLOWED_LINE
from generator.load.refusals import Found
from generator.load.walk import Survey, every_field, is_empty
from generator.model import Entry
from generator.reading import Document
from generator.reading.locate import visible
from generator.reading.tree import Fields, Items, Node, Scalar

_DASH = re.compile(r"\n[ \t]*(- )")
# The line above a field that is no prose: it is empty, or a sentence ends there.
_ENDED = re.compile(r"(\n|[.!?…:)”’\"'])[ \t]*\Z")


def swallowed(
    document: Document, survey: Survey, model: type[Entry]
) -> Iterator[tuple[FieldPath, Found]]:
    """Yield texts with a line in them that looks like the item of a list or like a field."""
    text = document.text
    for path, node in survey.plain:
        if text.find("\n", node.start, node.end) < 0:
            continue
        if found := _DASH.search(text, node.start, node.end):
            message = "this line begins with '- ', but YAML takes it for a part of the text above"
            hint = "put the name of its list above it, or write '|' behind the field's name"
            yield (
                path,
                (SWALLOWED_LINE, _fault(document, (path, node), found.start(1), message, hint)),
            )
    for path, node in survey.blocks:
        if start := _field_in(text, node, model):
            name = text[start : text.index(":", start)].lstrip("- ")
            message = (
                f"'{name}:' looks like a field, but YAML takes it for a part of the text above"
            )
            hint = "indent it less, or put the name of its list above it"
            yield path, (SWALLOWED_LINE, _fault(document, (path, node), start, message, hint))


def of_lists(document: Document, survey: Survey) -> Iterator[tuple[FieldPath, Found]]:
    """Yield items of lists that lack the colon that others have, or say what another says."""
    for path, items in survey.lists:
        names = {name for item in items.items if isinstance(item, Fields) for name in item.values}
        repeated = dict(_repeats(items))
        for number, item in enumerate(items.items):
            at = Address(document.path, (*path, number))
            if isinstance(item, Scalar) and not item.style and names:
                first, space, _ = item.text.partition(" ")
                if space and first in names:
                    yield at.path, (MISSING_COLON, _without_colon(at, item, first))
            if number in repeated:
                yield at.path, (REPEATED_ITEM, _repeated(at, path, repeated[number]))


def _repeats(items: Items) -> Iterator[tuple[int, int]]:
    """Yield the number of each item that is there before, with that of the first.

    To compare whole items costs more than to look for two that begin alike.
    """
    begun: dict[str, int] = {}
    whole: dict[str, int] = {}
    for number, item in enumerate(items.items):
        words = _first_words(item)
        if (first := begun.setdefault(words, number)) == number or not words.strip():
            continue
        whole.setdefault(repr(items.items[first].plain()), first)
        if (same := whole.setdefault(repr(item.plain()), number)) != number:
            yield number, same


def _first_words(node: Node) -> str:
    while not isinstance(node, Scalar) and not is_empty(node):
        node = next(iter(node.values.values())) if isinstance(node, Fields) else node.items[0]
    return node.text if isinstance(node, Scalar) else ""


def _field_in(text: str, node: Scalar, model: type[Entry]) -> int:
    """Return where a line of a text looks like a field, 0 where none does; code is left alone."""
    for found in _looks_like_field(model).finditer(text, node.start, node.end):
        above = text[node.start : found.start()]
        if "```" in above or "~~~" in above:
            return 0
        first = text.find("\n", node.start) + 1 == found.start()
        if found["item"] or found["headline"] or (not first and _ENDED.search(above.rstrip(" \t"))):
            return found.start("name")
    return 0


@cache
def _looks_like_field(model: type[Entry]) -> re.Pattern[str]:
    names = "|".join(sorted({name for name, _ in every_field(model)}))
    lists = "|".join(
        sorted({name for name, kind in every_field(model) if get_origin(kind) is not None})
    )
    return re.compile(
        rf"^[ \t]*(?P<name>(?P<item>- (?:{names}): )|(?P<headline>(?:{lists}):[ \t]*$)"
        rf"|(?:{names}): )",
        re.MULTILINE,
    )


def _fault(
    document: Document, value: tuple[FieldPath, Scalar], offset: int, message: str, hint: str
) -> Fault:
    """Return the fault of a line in a text, by its offset in the file."""
    path, node = value
    before = sum(start < offset for start, _ in visible(node, document.text))
    shown = [number for number, char in enumerate(node.text.strip()) if not char.isspace()]
    start = shown[min(before, len(shown) - 1)]
    return Fault(Address(document.path, path, span=(start, start + 1)), message, hint)


def _without_colon(at: Address, item: Scalar, name: str) -> Fault:
    end = item.start + len(name)
    fix = Fix("Insert the colon", (Edit(Address(at.file, span=(end, end)), ":"),))
    message = f"a ':' is missing after '{name}', which begins other items of this list"
    return Fault(at, message, f"write '{name}: …'", fix=fix)


def _repeated(at: Address, path: FieldPath, first: int) -> Fault:
    return Fault(
        at,
        f"item {first + 1} of this list says the same",
        "remove one of the two",
        ((Address(at.file, (*path, first)), "the same here"),),
        Fix("Remove the second", (Edit(at, None),)),
    )
