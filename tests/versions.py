"""Versions of a glossary, to be compared."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.changes import Differences, Version, differences
from generator.link import link
from generator.load import load
from generator.reading import open_project, read
from tests.factories import project


def version_at(folder: Path) -> Version:
    """Return the version of a project that a folder holds."""
    found = open_project(folder / "mkdocs.yml")
    sources = read(found)
    loaded = load(sources.entries.documents, sources.pages.documents)
    return Version(found, sources, link(loaded.glossary, config=found.config))


def version(files: Mapping[str, str | bytes], config: Mapping[str, Any] | None = None) -> Version:
    """Return the version of a project with these files; nothing stays on disk."""
    with tempfile.TemporaryDirectory() as name:
        project(Path(name), files, config)
        return version_at(Path(name))


def changed(old: Mapping[str, str | bytes], new: Mapping[str, str | bytes]) -> Differences:
    """Return what differs between two sets of files."""
    return differences(version(old), version(new))
