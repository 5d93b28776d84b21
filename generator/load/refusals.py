"""Why an entry does not fit the model, with the place, and with a fix where one is certain."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal, TypeAlias, get_args, get_origin

from pydantic import ValidationError

from generator.diagnostics import Address, Edit, Fault, FieldPath, Fix, Rule
from generator.kinds import described, fields_of, is_mapping, is_part
from generator.load.rules import MEANT_AS_TEXT, MISSING_FIELD, UNKNOWN_FIELD, WRONG_VALUE
from generator.load.slips import field_meant, fits, place_meant, value_meant
from generator.load.strays import is_below_another, list_meant
from generator.load.walk import descend, is_empty, text_type
from generator.model import Entry
from generator.part import ShortPart
from generator.reading import Document
from generator.reading.characters import latin
from generator.reading.tree import Fields, Items, Node, Scalar
from generator.shape import Misfit, Misfitting, annotation_at, closest, found_words, misfits
from generator.text import Text

Found: TypeAlias = tuple[Rule, Fault]


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that does not fit: its file, the tree of it, and the model it should fit."""

    document: Document
    tree: Fields
    model: type[Entry]

    def faults(self, error: ValidationError) -> Iterator[tuple[FieldPath, Found]]:
        """Yield one fault for each mistake, with the path of what it spoils."""
        whole: set[FieldPath] = set()
        for misfit in misfits(error, self.model):
            path = misfit.path[:-1] if misfit.kind is Misfit.UNKNOWN else misfit.path
            if any(path[:length] in whole for length in range(1, len(path) + 1)):
                continue
            if found := list(self._of_the_whole(path)):
                whole.update(spoilt for spoilt, _ in found)
                yield found[0]
                continue
            if (
                misfit.kind is Misfit.MISSING
                and not path
                and is_below_another(self.tree, self.model, misfit.absent)
            ):
                continue
            match misfit.kind:
                case Misfit.UNKNOWN:
                    yield misfit.path, (UNKNOWN_FIELD, self._unknown(misfit))
                case Misfit.MISSING:
                    yield (*path, misfit.absent), (MISSING_FIELD, self._missing(misfit))
                case Misfit.WRONG:
                    yield path, (WRONG_VALUE, self._wrong(misfit))

    def _at(self, path: FieldPath, *, key: bool = False) -> Address:
        return Address(self.document.path, path, key)

    def _of_the_whole(self, path: FieldPath) -> Iterator[tuple[FieldPath, Found]]:
        """Yield the fault of a value that is something else as a whole, for all that it spoils."""
        if not path:
            return
        if (fault := self._meant_as_text(path)) is not None:
            yield path, (MEANT_AS_TEXT, fault)
        elif isinstance(path[-1], int):
            yield from self._of_other_items(path[:-1], path[-1])

    def _of_other_items(self, path: FieldPath, first: int) -> Iterator[tuple[FieldPath, Found]]:
        """Yield the fault of items that belong to another list, the first for all of them."""
        items, part = descend(self.tree, path), annotation_at(self.model, (*path, 0))
        if not isinstance(items, Items) or not is_part(part):
            return
        meant, word = (
            list_meant(self.tree, self.model, (*path, first)),
            isinstance(items.items[first], Scalar),
        )
        if not meant and (not word or issubclass(part, ShortPart) or is_empty(items.items[first])):
            return
        more = [
            (*path, number)
            for number in range(first, len(items.items))
            if list_meant(self.tree, self.model, (*path, number)) == meant
            and isinstance(items.items[number], Scalar) == word
        ]
        at = self._at(more[0])
        if meant:
            message = f"this item of '{path[-1]}' looks like one of '{meant}'"
            fault = Fault(at, message, f"put '{meant}:' on a line of its own above it")
        else:
            shown = items.items[first].plain()
            message = f"expected {described(part)}, found {found_words(shown)}"
            fault = Fault(at, message, _also(len(more) - 1))
        rule = UNKNOWN_FIELD if meant else WRONG_VALUE
        yield from ((path, (rule, fault)) for path in more)

    def _unknown(self, misfit: Misfitting) -> Fault:
        *parents, name = misfit.path
        part = annotation_at(self.model, tuple(parents))
        owner = descend(self.tree, tuple(parents))
        assert isinstance(owner, Fields)
        at, hint = self._at(misfit.path, key=True), misfit.hint
        fix: Fix | None = None
        name = str(name)
        meant = field_meant(latin(name), part)
        if meant in owner.values:
            hint = f"'{meant}' is there already; bring the two together"
        elif meant is not None:
            strange = "a letter of it is of another alphabet; " if latin(name) != name else ""
            hint = f"{strange}did you mean '{meant}'?"
            if fits(owner.values[name].plain(), annotation_at(part, (meant,))):
                fix = Fix(f"Rename the field to '{meant}'", (Edit(at, meant),))
        else:
            above = tuple(owner.values)
            before = above[: above.index(name)]
            hint = place_meant(name, tuple(parents), self.model, before) or hint
        return Fault(at, misfit.message, hint, fix=fix)

    def _missing(self, misfit: Misfitting) -> Fault:
        owner = descend(self.tree, misfit.path)
        if isinstance(owner, Fields) and misfit.absent in owner.values:
            at = self._at((*misfit.path, misfit.absent), key=True)
            return Fault(at, f"the field '{misfit.absent}' has no value", misfit.hint)
        return Fault(self._at(misfit.path, key=True), misfit.message, misfit.hint)

    def _wrong(self, misfit: Misfitting) -> Fault:
        if misfit.key:
            return self._wrong_key(misfit)
        path = misfit.path
        node = descend(self.tree, path)
        if node is None:
            # Plain text that stands for a part.
            path, node = path[:-1], descend(self.tree, path[:-1])
        at = self._at(path)
        if not isinstance(node, Scalar):
            return Fault(at, misfit.message, misfit.hint)
        if isinstance(path[-1], int) and is_empty(node):
            removed = Fix("Remove the empty item", (Edit(at, None),))
            message = "this item of the list is empty"
            return Fault(at, message, "write it, or remove it", fix=removed)
        fix = self._rewritten(at, node) or self._as_list(path, node)
        hint = misfit.hint or (f"write '{fix.edits[0].text}'" if fix else None)
        return Fault(at, misfit.message, hint, fix=fix)

    def _wrong_key(self, misfit: Misfitting) -> Fault:
        owner = annotation_at(self.model, misfit.path[:-1])
        at = self._at(misfit.path, key=True)
        fix: Fix | None = None
        if is_mapping(owner):
            meant = value_meant(str(misfit.path[-1]), get_args(owner)[0])
            fix = Fix(f"Write '{meant}'", (Edit(at, meant),)) if meant else None
        hint = misfit.hint or (f"write '{fix.edits[0].text}'" if fix else None)
        return Fault(at, misfit.message, hint, fix=fix)

    def _rewritten(self, at: Address, node: Scalar) -> Fix | None:
        wanted = text_type(self.model, at.path)
        if not is_strict(wanted):
            return None
        meant = value_meant(node.text, wanted)
        return Fix(f"Write '{meant}'", (Edit(at, meant),)) if meant is not None else None

    def _as_list(self, path: FieldPath, node: Scalar) -> Fix | None:
        """Return the fix for one text where a list of such is wanted."""
        source = self._source(node)
        wanted = annotation_at(self.model, path)
        if get_origin(wanted) is not tuple or set(source) & set("\n,;:[]{}#|>"):
            return None
        if not fits([node.text], wanted):
            return None
        edit = Edit(Address(self.document.path, span=(node.start, node.end)), f"[{source}]")
        return Fix("Make it a list", (edit,))

    def _meant_as_text(self, path: FieldPath) -> Fault | None:
        """Return the fault of text that YAML took for a list or for fields, if it is such."""
        node, wanted = descend(self.tree, path), text_type(self.model, path)
        if not isinstance(wanted, type) or not issubclass(wanted, Text):
            return None
        if node is None or isinstance(node, Scalar):
            return None
        source = self._source(node)
        why = "" if "\n" in source else self._taken_for(node, source, path)
        if not why:
            return None
        at = self._at(path)
        inner = source.strip("[]{} ")
        meant = inner if fits(inner, wanted) else value_meant(inner, wanted)
        for title, text in (("Put it in quotes", source), ("Take the brackets away", meant)):
            if text and fits(text, wanted):
                fix = Fix(title, (Edit(at, text),))
                return Fault(at, why, f"{title[0].lower()}{title[1:]}", fix=fix)
        return Fault(at, why, "write text without brackets")

    def _taken_for(self, node: Node, source: str, path: FieldPath) -> str:
        shown = source if len(source) <= 40 else f"{source[:39]}…"
        if isinstance(node, Items):
            return f"YAML takes '{shown}' for a list" if source[0] == "[" else ""
        assert isinstance(node, Fields)
        part = annotation_at(self.model, path)
        short = isinstance(part, type) and issubclass(part, ShortPart)
        name = next(iter(node.values), "")
        if short and any(closest(key, fields_of(part)) for key in node.values):
            return ""
        if source[0] == "{":
            absent = all(inner.plain() is None for inner in node.values.values())
            return f"YAML takes '{shown}' for fields" if absent or not short else ""
        # A name of one word in lower case may well be a field that its author looked for.
        is_words = name[:1].isupper() or " " in name
        if len(node.values) != 1 or (short and not is_words):
            return ""
        return f"YAML takes '{name}' for the name of a field, because of the ': ' after it"

    def _source(self, node: Node) -> str:
        """Return a value as it stands in the file."""
        last = node
        while not isinstance(last, Scalar) and self.document.text[last.start] not in "[{":
            inner = last.items if isinstance(last, Items) else list(last.values.values())
            last = inner[-1]
        return self.document.text[node.start : last.end].rstrip()


def _also(more: int) -> str | None:
    """Return the hint about items that look like the first, if there are any."""
    if not more:
        return None
    those = "the item below is" if more == 1 else f"the {more} items below are"
    return f"{those} text too; if they belong to another list, put its name above them"


def is_strict(annotation: Any) -> bool:
    """Return whether a type takes only few spellings: a choice, an id, a date."""
    if get_origin(annotation) is Literal:
        return True
    if not isinstance(annotation, type):
        return False
    if issubclass(annotation, Text):
        return annotation.pattern is not None
    return issubclass(annotation, StrEnum | date)
