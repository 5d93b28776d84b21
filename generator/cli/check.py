"""`termloom check`."""

import click
from rich.console import Console

from generator.cli.options import exit_code, print_diagnostics, project_option, strict_option
from generator.cli.progress import shown
from generator.pipeline import judged
from generator.project import Project
from generator.reporting import REPORTERS
from generator.reporting.text import summary
from generator.today import today


@click.command(
    epilog='Example: termloom check --format json | jq ".diagnostics[].message"',
)
@project_option
@strict_option
@click.option(
    "--format",
    "style",
    type=click.Choice(sorted(REPORTERS)),
    default="text",
    show_default=True,
    help="How to print the diagnostics.",
)
def command(project: Project, *, strict: bool, style: str) -> int:
    """Report everything wrong with the entries; write nothing."""
    with shown(Console(stderr=True), quiet=False) as progress:
        found = judged(project, today(), progress)
    if style == "text":
        console = Console()
        print_diagnostics(console, found.diagnostics)
        entries = f"{found.entries} {'entry' if found.entries == 1 else 'entries'}"
        console.print(f"{entries} checked: {summary(found.diagnostics)}", highlight=False)
    else:
        click.echo(REPORTERS[style](found.diagnostics))
    return exit_code(found.diagnostics, strict=strict)
