"""`mkdocs.yml` to a `Project`.

Read with our own reader and not with MkDocs', for three reasons: `termloom check` must not
need an engine, a wrong option deserves its line and column, and YAML 1.1 would turn the
region `NO` into false before anybody could object.
"""

import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.config import Config
from generator.diagnostics import Address, Fault, Rule, Severity
from generator.errors import ConfigError
from generator.project import Project
from generator.reading.document import Document, decode
from generator.reading.faults import Unreadable
from generator.reading.lines import Lines
from generator.reading.locate import located
from generator.reading.tree import Fields, Items, Node, Plain, parse
from generator.shape import Misfit, misfits

PLUGIN = "termloom"
_RULE = Rule("config", Severity.ERROR, "")


def open_project(config_file: Path) -> Project:
    """Read a project from its `mkdocs.yml`, or raise `ConfigError`."""
    config_file = config_file.absolute()
    settings = _inherited(config_file, seen=())
    config = _config(config_file, settings)
    project = Project(
        root=config_file.parent,
        config=config,
        config_file=config_file.name,
        docs=_text(settings, "docs_dir", "docs"),
        site_name=_text(settings, "site_name", "Glossary"),
        directory_urls=_text(settings, "use_directory_urls", "true").lower() != "false",
    )
    refuse_missing_terms(project)
    return project


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


def _text(settings: dict[str, Any], key: str, default: str) -> str:
    value = settings.get(key)
    return value if isinstance(value, str) else default


def _tree(path: Path) -> tuple[Document, Fields]:
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
        document = Document(path.name, decode(path.name, data))
        return document, parse(path.name, document.text, tags=True)
    except Unreadable as fault:
        diagnostic = fault.diagnostic
        hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
        raise ConfigError(f"{diagnostic.location}: {diagnostic.message}{hint}") from None


def _inherited(path: Path, *, seen: tuple[Path, ...]) -> dict[str, Any]:
    """Return the settings with those of the `INHERIT` chain below them, as MkDocs joins them."""
    if path in seen:
        raise ConfigError(f"{path.name} inherits from itself")
    _, tree = _tree(path)
    own = tree.plain(absent=True)
    assert isinstance(own, dict)
    parent = own.pop("INHERIT", None)
    if not isinstance(parent, str):
        return own
    return _merged(_inherited((path.parent / parent).resolve(), seen=(*seen, path)), own)


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    joined = dict(below)
    for key, value in above.items():
        old = joined.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        joined[key] = _merged(old, value) if both else value  # type: ignore[arg-type]
    return joined


def _config(config_file: Path, settings: dict[str, Any]) -> Config:
    plugins: Plain = settings.get("plugins")
    options = _options(plugins)
    if options is None:
        raise ConfigError(
            f"{config_file.name} does not name the plugin 'termloom'; add it under 'plugins'"
        )
    try:
        return Config.model_validate(options)
    except ValidationError as error:
        raise ConfigError(_explained(error, config_file)) from None


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


def _explained(error: ValidationError, config_file: Path) -> str:
    document, tree = _tree(config_file)
    prefix = _prefix(tree)
    lines = Lines.of(document.path, document.text)
    if prefix is not None and (tag := _environment_tag(tree, prefix, document.text)):
        return f"{lines.place(tag, tag)}: the options of 'termloom' may not use !ENV"
    faults = (
        (
            _RULE,
            Fault(
                Address(
                    document.path, (*(prefix or ()), *misfit.path), misfit.kind is Misfit.UNKNOWN
                ),
                misfit.message,
                misfit.hint,
            ),
        )
        for misfit in misfits(error, Config)
    )
    found = located(faults, {document.path: document}, tags=True)
    return "\n".join(
        f"{d.location}: {d.message}" + (f" ({d.hint})" if d.hint else "") for d in found
    )


def _prefix(tree: Fields) -> tuple[str | int, ...] | None:
    plugins = tree.values.get("plugins")
    if isinstance(plugins, Fields) and PLUGIN in plugins.values:
        return ("plugins", PLUGIN)
    for number, item in enumerate(plugins.items if isinstance(plugins, Items) else ()):
        if isinstance(item, Fields) and PLUGIN in item.values:
            return ("plugins", number, PLUGIN)
    return None


def _environment_tag(tree: Fields, prefix: tuple[str | int, ...], text: str) -> int | None:
    node: Node = tree
    for step in prefix:
        node = node.values[str(step)] if isinstance(node, Fields) else node.items[int(step)]  # type: ignore[union-attr]
    found = re.compile(r"(?<=\s)!ENV\b").search(text, node.start, node.end)
    return found.start() if found else None
