"""`termloom rules`."""

import click
from rich.console import Console
from rich.table import Table

from generator.pipeline import RULES


@click.command(epilog="Then: termloom explain ambiguous-label")
def command() -> None:
    """List every rule with its severity and what it asks for."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for rule in sorted(RULES.values(), key=lambda rule: rule.name):
        table.add_row(rule.name, rule.severity.value, rule.sentence)
    console = Console()
    console.print(table, soft_wrap=not console.is_terminal)
