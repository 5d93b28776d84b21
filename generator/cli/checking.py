"""What `termloom check` does, once its options are understood."""

from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from generator.cli.changed import Since
from generator.cli.diffs import print_diffs
from generator.cli.main import ExitCode
from generator.cli.options import exit_code
from generator.cli.printing import Printing
from generator.cli.progress import shown
from generator.cli.watch import watch
from generator.diagnostics import Diagnostic
from generator.editing import unified
from generator.editing.rounds import Settled
from generator.errors import TermloomError
from generator.pipeline import Judged, Memory, judged, mended
from generator.project import Project
from generator.reporting.baseline import Baseline
from generator.reporting.report import amount
from generator.today import today
from generator.writing import put, rewrite


@dataclass(frozen=True, slots=True)
class Checking:
    """What to check, what to leave out of the report, and whether to mend it."""

    project: Project
    printing: Printing
    strict: bool = False
    fix: bool = False
    diff: bool = False
    base: str | None = None
    baseline: Path | None = None

    def once(self) -> ExitCode:
        """Check, mend if that was asked for, report, and return how to end."""
        memory, known = Memory(), _known(self.baseline)
        with shown(Console(stderr=True), quiet=False) as progress:
            found = judged(self.project, today(), progress, memory)
            since = Since.of(found, self.base, today(), memory) if self.base is not None else None

        def wanted(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
            new = known.sift(diagnostics).new
            return since.concerns(new) if since is not None else new

        would_change = False
        if self.fix or self.diff:
            found, settled = mended(found, today(), memory, wanted)
            would_change = self.diff and bool(settled.texts)
            self._use(settled)
        reported = wanted(found.diagnostics)
        sifted = known.sift(found.diagnostics)
        changed = since.changes.files if since is not None else frozenset[str]()
        self.printing.publish(found, reported, changed=changed, hidden=sifted.known)
        if sifted.mended:
            are = "is" if sifted.mended == 1 else "are"
            what = f"{amount(sifted.mended, 'diagnostic')} of {self.baseline} {are} mended"
            click.echo(f"{what}; --update-baseline forgets what is mended", err=True)
        return ExitCode.CONTENT if would_change else exit_code(reported, strict=self.strict)

    def whenever_saved(self) -> ExitCode:
        """Check again after every change, until the user stops it."""
        known, console = _known(self.baseline), Console()

        def report(found: Judged, seconds: float) -> None:
            if console.is_terminal:
                console.clear()
            sifted = known.sift(found.diagnostics)
            self.printing.publish(found, sifted.new, changed=frozenset(), hidden=sifted.known)
            click.echo(f"Checked in {seconds:.2f} s. Watching for changes; Ctrl+C stops.\n")

        try:
            watch(self.project, report)
        except KeyboardInterrupt:
            click.echo()
        return ExitCode.FINE

    def _use(self, settled: Settled) -> None:
        """Write or show what fixes change, and say why others could not be used."""
        if self.diff:
            print_diffs(Console(), (unified(path, *texts) for path, texts in settled.texts.items()))
        else:
            rewrite(self.project.root, settled.texts)
            fixed = amount(len(settled.fixed), "diagnostic")
            files = amount(len(settled.texts), "file")
            click.echo(f"Fixed {fixed} in {files}" if settled.texts else "Nothing to fix", err=True)
        for diagnostic, why in settled.unfixed.items():
            click.echo(f"Not fixed: {diagnostic.location} [{diagnostic.rule}]: {why}", err=True)


def remember(project: Project, baseline: Path) -> ExitCode:
    """Write the baseline that knows everything that is wrong now."""
    with shown(Console(stderr=True), quiet=False) as progress:
        found = judged(project, today(), progress)
    if baseline.exists():
        _known(baseline)  # Another file of that name is not ours to replace.
    put(baseline, Baseline.of(found.diagnostics).text())
    click.echo(f"{baseline} knows {amount(len(found.diagnostics), 'diagnostic')}")
    return ExitCode.FINE


def _known(file: Path | None) -> Baseline:
    """Return what a baseline knows, nothing where there is none."""
    if file is None:
        return Baseline.of(())
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TermloomError(
            f"there is no baseline {file}; write it with "
            f"'termloom check --baseline {file} --update-baseline'"
        ) from None
    except UnicodeDecodeError:
        text = ""
    return Baseline.parse(str(file), text)
