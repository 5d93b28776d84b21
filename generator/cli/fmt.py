"""`termloom fmt`."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.console import Console

from generator.cli.diffs import print_diffs
from generator.cli.main import ExitCode
from generator.cli.options import print_diagnostics
from generator.cli.progress import shown
from generator.diagnostics import Diagnostic, ordered
from generator.editing import NotEdited, unified
from generator.editing.formatting.entry import formatted
from generator.editing.original import as_written
from generator.reading import Document, open_project
from generator.reading.document import decode
from generator.reading.faults import Unreadable
from generator.reading.files import read_named
from generator.writing import rewrite

_STDIN = Path("-")


@dataclass(slots=True)
class _Outcome:
    """What became of the files: old and new texts by path, and why others stay as they are."""

    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    def take(self, document: Document) -> None:
        """Format one file, or note why not."""
        try:
            text = formatted(document)
        except Unreadable as fault:
            self.diagnostics.append(fault.diagnostic)
        except NotEdited as reason:
            self.refusals.append(f"{document.path}: left as it is, because {reason}")
        else:
            if text != document.text:
                self.texts[document.path] = (document.text, text)

    def say_faults(self, console: Console) -> None:
        """Print what could not be read, and what could not be formatted."""
        print_diagnostics(console, ordered(self.diagnostics))
        for refusal in self.refusals:
            console.print(refusal, soft_wrap=True, highlight=False, markup=False)

    def exit_code(self, *, trial: bool) -> ExitCode:
        """Return 1 if a file has a fault, or would change in a trial."""
        failed = self.diagnostics or self.refusals or (trial and self.texts)
        return ExitCode.CONTENT if failed else ExitCode.FINE


@click.command(
    epilog="Examples: termloom fmt · termloom fmt --check · termloom fmt terms/token.yml · "
    "termloom fmt - < draft.yml",
)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, allow_dash=True, path_type=Path))
@click.option(
    "-c",
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    default="mkdocs.yml",
    show_default=True,
    help="The project's mkdocs.yml. Not needed with PATHS.",
)
@click.option("--check", is_flag=True, help="List the files that would change; change nothing.")
@click.option("--diff", is_flag=True, help="Show what would change; change nothing.")
def command(*, paths: tuple[Path, ...], config: Path, check: bool, diff: bool) -> int:
    """Put entries into the house form. What they say stays the same, comments included.

    PATHS are entries or folders of them; without any, all entries of the project. A single -
    stands for the standard input, and the result goes to the standard output.
    """
    if _STDIN in paths:
        if len(paths) > 1:
            raise click.UsageError("'-' stands alone: it takes the one entry from the input")
        return _filter(check=check, diff=diff)
    if paths:
        base, wanted = Path.cwd(), [_entries_at(path) for path in paths]
    else:
        project = open_project(config)
        base, wanted = project.root, [project.terms_dir]
    root, outcome, count = _formatted(base.resolve(), wanted)
    trial = check or diff
    if not trial:
        rewrite(root, outcome.texts)
    _report(outcome, count, diff=diff, verb="Would change" if trial else "Changed")
    return outcome.exit_code(trial=trial)


def _entries_at(path: Path) -> Path:
    """Return the folder of entries where a path is that of a whole project."""
    config = path / "mkdocs.yml"
    return open_project(config).terms_dir if config.is_file() else path


def _formatted(base: Path, wanted: Iterable[Path]) -> tuple[Path, _Outcome, int]:
    """Return the root of all paths, what became of the files there, and how many there are."""
    # A symbolic link to a file is refused when it is read; folders may be links.
    places = [p.resolve() if p.is_dir() else p.parent.resolve() / p.name for p in wanted]
    folders = (place if place.is_dir() else place.parent for place in places)
    root = Path(os.path.commonpath([base, *folders]))
    read = read_named(root, places)
    outcome = _Outcome(diagnostics=list(read.diagnostics))
    with shown(Console(stderr=True), quiet=False) as progress:
        for number, document in enumerate(read.documents.values()):
            progress("Formatting", number, len(read.documents))
            outcome.take(document)
    return root, outcome, len(read.documents) + len(read.diagnostics)


def _report(outcome: _Outcome, count: int, *, diff: bool, verb: str) -> None:
    console = Console()
    outcome.say_faults(console)
    if diff:
        print_diffs(console, (unified(path, *texts) for path, texts in outcome.texts.items()))
    else:
        for path in outcome.texts:
            console.print(f"{verb} {path}", soft_wrap=True, highlight=False, markup=False)
    files = "file" if count == 1 else "files"
    # A diff on the standard output is for another program.
    click.echo(f"{len(outcome.texts)} of {count} {files} {verb.lower()}", err=diff)


def _filter(*, check: bool, diff: bool) -> int:
    """Format the standard input; nothing is printed of what cannot be read."""
    data = sys.stdin.buffer.read()
    outcome = _Outcome()
    text = ""
    try:
        text = decode("stdin", data)
    except Unreadable as fault:
        outcome.diagnostics.append(fault.diagnostic)
    else:
        outcome.take(Document("stdin", text))
    outcome.say_faults(Console(stderr=True))
    if diff:
        print_diffs(Console(), (unified(path, *texts) for path, texts in outcome.texts.items()))
    elif not check and not outcome.diagnostics:
        new = outcome.texts.get("stdin", (text, text))[1]
        sys.stdout.buffer.write(as_written(data, text, new) or data)
    return outcome.exit_code(trial=check or diff)
