"""`termloom restore`."""

from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.console import Console

from generator.cli.diffs import print_diffs
from generator.cli.main import ExitCode
from generator.cli.options import print_diagnostics, project_option
from generator.cli.progress import shown
from generator.diagnostics import Diagnostic, ordered
from generator.editing import NotEdited, unified
from generator.editing.restoring import restored, tidied
from generator.project import Project
from generator.reading import Document, read_entries
from generator.reading.faults import Unreadable
from generator.reading.files import Read, read_named
from generator.reading.history import History
from generator.writing import rewrite

_ADVICE = "only what git keeps can be restored"


@dataclass(slots=True)
class _Outcome:
    """Old and new texts by path, and why other files stay as they are."""

    count: int = 0
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    def take(self, before: Document | None, now: Document) -> None:
        """Restore one entry, or note why not; one that was not there before is only put in form."""
        try:
            text = restored(before, now) if before is not None else tidied(now)
        except Unreadable as fault:
            self.diagnostics.append(fault.diagnostic)
        except NotEdited as reason:
            self.refusals.append(f"{now.path}: left as it is, because {reason}")
        else:
            if text != now.text:
                self.texts[now.path] = (now.text, text)


@click.command(
    epilog="Examples: termloom restore main · termloom restore origin/main --diff",
)
@project_option
@click.argument("base")
@click.option("--diff", is_flag=True, help="Show what would change; change nothing.")
def command(project: Project, *, base: str, diff: bool) -> int:
    """Give back what the form on the site has lost: comments, order, the spelling of values.

    For every entry that has changed since the work left BASE, a branch or commit. It gets its
    text of then, with no other changes than those of what it says. New entries are put into the
    house form. What an entry says is never changed: that is proved by reading it again.
    """
    outcome = _restored(project, base)
    if not diff:
        rewrite(project.root, outcome.texts)
    _report(outcome, diff=diff)
    failed = outcome.diagnostics or outcome.refusals
    return ExitCode.CONTENT if failed else ExitCode.FINE


def _restored(project: Project, base: str) -> _Outcome:
    """Return what becomes of the entries that have changed, or raise `TermloomError`."""
    history = History.since(project, base, advice=_ADVICE)
    changed = history.changes().files
    now = read_entries(project)
    outcome = _Outcome(diagnostics=[one for one in now.diagnostics if one.location.path in changed])
    wanted = [document for path, document in now.documents.items() if path in changed]
    outcome.count = len(wanted) + len(outcome.diagnostics)
    with history.checkout() as folder, shown(Console(stderr=True), quiet=False) as progress:
        before = _before(folder, [document.path for document in wanted])
        unread = {one.location.path for one in before.diagnostics}
        for number, document in enumerate(wanted):
            progress("Restoring", number, len(wanted))
            if document.path in unread:
                why = "it could not be read before"
                outcome.refusals.append(f"{document.path}: left as it is, because {why}")
            else:
                outcome.take(before.documents.get(document.path), document)
    return outcome


def _before(folder: Path | None, paths: list[str]) -> Read:
    """Return the entries as they were, those that were there."""
    if folder is None:
        return Read({})
    there = (folder / path for path in paths)
    return read_named(folder, [path for path in there if path.is_file()])


def _report(outcome: _Outcome, *, diff: bool) -> None:
    console = Console()
    print_diagnostics(console, ordered(outcome.diagnostics))
    for refusal in outcome.refusals:
        console.print(refusal, soft_wrap=True, highlight=False, markup=False)
    if diff:
        print_diffs(console, (unified(path, *texts) for path, texts in outcome.texts.items()))
    else:
        for path in outcome.texts:
            console.print(f"Restored {path}", soft_wrap=True, highlight=False, markup=False)
    if not outcome.count:
        click.echo("No entry has changed", err=diff)
        return
    entries = "changed entry" if outcome.count == 1 else "changed entries"
    verb = "would be restored" if diff else "restored"
    # A diff on the standard output is for another program.
    click.echo(f"{len(outcome.texts)} of {outcome.count} {entries} {verb}", err=diff)
