"""What `mkdocs.yml` lets run during a build, as far as it can be told without running it."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.project import Project
from generator.reading.blobs import Repository
from generator.reading.settings import settings_and_files

# These do nothing with a page but show, list and find it.
_PLUGINS = frozenset({"material/search", "material/tags", "search", "tags", "termloom"})
_EXTENSION = re.compile(
    r"(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|codehilite|def_list|extra"
    r"|fenced_code|footnotes|legacy_attrs|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty"
    r"|tables|toc|wikilinks)"
    # Of pymdownx all but those that read files: 'snippets' and 'b64'.
    r"|pymdownx\.(?:arithmatex|betterem|blocks\.\w+|caret|critic|details|emoji|escapeall|extra"
    r"|fancylists|highlight|inlinehilite|keys|magiclink|mark|pathconverter|progressbar|quotes"
    r"|saneheaders|smartsymbols|striphtml|superfences|tabbed|tasklist|tilde)"
)
_CODE = re.compile(r"!!python/(?!name:(?:material|pymdownx)\.)\S*")


@dataclass(frozen=True, slots=True)
class Powers:
    """`files` are the config and what it inherits from; paths are the repository's.

    `over_pages` names what may run something that a page says, or nothing.
    """

    files: frozenset[str]
    over_pages: str | None

    @classmethod
    def of(cls, project: Project) -> "Powers":
        """Read the settings of a project. What is not known to be harmless counts as a power."""
        settings, texts = settings_and_files(project.root / project.config_file)
        prefix = Repository.around(project.root).prefix
        return cls(
            frozenset(posixpath.normpath(prefix + path) for path in texts),
            next(_over_pages(settings, "\n".join(texts.values())), None),
        )


def _over_pages(settings: dict[str, Any], text: str) -> Iterator[str]:
    for setting in ("hooks", "extra_templates"):
        if settings.get(setting):
            yield f"'{setting}' in mkdocs.yml"
    yield from (f"'{code}' in mkdocs.yml" for code in _CODE.findall(text))
    for name in _names(settings.get("plugins")):
        if name not in _PLUGINS:
            yield f"the plugin '{name}'"
    for name in _names(settings.get("markdown_extensions")):
        if not _EXTENSION.fullmatch(name):
            yield f"the extension '{name}'"


def _names(listed: object) -> Iterator[str]:
    """Yield the names in a list of plugins or extensions, in any of MkDocs' spellings."""
    for item in listed if isinstance(listed, list) else [listed]:
        match item:
            case str():
                yield item
            case dict():
                yield from map(str, item)
