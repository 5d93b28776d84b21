"""Edits of one file, made one after the other and each proved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TypeAlias

from generator.diagnostics import Edit, Replacement
from generator.editing.places import Change, Place, place_of, written
from generator.editing.proof import are_kept, comments, is_proved, is_same_elsewhere
from generator.editing.refusal import NotEdited
from generator.editing.scalars import rewritten
from generator.editing.splices import Splice, difference
from generator.editing.structure import filled, with_added, without
from generator.quoting import quoted
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.reading.lines import Lines
from generator.reading.tree import Fields

Placed: TypeAlias = tuple[Edit, Place]


@dataclass(frozen=True, slots=True)
class Edited:
    """The new text of a file, and what became of which characters of the old one."""

    text: str
    splices: tuple[Splice, ...]


def edited(document: Document, edits: Sequence[Edit]) -> str:
    """Return the new text of a file, or raise `NotEdited`.

    Every edit is written as close to the old text as can be, and proved: the new text, read
    anew, says what the old one said with the edits applied, and no comment is lost.
    """
    return carried_out(document, edits).text


def replacements(document: Document, edits: Sequence[Edit]) -> tuple[Replacement, ...]:
    """Return edits as characters, in the order of the file, or raise `NotEdited`."""
    lines = Lines.of(document.path, document.text)
    return tuple(
        Replacement(lines.place(splice.start, splice.end), splice.text)
        for splice in carried_out(document, edits).splices
    )


def carried_out(document: Document, edits: Sequence[Edit]) -> Edited:
    """Make the edits from the end of the file to its start, so that places stay where they are."""
    now, splices = document, list[Splice]()
    for edit, _ in reversed(placed(document, edits)):
        after = _with(now, edit)
        splices.append(difference(now.text, after))
        now = replace(now, text=after)
    splices = [splice for splice in reversed(splices) if splice.start < splice.end or splice.text]
    if any(one.end > other.start for one, other in pairwise(splices)):
        splices = [difference(document.text, now.text)]
    return Edited(now.text, tuple(splices))


def placed(document: Document, edits: Sequence[Edit]) -> list[Placed]:
    """Return the edits with their places in the order of the file.

    Raises `NotEdited` if there is no such place, or two edits concern the same.
    """
    tree = _tree(document) if any(edit.at.path for edit in edits) else None
    found = [(edit, _place(edit, document, tree)) for edit in edits]
    # They will be made from the last to the first; what is added to a list, the other way round.
    found.sort(key=lambda one: (one[1].spot, _backwards(one[0])))
    if any(clash(one, other) for one, other in combinations(found, 2)):
        raise NotEdited("two changes concern the same place")
    return found


def clash(one: Placed, other: Placed) -> bool:
    """Return whether two edits concern the same place."""
    (start, end), (other_start, other_end) = one[1].spot, other[1].spot
    if (start, end) == (other_start, other_end):
        return start < end or one[0].at.path == other[0].at.path
    return start < other_end and other_start < end


def _backwards(edit: Edit) -> tuple[int, ...]:
    return tuple(-step for step in edit.at.path if isinstance(step, int))


def _place(edit: Edit, document: Document, tree: Fields | None) -> Place:
    if edit.at.path and tree is not None:
        return place_of(edit, document, tree)
    start, end = edit.at.span or (0, len(document.text))
    if not 0 <= start <= end <= len(document.text):
        raise NotEdited("the file has changed since it was read")
    return Place(Change.TEXT, (), start, end)


def _tree(document: Document) -> Fields:
    try:
        return document.tree()
    except Unreadable as fault:
        raise NotEdited(f"the file cannot be read: {fault.diagnostic.message}") from None


def _with(document: Document, edit: Edit) -> str:
    """Return the text with one edit made, and proved."""
    if not edit.at.path:
        return _with_text(document, edit)
    tree = _tree(document)
    place = place_of(edit, document, tree)
    new = _new_value(edit, place)
    for after in _ways(document.text, place, new):
        if is_proved(document, after, place, new):
            return after
    raise NotEdited(f"{written(edit.at.path)} cannot be changed without changing something else")


def _new_value(edit: Edit, place: Place) -> str:
    """Return the whole new value or key; nothing for what is removed."""
    if edit.at.span is None or place.scalar is None or place.change is not Change.VALUE:
        return edit.text or ""
    old, (start, end) = place.scalar.text.strip(), edit.at.span
    if not 0 <= start <= end <= len(old):
        raise NotEdited(f"{written(edit.at.path)} has changed since it was read")
    return old[:start] + (edit.text or "") + old[end:]


def _ways(text: str, place: Place, new: str) -> Iterator[str]:
    """Yield new texts, the best one first."""
    match place.change:
        case Change.REMOVAL:
            yield from without(text, place)
        case Change.FIELD | Change.ITEM:
            yield from with_added(text, place, new)
        case _ if place.rest:
            yield from filled(text, place, new)
        case _ if place.scalar is None:
            # No list and no fields were meant, but a text.
            value = quoted(new, in_brackets=place.in_brackets)
            before = text[: place.start]
            if not place.in_brackets:
                before = f"{before.rstrip()} "
            yield f"{before}{value}{text[place.end :]}"
        case _:
            for splice in rewritten(place, text, new):
                yield splice.into(text)


def _with_text(document: Document, edit: Edit) -> str:
    """Return the text with a range of it replaced; no value that it does not touch may change."""
    start, end = edit.at.span or (0, len(document.text))
    splice = Splice(start, end, edit.text or "")
    if document.path.endswith(".md"):
        return splice.into(document.text)
    if not splice.text and document.text.startswith("#", start):
        splice = _with_its_line(document.text, splice)
    after = splice.into(document.text)
    try:
        new = replace(document, text=after).tree()
    except Unreadable as fault:
        raise NotEdited(f"the file could not be read: {fault.diagnostic.message}") from None
    try:
        old = document.tree()
    except Unreadable:
        return after
    place = Place(Change.TEXT, (), start, end)
    kept = are_kept(comments(old, document.text, place), comments(new, after))
    if not kept or not is_same_elsewhere(old, new, (start, end)):
        raise NotEdited("more would change than what stands there")
    return after


def _with_its_line(text: str, splice: Splice) -> Splice:
    """Return the range with the white space in front, and its line if nothing else is on it."""
    start = len(text[: splice.start].rstrip(" \t"))
    is_alone = text[start - 1 : start] in ("\n", "") and text[splice.end : splice.end + 1] == "\n"
    return Splice(start, splice.end + is_alone, "")
