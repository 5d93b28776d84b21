"""Writes a project whose site holds 500 faults of 15 kinds, the same on every run.

Sixty invented terms without faults stand beside it. Each fault is planted in the file of an
author, and known by its rule, file, line and column.

    python -m tests.links.planting        prints how many of each kind are found
"""

import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from benchmarks.entries import write_project
from tests import factories
from tests.endtoend.command import run, termloom

COUNT = 500
SITE_URL = "https://example.org/glossary/"
_TERMS = 60
_SEED = 5


@dataclass(frozen=True, order=True)
class Fault:
    """A fault: its rule and where it stands."""

    rule: str
    path: str
    line: int
    column: int


@dataclass(frozen=True)
class Planted:
    """A fault, and the kind that it was planted as."""

    kind: str
    fault: Fault


Line: TypeAlias = Callable[[int], tuple[str, str]]

# What stands in entries, each with what the diagnostic points at. No rule about entries can
# know of these: other pages and files are made when the site is built.
_IN_ENTRIES: dict[str, tuple[str, Line]] = {
    "whole address of a page": (
        "missing-page",
        lambda n: (f"See [there]({SITE_URL}gone-{n}/).", f"{SITE_URL}gone-{n}/"),
    ),
    "file beside the pages": (
        "missing-page",
        lambda n: (f"Read [the paper](assets/paper-{n}.pdf).", f"assets/paper-{n}.pdf"),
    ),
    "anchor of a list": (
        "missing-anchor",
        lambda n: (f"Look at [the list](terms/index.md#gone-{n}).", f"terms/index.md#gone-{n}"),
    ),
}
# What stands on hand-written pages.
_IN_PAGES: dict[str, tuple[str, Line]] = {
    "page in Markdown": (
        "missing-page",
        lambda n: (f"See [the page](gone-{n}.md) and [tags](../tags.md).", f"gone-{n}.md"),
    ),
    "anchor in Markdown": (
        "missing-anchor",
        lambda n: (f"[Tags][t{n}] by name.\n\n[t{n}]: ../tags.md#gone-{n}", f"../tags.md#gone-{n}"),
    ),
    "picture": (
        "missing-asset",
        lambda n: (f"A ![picture](pictures/gone-{n}.png) of it.", f"pictures/gone-{n}.png"),
    ),
    "capitals": (
        "wrong-case",
        lambda n: (f'<a href="../../Terms/?{n}">All terms</a>', f"../../Terms/?{n}"),
    ),
    "slash": (
        "missing-slash",
        lambda n: (f'<a href="../../terms?{n}">All terms</a>', f"../../terms?{n}"),
    ),
    "draft": (
        "link-to-draft",
        lambda n: (f"A word on [drafts](../terms/draft-{n}.md).", f"../terms/draft-{n}.md"),
    ),
    "base path": (
        "outside-site",
        lambda n: (f'<p><a href="/terms/?{n}">All terms</a></p>', f"/terms/?{n}"),
    ),
    "slip of the finger": (
        "malformed-address",
        lambda n: (f"See [them](https:/example.org/{n}).", f"https:/example.org/{n}"),
    ),
    "id": (
        "duplicate-id",
        lambda n: (f'<b id="one-{n}">1</b>\n<i id="one-{n}">2</i>', f"one-{n}"),
    ),
    "no words": (
        "nameless-link",
        lambda n: (f"[](https://example.com/{n})", f"https://example.com/{n}"),
    ),
}
_REDIRECT, _STYLE = "redirect", "style sheet"
KINDS = (*_IN_ENTRIES, *_IN_PAGES, _REDIRECT, _STYLE)


def plant(folder: Path) -> list[Planted]:
    """Write the project, and return what is wrong with it."""
    write_project(folder, _TERMS)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as stream:
        stream.write(f"site_url: {SITE_URL}\n")
    rng = random.Random(_SEED)
    numbers = {kind: range(len(range(at, COUNT, len(KINDS)))) for at, kind in enumerate(KINDS)}
    return [
        *_plant_entries(folder, rng, numbers),
        *_plant_pages(folder, rng, numbers),
        *_plant_redirects(folder, numbers[_REDIRECT]),
        *_plant_styles(folder, rng, numbers[_STYLE]),
    ]


@dataclass
class _Text:
    """The text of a file that faults are planted in, between lines that are right."""

    path: str
    text: str
    rng: random.Random
    indent: str = ""

    def plant(self, kinds: list[tuple[str, str, Line]], number: int) -> Iterator[Planted]:
        """Add a line of each kind, in any order."""
        for kind, rule, line in self.rng.sample(kinds, len(kinds)):
            for _ in range(self.rng.randrange(3)):
                self._add("Nothing is wrong with [this](https://example.com/fine).")
            planted, pointed = line(number)
            self._add(planted)
            at = self.text.rindex(pointed)
            column = at - self.text.rfind("\n", 0, at)
            yield Planted(kind, Fault(rule, self.path, self.text.count("\n", 0, at) + 1, column))

    def _add(self, lines: str) -> None:
        for line in (*lines.split("\n"), ""):
            self.text += f"{self.indent}{line}".rstrip() + "\n"


def _plant_entries(
    folder: Path, rng: random.Random, numbers: dict[str, range]
) -> Iterator[Planted]:
    for number in range(max(len(numbers[kind]) for kind in _IN_ENTRIES)):
        path = f"terms/planted-{number}.yml"
        start = f"{factories.term_text(f'planted-{number}')}explanation: |\n"
        file = _Text(path, start, rng, indent="  ")
        yield from file.plant(_wanted(_IN_ENTRIES, numbers, number), number)
        factories.write(folder, {path: file.text})


def _plant_pages(folder: Path, rng: random.Random, numbers: dict[str, range]) -> Iterator[Planted]:
    for number in range(max(len(numbers[kind]) for kind in _IN_PAGES)):
        file = _Text(f"docs/planted/page-{number}.md", f"# Page {number}\n\n", rng)
        yield from file.plant(_wanted(_IN_PAGES, numbers, number), number)
        draft = f"name: Draft {number}\nstatus: draft\n"
        factories.write(folder, {file.path: file.text, f"terms/draft-{number}.yml": draft})


def _wanted(
    kinds: dict[str, tuple[str, Line]], numbers: dict[str, range], number: int
) -> list[tuple[str, str, Line]]:
    return [(kind, *of_kind) for kind, of_kind in kinds.items() if number in numbers[kind]]


def _plant_redirects(folder: Path, numbers: range) -> Iterator[Planted]:
    """Every other one runs in a circle, the others lead to a page by way of another."""
    tag = '<meta http-equiv="refresh" content="0; url='
    for number in numbers:
        old, older = f"docs/old/{number}.html", f"docs/older/{number}.html"
        in_circle = number % 2
        there = f"../old/{number}.html" if in_circle else "../terms/"
        factories.write(
            folder,
            {
                older: f'<!doctype html>\n{tag}../old/{number}.html">\n',
                old: f'<!doctype html>\n{tag}{there}">\n',
            },
        )
        rule, path = ("redirect-loop", old) if in_circle else ("redirect-chain", older)
        yield Planted(_REDIRECT, Fault(rule, path, 2, len(tag) + 1))


def _plant_styles(folder: Path, rng: random.Random, numbers: range) -> Iterator[Planted]:
    for number in numbers:
        path, before = f"docs/styles/{number}.css", rng.randrange(9)
        good = "/* url(gone.png) */ a { background: url(data:image/png;base64,AA==) }\n"
        start = "b { background: url("
        factories.write(folder, {path: f"{good * before}{start}gone-{number}.png) }}\n"})
        yield Planted(_STYLE, Fault("missing-asset", path, before + 1, len(start) + 1))


def table(planted: list[Planted], found: list[Fault]) -> str:
    """Return how many of each kind were planted and found, and how many are of no kind."""
    faults = {one.fault: one.kind for one in planted}
    rows = [f"{'kind':<26}{'rule':<20}{'planted':>8}{'found':>8}{'false':>8}"]
    for kind in KINDS:
        own = [one.fault for one in planted if one.kind == kind]
        rules = sorted({fault.rule for fault in own})
        hit = sum(found.count(fault) for fault in own)
        false = sum(fault not in faults and fault.rule in rules for fault in found)
        rows.append(f"{kind:<26}{rules[0]:<20}{len(own):>8}{hit:>8}{false:>8}")
    wrong = sum(fault not in faults for fault in found)
    right = len(found) - wrong
    rows.append(f"{'all':<46}{len(planted):>8}{right:>8}{wrong:>8}")
    return "\n".join(rows)


def build(folder: Path) -> None:
    """Build the site with plain MkDocs, which lets all of it pass."""
    done = run("mkdocs", "build", "--quiet", cwd=folder)
    assert done.code == 0, done.all


def found(folder: Path) -> list[Fault]:
    """Return what `termloom links` says of the built site."""
    done = termloom("links", "--format", "json", cwd=folder)
    assert done.code == 1, done.all
    return [
        Fault(one["rule"], one["path"], one["line"], one["column"])
        for one in json.loads(done.out)["diagnostics"]
    ]


def main() -> None:
    """Plant the faults in a folder that is thrown away, and print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        planted = plant(folder)
        build(folder)
        sys.stdout.write(f"{table(planted, found(folder))}\n")


if __name__ == "__main__":
    main()
