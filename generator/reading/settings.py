"""`mkdocs.yml` to a `Project`.

Read with our own reader and not with MkDocs', for three reasons: `termloom check` must not
need an engine, a wrong option deserves its line and column, and YAML 1.1 would turn the
region `NO` into false before anybody could object.
"""

import os
import re
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import ValidationError

from generator.config import Config
from generator.diagnostics import Address, Fault, FieldPath, Rule, Severity, Theme, ordered
from generator.errors import ConfigError
from generator.project import Project
from generator.reading.document import Document, decode
from generator.reading.faults import Unreadable
from generator.reading.lines import Lines
from generator.reading.locate import located
from generator.reading.tree import Fields, Items, Node, Plain, Scalar, parse
from generator.shape import Misfitting, misfits

PLUGIN = "termloom"
_RULE = Rule("config", Severity.ERROR, "", Theme.SITE)
# MkDocs reads YAML 1.1.
_FALSE = {"false", "no", "off"}
Chain: TypeAlias = list[tuple[Document, Fields]]


def open_project(config_file: Path) -> Project:
    """Read a project from its `mkdocs.yml`, or raise `ConfigError`."""
    config_file = config_file.absolute()
    chain = _chain(config_file)
    settings = _settings(chain)
    root = config_file.parent
    project = Project(
        root=root,
        config=_config(chain, settings),
        config_file=config_file.name,
        options=next((found for _, tree in chain if (found := _prefix(tree))), ()),
        docs=os.path.relpath(root / _text(settings, "docs_dir", "docs"), root),
        site_name=_text(settings, "site_name", "Glossary"),
        site_url=_web_address(settings),
        directory_urls=_text(settings, "use_directory_urls", "true").lower() not in _FALSE,
    )
    refuse_missing_terms(project)
    return project


def settings_and_files(config_file: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """Return all that a config says, and the text of each file that says it, by relative path."""
    chain = _chain(config_file.absolute())
    return _settings(chain), {document.path: document.text for document, _ in chain}


def refuse_missing_terms(project: Project) -> None:
    """Raise `ConfigError` unless the folder of terms is there, inside the project."""
    if not project.terms_dir.is_dir():
        raise ConfigError(
            f"there is no folder '{project.config.terms}' in {project.root}; make it, or set "
            "'terms' under the plugin 'termloom' in mkdocs.yml"
        )
    if not project.terms_dir.resolve().is_relative_to(project.root.resolve()):
        raise ConfigError(f"the folder '{project.config.terms}' lies outside the project")


def config_from(options: dict[str, Any], where: str) -> Config:
    """Validate options that came without a file, or raise `ConfigError`."""
    try:
        return Config.model_validate(options)
    except ValidationError as error:
        found = "; ".join(
            f"{'.'.join(map(str, misfit.path))}: {misfit.message}"
            for misfit in misfits(error, Config)
        )
        raise ConfigError(f"{where}: {found}") from None


def _settings(chain: Chain) -> dict[str, Any]:
    """Return what a config says together with what it inherits."""
    settings: dict[str, Any] = {}
    for _, tree in reversed(chain):
        settings = _merged(settings, tree.plain(absent=True))
    return settings


def _text(settings: dict[str, Any], key: str, default: str) -> str:
    value = settings.get(key)
    return value if isinstance(value, str) else default


def _web_address(settings: dict[str, Any]) -> str | None:
    """Return the site's address; what stands after `!ENV` is the name of a variable, and none."""
    address = _text(settings, "site_url", "")
    return address if address.startswith(("https://", "http://")) else None


def _chain(config_file: Path) -> Chain:
    """Return the config and what it inherits from, the nearest first."""
    chain: Chain = []
    seen: set[Path] = set()
    path: Path | None = config_file
    while path is not None:
        if path.resolve() in seen:
            raise ConfigError(f"{path.name} inherits from itself")
        seen.add(path.resolve())
        document, tree = _tree(path, os.path.relpath(path, config_file.parent))
        chain.append((document, tree))
        parent = tree.values.get("INHERIT")
        path = path.parent / parent.text if isinstance(parent, Scalar) and parent.text else None
    return chain


def _tree(path: Path, name: str) -> tuple[Document, Fields]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ConfigError(
            f"there is no {path.name} in {path.parent}; go to your project, name its config "
            "with --config, or start a new project with 'termloom init DIR'"
        ) from None
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}") from None
    try:
        document = Document(name, decode(name, data), tags=True)
        return document, parse(name, document.text, tags=True)
    except Unreadable as fault:
        diagnostic = fault.diagnostic
        hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
        raise ConfigError(f"{diagnostic.location}: {diagnostic.message}{hint}") from None


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    joined = dict(below)
    for key, value in above.items():
        old = joined.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        joined[key] = _merged(old, value) if both else value  # type: ignore[arg-type]
    return joined


def _config(chain: Chain, settings: dict[str, Any]) -> Config:
    plugins: Plain = settings.get("plugins")
    options = _options(plugins)
    if options is None:
        name = chain[0][0].path
        raise ConfigError(f"{name} does not name the plugin 'termloom'; add it under 'plugins'")
    try:
        return Config.model_validate(options)
    except ValidationError as error:
        raise ConfigError(_explained(error, chain)) from None


def _options(plugins: Plain) -> Plain:
    """Return the options of our plugin, nothing if it is not named."""
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        if plugin == PLUGIN:
            return {}
        if isinstance(plugin, dict) and PLUGIN in plugin:
            return _present(plugin[PLUGIN] or {})
    return None


def _present(value: Plain) -> Plain:
    """Return the value without what is absent in it."""
    if isinstance(value, dict):
        return {key: _present(inner) for key, inner in value.items() if inner is not None}
    return [_present(inner) for inner in value] if isinstance(value, list) else value


def _explained(error: ValidationError, chain: Chain) -> str:
    for document, tree in chain:
        if (tag := _environment_tag(tree, document.text)) is not None:
            place = Lines.of(document.path, document.text).place(tag, tag)
            return f"{place}: the options of 'termloom' may not use !ENV"
    faults = [
        (_RULE, Fault(_address(misfit, chain), misfit.message, misfit.hint))
        for misfit in misfits(error, Config)
    ]
    found = located(faults, {document.path: document for document, _ in chain})
    return "\n".join(
        f"{d.location}: {d.message}" + (f" ({d.hint})" if d.hint else "") for d in ordered(found)
    )


def _address(misfit: Misfitting, chain: Chain) -> Address:
    """Return the address of a misfit in the nearest file of the chain that holds the value."""
    for document, tree in chain:
        prefix = _prefix(tree)
        path = (*(prefix or ()), *misfit.path)
        if prefix is not None and _holds(tree, path):
            return Address(document.path, path, misfit.key)
    return Address(chain[0][0].path)


def _holds(node: Node, path: FieldPath) -> bool:
    for step in path:
        match node:
            case Fields() if str(step) in node.values:
                node = node.values[str(step)]
            case Items() if isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            case _:
                return False
    return True


def _prefix(tree: Fields) -> tuple[str | int, ...] | None:
    plugins = tree.values.get("plugins")
    if isinstance(plugins, Fields) and PLUGIN in plugins.values:
        return ("plugins", PLUGIN)
    for number, item in enumerate(plugins.items if isinstance(plugins, Items) else ()):
        if isinstance(item, Fields) and PLUGIN in item.values:
            return ("plugins", number, PLUGIN)
    return None


def _environment_tag(tree: Fields, text: str) -> int | None:
    node: Node = tree
    if (prefix := _prefix(tree)) is None:
        return None
    for step in prefix:
        node = node.values[str(step)] if isinstance(node, Fields) else node.items[int(step)]  # type: ignore[union-attr]
    found = re.compile(r"(?<=\s)!ENV\b").search(text, node.start, node.end)
    return found.start() if found else None
