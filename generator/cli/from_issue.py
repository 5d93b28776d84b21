"""`termloom from-issue`."""

import sys
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from generator.cli.drafting import Draft, drafted
from generator.cli.local_schema import modeline, refresh
from generator.cli.main import ExitCode
from generator.cli.options import project_option
from generator.cli.printing import refuse_ours
from generator.forms.questions import questions
from generator.importers.issue import LONGEST, suggestion
from generator.load import entry_id
from generator.project import Project
from generator.reporting.characters import printable
from generator.reporting.suggestions import as_markdown
from generator.text import EntryId
from generator.today import today
from generator.writing import put, write_new

_STDIN = Path("-")


@click.command(
    epilog="Examples: termloom from-issue issue.md --report report.md · "
    "gh issue view 7 --json body --jq .body | termloom from-issue -",
)
@project_option
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="The draft's file, below the folder of terms, or '-' to print it.  [default: by the name]",
)
@click.option(
    "--report",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what was taken, what is missing and what does not fit, as Markdown.",
)
def command(project: Project, file: Path, *, output: Path | None, report: Path | None) -> int:
    """Make a draft of a term from the text of an issue, FILE or '-' for the standard input.

    The issue is one that was written with the form 'Suggest a term': see 'termloom forms'. What
    does not fit is left out and explained. Nothing is ever overwritten. Ends with 1 if the issue
    does not say enough, or if the term is there already.
    """
    wanted = _wanted(project, output) if output not in (None, _STDIN) else None
    if report is not None:
        refuse_ours(project, report)
    draft = drafted(project, suggestion(_text(file), questions(project.config)), wanted, today())
    shown = draft.path.relative_to(project.root).as_posix() if draft.path else None
    if draft.path is not None and output != _STDIN:
        line = modeline(project, draft.path)
        write_new(draft.path, draft.text if line is None else f"{line}\n{draft.text}")
        refresh(project)
    if report is not None:
        put(report, as_markdown(draft.suggestion, shown))
    return _told(draft, shown, is_printed=output == _STDIN)


def _text(file: Path) -> str:
    """Return an issue's text; more than anybody may write is not read to its end."""
    most = 4 * (LONGEST + 1)
    if file == _STDIN:
        data = sys.stdin.buffer.read(most)
    else:
        with file.open("rb") as stream:
            data = stream.read(most)
    return data.decode("utf-8", "replace")


def _wanted(project: Project, output: Path | None) -> Path:
    """Return the file that was asked for, which must be one that is read as an entry."""
    assert output is not None
    path = output.absolute()
    folder = project.terms_dir.resolve()
    inside = path.parent.resolve() / path.name
    try:
        id = EntryId.check(entry_id(path.name))
    except PydanticCustomError as error:
        raise click.BadParameter(error.message(), param_hint="--output") from error
    hidden = inside.is_relative_to(folder) and any(
        part.startswith(".") for part in inside.relative_to(folder).parts
    )
    if not inside.is_relative_to(folder) or hidden or path.name != f"{id}.yml":
        message = f"the draft must be a '.yml' file below '{project.config.terms}'"
        raise click.BadParameter(message, param_hint="--output")
    return project.terms_dir / inside.relative_to(folder)


def _told(draft: Draft, shown: str | None, *, is_printed: bool) -> ExitCode:
    """Say in the terminal what happened, and return how to end."""
    found = draft.suggestion
    for one in found.refused:
        hint = f" ({one.hint})" if one.hint else ""
        click.echo(printable(f"Left out '{one.label}': {one.message}{hint}"), err=True)
    if shown is None:
        for reason in found.reasons:
            click.echo(printable(f"No draft: {reason}"), err=True)
        return ExitCode.CONTENT
    if is_printed:
        click.echo(draft.text, nl=False)
    else:
        click.echo(f"Wrote {shown}")
    return ExitCode.FINE
