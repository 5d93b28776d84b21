"""`termloom rules`."""

import click
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from generator.diagnostics import Rule, Theme
from generator.pipeline import RULES
from generator.reporting.addresses import rule_address
from generator.reporting.facts import THEMES, marks


@click.command(epilog="Examples: termloom rules --theme prose · then: termloom explain raw-html")
@click.option(
    "--theme",
    type=click.Choice([theme.value for theme in Theme]),
    metavar="THEME",
    help=f"Only rules about this: {', '.join(theme.value for theme in Theme)}.",
)
def command(theme: str | None) -> None:
    """List every rule with its severity and what it asks for.

    Some are marked: 'always' if nothing can change the severity, 'fixable' if 'termloom check
    --fix' mends it where only one fix is right, and 'off' if only the config switches it on.
    """
    console = Console()
    for each in [Theme(theme)] if theme else Theme:
        rows = [_row(rule) for _, rule in sorted(RULES.items()) if rule.theme is each]
        about = f": {THEMES[each].replace('`', '')}"
        console.print(Text.assemble((each.value.capitalize(), "bold"), about), soft_wrap=True)
        if console.is_terminal:
            table = Table.grid(padding=(0, 2, 0, 0))
            table.add_column(no_wrap=True)
            for row in rows:
                table.add_row(*row)
            console.print(table)
        else:
            widest = max((len(name) for name, *_ in rows), default=0)
            for name, severity, sentence in rows:
                click.echo(f"{name.plain:<{widest}}  {severity.plain:<7}  {sentence.plain}")
        console.print()


def _row(rule: Rule) -> tuple[Text, Text, Text]:
    name = Text("  ").append(rule.name, Style(bold=True, link=rule_address(rule.name)))
    sentence = Text(rule.sentence)
    if marked := marks(rule):
        sentence.append(f" ({', '.join(marked)})", "dim")
    return name, Text(rule.severity.value), sentence
