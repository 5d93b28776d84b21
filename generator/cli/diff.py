"""`termloom diff`."""

from pathlib import Path

import click
from rich.console import Console

from generator.changes import Differences
from generator.cli.comparing import compared
from generator.cli.main import ExitCode
from generator.cli.options import project_option
from generator.cli.printing import refuse_ours
from generator.project import Project
from generator.reporting.differences import WRITERS
from generator.reporting.differences.as_text import told
from generator.writing import put


@click.command(
    epilog="Examples: termloom diff main · termloom diff v1.0 --to v1.1 · "
    "termloom diff main --format markdown --output changes.md",
)
@project_option
@click.argument("base", default="HEAD")
@click.option(
    "--to",
    metavar="COMMIT",
    help="Compare with this branch or commit.  [default: the files as they are now]",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(list(WRITERS)),
    default="text",
    show_default=True,
    help="For people, for GitHub, or for other programs.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write FILE instead of printing.",
)
@click.option("--exit-code", "tell", is_flag=True, help="End with 1 if readers see a difference.")
def command(
    project: Project, *, base: str, to: str | None, style: str, output: Path | None, tell: bool
) -> int:
    """Tell what readers will see change since the work left BASE, a branch or commit.

    Without BASE: since the last commit. Terms that were added, removed or renamed, what they say
    now word by word, relations, links that appear or vanish, and what is broken by it.
    """
    found = compared(project, base, to)
    if output is not None:
        refuse_ours(project, output)
        put(output, WRITERS[style](found) + "\n")
        click.echo(f"Wrote {output}", err=True)
    else:
        _show(found, style)
    return ExitCode.CONTENT if tell and not found.is_empty else ExitCode.FINE


def _show(found: Differences, style: str) -> None:
    if style == "text":
        Console().print(told(found), soft_wrap=True, highlight=False)
    else:
        click.echo(WRITERS[style](found))
