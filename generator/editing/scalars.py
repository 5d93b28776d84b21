"""New text for a value, written as close to the old as YAML allows."""

from collections.abc import Iterator

from generator.editing.ends import Ends
from generator.editing.places import Place
from generator.editing.splices import Splice, difference
from generator.quoting import block, double_quoted, escaped, is_other, is_plain, quoted
from generator.reading.tree import Scalar


def rewritten(place: Place, text: str, new: str) -> Iterator[Splice]:
    """Yield ways to make `new` the value of a scalar, those that change least first.

    Not every one is right: YAML has too many corners to know beforehand. The caller proves.
    """
    scalar = place.scalar
    assert scalar is not None
    if _keeps_style(scalar, new, place):
        yield from _spliced(scalar, text, new)
        yield from _in_same_style(scalar, text, new)
    for written in (fresh(new, place, text), double_quoted(new)):
        yield Splice(scalar.start, place.end, _apart(scalar, text) + written)


def fresh(new: str, place: Place, text: str) -> str:
    """Return text as a value of its own: on one line if it has no line breaks."""
    if "\n" in new.strip() and not place.in_brackets and place.scalar is not None:
        return block(new, indentation(text, place.scalar.start) + 2)
    if place.is_typed and is_other(new):
        return new
    return quoted(new, in_brackets=place.in_brackets)


def indentation(text: str, at: int) -> int:
    """Return by how many spaces the field or item is indented whose value begins at `at`."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return len(line) - len(line.lstrip(" -"))


def _keeps_style(scalar: Scalar, new: str, place: Place) -> bool:
    if not scalar.text.strip() or not new.strip():
        return False
    if scalar.style:
        return True
    if "\n" in new or (is_other(new) and not place.is_typed):
        return False
    return is_other(new) or is_plain(new, in_brackets=place.in_brackets)


def _apart(scalar: Scalar, text: str) -> str:
    """Return the space that keeps a new value apart from its key or dash."""
    is_joined = scalar.start == scalar.end and text[scalar.start - 1 : scalar.start] in (":", "-")
    return " " if is_joined else ""


def _spliced(scalar: Scalar, text: str, new: str) -> Iterator[Splice]:
    """Yield the change of nothing but the characters that differ."""
    value, ends = scalar.text, Ends.of(scalar, text)
    if ends is None:
        return
    shift = len(value) - len(value.lstrip())
    change = difference(value.strip(), new.strip())
    first, start = ends.before(change.start + shift)
    last, end = ends.behind(change.end + shift)
    whole = value[first : change.start + shift] + change.text + value[change.end + shift : last]
    yield Splice(start, end, _encoded(scalar, text, whole))


def _encoded(scalar: Scalar, text: str, new: str) -> str:
    match scalar.style:
        case "'":
            return new.replace("'", "''")
        case '"':
            return escaped(new)
        case "|":
            return _indented(new, _block_indentation(scalar, text))
        case ">":
            return _indented(new.replace("\n", "\n\n"), _block_indentation(scalar, text))
    return new


def _in_same_style(scalar: Scalar, text: str, new: str) -> Iterator[Splice]:
    """Yield the whole value anew between the old quotes or below the old header."""
    match scalar.style:
        case "'" if "\n" not in new:
            yield Splice(scalar.start, scalar.end, "'" + new.replace("'", "''") + "'")
        case '"':
            yield Splice(scalar.start, scalar.end, double_quoted(new))
        case "|" | ">":
            start = text.find("\n", scalar.start, scalar.end) + 1
            end = len(text[: scalar.end].rstrip())
            spaces = _block_indentation(scalar, text)
            yield Splice(start, end, " " * spaces + _encoded(scalar, text, new.strip("\n")))


def _block_indentation(scalar: Scalar, text: str) -> int:
    """Return by how many spaces the lines of a block are indented."""
    lines = text[scalar.start : scalar.end].split("\n")[1:]
    in_file = next((line for line in lines if line.strip()), "")
    in_value = next((line for line in scalar.text.split("\n") if line.strip()), "")
    return _lead(in_file) - _lead(in_value)


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _indented(new: str, spaces: int) -> str:
    """Return the lines of a text behind spaces: not the first, and none that is empty.

    The last one counts even so, since something may follow it.
    """
    first, *others = new.split("\n")
    between = [" " * spaces + line if line.strip() else "" for line in others[:-1]]
    return "\n".join((first, *between, *(" " * spaces + line for line in others[-1:])))
