"""Any edit of any entry: the data is as expected, the comments are kept, the rest is untouched."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, note
from hypothesis import strategies as st

from generator.diagnostics import Address, Diagnostic, Edit, FieldPath, Fix, Location, Severity
from generator.editing import NotEdited, edited, replacements, settled
from generator.editing.original import as_written
from generator.reading import Document
from generator.reading.document import decode
from generator.reading.tree import Fields, Items, Node, Scalar

FILE = "terms/token.yml"
PLAIN = st.text("abc déЖ語-'\"#:,[]{}!?&*|>%@`.\\/~=01", min_size=1, max_size=12)
WORDS = st.lists(PLAIN.map(str.strip).filter(bool), min_size=1, max_size=4).map(" ".join)
LINES = st.lists(WORDS, min_size=1, max_size=4).map("\n".join)
COMMENT = st.text("abc #:'\"[-", max_size=8).map(lambda words: f"# §{words}".rstrip())
STYLES = ("plain", "single", "double", "literal", "folded")


@st.composite
def scalars(draw: st.DrawFn, spaces: int, *, flow: bool = False) -> str:
    """Return a value as YAML, with a comment behind it now and then."""
    style = draw(st.sampled_from(STYLES[:3] if flow else STYLES))
    words = draw(WORDS)
    comment = "" if flow else draw(st.sampled_from(("", f" {draw(COMMENT)}")))
    match style:
        case "plain":
            safe = re.sub(r"[^\wé ]", "", words).strip() or "word"
            return f"{safe}{comment}"
        case "single":
            quoted = words.replace("'", "''")
            return f"'{quoted}'{comment}"
        case "double":
            escaped = words.replace("\\", "\\\\").replace('"', '\\"')
            return f'"{escaped}"{comment}'
    mark = draw(st.sampled_from("|>")) if style == "literal" else ">"
    lines = "\n".join(" " * spaces + line for line in draw(LINES).split("\n"))
    blank = draw(st.sampled_from(("", "\n")))
    return f"{mark}{draw(st.sampled_from(('', '-', '+')))}{comment}\n{lines}{blank}"


@st.composite
def entries(draw: st.DrawFn) -> str:
    """Return an entry with fields, lists and parts in every style, and comments everywhere."""
    lines = [draw(COMMENT)] if draw(st.booleans()) else []
    for name in draw(st.permutations(["name", "aliases", "tags", "avoid", "definition", "cells"])):
        lines += [""] * draw(st.integers(0, 1))
        lines += [draw(COMMENT)] * draw(st.integers(0, 1))
        match name:
            case "aliases":
                lines += ["aliases:"]
                for _ in range(draw(st.integers(1, 3))):
                    lines += [f"  {draw(COMMENT)}"] * draw(st.integers(0, 1))
                    lines += [f"  - {draw(scalars(6))}"]
            case "tags":
                items = draw(st.lists(scalars(0, flow=True), min_size=1, max_size=3))
                lines += [f"tags: [{', '.join(items)}]"]
            case "avoid":
                lines += ["avoid:"]
                for _ in range(draw(st.integers(1, 2))):
                    lines += [f"- label: {draw(scalars(6))}", f"  because: {draw(scalars(6))}"]
            case "cells":
                pair = f"{{a: {draw(scalars(0, flow=True))}, b: {draw(scalars(0, flow=True))}}}"
                lines += [f"cells: {pair}"]
            case _:
                lines += [f"{name}: {draw(scalars(2))}"]
    return "\n".join(lines) + draw(st.sampled_from(("\n", "")))


def paths(value: object, path: FieldPath = ()) -> list[FieldPath]:
    """Return the path of every value."""
    found = [path] if path else []
    if isinstance(value, dict):
        found += [one for key, item in value.items() for one in paths(item, (*path, key))]
    if isinstance(value, list):
        found += [one for n, item in enumerate(value) for one in paths(item, (*path, n))]
    return found


def at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data


@st.composite
def edits(draw: st.DrawFn, data: dict[str, Any]) -> Edit:
    """Return a change of some value of an entry."""
    path = draw(st.sampled_from(paths(data)))
    value = at(data, path)
    kinds = ["remove"] + ["rename"] * isinstance(path[-1], str)
    kinds += ["replace", "range"] * isinstance(value, str)
    kinds += ["item"] * isinstance(value, list) + ["field"] * isinstance(value, dict)
    match draw(st.sampled_from(kinds)):
        case "remove":
            return Edit(Address(FILE, path), None)
        case "rename":
            return Edit(Address(FILE, path, key=True), draw(st.sampled_from(("new", "on", "a b"))))
        case "replace":
            return Edit(Address(FILE, path), draw(LINES))
        case "item":
            return Edit(Address(FILE, (*path, len(value))), draw(LINES))
        case "field":
            return Edit(Address(FILE, (*path, "note")), draw(LINES))
    length = len(value.strip())
    start = draw(st.integers(0, length))
    span = (start, draw(st.integers(start, min(length, start + 5))))
    return Edit(Address(FILE, path, span=span), draw(st.sampled_from((" x ", "", ".", "'\"", "é"))))


def applied(data: Any, edit: Edit, path: FieldPath) -> Any:
    """Return the data with an edit applied at a path below it; nothing where all of it goes."""
    if not path:
        if edit.at.span is None:
            return edit.text
        start, end = edit.at.span
        return data.strip()[:start] + (edit.text or "") + data.strip()[end:]
    step, rest = path[0], path[1:]
    pairs = list(enumerate(data)) if isinstance(data, list) else list(data.items())
    if step not in dict(pairs):
        pairs.append((step, None))
    changed = []
    for key, value in pairs:
        if key == step and edit.at.key and not rest:
            changed.append((edit.text, value))
        elif key != step:
            changed.append((key, value))
        elif rest or edit.text is not None or edit.at.span is not None:
            new = applied(value, edit, rest)
            changed += [(key, new)] * (new is not None)
    if not changed:
        return None
    return [value for _, value in changed] if isinstance(data, list) else dict(changed)


def stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: stripped(item) for key, item in value.items()}
    return [stripped(item) for item in value] if isinstance(value, list) else value.strip()


def plain(text: str) -> Any:
    return Document(FILE, text).tree().plain()


def comments(text: str) -> list[str]:
    """Return the comments; no value holds what they begin with."""
    return re.findall(r"# §[^\n]*", text)


@given(st.data())
def test_an_edit_does_what_it_says_and_nothing_else(data: st.DataObject) -> None:
    text = data.draw(entries())
    before = plain(text)
    edit = data.draw(edits(before))
    document = Document(FILE, text)
    new = edited(document, [edit])
    note(new)
    assert stripped(plain(new)) == stripped(applied(before, edit, edit.at.path))
    if edit.text is not None or edit.at.span is not None:
        assert comments(new) == comments(text)
    if edit.text is not None and isinstance(node := node_at(document, edit.at.path), Scalar):
        start = node.start if not edit.at.key else text.rindex(str(edit.at.path[-1]), 0, node.start)
        assert new.startswith(text[:start])
        assert new.endswith(text[node.end :].lstrip())
    rebuilt, at = [], 0
    for one in replacements(document, [edit]):
        start, end = (
            offset(text, one.location.line, one.location.column),
            offset(text, one.location.end_line, one.location.end_column),
        )
        rebuilt += [text[at:start], one.text]
        at = end
    assert "".join([*rebuilt, text[at:]]) == new


def node_at(document: Document, path: FieldPath) -> "Node | None":
    """Return the node at a path, if there is one."""
    node: Node | None = document.tree()
    for step in path:
        if isinstance(node, Fields):
            node = node.values.get(str(step))
        elif isinstance(node, Items):
            node = node.items[int(step)] if int(step) < len(node.items) else None
    return node


def offset(text: str, line: int, column: int) -> int:
    return sum(len(one) + 1 for one in text.split("\n")[: line - 1]) + column - 1


@given(st.data())
def test_several_edits_do_what_each_says_or_are_refused(data: st.DataObject) -> None:
    text = data.draw(entries())
    before = plain(text)
    wanted = data.draw(st.lists(edits(before), min_size=2, max_size=4, unique_by=lambda e: e.at))
    wanted = [one for one in wanted if not one.at.key and one.text is not None]
    try:
        new = edited(Document(FILE, text), wanted)
    except NotEdited as why:
        refused = str(why)
    else:
        refused = ""
    if refused:
        assert refused == "two changes concern the same place"
        return
    expected = before
    for one in sorted(wanted, key=lambda e: (e.at.path, e.at.span or (0, 0)), reverse=True):
        expected = applied(expected, one, one.at.path)
    assert stripped(plain(new)) == stripped(expected)


@given(entries(), st.sampled_from(("\n", "\r\n", "\r")), st.data())
def test_a_file_keeps_its_line_ends(text: str, line_end: str, data: st.DataObject) -> None:
    written = text.replace("\n", line_end).encode()
    assert decode(FILE, written) == text
    new = edited(Document(FILE, text), [data.draw(edits(plain(text)))])
    assert as_written(written, text, new) == new.replace("\n", line_end).encode()


@given(entries(), st.data())
def test_what_is_settled_stays_as_it_is(text: str, data: st.DataObject) -> None:
    """The judge wants every value that holds an 'a' to hold a 'b' instead, letter by letter."""

    def judge(documents: Any) -> Sequence[Diagnostic]:
        found = plain(documents[FILE].text)
        values = [(path, at(found, path)) for path in paths(found)]
        return [
            Diagnostic(
                "no-a",
                Severity.HINT,
                Location(FILE),
                f"{path} {span}",
                fix=Fix("Write b", (Edit(Address(FILE, path, span=span), "b"),)),
            )
            for path, value in values
            if isinstance(value, str)
            for letter in re.finditer("a", value.strip())
            for span in [letter.span()]
        ]

    before = {FILE: Document(FILE, text)}
    done = settled(judge, before)
    note(str(done))
    new = done.texts.get(FILE, (text, text))[1]
    assert done.remaining == ()
    assert comments(new) == comments(text)
    assert settled(judge, {FILE: replace(before[FILE], text=new)}).texts == {}
