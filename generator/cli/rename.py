"""`termloom rename`."""

import re
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import click
from rich.console import Console

from generator.cli.diffs import print_diffs
from generator.cli.main import ExitCode
from generator.cli.options import checked, project_option
from generator.cli.present import Present
from generator.diagnostics import Diagnostic
from generator.editing import NotEdited, Renaming, renamed, unified
from generator.errors import AlreadyThere, TermloomError
from generator.layout import page_path, paths
from generator.model import Entry
from generator.pipeline import Memory, judged_from
from generator.project import Project
from generator.reading import Sources, read
from generator.reporting.text import block
from generator.shape import did_you_mean
from generator.text import EntryId, folded
from generator.today import today
from generator.writing import rewrite


@click.command(
    epilog="Examples: termloom rename rag retrieval-augmented-generation · "
    "termloom rename rag retrieval --dry-run",
)
@click.argument("old")
@click.argument("new", callback=checked(EntryId))
@project_option
@click.option("-y", "--yes", is_flag=True, help="Do not ask.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
def command(project: Project, *, old: str, new: EntryId, yes: bool, dry_run: bool) -> int:
    """Give the entry OLD the id NEW: its file, and everything that names it.

    OLD is an id or a label. The old address stays alive as a redirect. References that use a
    label stay as they are, and so does code.
    """
    if not (yes or dry_run or sys.stdin.isatty()):
        raise click.UsageError("nobody can be asked here; add --yes, or --dry-run to look first")
    renaming, texts = _prepared(project, old, new)
    moved = {renaming.file: renaming.new_file}
    diffs = (unified(path, *text, to=moved.get(path)) for path, text in texts.items())
    print_diffs(Console(), diffs)
    if dry_run:
        return ExitCode.FINE
    if not yes:
        click.confirm(f"Rename '{renaming.entry.id}' to '{new}'?", abort=True, err=True)
    rewrite(project.root, texts, moved)
    others = len(texts) - 1
    click.echo(f"Renamed {renaming.file} to {renaming.new_file}")
    click.echo(f"Changed {others} other {'file' if others == 1 else 'files'}. Next: termloom check")
    return ExitCode.FINE


def _prepared(
    project: Project, old: str, new: EntryId
) -> tuple[Renaming, dict[str, tuple[str, str]]]:
    """Return what is to be done, proved: afterwards nothing is wrong that is not wrong now."""
    sources, day, memory = read(project), today(), Memory()
    before = judged_from(project, sources, day, memory=memory)
    present = Present.among(sources.entries, before.graph)
    renaming = Renaming(project, before.graph, _entry(present, old), new)
    _refuse_taken(renaming, present)
    _refuse_left_behind(renaming, sources)
    try:
        texts = renamed(renaming, sources.documents)
    except NotEdited as why:
        raise TermloomError(f"{why}; nothing was written") from why
    after = _sources(renaming, sources, texts)
    if broken := _more(before.diagnostics, _judged(renaming, after, day, memory)):
        click.echo("\n\n".join(map(block, broken)))
        raise TermloomError("this would be wrong afterwards; nothing was written")
    return renaming, texts


def _entry(present: Present, target: str) -> Entry:
    """Return the entry that an id or a label means, or raise `UsageError`."""
    graph = present.graph
    if (path := present.files.get(target)) and target not in graph.glossary.files:
        raise click.UsageError(f"{path} has errors; mend it first: termloom check")
    found = graph.candidates(target)
    if len(found) > 1:
        raise click.UsageError(f"'{target}' may mean {' or '.join(found)}; name one of them")
    entry = graph.glossary.get(found[0]) if found else None
    if entry is None:
        known = [*graph.glossary.files, *graph.labels]
        hint = did_you_mean(target, known) or "name an entry by its id or by a label"
        raise click.UsageError(f"no entry has the id '{target}'; {hint}")
    return entry


def _refuse_taken(renaming: Renaming, present: Present) -> None:
    """Raise `AlreadyThere` if the new id is not free."""
    new, entry, graph = renaming.new, renaming.entry, renaming.graph
    if new == entry.id:
        raise AlreadyThere(f"{renaming.file} has the id '{new}' already; nothing was written")
    if path := present.files.get(new):
        raise AlreadyThere(f"{path} has the id '{new}' already; nothing was written")
    if (path := present.former.get(new)) and path != renaming.file:
        raise AlreadyThere(f"'{new}' is a former id of {path}, which its old address needs")
    if others := [id for id in graph.labels.get(folded(new), ()) if id != entry.id]:
        path = graph.glossary.files[others[0]]
        raise AlreadyThere(f"{path} goes by '{new}'; references by it would lead elsewhere")
    project = renaming.project
    ours = paths(graph.glossary, project.config, project.docs)
    by_hand = {page_path(page, project.docs) for page in graph.glossary.pages}
    if (page := renaming.new_page.removesuffix(".md")) in {*ours, *by_hand}:
        raise AlreadyThere(f"another page of the site stands at '{page}' already")


def _refuse_left_behind(renaming: Renaming, sources: Sources) -> None:
    """Raise `TermloomError` if files that cannot be read name the entry."""
    loaded = {*renaming.graph.glossary.files.values(), *renaming.graph.glossary.pages}
    unread = [diagnostic.location.path for diagnostic in sources.entries.diagnostics]
    pages = [path for path in sources.files if path.endswith(".md")]
    candidates = dict.fromkeys((*sources.entries.documents, *unread, *pages))
    name = re.compile(rb"(?<![a-z0-9-])%s(?![a-z0-9-])" % renaming.entry.id.encode())
    left = [
        path
        for path in sorted(candidates)
        if path not in loaded and name.search(_bytes(renaming.project, path))
    ]
    if left:
        verb = "names" if len(left) == 1 else "name"
        raise TermloomError(
            f"{', '.join(left)} cannot be read and {verb} '{renaming.entry.id}'; mend that "
            "first: termloom check"
        )


def _bytes(project: Project, path: str) -> bytes:
    """Return what a file holds; nothing if it is none, or leads out of the project."""
    file = project.root / path
    return file.read_bytes() if file.is_file() and not file.is_symlink() else b""


def _sources(renaming: Renaming, sources: Sources, texts: Mapping[str, tuple[str, str]]) -> Sources:
    """Return what would be read afterwards."""
    documents = {
        path: replace(document, text=texts[path][1]) if path in texts else document
        for path, document in sources.documents.items()
    }
    after = sources.with_texts(documents)
    moved = {renaming.file: renaming.new_file}
    entries = {
        moved.get(path, path): replace(document, path=moved.get(path, path))
        for path, document in after.entries.documents.items()
    }
    return replace(after, entries=replace(after.entries, documents=entries))


def _judged(
    renaming: Renaming, sources: Sources, day: date, memory: Memory
) -> tuple[Diagnostic, ...]:
    """Return what would be wrong afterwards."""
    project, old = renaming.project, renaming.entry.id
    home = project.config.home
    featured = tuple(renaming.new if id == old else id for id in home.featured)
    home = home.model_copy(update={"featured": featured})
    config = project.config.model_copy(update={"home": home})
    return judged_from(replace(project, config=config), sources, day, memory=memory).diagnostics


def _more(before: tuple[Diagnostic, ...], after: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return what rules would say that have more to complain about than now."""
    more = Counter(one.rule for one in after) - Counter(one.rule for one in before)
    said = {(one.rule, one.message) for one in before}
    found = [one for one in after if one.rule in more]
    return tuple(one for one in found if (one.rule, one.message) not in said) or tuple(found)
