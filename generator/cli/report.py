"""`termloom report`."""

import click
from rich.console import Console
from rich.style import Style
from rich.text import Text

from generator.cli.main import ExitCode
from generator.cli.options import project_option
from generator.cli.progress import shown
from generator.pipeline import advice, judged
from generator.project import Project
from generator.reporting.as_reports import reports_as_json
from generator.reporting.characters import printable
from generator.reports import REPORTS, Located, Reported
from generator.today import today

_MOST = 20


@click.command(
    epilog="Examples: termloom report --only undefined-words · termloom report --format json",
)
@project_option
@click.option(
    "--only",
    "names",
    type=click.Choice(list(REPORTS)),
    metavar="NAME",
    multiple=True,
    help=f"Only this report, of {', '.join(REPORTS)}; may be given more than once.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for other programs.",
)
@click.option(
    "--max",
    "most",
    type=click.IntRange(min=0),
    help=f"Show only so many findings of each report.  [default: {_MOST} as text, else all]",
)
def command(project: Project, *, names: tuple[str, ...], style: str, most: int | None) -> int:
    """Tell editors what may be worth a look. It is advice, and never fails.

    Terms that nothing links to, words that have no entry, labels that nobody uses, relations
    that disagree or are missing, and entries that say nearly the same.
    """
    is_text = style == "text"
    with shown(Console(stderr=True), quiet=not is_text) as progress:
        found = judged(project, today(), progress)
        progress("Reporting", 0, 0)
        said = advice(found, today(), names=names, most=_MOST if is_text and most is None else most)
    if found.has_errors:
        click.echo("Some entries have errors and may be missing here: termloom check", err=True)
    if is_text:
        console = Console()
        root = project.root.resolve().as_uri() if console.is_terminal else None
        for each in said:
            console.print(_told(each, root), soft_wrap=True, highlight=False)
    else:
        click.echo(reports_as_json(said, found.entries))
    return ExitCode.FINE


def _told(each: Reported, root: str | None) -> Text:
    """Return a report with styles; below a `root` places are links to their files."""
    text = Text.assemble(
        (f"{each.report.title}: {each.total}", "bold"), (f" [{each.report.name}]", "dim"), "\n"
    )
    if each.findings:
        text.append(f"{each.report.reason}\n", "dim")
    for finding in each.findings:
        text.append("\n")
        text.append_text(_finding(finding, root))
    if left_out := each.total - len(each.findings):
        text.append(f"\n  {left_out} more, not shown: see '--max'\n", "dim")
    return text


def _finding(finding: Located, root: str | None) -> Text:
    text = Text.assemble(
        f"  {printable(finding.message)}\n", (f"  hint: {printable(finding.hint)}\n", "cyan")
    )
    for location, words in finding.places:
        link = f"{root}/{location.path}" if root is not None else None
        text.append("    ")
        text.append(printable(str(location)), Style(bold=True, link=link))
        text.append(f" {printable(words)}\n" if words else "\n", "dim")
    return text
