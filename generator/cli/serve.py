"""`termloom serve`."""

import click

from generator.cli.options import project_option
from generator.engines.mkdocs_build import serve
from generator.project import Project


@click.command(
    epilog="Example: termloom serve --address 127.0.0.1:8001 --open",
)
@project_option
@click.option("-a", "--address", metavar="HOST:PORT", help="Where to listen.")
@click.option("--open", "open_in_browser", is_flag=True, help="Open the site in the browser.")
def command(project: Project, *, address: str | None, open_in_browser: bool) -> None:
    """Show the site while you write.

    The page reloads when an entry, a template or a hand-written page is saved. A broken
    entry is explained here and in the page; the server goes on. Stop it with Ctrl+C.
    """
    serve(project, address=address, open_in_browser=open_in_browser)
