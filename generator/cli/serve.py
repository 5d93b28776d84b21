"""`termloom serve`."""

import re

import click

from generator.cli.options import project_option
from generator.engines.mkdocs_build import serve
from generator.project import Project


def _address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse what MkDocs would take for an address and then fail to listen at."""
    found = re.fullmatch(r"(?:[^:\s]+|\[[0-9a-fA-F:]+\]):([0-9]{1,5})", value or "")
    if value is not None and (found is None or int(found[1]) > 65_535):
        raise click.BadParameter(
            f"'{value}' is not an address; write a host and a port, such as 127.0.0.1:8001",
            ctx,
            param,
        )
    return value


@click.command(
    epilog="Example: termloom serve --address 127.0.0.1:8001 --open",
)
@project_option
@click.option("-a", "--address", metavar="HOST:PORT", callback=_address, help="Where to listen.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the site in the browser.")
def command(project: Project, *, address: str | None, open_in_browser: bool) -> None:
    """Show the site while you write.

    The page reloads when an entry, a template or a hand-written page is saved. A broken
    entry is explained here and in the page; the server goes on. Stop it with Ctrl+C.
    """
    serve(
        project,
        lambda text: click.echo(text, err=True),
        address=address,
        open_in_browser=open_in_browser,
    )
