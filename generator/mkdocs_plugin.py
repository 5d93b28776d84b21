"""The MkDocs plugin: a thin shell that hands a `Site` to MkDocs."""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.collector import collect_rarely
from generator.diagnostics import Severity, counted
from generator.engines.hand_written import GlossaryMarkdown
from generator.engines.mkdocs_pages import (
    add_site,
    kept_from_robots,
    show_foot,
    show_to_search,
    show_to_theme,
)
from generator.engines.preview import banner, with_broken_entries
from generator.errors import TermloomError
from generator.pipeline import Built, Memory, build
from generator.project import Project
from generator.reading import open_project
from generator.reading.settings import config_from, refuse_missing_terms
from generator.render import not_found_html, packaged_templates
from generator.render.pages import ASSETS
from generator.reporting.text import block
from generator.today import today

log = get_plugin_logger("termloom")


class GlossaryPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Builds the glossary when MkDocs builds its site, or takes one that is ready."""

    def __init__(self) -> None:
        self._options: dict[str, Any] = {}
        self._config_file: str | None = None
        self._ready: Built | None = None
        self._built: Built | None = None
        self._memory = Memory()
        self._serving = False
        self._page = "index"

    def use(self, built: Built) -> None:
        """Take a glossary that is already built; its diagnostics are the caller's to report."""
        self._ready = built

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check the options."""
        self.config = {}
        self._options = options or {}
        self._config_file = config_file_path or None
        try:
            if self._config_file is None:
                config_from(self._options, "the options of 'termloom'")
            else:
                open_project(Path(self._config_file))
        except TermloomError as error:
            return [("termloom", ValidationError(str(error)))], []
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a broken entry may stop us: under the live server it may not.

        That there is an `on_startup` also makes MkDocs keep this object between rebuilds.
        """
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build the glossary, and stop before MkDocs has emptied the old site."""
        collect_rarely()
        try:
            built = self._ready or build(self._project(config), today(), memory=self._memory)
        except TermloomError as error:
            raise PluginError(str(error)) from error
        if self._ready is None:
            self._report(built)
        self._built = built
        _append(config.extra_css, f"{ASSETS}/termloom.css")
        _append(config.extra_css, f"{ASSETS}/cards.css")
        _append(config.extra_javascript, f"{ASSETS}/termloom.js")
        _append(config.extra_javascript, f"{ASSETS}/cards.js")
        theme = str(packaged_templates() / "theme")
        if theme not in config.theme.dirs:
            # Behind the publisher's own `custom_dir`, before the theme itself.
            config.theme.dirs.insert(1 if config.theme.custom_dir else 0, theme)
        others = [e for e in config.markdown_extensions if not isinstance(e, GlossaryMarkdown)]
        extension = GlossaryMarkdown(built.press, lambda: self._page)
        config.markdown_extensions = [*others, extension]  # type: ignore[list-item]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages to those that MkDocs found."""
        built = self._glossary()
        site = built.site
        if self._serving:
            site = with_broken_entries(site, built.press, built.diagnostics)
        try:
            add_site(files, site, built.press, config)
        except TermloomError as error:
            raise PluginError(str(error)) from error
        return files

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Remember which page is being converted, for addresses relative to it."""
        self._page = page.file.src_uri.removesuffix(".md")
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the 404 page its text."""
        env.globals["termloom_not_found"] = partial(not_found_html, self._glossary().press)
        return env

    @event_priority(100)
    def _before_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show the page to the search plugin, which reads it next."""
        show_to_search(page)
        return context

    @event_priority(-100)
    def _after_search(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show the page to the theme, after every other plugin."""
        show_to_theme(page)
        show_foot(page, self._glossary().press)
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Show errors in the page itself, under the live server; keep some pages from robots."""
        output = kept_from_robots(output, page)
        if not self._serving:
            return output
        built = self._glossary()
        shown = banner(built.press, built.diagnostics)
        return output.replace("</body>", f"{shown}</body>", 1)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch entries and templates besides the hand-written pages."""
        project = self._glossary().project
        for folder in (project.terms_dir, project.templates_dir):
            if folder.is_dir():
                server.watch(str(folder))
        server.builder = _in_one_line(builder)
        return server

    def _project(self, config: MkDocsConfig) -> Project:
        if self._config_file is not None:
            project = open_project(Path(self._config_file))
        else:
            options = config_from(self._options, "the options of 'termloom'")
            project = Project(Path.cwd(), options)
            refuse_missing_terms(project)
        # MkDocs knows what its own command line and environment changed.
        return replace(
            project,
            docs=os.path.relpath(config.docs_dir, project.root).replace(os.sep, "/"),
            site_name=config.site_name,
            site_url=config.site_url or None,
            directory_urls=config.use_directory_urls,
        )

    def _report(self, built: Built) -> None:
        levels = {
            Severity.ERROR: log.error,
            Severity.WARNING: log.warning,
            Severity.HINT: log.info,
        }
        for diagnostic in built.diagnostics:
            levels[diagnostic.severity](block(diagnostic))
        errors = counted(built.diagnostics)[Severity.ERROR]
        if errors and not self._serving:
            raise PluginError(
                f"the glossary has {errors} {'error' if errors == 1 else 'errors'}; "
                "nothing was written"
            )

    def _glossary(self) -> Built:
        assert self._built is not None, "MkDocs calls on_config first"
        return self._built


def _in_one_line(builder: Callable[..., None]) -> Callable[..., None]:
    """Let a broken `mkdocs.yml` be reported by its message; MkDocs would print a traceback."""

    def rebuild() -> None:
        try:
            builder()
        except ConfigurationError as error:
            raise Abort(str(error)) from error

    return rebuild


def _append(values: list[Any], value: str) -> None:
    if value not in [str(existing) for existing in values]:
        values.append(value)
