"""The documentation is true: its commands run, its links lead somewhere, its YAML loads.

In a guide, a block is a file if the line before it ends with the file's path and a colon:
"The whole of `terms/token.yml`:". Blocks marked `console` are run in their order, in one
folder for each page, after the files that stand before them were written.
"""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from markdown.extensions.toc import slugify

from generator.diagnostics import Theme
from generator.load import load
from generator.pipeline import RULES
from generator.pipeline import judged
from generator.reading import Document, open_project
from generator.reporting.addresses import SITE, rule_address, rule_path
from reference.generate import differences
from tests import quick
from tests.factories import TODAY

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
OUTSIDE = (ROOT / "README.md", ROOT / "CONTRIBUTING.md")
PAGES = (*OUTSIDE, *sorted(DOCS.rglob("*.md")))
WITH_COMMANDS = (*OUTSIDE, *sorted((DOCS / "guides").glob("*.md")))

# Commands that are not run as they stand: why not, and what is run in their place.
NOT_RUN = {
    "make site": ("installs packages", "make -n site"),
    "make test": ("runs this test", "make -n test"),
    "make serve": ("serves until stopped", "make -n serve"),
    "termloom serve": ("serves until stopped", "termloom serve --help"),
    "termloom check --watch": ("checks until stopped", "termloom check --help"),
    "termloom check --changed main": ("needs a repository", "termloom check --help"),
    "termloom diff main": ("needs a repository", "termloom diff --help"),
    "termloom diff v1.0 --to v1.1": ("needs a repository", "termloom diff --help"),
    "termloom diff main --exit-code": ("needs a repository", "termloom diff --help"),
    "termloom diff main --format markdown --output changes.md": (
        "needs a repository",
        "termloom diff --help",
    ),
    "termloom diff main --format json --output changes.json": (
        "needs a repository",
        "termloom diff --help",
    ),
    "termloom restore main": ("needs a repository", "termloom restore --help"),
    "npx decap-server": ("serves until stopped", "true"),
    "termloom links --external": ("asks other servers", "termloom links --external --cached"),
    "termloom links --external --diff": (
        "asks other servers",
        "termloom links --external --diff --cached",
    ),
    "termloom links --external --fix": (
        "asks other servers",
        "termloom links --external --fix --cached",
    ),
    "termloom links --external --archive-file links.json --summary issue.md": (
        "asks other servers",
        "termloom links --external --cached --archive-file links.json --summary issue.md",
    ),
    "git switch --detach main": ("needs a repository", "true"),
    "termloom take their-branch": ("needs a repository", "termloom take --help"),
    "mkdocs gh-deploy --strict": ("publishes", "mkdocs gh-deploy --help"),
    "python3 -m venv .venv": ("the tests have an environment", "python3 -m venv --help"),
    "source .venv/bin/activate": ("the tests have an environment", "true"),
    "pip install path/to/termloom": ("installs packages", "true"),
    "export SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)": ("needs a repository", "true"),
}
# The sections that begin with an empty folder, and the page that begins with a new project.
EMPTY_AT = {"Add a glossary to an existing MkDocs site"}
IN_A_NEW_PROJECT = {"add-a-term.md", "editors.md", "first-error.md", "linking.md", "reviewing.md"}

# A block of HTML shows what Material would replace even in a fenced one.
_FENCE = re.compile(
    r"^```(?P<kind>\S*)[^\n]*\n(?P<text>.*?)^```$|^<pre><code>(?P<html>.*?)</code></pre>$",
    re.MULTILINE | re.DOTALL,
)
# What stands in entries that are wrong on purpose.
_SLIPS = re.compile(r"definiton|opne-rate")
_FILE = re.compile(r"`([\w./-]+\.\w+)`:\s*$")
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    """A fenced block: its kind, its text, the file that it is, and the section it is in."""

    kind: str
    text: str
    file: str | None
    section: str


@dataclass(frozen=True)
class Command:
    """A line to type, and what the documentation says it prints, if it says so."""

    line: str
    output: str


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        before = text[: found.start()]
        named = _FILE.search(before)
        sections = re.findall(r"^## (.+)$", _FENCE.sub("", before), re.MULTILINE)
        yield Block(
            found["kind"] or "",
            found["text"] if found["html"] is None else unescape(found["html"]),
            named.group(1) if named else None,
            sections[-1] if sections else "",
        )


def commands(block: Block) -> Iterator[Command]:
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        yield Command(line, output.strip("\n"))


def run(line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    programs = (quick.bin(), Path(sys.executable).parent, os.environ["PATH"])
    environment = os.environ | {
        "PATH": os.pathsep.join(map(str, programs)),
        "COLUMNS": "100",
        "NO_COLOR": "1",
    }
    return subprocess.run(
        line, shell=True, cwd=cwd, env=environment, text=True, capture_output=True, check=False
    )


@pytest.mark.slow
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.name)
def test_every_command_of_the_documentation_runs(page: Path, tmp_path: Path) -> None:
    here = tmp_path / "start"
    here.mkdir()
    if page.name in IN_A_NEW_PROJECT:
        assert run("termloom init my-glossary", here).returncode == 0
        here /= "my-glossary"
    section = ""
    for block in blocks(page):
        if block.section != section and block.section in EMPTY_AT:
            here = tmp_path / slugify(block.section, "-")
            here.mkdir()
        section = block.section
        if block.file is not None:
            file = here / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
        if block.kind == "console":
            for command in commands(block):
                here = _step(command, here)


def _step(command: Command, here: Path) -> Path:
    """Run a command, and return the folder one is in afterwards."""
    if command.line.startswith("cd "):
        assert (here / command.line[3:]).is_dir()
        return here / command.line[3:]
    _, line = NOT_RUN.get(command.line, ("", command.line))
    done = run(line, ROOT if line.startswith("make ") else here)
    said = f"$ {line}\n{done.stdout}{done.stderr}"
    assert done.returncode == (1 if ": error:" in command.output else 0), said
    if command.output:
        assert done.stdout.strip("\n") == command.output, said
    return here


def test_other_blocks_show_no_commands() -> None:
    for page in PAGES:
        for block in blocks(page):
            if DOCS / "reference" not in page.parents and block.kind != "console":
                typed = re.findall(r"^\$? ?(?:termloom|make|mkdocs) .*", block.text, re.MULTILINE)
                assert not typed, f"{page.name}: mark this block as console, so that it is run"


def test_whatever_is_not_run_is_in_the_documentation() -> None:
    typed = {
        command.line
        for page in WITH_COMMANDS
        for block in blocks(page)
        if block.kind == "console"
        for command in commands(block)
    }
    assert NOT_RUN.keys() - {"make serve"} <= typed


def examples() -> Iterator[object]:
    for page in sorted((DOCS / "guides").glob("*.md")):
        for number, block in enumerate(blocks(page)):
            is_entry = block.file is None or block.file.startswith("terms/")
            is_entry = is_entry and not block.text.startswith("plugins:")
            if block.kind == "yaml" and is_entry and not _SLIPS.search(block.text):
                yield pytest.param(block.text, id=f"{page.stem}-{number}")


@pytest.mark.parametrize("text", list(examples()))
def test_every_example_of_an_entry_loads(text: str) -> None:
    whole = text if re.search(r"^name:", text, re.MULTILINE) else f"name: Example\n{text}"
    loaded = load({"terms/example.yml": Document("terms/example.yml", whole)}, {})
    assert loaded.diagnostics == ()
    assert loaded.faults == ()


def options() -> Iterator[object]:
    for page in sorted((DOCS / "guides").glob("*.md")):
        for number, block in enumerate(blocks(page)):
            if block.kind == "yaml" and block.text.startswith("plugins:"):
                yield pytest.param(block.text, id=f"{page.stem}-{number}")


@pytest.mark.parametrize("text", list(options()))
def test_every_example_of_options_is_valid(tmp_path: Path, text: str) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Example\n{text}", encoding="utf-8")
    assert judged(open_project(tmp_path / "mkdocs.yml"), TODAY).diagnostics == ()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in _LINK.findall(_without_code(page.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        there = (page.parent / path).resolve() if path else page
        assert there.is_file(), target
        if page not in OUTSIDE:
            assert there.is_relative_to(DOCS), f"{target} is not part of the site"
        if anchor:
            assert anchor in anchors(there), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_two_headings_share_an_anchor(page: Path) -> None:
    found = anchors(page)
    assert sorted(found) == sorted(set(found))


def _without_code(text: str) -> str:
    """Take out fenced blocks, and what stands in code spans; links around code spans stay."""
    return re.sub(r"`[^`\n]*`", "code", _FENCE.sub("", text))


def anchors(page: Path) -> list[str]:
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return [slugify(heading.replace("`", ""), "-") for _, heading in _HEADING.findall(text)]


def test_every_page_is_in_the_navigation() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    rules = (DOCS / "reference" / "rules.md").read_text(encoding="utf-8")
    for page in sorted(DOCS.rglob("*.md")):
        if page.parent == DOCS / "reference" / "rules":
            assert f"](rules/{page.name})" in rules
        else:
            assert f": {page.relative_to(DOCS).as_posix()}\n" in settings


def test_every_address_of_a_rule_has_its_page() -> None:
    for rule in RULES:
        assert (DOCS / f"{rule_path(rule)}.md").is_file(), "run 'make generate'"
        assert rule_address(rule) == f"{SITE}{rule_path(rule)}/"


def test_every_rule_keeps_its_anchor_in_the_list() -> None:
    listed = (DOCS / "reference" / "rules.md").read_text(encoding="utf-8")
    assert re.findall(r'<a id="([^"]+)"></a>', listed) == [
        name for theme in Theme for name in sorted(RULES) if RULES[name].theme is theme
    ]


def test_the_reference_is_what_the_code_says() -> None:
    assert not differences(), "docs/reference is out of date: run 'make generate'"


def test_every_layer_is_explained() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    told = (DOCS / "architecture.md").read_text(encoding="utf-8")
    for contract in settings["tool"]["importlinter"]["contracts"]:
        for layer in contract.get("layers", ()):
            row = ", ".join(f"`{part.strip()}`" for part in layer.split("|"))
            assert f"| {row} |" in told


def test_the_licence_of_the_entries_is_not_taken_for_an_entry() -> None:
    notice = (ROOT / "terms" / "LICENSE").read_text(encoding="utf-8")
    assert "https://creativecommons.org/licenses/by/4.0/" in notice
