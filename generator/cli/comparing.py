"""Two versions of a project, one of them or both as git knows them."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from generator.changes import Differences, Version, differences
from generator.cli.progress import shown
from generator.errors import ConfigError
from generator.link import link
from generator.load import load
from generator.pipeline import Memory, Progress
from generator.project import Project
from generator.reading import open_project, read
from generator.reading.history import History

_ADVICE = "only what git keeps can be compared"


def compared(project: Project, base: str, to: str | None) -> Differences:
    """Return what differs since the work left a base, or raise `TermloomError`.

    The other version is a commit, or the working tree where none is named. Both are loaded with
    one memory, so files that are the same are loaded once.
    """
    memory = Memory()
    head = History.at(project, to, advice=_ADVICE) if to is not None else None
    since = History.since(project, base, head=head.commit if head else "HEAD", advice=_ADVICE)
    with shown(Console(stderr=True), quiet=False) as progress, ExitStack() as folders:
        before = _at(project, folders.enter_context(since.checkout()))
        after = _at(project, folders.enter_context(head.checkout())) if head else project
        old, new = (
            Version.empty(project) if one is None else _version(one, memory, progress)
            for one in (before, after)
        )
        progress("Comparing", 0, 0)
        return differences(old, new)


def _at(project: Project, folder: Path | None) -> Project | None:
    """Return the project in the folder of another version; nothing if it was not there yet.

    Where the settings of then cannot be read, those of now take their place.
    """
    if folder is None:
        return None
    try:
        return open_project(folder / project.config_file)
    except ConfigError:
        return replace(project, root=folder)


def _version(project: Project, memory: Memory, progress: Progress) -> Version:
    progress("Reading", 0, 0)
    # What the file system says of a file does not carry over to another folder.
    sources = read(project)
    progress("Loading", 0, 0)
    loaded = load(sources.entries.documents, sources.pages.documents, memory.load)
    progress("Linking", 0, 0)
    graph = link(loaded.glossary, memory.link, config=project.config)
    return Version(project, sources, graph)
