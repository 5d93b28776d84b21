"""`termloom take`."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click

from generator.cli.local_schema import PATH
from generator.cli.main import ExitCode
from generator.cli.options import project_option
from generator.errors import AlreadyThere, TermloomError
from generator.project import Project
from generator.reading.offers import Kind, Offers, offers
from generator.reporting.characters import printable
from generator.reporting.for_review import annotations, for_the_summary
from generator.reporting.report import amount


@click.command(epilog="Example: git switch --detach main && termloom take my-branch")
@project_option
@click.argument("commit")
def command(project: Project, *, commit: str) -> int:
    """Take from COMMIT what cannot run: entries, pages and images.

    For a change by somebody you do not know. Check out what you trust, such as main; then only
    the files that are data are put over it, as a merge would give them. Settings, templates,
    programs and workflows stay yours. They are listed, and the command ends with 1: somebody
    has to read them.
    """
    found = offers(project, commit, made=[PATH])
    _refuse_unsafe(found)
    for taken in sorted(found.taken, key=lambda one: one.data is not None):
        _put(found.top / taken.path, taken.data)
    click.echo("\n".join(_told(found)))
    _tell_github(found)
    return ExitCode.CONTENT if found.left else ExitCode.FINE


def _refuse_unsafe(found: Offers) -> None:
    """Raise before anything is written, where a file would be lost or written elsewhere."""
    for taken in found.taken:
        folders = PurePosixPath(taken.path).parents
        if any((found.top / folder).is_symlink() for folder in list(folders)[:-1]):
            raise TermloomError(f"'{taken.path}' lies behind a symbolic link; take it by hand")
        if taken.is_new and os.path.lexists(found.top / taken.path):
            raise AlreadyThere(
                f"{taken.path} is there already, and git does not know it; nothing was taken"
            )


def _put(file: Path, data: bytes | None) -> None:
    file.unlink(missing_ok=True)
    if data is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _told(found: Offers) -> Iterator[str]:
    if not found.taken and not found.left:
        yield "There is nothing to take: the commit changes nothing"
    if found.taken:
        counts = Counter(taken.kind for taken in found.taken)
        kinds = ", ".join(_amount(counts[kind], kind) for kind in Kind if counts[kind])
        yield f"Taken: {kinds}"
        yield from (f"  {printable(taken.path)}" for taken in found.taken)
    if found.left:
        yield f"Left for a maintainer to read: {amount(len(found.left), 'file')}"
        yield from (f"  {printable(path)}: {reason}" for path, reason in found.left.items())


def _amount(count: int, kind: Kind) -> str:
    return f"{count} entries" if kind is Kind.ENTRY and count != 1 else amount(count, kind.value)


def _tell_github(found: Offers) -> None:
    """Put what was left beside the pull request, and say what may be shown to readers."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return
    for line in annotations(found.left):
        click.echo(line)
    if page := os.environ.get("GITHUB_STEP_SUMMARY"):
        _append(page, for_the_summary(found.left, pages=found.for_readers))
    if outputs := os.environ.get("GITHUB_OUTPUT"):
        _append(outputs, f"pages={str(found.for_readers).lower()}\n")


def _append(file: str, text: str) -> None:
    with Path(file).open("a", encoding="utf-8") as stream:
        stream.write(text)
