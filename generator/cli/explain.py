"""`termloom explain`."""

from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.markdown import Markdown

from generator.cli.explaining import Asked, Place, explain
from generator.diagnostics import Rule
from generator.pipeline import RULES
from generator.reading import open_project
from generator.reporting.addresses import rule_address
from generator.reporting.facts import documented, facts
from generator.shape import did_you_mean


class _Place(click.ParamType[Place]):
    """`FILE:LINE` or `FILE:LINE:COLUMN`."""

    name = "place"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        place = value if isinstance(value, Place) else Place.of(str(value))
        if place is None:
            self.fail(f"'{value}' is no place: write FILE:LINE or FILE:LINE:COLUMN", param, ctx)
        return place


@click.command(
    epilog="Examples: termloom explain unknown-term · termloom explain RAG --in fine-tuning · "
    "termloom explain RAG --in docs/index.md · termloom explain --at terms/rag.yml:7",
)
@click.argument("subject", metavar="[RULE|WORD]", required=False)
@click.option("--in", "entry", help="Explain a word in this entry: an id, a label or a file.")
@click.option(
    "--at",
    "place",
    type=_Place(),
    metavar="FILE:LINE[:COLUMN]",
    help="Explain what stands at this place. Without a word: every form of a term there.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to report on words.",
)
@click.option(
    "-c",
    "--config",
    type=click.Path(path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The project's mkdocs.yml.",
)
def command(
    subject: str | None, entry: str | None, place: Place | None, style: str, config: Path
) -> None:
    """Say what a rule asks for, or why a word is a link or not.

    With --in or --at it takes a word, and looks at the other spellings of its term as well.
    """
    if entry is not None and place is not None:
        raise click.UsageError("--in and --at cannot be combined")
    if entry is None and place is None:
        _explain_rule(subject)
    elif not subject and place is None:
        raise click.UsageError("name the word to explain, or a line of the file with --at")
    else:
        explain(open_project(config), Asked(subject, entry, place), as_json=style == "json")


def _explain_rule(name: str | None) -> None:
    if name is None:
        raise click.UsageError("name a rule, or a word and where it stands with --in or --at")
    found = RULES.get(name)
    if found is None:
        hint = did_you_mean(name, RULES) or "'termloom rules' lists them"
        raise click.UsageError(f"there is no rule '{name}'; {hint}; for a word, add --in or --at")
    console = Console()
    text = _told(found)
    if console.is_terminal:
        console.print(Markdown(text))
    else:
        click.echo(text)


def _told(rule: Rule) -> str:
    """Return everything about a rule, as Markdown."""
    sentence, _, rest = documented(rule).partition("\n")
    known = facts(rule) | {"Page": rule_address(rule.name)}
    listed = "\n".join(f"- {name}: {value}" for name, value in known.items())
    return f"# {rule.name}\n\n{sentence}\n\n{listed}\n\n{rest.strip()}"
