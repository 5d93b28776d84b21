"""Runs MkDocs: a build into a folder, or its live server."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from generator.errors import ConfigError, EngineFailed
from generator.pipeline import Built
from generator.project import Project
from generator.reading.settings import PLUGIN

if TYPE_CHECKING:
    from generator.mkdocs_plugin import GlossaryPlugin


class Messages(logging.Handler):
    """Collects what MkDocs warns about."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.texts.append(record.getMessage())


def site_dir(project: Project) -> Path:
    """Return where `mkdocs.yml` wants the site, or raise `ConfigError`."""
    return Path(_config(project).site_dir)


def build(project: Project, built: Built, folder: Path) -> tuple[str, ...]:
    """Build a themed site into an empty folder; return MkDocs' own warnings.

    Raises `EngineFailed` with what MkDocs said last.
    """
    config = _config(project, site_dir=str(folder), strict=False)
    plugin: GlossaryPlugin = config.plugins[PLUGIN]  # type: ignore[assignment]
    plugin.use(built)
    with _listening(logging.WARNING) as messages:
        try:
            mkdocs_build(config)
        except (Abort, MkDocsException, OSError) as error:
            said = messages.texts[-1:] or [str(error)]
            raise EngineFailed(f"MkDocs stopped: {said[0]}") from error
    return tuple(messages.texts)


def serve(project: Project, address: str | None, *, open_in_browser: bool = False) -> None:
    """Serve the project until interrupted, rebuilding on every change."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    options = {"dev_addr": address} if address else {}
    try:
        mkdocs_serve(
            str(project.root / project.config_file), open_in_browser=open_in_browser, **options
        )
    except ConfigurationError as error:
        raise ConfigError(str(error)) from error
    except (Abort, MkDocsException, OSError) as error:
        raise EngineFailed(f"MkDocs stopped: {error}") from error


def _config(project: Project, **options: object) -> MkDocsConfig:
    # Material prints a banner about MkDocs 2 at every start; our documentation says it once.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    with _listening(logging.ERROR) as messages:
        try:
            return load_config(config_file=str(project.root / project.config_file), **options)
        except (ConfigurationError, Abort) as error:
            said = messages.texts or [str(error)]
            raise ConfigError(f"{project.config_file}: {'; '.join(said)}") from error


@contextmanager
def _listening(level: int) -> Iterator[Messages]:
    """Collect messages instead of letting MkDocs print them."""
    logger = logging.getLogger("mkdocs")
    messages = Messages(level)
    propagate = logger.propagate
    logger.addHandler(messages)
    logger.propagate = False
    try:
        yield messages
    finally:
        logger.removeHandler(messages)
        logger.propagate = propagate
