"""The pages about commands and labels."""

from collections.abc import Iterator

import click

from generator.cli.main import ExitCode, cli
from generator.model import Comparison, RelationKind, Status, Term
from generator.render.labels import defaults

WIDTH = 80

_EXIT_CODES = {
    ExitCode.FINE: "Everything is fine.",
    ExitCode.CONTENT: (
        "The content has errors, or, with `--strict`, warnings. Nothing was written."
    ),
    ExitCode.USAGE: "The command was called in a way that it does not know.",
    ExitCode.SITUATION: (
        "Something else is in the way: no `mkdocs.yml`, a wrong option in it, a template that "
        "does not work, or MkDocs gave up."
    ),
    ExitCode.STOPPED: "You stopped it with Ctrl+C.",
}


def commands_page() -> Iterator[str]:
    """Yield the paragraphs of the page about commands."""
    yield "# Commands"
    yield (
        "For everybody who works in the terminal. `termloom COMMAND --help` prints the same. "
        "`python -m generator` does what `termloom` does."
    )
    yield "## Exit codes"
    rows = "\n".join(f"| {code.value} | {meaning} |" for code, meaning in _EXIT_CODES.items())
    yield f"| Code | Meaning |\n| ---: | --- |\n{rows}"
    yield from _command(cli, "termloom", None)


def _command(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=WIDTH,
        max_content_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield f"## `{context.command_path}`"
    yield f"```text\n{command.get_help(context).rstrip()}\n```"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            assert found is not None, child
            yield from _command(found, child, context)


def labels_page() -> Iterator[str]:
    """Yield the paragraphs of the page about labels."""
    labels = defaults()
    yield "# Labels"
    yield (
        "For publishers who want other words, or another language. Every visible text of the "
        "generated pages is a label. Override any of them under "
        "[`labels`](config.md#labels) in `mkdocs.yml`. Keep what stands in braces: it is "
        "filled in on the page."
    )
    fields = {*Comparison.model_fields, *Term.model_fields} & labels.keys()
    relations = {f"relation_{kind.value}" for kind in RelationKind}
    states = {f"status_{status.value}" for status in Status}
    own = labels.keys() - fields - relations - states
    yield "## Headings of fields and sections"
    yield _table(labels, fields)
    yield "## Relations"
    yield _table(labels, relations)
    yield "## States"
    yield _table(labels, states)
    yield "## Everything else"
    yield _table(labels, own)


def _table(labels: dict[str, str], names: set[str]) -> str:
    rows = "\n".join(f"| `{name}` | {labels[name]} |" for name in labels if name in names)
    return f"| Label | Text |\n| --- | --- |\n{rows}"
