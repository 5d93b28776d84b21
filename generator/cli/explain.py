"""`termloom explain`."""

import click
from rich.console import Console
from rich.markdown import Markdown

from generator.pipeline import RULES
from generator.shape import did_you_mean


@click.command(epilog="Example: termloom explain unknown-term · see also: termloom rules")
@click.argument("rule")
def command(rule: str) -> None:
    """Say what a rule asks for and why, with a bad and a good example."""
    found = RULES.get(rule)
    if found is None:
        hint = did_you_mean(rule, RULES) or "'termloom rules' lists them"
        raise click.UsageError(f"there is no rule '{rule}'; {hint}")
    adjustable = "" if found.adjustable else ", always"
    text = f"# {found.name} ({found.severity.value}{adjustable})\n\n{found.documentation}"
    console = Console()
    if console.is_terminal:
        console.print(Markdown(text))
    else:
        click.echo(text.rstrip())
