"""YAML text to a tree of nodes that know their places.

Built from the parser's *event* stream: libyaml's composer recurses (a few thousand `[`
crash the process) and PyYAML's constructor expands merge keys without bound. The stream
does neither. Every scalar stays text, so a region `NO` stays `NO` and `12:30` stays `12:30`;
an empty plain scalar, `~` and `null` mean that a value is absent.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from generator.diagnostics import Address, Edit, Fix, Location, Rule
from generator.reading.faults import (
    DUPLICATE_KEY,
    EMPTY_FILE,
    NOT_FIELDS,
    TOO_DEEP,
    UNSUPPORTED_YAML,
    YAML_SYNTAX,
    Unreadable,
    unreadable,
)
from generator.reading.lines import Lines
from generator.reading.syntax import syntax_fault, unprintable

# The pure Python parser is the same, only slower; wheels without libyaml have no other.
# The events are those of two parsers without a common type.
Event: TypeAlias = Any
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 20
_ABSENT = {"", "~", "null"}

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Node: TypeAlias = "Scalar | Items | Fields"


@dataclass(slots=True)
class Scalar:
    """Text. `start` and `end` are offsets into the file's text."""

    text: str
    start: int
    end: int
    style: str | None

    def plain(self, *, absent: bool = False) -> Plain:
        """Return the text, or nothing where the value is absent."""
        return None if not self.style and self.text in _ABSENT else self.text


@dataclass(slots=True)
class Items:
    """A sequence."""

    start: int
    end: int = 0
    items: list[Node] = field(default_factory=list)

    def plain(self, *, absent: bool = False) -> Plain:
        """Return the values as a list."""
        return [item.plain(absent=absent) for item in self.items]


@dataclass(slots=True)
class Fields:
    """A mapping, with the node of each key; `pending` is a key that waits for its value."""

    start: int
    end: int = 0
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)
    pending: str | None = None

    def plain(self, *, absent: bool = False) -> "dict[str, Plain]":
        """Return the values by key; a key without a value is left out, unless `absent`."""
        pairs = ((key, node.plain(absent=absent)) for key, node in self.values.items())
        return {key: value for key, value in pairs if absent or value is not None}


def parse(path: str, text: str, *, tags: bool = False) -> Fields:
    """Return the tree of the one document in a text, or raise `Unreadable`.

    `tags` lets tags, anchors and aliases pass as text, for `mkdocs.yml`, which is not ours.
    """
    lines = Lines.of(path, text)
    builder = _Builder(lines, tags=tags)
    try:
        root = builder.build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        raise builder.repeated() or syntax_fault(error, lines) from None
    except yaml.reader.ReaderError as error:
        raise builder.repeated() or unprintable(error, lines) from None
    except Unreadable as fault:
        raise builder.repeated() or fault from None
    if (repeated := builder.repeated()) is not None:
        raise repeated
    if root is None or (isinstance(root, Scalar) and root.plain() is None):
        raise unreadable(
            EMPTY_FILE,
            Location(path),
            "this file is empty",
            hint=None if tags else "delete it, or write at least 'name: …' and 'status: draft'",
        )
    if not isinstance(root, Fields):
        place = lines.place(root.start, root.start)
        raise unreadable(
            NOT_FIELDS,
            place,
            "an entry must be a list of fields, such as 'name: …'",
            hint="remove the '- ' in front" if isinstance(root, Items) else _space(root.text),
            source=lines.line(place.line),
        )
    return root


def _space(text: str) -> str | None:
    if "\uff1a" in text:
        return "write ': ' for '\uff1a', which is no colon for YAML"
    return "put a space after the ':'" if ":" in text else None


class _Builder:
    """Builds one tree; the stack holds the open collections.

    A field that is written twice is complained about at the end: by then it is known whether
    both values are the same.
    """

    def __init__(self, lines: Lines, *, tags: bool) -> None:
        self._lines = lines
        self._tags = tags
        self._stack: list[Items | Fields] = []
        self._root: Node | None = None
        self._again: list[tuple[Fields, Scalar]] = []

    def build(self, events: Iterator[Event]) -> "Node | None":
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                start, end = event.start_mark.index, event.end_mark.index
                self._add(Scalar(event.value, start, end, event.style), event)
            elif kind is yaml.MappingStartEvent:
                self._open(Fields(event.start_mark.index), event)
            elif kind is yaml.SequenceStartEvent:
                self._open(Items(event.start_mark.index), event)
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                self._stack.pop().end = event.end_mark.index
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent and self._root is not None:
                raise self._unsupported(event, "a second document", "remove the '---'")
        return self._root

    def _open(self, node: Items | Fields, event: Event) -> None:
        if len(self._stack) >= _DEEPEST:
            raise self._refused(
                TOO_DEEP, event, f"values are nested more than {_DEEPEST} levels deep"
            )
        self._add(node, event)
        self._stack.append(node)

    def _add(self, node: Node, event: Event) -> None:
        if (event.anchor is not None or event.tag is not None) and not self._tags:
            raise self._extra(event)
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
        elif parent.pending is not None:
            parent.values[parent.pending] = node
            parent.pending = None
        elif isinstance(node, Scalar):
            self._take_key(parent, node)
        else:
            place = self._lines.place(node.start, node.start)
            raise unreadable(
                YAML_SYNTAX,
                place,
                "a field's name must be plain text",
                hint="put quotes around a value that starts with '{' or '['",
                source=self._lines.line(place.line),
            )

    def _take_key(self, parent: Fields, key: Scalar) -> None:
        name = key.text
        if name in parent.keys:
            self._again.append((parent, key))
            # A name that no author can write, so that the first value stays.
            name = f"\0{len(self._again)}"
        else:
            parent.keys[name] = key
        parent.pending = name

    def repeated(self) -> Unreadable | None:
        """Return the fault of the first field that is written twice, if there is one."""
        if not self._again:
            return None
        parent, key = self._again[0]
        first, second = parent.keys[key.text], parent.values.get("\0" + "1")
        is_same = second is not None and second.plain() == parent.values[key.text].plain()
        place = self._lines.place(key.start, key.end)
        return unreadable(
            DUPLICATE_KEY,
            place,
            f"the field '{key.text}' is written twice" + (" and says the same" if is_same else ""),
            hint="remove one of them" if is_same else "keep one of them, or join their values",
            source=self._lines.line(place.line),
            related=((self._lines.place(first.start, first.end), "first written here"),),
            fix=self._removal(key, second) if second is not None and is_same else None,
        )

    def _removal(self, key: Scalar, value: Node) -> Fix | None:
        """Return the fix that removes a field that has lines of its own."""
        text, last = self._lines.text, value
        while not isinstance(last, Scalar) and text[last.start] not in "[{":
            last = (last.items if isinstance(last, Items) else [*last.values.values()])[-1]
        start = text.rfind("\n", 0, key.start) + 1
        end = text.find("\n", len(text[: last.end].rstrip()))
        if text[start : key.start].strip() or end < 0:
            return None
        at = Address(self._lines.path, span=(start, end + 1))
        return Fix(f"Remove the second '{key.text}'", (Edit(at, ""),))

    def _alias(self, event: Event) -> None:
        if not self._tags:
            raise self._unsupported(event, f"the alias '*{event.anchor}'", "write the value out")
        event.tag = None
        start, end = event.start_mark.index, event.end_mark.index
        self._add(Scalar(f"*{event.anchor}", start, end, "*"), event)

    def _extra(self, event: Event) -> Unreadable:
        if event.anchor is not None:
            return self._unsupported(event, f"the anchor '&{event.anchor}'", "write the value out")
        return self._unsupported(event, f"the tag '{event.tag}'", "remove it")

    def _unsupported(self, event: Event, what: str, hint: str) -> Unreadable:
        return self._refused(UNSUPPORTED_YAML, event, f"{what} is not allowed in an entry", hint)

    def _refused(
        self, rule: Rule, event: Event, message: str, hint: str | None = None
    ) -> Unreadable:
        place = self._lines.place(event.start_mark.index, event.start_mark.index + 1)
        return unreadable(rule, place, message, hint=hint, source=self._lines.line(place.line))
