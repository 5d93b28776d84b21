"""A root directory and its config: where entries, templates and hand-written pages are."""

from dataclasses import dataclass
from pathlib import Path

from generator.config import Config
from generator.diagnostics import FieldPath


@dataclass(frozen=True, slots=True)
class Project:
    """What `mkdocs.yml` says, as far as it concerns us.

    `root` is absolute; every path in a `Diagnostic` or an entry is relative to it, with
    forward slashes. `docs` and the folders of the config are relative to it too. `options`
    is the field path of the plugin's options in the config file.
    """

    root: Path
    config: Config
    config_file: str = "mkdocs.yml"
    options: FieldPath = ()
    docs: str = "docs"
    site_name: str = "Glossary"
    site_url: str | None = None
    directory_urls: bool = True

    @property
    def terms_dir(self) -> Path:
        """Return the folder of entries."""
        return self.root / self.config.terms

    @property
    def templates_dir(self) -> Path:
        """Return the folder of the project's own templates, which need not exist."""
        return self.root / self.config.templates

    @property
    def docs_dir(self) -> Path:
        """Return the folder of hand-written pages."""
        return self.root / self.docs
