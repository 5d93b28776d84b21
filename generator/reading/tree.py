"""YAML text to a tree of nodes that know their places.

Built from the parser's *event* stream: libyaml's composer recurses (a few thousand `[`
crash the process) and PyYAML's constructor expands merge keys without bound. The stream
does neither. Every scalar stays text, so a region `NO` stays `NO` and `12:30` stays `12:30`;
an empty plain scalar, `~` and `null` mean that a value is absent.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from generator.diagnostics import Location, Rule
from generator.reading.faults import (
    DUPLICATE_KEY,
    NOT_FIELDS,
    TAB_INDENTATION,
    TOO_DEEP,
    UNSUPPORTED_YAML,
    YAML_SYNTAX,
    Unreadable,
    unreadable,
)

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
    """A mapping, with the node of each key."""

    start: int
    end: int = 0
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)

    def plain(self, *, absent: bool = False) -> Plain:
        """Return the values by key; a key without a value is left out, unless `absent`."""
        pairs = ((key, node.plain(absent=absent)) for key, node in self.values.items())
        return {key: value for key, value in pairs if absent or value is not None}


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a text, for turning offsets into places."""

    path: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, path: str, text: str) -> "Lines":
        """Return the index of a text. Lines end where YAML and editors say: at a line feed."""
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        return cls(path, text, tuple(starts))

    def place(self, start: int, end: int) -> Location:
        """Return the location of a range of characters."""
        first, last = self._number(start), self._number(max(start, end))
        return Location(
            self.path,
            first + 1,
            start - self.starts[first] + 1,
            last + 1,
            max(start, end) - self.starts[last] + 1,
        )

    def line(self, number: int) -> str:
        """Return the line of this number, counted from 1; empty where there is none."""
        if not 1 <= number <= len(self.starts):
            return ""
        start = self.starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")

    def _number(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def parse(path: str, text: str, *, tags: bool = False) -> Fields:
    """Return the tree of the one document in a text, or raise `Unreadable`.

    `tags` lets tags, anchors and aliases pass as text, for `mkdocs.yml`, which is not ours.
    """
    lines = Lines.of(path, text)
    try:
        root = _Builder(lines, tags=tags).build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        raise _syntax(error, lines) from None
    except yaml.YAMLError as error:
        raise unreadable(YAML_SYNTAX, Location(path), str(error).partition("\n")[0]) from None
    if not isinstance(root, Fields):
        place = lines.place(root.start, root.start)
        raise unreadable(
            NOT_FIELDS,
            place,
            "an entry must be a list of fields, such as 'name: …'",
            hint="remove the '- ' in front" if isinstance(root, Items) else None,
            source=lines.line(place.line),
        )
    return root


class _Builder:
    """Builds one tree; the stack holds the open collections."""

    def __init__(self, lines: Lines, *, tags: bool) -> None:
        self._lines = lines
        self._tags = tags
        self._stack: list[Items | Fields] = []
        self._keys: list[Scalar | None] = []
        self._root: Node | None = None

    def build(self, events: Iterator[Event]) -> Node:
        documents = 0
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._refuse_extras(event)
                self._add(
                    Scalar(
                        event.value,
                        event.start_mark.index,
                        event.end_mark.index,
                        event.style,
                    )
                )
            elif kind is yaml.MappingStartEvent:
                self._open(event, Fields(event.start_mark.index))
            elif kind is yaml.SequenceStartEvent:
                self._open(event, Items(event.start_mark.index))
            elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
                closed = self._stack.pop()
                self._keys.pop()
                closed.end = event.end_mark.index
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise self._unsupported(event, "a file holds one document", "remove the '---'")
        assert self._root is not None, "the caller sees to it that the text is not blank"
        return self._root

    def _open(self, event: Event, node: Items | Fields) -> None:
        self._refuse_extras(event)
        if len(self._stack) >= _DEEPEST:
            raise self._refused(
                TOO_DEEP, event, f"values are nested more than {_DEEPEST} levels deep"
            )
        self._add(node)
        self._stack.append(node)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
        elif (key := self._keys[-1]) is not None:
            parent.values[key.text] = node
            self._keys[-1] = None
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
        if (first := parent.keys.get(key.text)) is not None:
            place = self._lines.place(key.start, key.end)
            raise unreadable(
                DUPLICATE_KEY,
                place,
                f"the field '{key.text}' is written twice",
                hint="keep one of them, or join their values",
                source=self._lines.line(place.line),
                related=((self._lines.place(first.start, first.end), "first written here"),),
            )
        parent.keys[key.text] = key
        self._keys[-1] = key

    def _alias(self, event: Event) -> None:
        if not self._tags:
            raise self._unsupported(event, f"the alias '*{event.anchor}'", "write the value out")
        self._add(Scalar(f"*{event.anchor}", event.start_mark.index, event.end_mark.index, "*"))

    def _refuse_extras(self, event: Event) -> None:
        if self._tags:
            return
        if event.anchor is not None:
            raise self._unsupported(event, f"the anchor '&{event.anchor}'", "write the value out")
        if event.tag is not None:
            raise self._unsupported(event, f"the tag '{event.tag}'", "remove it")

    def _unsupported(self, event: Event, what: str, hint: str) -> Unreadable:
        return self._refused(UNSUPPORTED_YAML, event, f"{what} is not allowed in an entry", hint)

    def _refused(
        self, rule: Rule, event: Event, message: str, hint: str | None = None
    ) -> Unreadable:
        place = self._lines.place(event.start_mark.index, event.start_mark.index + 1)
        return unreadable(rule, place, message, hint=hint, source=self._lines.line(place.line))


# What libyaml says, and what it most often means to somebody who writes entries.
_MEANINGS = (
    (
        "mapping values are not allowed",
        "there is a second ': ' in this line",
        "put the value in double quotes",
    ),
    ("could not find expected ':'", "a ':' is missing after the field's name", None),
    (
        "did not find expected key",
        "this line does not fit the lines above",
        "compare its indentation with its neighbours",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list above",
        "indent it like the other items, or further if it belongs to the last one",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened here and never closed",
        "add the closing quotation mark",
    ),
    (
        "found character that cannot start any token",
        "a value may not start with this character",
        "put the value in double quotes",
    ),
    (
        "did not find expected alphabetic or numeric character",
        "a value may not start with '*' or '&'",
        "put the value in double quotes",
    ),
    ("did not find expected ',' or", "a bracket is opened here and never closed", None),
    (
        "found unknown escape character",
        "'\\' has a special meaning between double quotes",
        "write '\\\\', or use single quotes",
    ),
    ("control characters are not allowed", "this line holds an invisible control character", None),
)


def _syntax(error: yaml.MarkedYAMLError, lines: Lines) -> Unreadable:
    problem = error.problem or "this is not YAML"
    mark = error.problem_mark or error.context_mark
    if "end of stream" in problem and error.context_mark:
        mark = error.context_mark
    if "expected ',' or" in problem and error.context_mark:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    source = lines.line(line + 1)
    place = Location(lines.path, line + 1, column + 1, line + 1, column + 2)
    indentation = source[: len(source) - len(source.lstrip())]
    if "\t" in indentation:
        at = indentation.index("\t")
        place = Location(lines.path, line + 1, at + 1, line + 1, len(indentation) + 1)
        return unreadable(
            TAB_INDENTATION,
            place,
            "this line is indented with a tab",
            hint="use spaces, two for each level",
            source=source,
        )
    for said, meaning, hint in _MEANINGS:
        if said in problem:
            return unreadable(YAML_SYNTAX, place, meaning, hint=hint, source=source)
    return unreadable(YAML_SYNTAX, place, problem, source=source)
