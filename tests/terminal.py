"""Take the picture of the command line again: `python -m tests.terminal`.

It starts a term in a new glossary, makes two mistakes, checks, lets Termloom mend what is certain,
and photographs what the terminal says. It needs a Chromium.
"""

import sys
import tempfile
from io import StringIO
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from generator.cli.init import starter
from tests.browser.visiting import FLAGS
from tests.chromium import ADVICE, chromium
from tests.endtoend.command import termloom
from tests.factories import write

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "images" / "terminal.png"
LARGEST = 150_000
COLUMNS = 104
ENTRY = """\
name: Bounce rate
category: measuring-email
definition: The share of sent emails that came back
analogy: Letters that nobody opens; see [[open-rat]].
related: [open-rate]
"""
COMMANDS = (("new", "term", "Bounce rate"), ("check",), ("check", "--fix"))


def conversation(folder: Path) -> Text:
    """Return what a terminal shows of the commands, one after another."""
    write(folder, dict(starter("Email glossary")))
    shown = Text()
    for command in COMMANDS:
        words = (f'"{word}"' if " " in word else word for word in command)
        shown.append("$ ", style="dim")
        shown.append(f"termloom {' '.join(words)}\n", style="bold")
        said = termloom(*command, cwd=folder, env={"FORCE_COLOR": "1", "COLUMNS": str(COLUMNS)})
        shown.append_text(Text.from_ansi(said.all.rstrip()))
        shown.append("\n\n")
        if command[0] == "new":
            (folder / "terms" / "bounce-rate.yml").write_text(ENTRY, encoding="utf-8")
    shown.rstrip()
    return shown


def main() -> None:
    """Run the commands, photograph and write."""
    with tempfile.TemporaryDirectory() as name:
        console = Console(record=True, width=COLUMNS, file=StringIO())
        console.print(conversation(Path(name) / "glossary"))
    style = "pre {margin: 0; padding: 24px; display: inline-block; font-size: 15px}"
    html = console.export_html(theme=MONOKAI).replace("</head>", f"<style>{style}</style></head>")
    path = chromium()
    assert path is not None, ADVICE
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1200, "height": 700})
        page.set_content(html.replace("body {", "pre {"))
        picture = page.locator("pre").screenshot(omit_background=True)
        browser.close()
    if len(picture) > LARGEST:
        sys.exit(f"{PICTURE.name} has {len(picture):,} bytes; at most {LARGEST:,} are wanted")
    PICTURE.write_bytes(picture)


if __name__ == "__main__":
    main()
