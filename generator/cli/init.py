"""`termloom init`."""

import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory

import click

from generator import __version__
from generator.cli.local_schema import PATH, text_of
from generator.cli.options import checked
from generator.quoting import quoted
from generator.reading import open_project
from generator.text import Name
from generator.writing import write_all_new

_NAME = Name("My glossary")
# Characters that mean something in a Markdown heading; a name holds no brackets or backticks.
_MARKDOWN = re.compile(r"([\\*_#~])")


@click.command(epilog='Example: termloom init my-glossary --name "Email, explained"')
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--name", default=_NAME, show_default=True, callback=checked(Name), help="The site's name."
)
def command(folder: Path, *, name: Name) -> None:
    """Start a new glossary in DIR: a config, two terms and a comparison that build at once.

    DIR may exist, even with other files in it; nothing is ever overwritten.
    """
    write_all_new(folder, starter(name))
    click.echo(f"Wrote a glossary of two terms and a comparison to {folder}")
    go = [] if folder.resolve() == Path.cwd() else [f"cd {quote(str(folder))}"]
    click.echo("Next:")
    for step in (*go, "termloom serve", 'termloom new term "Your first term"', "termloom build"):
        click.echo(f"  {step}")


def starter(name: Name) -> dict[str, str]:
    """Return the files of a new project by path, in the order in which they are written.

    `mkdocs.yml` comes last, since it is what makes a folder a project.
    """
    found = dict(sorted(_texts(files("generator") / "starter", "")))
    heading = _MARKDOWN.sub(r"\\\1", name)
    found["README.md"] = found["README.md"].replace(f"# {_NAME}\n", f"# {heading}\n")
    found["requirements.txt"] = f"termloom>={__version__}\n"
    config = found.pop("mkdocs.yml")
    config = config.replace(f"site_name: {_NAME}\n", f"site_name: {quoted(name)}\n")
    schema = {PATH: _schema(found | {"mkdocs.yml": config})}
    return dict(sorted({**found, **schema}.items())) | {"mkdocs.yml": config}


def _schema(files: Mapping[str, str]) -> str:
    """Return the schema of a project of these files, as this release of Termloom makes it."""
    with TemporaryDirectory() as folder:
        write_all_new(Path(folder), files)
        return text_of(open_project(Path(folder) / "mkdocs.yml"))


def _texts(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in folder.iterdir():
        path = f"{prefix}{entry.name}"
        if entry.is_dir():
            found += _texts(entry, f"{path}/")
        else:
            found.append((path, entry.read_text(encoding="utf-8")))
    return found
