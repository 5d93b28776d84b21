"""The schema that lies in a project, for the editors of everybody who works on it."""

import os
from pathlib import Path

from generator.errors import AlreadyThere, TermloomError
from generator.link import link
from generator.load import entry_id, load
from generator.project import Project
from generator.reading import read_entries
from generator.schema import is_schema_of_ours, project_schema, written
from generator.writing import put

PATH = ".termloom/entry.schema.json"


def text_of(project: Project) -> str:
    """Return the text of the schema that knows a project's ids, read anew."""
    read = read_entries(project)
    graph = link(load(read.documents, {}).glossary)
    unread = (diagnostic.location.path for diagnostic in read.diagnostics)
    ids = [entry_id(path) for path in (*read.documents, *unread)]
    return written(project_schema(graph, project.config, unloaded=ids))


def write(path: Path, text: str) -> bool:
    """Write a schema if it differs from the file; return whether it did.

    Raises `AlreadyThere` if the file is something else than a schema of ours.
    """
    if present_at(path) == text:
        return False
    put(path, text)
    return True


def present_at(path: Path) -> str | None:
    """Return the text of a schema of ours, nothing if there is no file."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        text = ""
    except OSError as error:
        raise TermloomError(f"{path} cannot be read: {error.strerror}") from error
    if not is_schema_of_ours(text) or path.is_symlink():
        raise AlreadyThere(f"{path} is no schema that Termloom wrote; nothing was written")
    return text


def modeline(project: Project, entry: Path) -> str | None:
    """Return the line that tells editors where the schema of an entry is, if the project has one.

    Most editors read it: https://github.com/redhat-developer/yaml-language-server#using-a-modeline
    """
    schema = project.root / PATH
    if not schema.is_file():
        return None
    path = os.path.relpath(schema, entry.parent).replace("\\", "/")
    return f"# yaml-language-server: $schema={path}"


def refresh(project: Project) -> None:
    """Let the schema of a project know what there is by now, if the project has one."""
    path = project.root / PATH
    if path.is_file():
        write(path, text_of(project))
