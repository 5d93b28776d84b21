"""Judging again whenever a file of the project is saved."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.errors import TermloomError
from generator.pipeline import Judged, Memory, judged
from generator.project import Project
from generator.reading import open_project
from generator.today import today

# An editor that saves a file writes, renames and touches it; one judgement is enough for all.
_QUIET = 0.02
_WATCHED = (".yml", ".yaml", ".md")
# What watchdog calls reading a file.
_READING = ("opened", "closed_no_write")


def watch(project: Project, report: Callable[[Judged, float], None]) -> None:
    """Call `report` with every judgement and the seconds it took, until the user stops us.

    A situation that forbids a judgement, such as a broken `mkdocs.yml`, is said; the next
    change is awaited.
    """
    memory = Memory()
    changed = threading.Event()
    with _watching(project, changed):
        while True:
            changed.clear()
            started = time.perf_counter()
            try:
                project = open_project(project.root / project.config_file)
                found = judged(project, today(), memory=memory)
            except TermloomError as error:
                click.echo(f"termloom: {error}", err=True)
            else:
                report(found, time.perf_counter() - started)
            _await(changed)


def _await(changed: threading.Event) -> None:
    """Wait for a change, and until no more follow."""
    # Without a limit, Windows would not hear Ctrl+C.
    while not changed.wait(timeout=1):
        pass
    while changed.is_set():
        changed.clear()
        time.sleep(_QUIET)


@contextmanager
def _watching(project: Project, changed: threading.Event) -> Iterator[None]:
    observer = Observer()
    handler = _Handler(project, changed)
    observer.schedule(handler, str(project.root), recursive=False)
    for folder in (project.terms_dir, project.docs_dir):
        if folder.is_dir():
            observer.schedule(handler, str(folder), recursive=True)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


class _Handler(FileSystemEventHandler):
    """Tells of changes of entries, hand-written pages and the config, and of nothing else."""

    def __init__(self, project: Project, changed: threading.Event) -> None:
        self._root = project.root
        self._config = project.root / project.config_file
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Wake up the one who waits."""
        if event.event_type in _READING or (event.is_directory and event.event_type == "modified"):
            return
        for name in (event.src_path, event.dest_path):
            path = Path(str(name))
            if path.parent == self._root and path != self._config:
                continue
            if event.is_directory or path.suffix in _WATCHED:
                self._changed.set()
