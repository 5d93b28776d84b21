"""`termloom forms`."""

from pathlib import Path
from shlex import join

import click

from generator.cli.main import ExitCode
from generator.cli.options import project_option
from generator.errors import AlreadyThere, TermloomError
from generator.forms.github import FOLDER, forms, is_ours
from generator.project import Project
from generator.writing import put


@click.command(
    epilog="Examples: termloom forms · termloom forms --check",
)
@project_option
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"The folder for them, if the project is not the whole repository.  [default: {FOLDER}]",
)
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if a form is out of date.")
def command(project: Project, *, output: Path | None, check: bool) -> int:
    """Write GitHub issue forms to suggest a term and to report an error.

    They ask for fields of a term in plain words, and offer the project's categories and regions:
    after changing those, type the command again. 'termloom from-issue' makes a draft of an issue.
    """
    folder = project.root / FOLDER if output is None else output
    made = forms(project)
    stale = [name for name, text in made.items() if _present(folder / name) != text]
    if not stale:
        click.echo(f"The forms in {folder} are up to date")
    elif check:
        config = project.root / project.config_file
        here = config == Path.cwd() / "mkdocs.yml"
        again = ["termloom", "forms", *([] if here else ["--config", str(config)])]
        again += ["--output", str(output)] if output else []
        click.echo(f"{_named(folder, stale)} out of date; run: {join(again)}")
        return ExitCode.CONTENT
    else:
        for name in stale:
            put(folder / name, made[name])
            click.echo(f"Wrote {folder / name}")
    return ExitCode.FINE


def _named(folder: Path, stale: list[str]) -> str:
    names = ", ".join(str(folder / name) for name in stale)
    return f"{names} {'is' if len(stale) == 1 else 'are'}"


def _present(path: Path) -> str | None:
    """Return the text of a form of ours, nothing if there is no file, or raise `AlreadyThere`."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        text = ""
    except OSError as error:
        raise TermloomError(f"{path} cannot be read: {error.strerror}") from error
    if not is_ours(text) or path.is_symlink():
        raise AlreadyThere(f"{path} is no form that Termloom wrote; nothing was written")
    return text
