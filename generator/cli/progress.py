"""What the terminal shows while work goes on; nothing where there is no terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from generator.pipeline import Progress as Report


@contextmanager
def shown(console: Console, *, quiet: bool) -> Iterator[Report]:
    """Give a function that shows the stage, and how much of it is done."""
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        # A wish for colours does not make a pipe a terminal.
        disable=quiet or not console.file.isatty(),
    ) as progress:
        task = progress.add_task("Starting", total=None)

        def report(stage: str, done: int, total: int) -> None:
            progress.update(task, description=stage, completed=done, total=total or None)

        yield report
