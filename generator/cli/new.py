"""`termloom new`."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import click

from generator.cli.local_schema import modeline, refresh
from generator.cli.options import checked, project_option
from generator.cli.present import Present
from generator.project import Project
from generator.reading.names import suggested_id
from generator.shape import did_you_mean
from generator.skeleton import Known, comparison_skeleton, term_skeleton
from generator.text import CategoryId, EntryId, Name, TermId
from generator.writing import write_new


def _place_options(command: Callable[..., Any]) -> Callable[..., Any]:
    options = (
        project_option,
        click.option(
            "--id",
            callback=checked(EntryId),
            help="The id, which is the file's name and never changes.  [default: from the name]",
        ),
        click.option(
            "--category", callback=checked(CategoryId), help="One that mkdocs.yml declares."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.group(
    epilog='Example: termloom new term "Prompt caching" · termloom new comparison --help',
)
def command() -> None:
    """Start a new entry: a draft with every field explained, ready to fill in."""


@command.command(
    epilog='Example: termloom new term "Prompt caching" --category models-and-training',
)
@click.argument("name", callback=checked(Name))
@_place_options
@click.option("--folder", default="", help="A folder below the folder of terms.")
def term(
    project: Project, *, name: Name, id: EntryId | None, category: CategoryId | None, folder: str
) -> None:
    """Start a term called NAME. Nothing is ever overwritten."""
    _refuse_unknown_category(project, category)
    present = Present.of(project)
    path = _place(project, _free_id(present, name, id), folder)
    known = Known(tuple(present.graph.glossary.terms), tuple(project.config.categories))
    _write(project, path, term_skeleton(name, category=category, known=known))
    _tell(path, "write a definition and one section more")


@command.command(
    epilog='Example: termloom new comparison "RAG or fine-tuning" rag fine-tuning',
)
@click.argument("name", callback=checked(Name))
@click.argument("terms", metavar="TERM TERM [TERM]...", nargs=-1, required=True)
@_place_options
@click.option(
    "--folder",
    default="comparisons",
    show_default=True,
    help="A folder below the folder of terms.",
)
def comparison(
    project: Project,
    *,
    name: Name,
    terms: tuple[str, ...],
    id: EntryId | None,
    category: CategoryId | None,
    folder: str,
) -> None:
    """Start a comparison called NAME of two or more terms, each given by its id or a label."""
    _refuse_unknown_category(project, category)
    present = Present.of(project)
    options = _options(present, terms)
    path = _place(project, _free_id(present, name, id), folder)
    known = Known(options, tuple(project.config.categories))
    _write(project, path, comparison_skeleton(name, options, category=category, known=known))
    _tell(path, "fill in the criteria")


def _refuse_unknown_category(project: Project, category: CategoryId | None) -> None:
    known = [str(id) for id in project.config.categories]
    if category is None or category in known:
        return
    hint = did_you_mean(category, known)
    hint = hint or (f"known: {', '.join(known)}" if known else "declare it there first")
    raise click.UsageError(f"mkdocs.yml declares no category '{category}'; {hint}")


def _options(present: Present, terms: tuple[str, ...]) -> tuple[TermId, ...]:
    """Return the ids of the terms to compare, each given by its id or by a label."""
    found = dict.fromkeys(present.term(target) for target in terms)
    if len(found) < 2:
        raise click.UsageError("a comparison needs two different terms at least")
    if len(found) < len(terms):
        raise click.UsageError("a term is named twice")
    return tuple(found)


def _free_id(present: Present, name: Name, id: EntryId | None) -> EntryId:
    """Return the id of the new entry, or say who has it."""
    suggestion = id or suggested_id(name)
    if not suggestion:
        raise click.UsageError(
            f"'{name}' has no letter from a to z and no digit to make an id from; "
            "choose one with --id, such as --id my-term"
        )
    present.refuse_taken(name, suggestion)
    return EntryId(suggestion)


def _place(project: Project, id: EntryId, folder: str) -> Path:
    """Return where the entry goes: below the folder of terms, and where it will be read."""
    inside = PurePosixPath(folder)
    if inside.is_absolute() or any(part.startswith(".") for part in inside.parts):
        raise click.UsageError(
            f"--folder '{folder}' must lie below '{project.config.terms}', and no part of it "
            "may start with a dot"
        )
    target = project.terms_dir / inside
    if target.resolve() != project.terms_dir.resolve() / inside:
        raise click.UsageError(f"--folder '{folder}' leads through a symbolic link")
    return target / f"{id}.yml"


def _write(project: Project, path: Path, text: str) -> None:
    """Write a draft, and let the schema that editors look at know its id."""
    line = modeline(project, path)
    write_new(path, text if line is None else f"{line}\n{text}")
    refresh(project)


def _tell(path: Path, what: str) -> None:
    try:
        shown = path.relative_to(Path.cwd())
    except ValueError:
        shown = path
    click.echo(f"Wrote {shown}")
    click.echo(f"Next: open it, {what}, and set 'status: published'. Then: termloom check")
