"""Names of files: each is the id of its entry, on every disk the same, and no other has it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from pydantic_core import PydanticCustomError

from generator.diagnostics import Address, Diagnostic, Fault, Location, Rule
from generator.reading.faults import COLLIDING_IDS, INVALID_FILE_NAME, RESERVED_NAME, unreadable
from generator.text import EntryId

# Names of devices, which Windows gives to no file, whatever its ending.
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9¹²³]")


def suggested_id(name: str) -> str:
    """Return the id for a name: its letters and digits in lower case, joined by hyphens."""
    dashed = re.sub("[\u2010-\u2015\u2212]", "-", name)
    plain = unicodedata.normalize("NFKD", dashed).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[: EntryId.longest].strip("-")


def refused_names(paths: Iterable[str]) -> dict[str, Diagnostic]:
    """Return what is wrong with the names of files, by path: one diagnostic for each.

    Of two files with one id the first in the order given keeps it, a valid name before any
    other.
    """
    refused: dict[str, Diagnostic] = {}
    owners: dict[str, str] = {}
    faults = {path: _fault_of(_stem(path)) for path in paths}
    for path, fault in sorted(faults.items(), key=lambda item: item[1] is not None):
        key = unicodedata.normalize("NFC", _stem(path)).casefold()
        if (other := owners.setdefault(key, path)) != path:
            refused[path] = _colliding(path, other)
        elif fault is not None:
            refused[path] = _invalid(path, fault)
    return refused


def reserved(path: str) -> Iterator[tuple[Rule, Fault]]:
    """Yield the fault of a name that not every computer can have."""
    if _DEVICES.fullmatch(stem := _stem(path)):
        message = f"Windows can have no file called '{stem}'"
        hint = f"give the file a longer name, such as '{stem}-term.yml'"
        yield RESERVED_NAME, Fault(Address(path), message, hint)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _colliding(path: str, other: str) -> Diagnostic:
    stem = _stem(path)
    message = (
        f"another entry has the id '{stem}'"
        if _stem(other) == stem
        else f"'{stem}' and '{_stem(other)}' are one name on many disks, and would be one id"
    )
    return unreadable(
        COLLIDING_IDS,
        Location(path),
        message,
        hint="rename one of the two files",
        related=((Location(other), "the other one"),),
    ).diagnostic


def _invalid(path: str, fault: str) -> Diagnostic:
    suggestion = suggested_id(_stem(path))
    return unreadable(
        INVALID_FILE_NAME,
        Location(path),
        f"the file name is the id, but {fault}",
        hint=f"rename the file to '{suggestion}.yml'" if suggestion else None,
    ).diagnostic


def _fault_of(stem: str) -> str | None:
    try:
        id = EntryId.check(stem)
    except PydanticCustomError as error:
        return error.message()
    return None if id == stem else f"{stem!r} begins or ends with a space"
