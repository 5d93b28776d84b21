"""What YAML's parser says, in the words of somebody who writes entries."""

import re

import yaml

from generator.diagnostics import Location
from generator.reading.faults import TAB_INDENTATION, YAML_SYNTAX, Unreadable, unreadable
from generator.reading.lines import Lines

# YAML 1.2, production 1. The two parsers count the place of such a character differently.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

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
        "did not find expected node content",
        "a value is missing in front of this character",
        "write the value, or put quotes around text that starts with '[' or '{'",
    ),
    (
        "did not find expected comment or line break",
        "nothing may follow '|' or '>' in its line",
        "begin the text on the next line",
    ),
    (
        "block sequence entries are not allowed",
        "a list may not begin in the line of its field",
        "put the '- ' into the next line, or put quotes around the value",
    ),
    *(
        (
            said,
            "a quotation mark is opened here and never closed",
            "add the closing quotation mark",
        )
        for said in ("found unexpected end of stream", "found unexpected document indicator")
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
)

# Faults that the parser finds at the end of what began somewhere else.
_SHOWN_AT_THE_START = (
    "end of stream",
    "unexpected document indicator",
    "expected ',' or",
    "could not find expected ':'",
)


# What a word processor or an input method writes for ':' after a field's name.
_COLON_ALIKE = re.compile(r"^\s*(?:- +)*[\w ]+?\s*([：﹕︓∶꞉])", re.MULTILINE)
_CURLY_QUOTES = re.compile(r"^\s*(?:- +)*(?:[\w ]+: +)?([“‘„«])[^\n]*: ", re.MULTILINE)


_GLUED = re.compile(r"\s*(?:- +)*[a-z][a-z_]*(:)(?!//)[^\s:]")
_FIELD = re.compile(r"\s*(?:- +)*\w+:(?: |$)")
_OPENED = re.compile(r"\s*(?:- +)*(?:[\w ]+: +)?([\"'])")
_CLOSED = {'"': re.compile(r'(?:[^"\\]|\\.)*"'), "'": re.compile(r"(?:[^']|'')*'")}


def unprintable(error: yaml.reader.ReaderError, lines: Lines) -> Unreadable:
    """Return the fault of a character that YAML does not allow."""
    found = _UNPRINTABLE.search(lines.text)
    if found is None:
        return unreadable(YAML_SYNTAX, Location(lines.path), str(error.reason))
    place = lines.place(found.start(), found.end())
    message = f"this line holds the invisible character U+{ord(found.group()):04X}"
    source = lines.line(place.line)
    return unreadable(YAML_SYNTAX, place, message, hint="delete it", source=source)


def syntax_fault(error: yaml.MarkedYAMLError, lines: Lines) -> Unreadable:
    """Return what the parser said, at the place where it can be mended."""
    problem = error.problem or "this is not YAML"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(said in problem for said in _SHOWN_AT_THE_START):
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if mark and mark.index >= len(lines.text.rstrip()) and "node content" in problem:
        return _ends_between_brackets(lines)
    return (
        _tab(lines, line + 1)
        or _never_closed(lines, line)
        or ("did not find expected key" in problem and _indented_too_far(lines, line + 1))
        or _look_alike(lines, line + 1)
        or _look_alike(lines, line)
        or (("mapping values" in problem or "expected ':'" in problem) and _glued(lines, line + 1))
        or _as_said(problem, lines, line, column)
    )


def _as_said(problem: str, lines: Lines, line: int, column: int) -> Unreadable:
    """Return the parser's own fault, in plain words."""
    source = lines.line(line + 1)
    place = Location(lines.path, line + 1, column + 1, line + 1, column + 2)
    if "mapping values" in problem and ": " not in source[:column]:
        message = "this ': ' stands in the middle of a text"
        hint = "put the text in double quotes; if it begins above, the fault may be there"
        return unreadable(YAML_SYNTAX, place, message, hint=hint, source=source)
    for said, meaning, way_out in _MEANINGS:
        if said in problem:
            return unreadable(YAML_SYNTAX, place, meaning, hint=way_out, source=source)
    return unreadable(YAML_SYNTAX, place, problem, source=source)


def _glued(lines: Lines, last: int) -> Unreadable | None:
    """Return the fault of a field without a space behind its colon, here or in the text above."""
    for number in range(last, 0, -1):
        source = lines.line(number)
        if (found := _GLUED.match(source)) is not None:
            at = found.start(1) + 1
            place = Location(lines.path, number, at, number, at + 1)
            message = "a space is missing behind this ':'"
            hint = "write ': ', or put the whole text in double quotes"
            return unreadable(YAML_SYNTAX, place, message, hint=hint, source=source)
        if number < last and (_FIELD.match(source) or not source.strip()):
            break
    return None


def _ends_between_brackets(lines: Lines) -> Unreadable:
    end = len(lines.text.rstrip())
    place = lines.place(end - 1, end)
    message = "the file ends between brackets"
    hint = "add the closing bracket, or put quotes around text that starts with '[' or '{'"
    source = lines.line(place.line)
    return unreadable(YAML_SYNTAX, place, message, hint=hint, source=source)


def _tab(lines: Lines, number: int) -> Unreadable | None:
    source = lines.line(number)
    indentation = source[: len(source) - len(source.lstrip())]
    if "\t" not in indentation:
        return None
    at = indentation.index("\t")
    place = Location(lines.path, number, at + 1, number, len(indentation) + 1)
    message, hint = "this line is indented with a tab", "use spaces, two for each level"
    return unreadable(TAB_INDENTATION, place, message, hint=hint, source=source)


def _never_closed(lines: Lines, last: int) -> Unreadable | None:
    """Return the fault of a quotation mark whose text runs on into what looks like a field."""
    for number in range(1, last + 1):
        source = lines.line(number)
        opened = _OPENED.match(source)
        if opened is None or _CLOSED[opened[1]].match(source, opened.end()):
            continue
        if _FIELD.match(lines.line(number + 1)) or _FIELD.match(lines.line(number + 2)):
            place = Location(lines.path, number, opened.end(), number, opened.end() + 1)
            message = "a quotation mark is opened here and never closed"
            hint = "add the closing quotation mark"
            return unreadable(YAML_SYNTAX, place, message, hint=hint, source=source)
    return None


def _indented_too_far(lines: Lines, number: int) -> Unreadable | None:
    """Return the fault of an earlier line, where the one that the parser rejects is right.

    It stands two columns behind its parent, and the first line below that parent does not.
    """
    rejected, above = lines.line(number), number - 1
    here = _spaces(rejected)
    if rejected.startswith("-", here):
        return None
    while above and (not lines.line(above).strip() or _spaces(lines.line(above)) > here):
        above -= 1
    parent = lines.line(above)
    start = next((n for n in range(above + 1, number) if lines.line(n).strip()), number)
    if start == number or re.search(r":\s*(#.*)?$", parent) is None:
        return None
    source = lines.line(start)
    column = _spaces(source)
    if not here == len(parent) - len(parent.lstrip(" -")) + 2 != column:
        return None
    place = Location(lines.path, start, column + 1, start, column + 2)
    message = "this line does not fit the lines below"
    hint = "compare its indentation with its neighbours"
    return unreadable(YAML_SYNTAX, place, message, hint=hint, source=source)


def _spaces(source: str) -> int:
    return len(source) - len(source.lstrip(" "))


def _look_alike(lines: Lines, number: int) -> Unreadable | None:
    """Return the fault of a sign that looks like one of YAML's, where YAML needs its own."""
    source = lines.line(number)
    for pattern, kind, hint in (
        (_COLON_ALIKE, "colon", "write ': ' there"),
        (_CURLY_QUOTES, "quotation mark", 'write " at both ends'),
    ):
        if found := pattern.match(source):
            place = Location(lines.path, number, found.start(1) + 1, number, found.end(1) + 1)
            message = f"'{found[1]}' is no {kind} for YAML"
            return unreadable(YAML_SYNTAX, place, message, hint=hint, source=source)
    return None
