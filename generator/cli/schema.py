"""`termloom schema`."""

import json

import click

from generator.model.schema import json_schema


@click.command(epilog="Example: termloom schema > terms.schema.json")
def command() -> None:
    """Print the JSON Schema (2020-12) of an entry, for editors."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
