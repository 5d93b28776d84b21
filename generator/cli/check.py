"""`termloom check`."""

from pathlib import Path
from typing import Any

import click

from generator.cli.checking import Checking, remember
from generator.cli.options import project_option, strict_option
from generator.cli.printing import AUTOMATIC, TEXT, Printing
from generator.project import Project
from generator.reporting import REPORTERS

_FILE = click.Path(path_type=Path, dir_okay=False)
# Of each pair only one may be asked for.
_EITHER_OR = (
    ("fix", "diff"),
    *((one, "watch") for one in ("fix", "diff", "changed", "output")),
    *((one, "update_baseline") for one in ("fix", "diff", "changed", "watch")),
)


@click.command(
    epilog="Examples: termloom check --strict · termloom check --diff · "
    "termloom check --changed main · termloom check --format sarif --output report.sarif",
)
@project_option
@strict_option
@click.option("--fix", is_flag=True, help="Mend what can be mended with certainty.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--changed",
    is_flag=False,
    flag_value="HEAD",
    metavar="[BASE]",
    help="Report only what changed since the work left BASE, a branch or commit, and what that "
    "causes elsewhere. Without BASE: since the last commit.",
)
@click.option("--baseline", type=_FILE, help="Leave out the diagnostics that a file knows.")
@click.option("--update-baseline", is_flag=True, help="Let that file know what there is now.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved.")
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
def command(project: Project, **asked: Any) -> int:
    """Report everything wrong with the entries. Only --fix changes them."""
    _refuse_contradictions(asked)
    if asked["update_baseline"]:
        return remember(project, asked["baseline"])
    checking = Checking(
        project,
        Printing(asked["style"], asked["most"], asked["output"]),
        strict=asked["strict"],
        fix=asked["fix"],
        diff=asked["diff"],
        base=asked["changed"],
        baseline=asked["baseline"],
    )
    return checking.whenever_saved() if asked["watch"] else checking.once()


def _refuse_contradictions(asked: dict[str, Any]) -> None:
    for one, other in _EITHER_OR:
        if asked[one] and asked[other]:
            names = (f"--{name.replace('_', '-')}" for name in (one, other))
            raise click.UsageError(f"{' and '.join(names)} do not go together")
    if asked["update_baseline"] and asked["baseline"] is None:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    for_people = asked["style"] in (AUTOMATIC, TEXT) or asked["output"] is not None
    if not for_people and (asked["diff"] or asked["watch"]):
        option = "--diff" if asked["diff"] else "--watch"
        raise click.UsageError(f"{option} is for people; leave out --format")
