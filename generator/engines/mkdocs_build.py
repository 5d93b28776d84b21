"""Runs MkDocs: a build into a folder, or its live server."""

import errno
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from typing import Any, Protocol

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from generator.errors import ConfigError, EngineFailed
from generator.project import Project
from generator.reading.settings import PLUGIN


class Takes(Protocol):
    """Our plugin, as far as an engine needs it."""

    def use(self, built: object) -> None:
        """Take a glossary that is ready."""


@dataclass(frozen=True, slots=True)
class MkDocs:
    """MkDocs with the settings of one project."""

    config: MkDocsConfig

    @classmethod
    def of(cls, project: Project) -> "MkDocs":
        """Load the settings, or raise `ConfigError` with what MkDocs says of them."""
        # Material prints a banner about MkDocs 2 at every start; our documentation says it once.
        os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
        path = project.root / project.config_file
        with _listening(logging.ERROR) as said:
            try:
                return cls(load_config(config_file=str(path), strict=False))
            except (ConfigurationError, Abort) as error:
                words = "; ".join(said) or str(error)
                raise ConfigError(f"{project.config_file}: {words}") from error

    @property
    def site_dir(self) -> Path:
        """Return where `mkdocs.yml` wants the site."""
        return Path(self.config.site_dir)

    @property
    def site_url(self) -> str | None:
        """Return where the site will be published, if `mkdocs.yml` says so."""
        return self.config.site_url or None

    def build(self, ready: object, folder: Path) -> tuple[str, ...]:
        """Build the themed site into an empty folder; return MkDocs' own warnings.

        `ready` is the glossary that our plugin takes. Raises `EngineFailed` with what MkDocs
        said last.
        """
        plugin: Takes = self.config.plugins[PLUGIN]  # type: ignore[assignment]
        plugin.use(ready)
        self.config.site_dir = str(folder)
        with _listening(logging.WARNING) as said:
            try:
                mkdocs_build(self.config)
            except (Abort, MkDocsException, OSError) as error:
                raise EngineFailed(f"MkDocs stopped: {(said or [str(error)])[-1]}") from error
            except Exception as error:
                raise EngineFailed(f"MkDocs stopped: {_described(error)}") from error
        return tuple(said)


def _described(error: Exception) -> str:
    """Return what a plugin or hook of the project raised, and where; it may be anything."""
    place = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({place.filename}:{place.lineno})"


def serve(
    project: Project, say: Callable[[str], None], *, address: str | None, open_in_browser: bool
) -> None:
    """Serve the project until interrupted, rebuilding on every change; `say` what happens."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    options: dict[str, Any] = {"dev_addr": address} if address else {}
    path = project.root / project.config_file
    with _telling(say):
        try:
            mkdocs_serve(str(path), open_in_browser=open_in_browser, **options)
        except ConfigurationError as error:
            raise ConfigError(str(error)) from error
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise EngineFailed(f"MkDocs stopped: {error}") from error
            raise EngineFailed(
                "something else listens at that address already; choose another one with "
                "--address, such as 127.0.0.1:8001"
            ) from error
        except (Abort, MkDocsException) as error:
            raise EngineFailed(f"MkDocs stopped: {error}") from error


class _Messages(logging.Handler):
    """Hands on what MkDocs says."""

    def __init__(self, level: int, take: Callable[[str], None]) -> None:
        super().__init__(level)
        self._take = take

    def emit(self, record: logging.LogRecord) -> None:
        self._take(record.getMessage())


def _is_news(record: logging.LogRecord) -> bool:
    """Return whether somebody who writes entries wants to see it."""
    live = ("mkdocs.commands.serve", "mkdocs.livereload", "mkdocs.plugins.termloom")
    return record.levelno >= logging.WARNING or record.name in live


@contextmanager
def _telling(say: Callable[[str], None]) -> Iterator[None]:
    """Say what the live server and our plugin report; without a handler it would be lost."""
    handler = _Messages(logging.INFO, lambda text: say(text.removeprefix("termloom: ")))
    handler.addFilter(_is_news)
    logger = logging.getLogger("mkdocs")
    level = logger.level
    with _handled(handler):
        logger.setLevel(logging.INFO)
        try:
            yield
        finally:
            logger.setLevel(level)


@contextmanager
def _listening(level: int) -> Iterator[list[str]]:
    """Collect messages instead of letting MkDocs print them."""
    texts: list[str] = []
    with _handled(_Messages(level, texts.append)):
        yield texts


@contextmanager
def _handled(handler: logging.Handler) -> Iterator[None]:
    logger = logging.getLogger("mkdocs")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
