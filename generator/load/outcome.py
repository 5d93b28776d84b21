"""One document to an entry, and to everything there is to say about its shape."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import ValidationError

from generator.diagnostics import Address, Diagnostic, Edit, Fault, FieldPath, Fix
from generator.kinds import fields_of, is_mapping
from generator.load.refusals import Found, Refused
from generator.load.remarks import emptied, odd
from generator.load.rules import MISSING_FIELD, UNKNOWN_FIELD, WRONG_VALUE
from generator.load.slips import value_meant
from generator.load.walk import Survey, descend, is_empty
from generator.model import Comparison, Entry, Term
from generator.reading import Document
from generator.reading.faults import Unreadable
from generator.reading.remarks import strange
from generator.reading.tree import Fields
from generator.shape import annotation_at, did_you_mean
from generator.text import EntryId

_KINDS = ("term", "comparison")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: an entry unless it is unreadable or does not fit."""

    entry: Entry | None = None
    unreadable: Diagnostic | None = None
    faults: tuple[Found, ...] = ()


def entry_id(path: str) -> EntryId:
    """Return the id of the entry in a file: the file's name without its ending."""
    return EntryId(path.rpartition("/")[2].rpartition(".")[0])


def outcome_of(document: Document) -> Outcome:
    """Load one document. One mistake gives one fault, and one run gives all of them."""
    try:
        tree = document.tree()
    except Unreadable as fault:
        return Outcome(unreadable=fault.diagnostic)
    kind = tree.values.get("kind")
    model: type[Entry] = Term
    if kind is not None and not is_empty(kind):
        if (said := kind.plain()) not in _KINDS:
            return Outcome(faults=((WRONG_VALUE, _unknown_kind(said, document.path)),))
        model = Comparison if said == "comparison" else Term
    elif {"options", "criteria"} <= tree.values.keys():
        return Outcome(faults=((MISSING_FIELD, _without_kind(document.path)),))
    return _fitted(document, tree, model)


def _fitted(document: Document, tree: Fields, model: type[Entry]) -> Outcome:
    id = entry_id(document.path)
    survey = Survey.of(document.text, tree)
    empty = [path for path, node in survey.suspects if is_empty(node) and _is_known(path, model)]
    data: dict[str, Any] = tree.plain(absent=True)
    for path in empty:
        _drop(data, path)
    if model is Term:
        # `kind: term` is what every entry is by default.
        data.pop("kind", None)
    refused: list[tuple[FieldPath, Found]] = []
    entry: Entry | None = None
    if "id" in data:
        refused.append((("id",), (UNKNOWN_FIELD, _written_id(document.path, data["id"], id))))
    try:
        entry = model.model_validate({**data, "id": id})
    except ValidationError as error:
        refused += Refused(document, tree, model).faults(error)
    if refused:
        entry = None
    spoilt = {path for path, _ in refused}
    remarks = [
        *((path, emptied(path, document.path)) for path in empty if _matters(path, model, entry)),
        *odd(document, survey, model),
    ]
    said = [found for path, found in remarks if not _is_within(path, spoilt)]
    said += _apart(strange(document), tree, [*spoilt, *(path for path, _ in remarks)])
    return Outcome(entry, None, (*(found for _, found in refused), *said))


def _is_known(path: FieldPath, model: type[Entry]) -> bool:
    """Return whether a value is that of a field of the model, or of a mapping in it."""
    if isinstance(path[-1], int):
        return False
    owner = annotation_at(model, path[:-1])
    return path == ("kind",) or is_mapping(owner) or path[-1] in fields_of(owner)


def _drop(data: Any, path: FieldPath) -> None:
    for step in path[:-1]:
        data = data[step]
    data.pop(path[-1], None)


def _matters(path: FieldPath, model: type[Entry], entry: Entry | None) -> bool:
    """Return whether nobody else complains about an empty field, and nobody is still at it."""
    if is_mapping(annotation_at(model, path[:-1])):
        # An empty cell is a rule of its own.
        return False
    if entry is None:
        return True
    # So is a published term without a definition.
    is_definition = isinstance(entry, Term) and path == ("definition",)
    return entry.is_published and not is_definition


def _is_within(path: FieldPath, others: set[FieldPath]) -> bool:
    return any(path[:length] in others for length in range(1, len(path) + 1))


def _apart(found: Iterator[Found], tree: Fields, paths: Iterable[FieldPath]) -> Iterator[Found]:
    """Leave out what was found in a value or a name that was complained about already."""
    ranges = None
    for rule, fault in found:
        ranges = ranges if ranges is not None else [_range(tree, path) for path in paths]
        start = fault.at.span[0] if fault.at.span else -1
        if not any(first <= start < last for first, last in ranges):
            yield rule, fault


def _range(tree: Fields, path: FieldPath) -> tuple[int, int]:
    node, owner = descend(tree, path), descend(tree, path[:-1])
    key = owner.keys.get(str(path[-1])) if isinstance(owner, Fields) else None
    if node is None:
        return 0, 0
    return (key or node).start, node.end


def _unknown_kind(kind: object, path: str) -> Fault:
    at = Address(path, ("kind",))
    if not isinstance(kind, str):
        return Fault(at, "expected one of term, comparison, found something else")
    meant = value_meant(kind, Literal["term", "comparison"])
    fix = Fix(f"Write '{meant}'", (Edit(at, meant),)) if meant else None
    hint = did_you_mean(meant or kind, _KINDS)
    return Fault(at, f"'{kind}' is not one of term, comparison", hint, fix=fix)


def _without_kind(path: str) -> Fault:
    fix = Fix("Say that it is a comparison", (Edit(Address(path, ("kind",)), "comparison"),))
    message, hint = "the field 'kind' is missing", "add 'kind: comparison'"
    return Fault(Address(path, (), key=True), message, hint, fix=fix)


def _written_id(path: str, written: object, id: EntryId) -> Fault:
    fix = Fix("Remove the id", (Edit(Address(path, ("id",)), None),)) if written == id else None
    hint = "the file's name is the id; remove this line"
    return Fault(Address(path, ("id",), key=True), "unknown field 'id'", hint, fix=fix)
