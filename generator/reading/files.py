"""The files of a project, read in a fixed order and never through a symbolic link."""

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic_core import PydanticCustomError

from generator.diagnostics import Diagnostic, Location
from generator.project import Project
from generator.reading.document import LARGEST, Document, decode
from generator.reading.faults import (
    INVALID_FILE_NAME,
    UNREADABLE_FILE,
    Unreadable,
    unreadable,
)
from generator.text import EntryId

_YAML = (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Read:
    """Documents by path, and what could not be read."""

    documents: dict[str, Document]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that is read before anything is judged.

    `files` are all files below the folder of hand-written pages, hidden ones left out;
    `config` is the config file, where there is one.
    """

    entries: Read
    pages: Read
    files: frozenset[str] = frozenset()
    config: Mapping[str, Document] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadMemory:
    """Documents by path, each with what the file system said: the same need not be read again."""

    documents: dict[str, tuple[tuple[int, ...], Document]] = field(default_factory=dict)


def read(project: Project, memory: ReadMemory | None = None) -> Sources:
    """Read a project."""
    memory = memory or ReadMemory()
    files = frozenset(_named(path, project.root) for path in _walk(project.docs_dir, ("",)))
    return Sources(
        read_entries(project, memory), read_pages(project, memory), files, _read_config(project)
    )


def read_entries(project: Project, memory: ReadMemory | None = None) -> Read:
    """Read every YAML file below the folder of terms; other files there are ignored."""
    memory = memory or ReadMemory()
    documents: dict[str, Document] = {}
    diagnostics: list[Diagnostic] = []
    owners: dict[str, str] = {}
    for path in _walk(project.terms_dir, _YAML):
        relative = _named(path, project.root)
        try:
            document = _read_again(path, relative, memory)
            _claim(owners, relative)
        except Unreadable as fault:
            diagnostics.append(fault.diagnostic)
        else:
            documents[relative] = document
    return Read(documents, tuple(diagnostics))


def read_pages(project: Project, memory: ReadMemory | None = None) -> Read:
    """Read every hand-written page, for the references in it.

    What is unreadable there is left to MkDocs to report.
    """
    memory = memory or ReadMemory()
    documents: dict[str, Document] = {}
    for path in _walk(project.docs_dir, (".md",)):
        relative = _named(path, project.root)
        try:
            documents[relative] = _read_again(path, relative, memory)
        except Unreadable:
            continue
    return Read(documents)


def _read_config(project: Project) -> dict[str, Document]:
    """Return the config file, for what is to be reported there."""
    try:
        document = _read(project.root / project.config_file, project.config_file)
    except Unreadable:
        return {}
    return {document.path: replace(document, tags=True)}


def suggested_id(name: str) -> str:
    """Return the id for a name: its letters and digits in lower case, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[: EntryId.longest].strip("-")


def _named(path: Path, root: Path) -> str:
    """Return the path as diagnostics show it: relative, and text even if its name is not."""
    return os.fsencode(path.relative_to(root).as_posix()).decode("utf-8", "replace")


def _walk(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Yield files in the order of their paths; links are yielded, for `_read` to refuse."""
    try:
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), suffixes)
        elif entry.name.endswith(suffixes) or (entry.is_symlink() and entry.is_dir()):
            yield Path(entry.path)


def _read_again(path: Path, relative: str, memory: ReadMemory) -> Document:
    """Return the document of a file, read only if the file changed."""
    try:
        found = path.lstat()
    except OSError:
        return _read(path, relative)
    state = (found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode)
    known, document = memory.documents.get(relative, (None, None))
    if document is None or known != state:
        document = _read(path, relative)
        memory.documents[relative] = (state, document)
    return document


def _read(path: Path, relative: str) -> Document:
    try:
        if path.is_symlink() or not path.is_file():
            raise unreadable(
                UNREADABLE_FILE,
                Location(relative),
                "this is not a regular file",
                hint="a symbolic link is not followed; put the entry itself here",
            )
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise unreadable(
            UNREADABLE_FILE, Location(relative), f"this file cannot be read: {error.strerror}"
        ) from None
    return Document(relative, decode(relative, data))


def _claim(owners: dict[str, str], relative: str) -> None:
    stem = relative.rpartition("/")[2].rpartition(".")[0]
    if (said := _fault_of(stem)) is not None:
        suggestion = suggested_id(stem)
        raise unreadable(
            INVALID_FILE_NAME,
            Location(relative),
            f"the file name is the id, but {said}",
            hint=f"rename the file to '{suggestion}.yml'" if suggestion else None,
        )
    if stem in owners:
        raise unreadable(
            INVALID_FILE_NAME,
            Location(relative),
            f"another entry has the id '{stem}'",
            hint="rename one of the two files",
            related=((Location(owners[stem]), "the other one"),),
        )
    owners[stem] = relative


def _fault_of(stem: str) -> str | None:
    try:
        id = EntryId.check(stem)
    except PydanticCustomError as error:
        return error.message()
    return None if id == stem else f"{stem!r} begins or ends with a space"
