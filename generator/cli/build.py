"""`termloom build`."""

import time
from collections.abc import Sized
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console

from generator.cli.links import shown_folder
from generator.cli.main import ExitCode
from generator.cli.options import exit_code, project_option, strict_option
from generator.cli.printing import Printing, print_report, report_of
from generator.cli.progress import shown
from generator.engines.mkdocs_build import MkDocs
from generator.pipeline import Built, build
from generator.project import Project
from generator.reporting.report import summary
from generator.site_check import SiteCheck, unsaid
from generator.today import today
from generator.writing import aside, refuse_unsafe_site_dir


@click.command(
    epilog="Examples: termloom build --strict · termloom build --site-dir public -q",
)
@project_option
@strict_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to put the site.  [default: 'site_dir' of mkdocs.yml]",
)
@click.option("-q", "--quiet", is_flag=True, help="Print diagnostics only.")
@click.option("-v", "--verbose", is_flag=True, help="Print how long each step took.")
def command(
    project: Project, *, strict: bool, site_dir: Path | None, quiet: bool, verbose: bool
) -> int:
    """Check the entries, build the site, and check its links.

    The old site stays untouched until the new one is whole, and stays if anything fails.
    """
    started = time.monotonic()
    console = Console(stderr=True)
    engine = MkDocs.of(project)
    site = (site_dir or engine.site_dir).absolute()
    refuse_unsafe_site_dir(project, site)
    with shown(console, quiet=quiet) as progress:
        # Only the engine knows what `!ENV` in `mkdocs.yml` stands for.
        project = replace(project, site_url=engine.site_url)
        built = build(project, today(), progress)
    rendered = time.monotonic()
    if built.diagnostics:
        print_report(report_of(built, built.diagnostics))
    if exit_code(built.diagnostics, strict=strict):
        console.print(f"Nothing was written: {summary(built.diagnostics)}.", highlight=False)
        return ExitCode.CONTENT
    with aside(site) as new:
        with shown(console, quiet=quiet) as progress:
            progress("Building with MkDocs", 0, 0)
            warnings = engine.build(built, new.folder)
            themed = time.monotonic()
            check = SiteCheck.of_built(built, new.folder, shown_folder(project, site))
            found = check.checked(progress, built.diagnostics)
        warnings = unsaid(warnings, found)
        if found.diagnostics:
            Printing().publish(found, found.diagnostics, changed=frozenset(), hidden=0)
        for warning in warnings:
            console.print(f"MkDocs: {warning}", highlight=False, soft_wrap=True, markup=False)
        if exit_code(found.diagnostics, strict=strict):
            said = summary(found.diagnostics)
            console.print(f"Nothing was written: {said} about links.", highlight=False)
            return ExitCode.CONTENT
        if warnings and strict:
            console.print("Nothing was written: MkDocs warned, and --strict counts warnings.")
            return ExitCode.CONTENT
        new.publish()
    if verbose:
        console.print(
            f"Entries {rendered - started:.2f} s, MkDocs {themed - rendered:.2f} s, "
            f"links {time.monotonic() - themed:.2f} s",
            highlight=False,
        )
    if not quiet:
        seconds = time.monotonic() - started
        console.print(_told(built, site, seconds), highlight=False, soft_wrap=True)
    return ExitCode.FINE


def _told(built: Built, site: Path, seconds: float) -> str:
    glossary = built.graph.glossary
    try:
        shown = site.relative_to(Path.cwd())
    except ValueError:
        shown = site
    return (
        f"Built {_number(glossary.terms, 'term')} and "
        f"{_number(glossary.comparisons, 'comparison')}: {_number(built.site.pages, 'page')} "
        f"in {seconds:.1f} s, {summary(built.diagnostics)}.\n"
        f"Open {shown / 'index.html'}"
    )


def _number(things: Sized, word: str) -> str:
    return f"{len(things)} {word}{'' if len(things) == 1 else 's'}"
