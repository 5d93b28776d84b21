"""`termloom schema`."""

from pathlib import Path
from shlex import join

import click

from generator.cli.local_schema import PATH, present_at, text_of, write
from generator.cli.main import ExitCode
from generator.model.schema import json_schema
from generator.reading import open_project
from generator.schema import written


@click.command(
    epilog=f"Example: termloom schema --with-ids -o {PATH}",
)
@click.option(
    "-c",
    "--config",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The project's mkdocs.yml, for --with-ids.",
)
@click.option(
    "--with-ids",
    is_flag=True,
    help="Offer the project's own ids, categories, regions and tags, and refuse others.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write FILE, if it changes, instead of printing.",
)
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if FILE is out of date.")
def command(*, config: Path, with_ids: bool, output: Path | None, check: bool) -> int:
    """Print the JSON Schema (2020-12) of an entry, for editors."""
    if check and output is None:
        raise click.UsageError(f"--check needs a file to look at, such as --output {PATH}")
    text = text_of(open_project(config)) if with_ids else written(json_schema())
    if output is None:
        click.echo(text, nl=False)
    elif not check:
        click.echo(f"Wrote {output}" if write(output, text) else f"{output} is up to date")
    elif present_at(output) != text:
        click.echo(f"{output} is out of date; run: {_command(config, output, with_ids=with_ids)}")
        return ExitCode.CONTENT
    else:
        click.echo(f"{output} is up to date")
    return ExitCode.FINE


def _command(config: Path, output: Path, *, with_ids: bool) -> str:
    named = [] if str(config) == "mkdocs.yml" else ["--config", str(config)]
    ids = ["--with-ids"] if with_ids else []
    return join(["termloom", "schema", *named, *ids, "--output", str(output)])
