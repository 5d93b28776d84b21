"""`termloom from-issue`."""

import click


@click.command()
def command() -> int:
    """Be written in a minute."""
    return 0
