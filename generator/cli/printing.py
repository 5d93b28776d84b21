"""A report to where it is read: the terminal, a file, or the page of a job on GitHub."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import click
from rich.console import Console

from generator.diagnostics import Diagnostic, Replacement
from generator.editing import NotEdited, replacements
from generator.errors import AlreadyThere, TermloomError
from generator.pipeline import RULES, Judged
from generator.project import Project
from generator.reading.history import History, prefix
from generator.reporting import REPORTERS, Report, job_summary
from generator.reporting.text import told
from generator.writing import put

AUTOMATIC, TEXT, GITHUB = "auto", "text", "github"


@dataclass(frozen=True, slots=True)
class Printing:
    """How and where somebody wants to read a report."""

    style: str = AUTOMATIC
    most: int | None = None
    output: Path | None = None

    def publish(
        self,
        found: Judged,
        diagnostics: tuple[Diagnostic, ...],
        *,
        changed: frozenset[str],
        hidden: int,
    ) -> None:
        """Print some diagnostics of a project, and write them to the file that was asked for."""
        spoken = self._spoken()
        written = (TEXT if self.style == AUTOMATIC else self.style) if self.output else TEXT
        for_programs = {spoken, written} != {TEXT}
        report = report_of(found, diagnostics)
        if for_programs:
            report = replace(
                report,
                replacements=_replacements(found, diagnostics),
                changed=changed or _of_pull_request(found.project),
                folder=prefix(found.project.root),
            )
        report = replace(report, most=self.most, hidden=hidden)
        if self.output is not None:
            refuse_ours(found.project, self.output)
            put(self.output, REPORTERS[written](report) + "\n")
        if spoken == TEXT:
            print_report(report)
        else:
            click.echo(REPORTERS[spoken](report))
        if spoken == GITHUB and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
            with Path(page).open("a", encoding="utf-8") as stream:
                stream.write(job_summary(report))

    def _spoken(self) -> str:
        """Return the format of what is printed; beside a file, people are told as usual."""
        if self.style != AUTOMATIC and self.output is None:
            return self.style
        return GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else TEXT


def report_of(found: Judged, diagnostics: tuple[Diagnostic, ...]) -> Report:
    """Return the report of some diagnostics of a project, as people need it."""
    texts = {path: document.text for path, document in found.sources.documents.items()}
    return Report(diagnostics, RULES, found.entries, texts=texts, unit=found.unit)


def print_report(report: Report) -> None:
    """Print a report for people."""
    console = Console()
    linked = console.file.isatty() and console.color_system is not None
    console.print(told(report, linked=linked), soft_wrap=True, highlight=False)


def refuse_ours(project: Project, output: Path, option: str = "--output") -> None:
    """Raise `AlreadyThere` rather than write a report over what an author wrote."""
    folders = (project.terms_dir, project.docs_dir, project.templates_dir)
    target = output.resolve()
    inside = any(target.is_relative_to(folder.resolve()) for folder in folders)
    if inside or target == (project.root / project.config_file).resolve():
        raise AlreadyThere(f"{output} belongs to the project; choose another {option}")


def _replacements(
    found: Judged, diagnostics: tuple[Diagnostic, ...]
) -> Mapping[Diagnostic, tuple[Replacement, ...]]:
    """Return fixes as characters; those that cannot be proved are left out."""
    documents = found.sources.documents
    made: dict[Diagnostic, tuple[Replacement, ...]] = {}
    for diagnostic in diagnostics:
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        try:
            parts = tuple(
                replacement
                for path in dict.fromkeys(edit.at.file for edit in edits)
                for replacement in replacements(
                    documents[path], [edit for edit in edits if edit.at.file == path]
                )
            )
        except (KeyError, NotEdited):
            continue
        if parts:
            made[diagnostic] = parts
    return made


def _of_pull_request(project: Project) -> frozenset[str]:
    """Return what a pull request changes, nothing where git cannot tell."""
    base = os.environ.get("GITHUB_BASE_REF")
    if not base:
        return frozenset()
    try:
        return History.since(project, f"origin/{base}").changes().files
    except TermloomError:
        return frozenset()
