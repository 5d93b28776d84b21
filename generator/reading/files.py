"""The files of a project, read in a fixed order and never through a symbolic link."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.diagnostics import Diagnostic, Location
from generator.project import Project
from generator.reading.document import LARGEST, Document, decode
from generator.reading.faults import UNREADABLE_FILE, Unreadable, unreadable
from generator.reading.names import refused_names

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

    @property
    def documents(self) -> Mapping[str, Document]:
        """Return every text that was read, by path."""
        return {**self.config, **self.entries.documents, **self.pages.documents}

    def with_texts(self, documents: Mapping[str, Document]) -> "Sources":
        """Return the same files with other texts."""
        entries, pages = (
            replace(read, documents={path: documents[path] for path in read.documents})
            for read in (self.entries, self.pages)
        )
        config = {path: documents[path] for path in self.config}
        return replace(self, entries=entries, pages=pages, config=config)


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
    files = [(path, _named(path, project.root)) for path in _walk(project.terms_dir, _YAML)]
    refused = refused_names(relative for _, relative in files if relative.endswith(_YAML))
    for path, relative in files:
        try:
            document = _read_again(path, relative, memory)
        except Unreadable as fault:
            diagnostics.append(fault.diagnostic)
            continue
        if relative in refused:
            diagnostics.append(refused[relative])
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


def read_named(root: Path, paths: Iterable[Path]) -> Read:
    """Read files, and the YAML files in folders, by their paths below a root.

    They may be called anything, and two of them the same.
    """
    documents: dict[str, Document] = {}
    diagnostics: list[Diagnostic] = []
    for path in paths:
        for file in _walk(path, _YAML) if path.is_dir() else (path,):
            relative = _named(file, root)
            try:
                documents[relative] = _read(file, relative)
            except Unreadable as fault:
                diagnostics.append(fault.diagnostic)
    return Read(documents, tuple(diagnostics))


def _read_config(project: Project) -> dict[str, Document]:
    """Return the config file, for what is to be reported there."""
    try:
        document = _read(project.root / project.config_file, project.config_file)
    except Unreadable:
        return {}
    return {document.path: replace(document, tags=True)}


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
        if path.is_symlink():
            raise _link(path, relative)
        if not path.is_file():
            raise unreadable(UNREADABLE_FILE, Location(relative), "this is not a regular file")
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise unreadable(
            UNREADABLE_FILE, Location(relative), f"this file cannot be read: {error.strerror}"
        ) from None
    return Document(relative, decode(relative, data))


def _link(path: Path, relative: str) -> Unreadable:
    """Return the fault of a symbolic link; it tells nothing about what is outside the project."""
    root = os.path.realpath(path.parents[relative.count("/")])
    target = os.path.realpath(path)
    hint = "it is not followed; put the entry itself here"
    if os.path.commonpath([root, target]) != root:
        what = "this symbolic link leads out of the project"
    elif os.path.exists(target):  # noqa: PTH110 - of a text that `realpath` gave
        shown = (
            os.fsencode(os.path.relpath(target, root))
            .replace(os.sep.encode(), b"/")
            .decode("utf-8", "replace")
        )
        what = f"this is a symbolic link to '{shown}'"
        hint = "it is not followed, so that no entry appears twice; remove it"
    else:
        what = "this symbolic link leads nowhere"
    return unreadable(UNREADABLE_FILE, Location(relative), what, hint=hint)
