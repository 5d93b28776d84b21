"""What `termloom links --external` does: the links to other sites.

What asks servers is imported only where it is wanted: it takes a third of a second.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console

from generator.cli.diffs import print_diffs
from generator.cli.main import ExitCode
from generator.cli.options import exit_code
from generator.cli.printing import Printing, refuse_ours
from generator.cli.progress import shown
from generator.diagnostics import Diagnostic
from generator.editing import unified
from generator.editing.rounds import fixed_together
from generator.external_links.archive import EMPTY, Archive, parsed, text_of
from generator.pipeline import refuse_unknown_rules
from generator.project import Project
from generator.reading import read
from generator.reporting.link_summary import link_summary
from generator.reporting.report import amount
from generator.today import today
from generator.writing import put, rewrite

if TYPE_CHECKING:
    from generator.external_check import Reached

_FILE = click.Path(path_type=Path, dir_okay=False)
_OPTIONS = (
    click.option("--external", is_flag=True, help="Check the links to other sites instead."),
    click.option("--fix", is_flag=True, help="Write the new addresses of pages that have moved."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
    click.option("--cached", is_flag=True, help="Ask nobody; report what earlier runs found."),
    click.option(
        "--budget",
        type=click.IntRange(min=1),
        metavar="N",
        help="Ask after N addresses at most, those of the oldest answers first.",
    ),
    click.option("--summary", type=_FILE, help="Write a page of Markdown, to put into an issue."),
    click.option(
        "--archive-file",
        type=_FILE,
        help="Remember in a file what was seen of every source and resource, and say so when "
        "one of them dies. Commit it.",
    ),
)
_NAMES = ("fix", "diff", "cached", "budget", "summary", "archive_file")


def external_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of the external check; the command is given `external`, or nothing."""

    @wraps(command)
    def wrapped(*arguments: Any, **asked: Any) -> Any:
        wanted = {name: asked.pop(name) for name in _NAMES}
        is_external = asked.pop("external")
        _refuse_contradictions(wanted, asked, is_external=is_external)
        return command(*arguments, **asked, external=External(**wanted) if is_external else None)

    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def _refuse_contradictions(
    wanted: Mapping[str, Any], others: Mapping[str, Any], *, is_external: bool
) -> None:
    for name in _NAMES:
        if wanted[name] and not is_external:
            raise click.UsageError(f"--{name.replace('_', '-')} needs --external")
    if is_external and others.get("site_dir") is not None:
        raise click.UsageError("--site-dir and --external do not go together")
    for one, other in (("fix", "diff"), ("cached", "budget")):
        if wanted[one] and wanted[other]:
            raise click.UsageError(f"--{one} and --{other} do not go together")


@dataclass(frozen=True, slots=True)
class External:
    """How to ask, and what to write."""

    fix: bool = False
    diff: bool = False
    cached: bool = False
    budget: int | None = None
    summary: Path | None = None
    archive_file: Path | None = None

    def run(self, project: Project, printing: Printing, *, strict: bool) -> ExitCode:
        """Ask, report, and return how to end."""
        refuse_unknown_rules(project.config)
        for file, option in ((self.summary, "--summary"), (self.archive_file, "--archive-file")):
            if file is not None:
                refuse_ours(project, file, option)
        found = self._reached(project)
        diagnostics, would_change = found.diagnostics, False
        if self.fix or self.diff:
            fixed = self._fixed(found)
            would_change = self.diff and bool(fixed)
            if self.fix:
                diagnostics = tuple(one for one in diagnostics if one not in fixed)
        printing.publish(found, diagnostics, changed=frozenset(), hidden=0)
        self._write(found, diagnostics)
        click.echo(told(found), err=True)
        return ExitCode.CONTENT if would_change else exit_code(diagnostics, strict=strict)

    def _reached(self, project: Project) -> "Reached":
        from generator.external_check import Wishes, reached  # noqa: PLC0415 - see above

        archive = _archive(self.archive_file) if self.archive_file is not None else None
        wishes = Wishes(self.budget, archive, cached=self.cached)
        with shown(Console(stderr=True), quiet=False) as progress:
            progress("Reading", 0, 0)
            return reached(project, read(project), wishes, today(), progress=progress)

    def _fixed(self, found: "Reached") -> frozenset[Diagnostic]:
        """Write or show new addresses; return what they mend."""
        documents = found.sources.documents
        done = fixed_together(documents, found.diagnostics)
        texts = {path: (documents[path].text, new.text) for path, new in done.changed.items()}
        if self.diff:
            print_diffs(Console(), (unified(path, *both) for path, both in texts.items()))
        else:
            rewrite(found.project.root, texts)
            links, files = amount(len(done.fixed), "link"), amount(len(texts), "file")
            click.echo(f"Fixed {links} in {files}" if texts else "Nothing to fix", err=True)
        for diagnostic, why in done.unfixed.items():
            click.echo(f"Not fixed: {diagnostic.location} [{diagnostic.rule}]: {why}", err=True)
        return frozenset(done.fixed)

    def _write(self, found: "Reached", diagnostics: tuple[Diagnostic, ...]) -> None:
        if self.summary is not None:
            verdicts = {verdict.value: count for verdict, count in found.verdicts.items()}
            put(self.summary, link_summary(diagnostics, verdicts, today()))
        if self.archive_file is not None:
            put(self.archive_file, text_of(found.archive))


def _archive(file: Path) -> Archive:
    """Return what the file remembers; nothing where there is none yet."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return EMPTY
    except UnicodeDecodeError:
        text = ""
    return parsed(str(file), text)


def told(found: "Reached") -> str:
    """Return what was asked, and what it came to."""
    asked, left = len(found.asked.asked), found.asked.left
    parts = [f"Asked after {amount(asked, 'external link')}"]
    if known := found.entries - asked:
        parts.append(f"{known:,} known from earlier")
    if left:
        parts.append(f"{left:,} left for another run")
    if found.ignored:
        parts.append(f"{found.ignored:,} ignored")
    counts = [f"{count:,} {verdict.value}" for verdict, count in found.verdicts.items() if count]
    return f"{', '.join(parts)}: {', '.join(counts) or 'none'}."
