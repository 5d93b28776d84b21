"""`termloom links`."""

import os
import time
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from generator.cli.external import External, external_options
from generator.cli.main import ExitCode
from generator.cli.options import exit_code, project_option, strict_option
from generator.cli.printing import AUTOMATIC, Printing
from generator.cli.progress import shown
from generator.engines.mkdocs_build import MkDocs
from generator.pipeline import refuse_unknown_rules
from generator.project import Project
from generator.reading.built import SiteFolder
from generator.reporting import REPORTERS
from generator.reporting.report import amount
from generator.site_check import Checked, SiteCheck

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(
    epilog="Examples: termloom links --strict · termloom links --site-dir public · "
    "termloom links --format sarif --output links.sarif · "
    "termloom links --external --summary issue.md",
)
@project_option
@strict_option
@external_options
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="Where the built site is.  [default: 'site_dir' of mkdocs.yml]",
)
@click.option(
    "--format",
    "style",
    type=click.Choice([AUTOMATIC, *REPORTERS]),
    default=AUTOMATIC,
    help="How to report.  [default: github in a workflow on GitHub, else text]",
)
@click.option("--max", "most", type=click.IntRange(min=0), help="Show only the worst so many.")
@click.option(
    "-o",
    "--output",
    type=_FILE,
    help="Write the report to a file. The terminal is told as without --format.",
)
def command(
    project: Project,
    *,
    strict: bool,
    site_dir: Path | None,
    style: str,
    most: int | None,
    output: Path | None,
    external: External | None,
) -> int:
    """Check every link of the built site. No other host is asked, unless with --external.

    What is wrong is reported at the line that you wrote, with the page that shows it. 'termloom
    build' does the same before it puts a new site in the place of the old one.
    """
    printing = Printing(style, most, output)
    if external is not None:
        return external.run(project, printing, strict=strict)
    return _internal(project, site_dir, printing, strict=strict)


def _internal(
    project: Project, site_dir: Path | None, printing: Printing, *, strict: bool
) -> ExitCode:
    """Check the site as it is on disk, and report."""
    refuse_unknown_rules(project.config)
    engine = MkDocs.of(project)
    folder = site_dir or engine.site_dir
    site = SiteFolder.of(folder)
    started, console = time.monotonic(), Console(stderr=True)
    with shown(console, quiet=False) as progress:
        # Only the engine knows what `!ENV` in `mkdocs.yml` stands for.
        project = replace(project, site_url=engine.site_url)
        check = SiteCheck.of_project(project, site, shown_folder(project, folder))
        found = check.checked(progress)
    printing.publish(found, found.diagnostics, changed=frozenset(), hidden=0)
    console.print(told(found, time.monotonic() - started), highlight=False)
    return exit_code(found.diagnostics, strict=strict)


def shown_folder(project: Project, folder: Path) -> str:
    """Return the path of a folder as seen from the project."""
    return Path(os.path.relpath(folder.absolute(), project.root)).as_posix()


def told(found: Checked, seconds: float) -> str:
    """Return what was looked at, and how long it took."""
    pages, links = amount(found.site.pages, "page"), amount(found.site.links, "link")
    return f"Checked {links} on {pages} in {seconds:.1f} s."
