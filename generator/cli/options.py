"""What several commands share."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click
from pydantic_core import PydanticCustomError
from rich.console import Console

from generator.cli.main import ExitCode
from generator.diagnostics import Diagnostic, Severity, counted
from generator.project import Project
from generator.reading import open_project
from generator.reporting.text import styled
from generator.text import Text


class _ProjectPath(click.Path):
    """A path to `mkdocs.yml` that arrives as a `Project`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if isinstance(value, Project) else open_project(Path(str(value)))


project_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "-c",
    "--config",
    "project",
    type=_ProjectPath(),
    default="mkdocs.yml",
    show_default=True,
    help="The project's mkdocs.yml.",
)
strict_option = click.option("--strict", is_flag=True, help="Let warnings count as errors.")


def checked(
    kind: type[Text],
) -> Callable[[click.Context, click.Parameter, str | None], Text | None]:
    """Return a callback that makes an argument this kind, or refuses it in the model's words."""

    def check(ctx: click.Context, param: click.Parameter, value: str | None) -> Text | None:
        try:
            return None if value is None else kind.check(value)
        except PydanticCustomError as error:
            raise click.BadParameter(error.message(), ctx, param) from error

    return check


def print_diagnostics(console: Console, diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics for people, a blank line after each."""
    for diagnostic in diagnostics:
        console.print(styled(diagnostic), soft_wrap=True, highlight=False)
        console.print()


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool) -> ExitCode:
    """Return 1 if there are errors, or warnings under `--strict`."""
    counts = counted(diagnostics)
    failed = counts[Severity.ERROR] or (strict and counts[Severity.WARNING])
    return ExitCode.CONTENT if failed else ExitCode.FINE
