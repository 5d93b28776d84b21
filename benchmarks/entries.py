"""Writes a project of invented entries, the same for the same number on every run.

    python -m benchmarks.entries 1000 /tmp/thousand

Each term has every section of the model, 700 to 1,000 words, and eight relations of its own;
there is one comparison for every 50 terms. The checks find nothing to complain about.
"""

import argparse
import random
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from benchmarks import vocabulary as v
from benchmarks.as_yaml import as_yaml
from benchmarks.author import Author, Label

_SEED = 1977


def write_project(folder: Path, count: int) -> None:
    """Write `mkdocs.yml`, the tags page and the entries into a folder that may be there."""
    rng = random.Random(f"{_SEED}-{count}")
    labels = _labels(rng, count)
    relations = _relations(rng, count)
    short = _abbreviations(labels)
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "terms" / "comparisons").mkdir(parents=True, exist_ok=True)
    _write(folder / "mkdocs.yml", f"{SETTINGS}{_plugin()}{_NAV}")
    _write(folder / "docs" / "tags.md", "# Tags\n\n<!-- material/tags -->\n")
    for number, label in enumerate(labels):
        others = [(kind, labels[other]) for kind, other in relations[number]]
        entry = Author(rng, label, [other for _, other in others]).term(others, short.get(label))
        _write(folder / "terms" / f"{label.id}.yml", "".join(as_yaml(entry)))
    for number in range(count // 50):
        options = rng.sample(labels, 3)
        entry = Author(rng, options[0], options[1:]).comparison(options)
        name = f"{number + 1:04}-{'-'.join(label.words[2] for label in options)}.yml"
        _write(folder / "terms" / "comparisons" / name, "".join(as_yaml(entry)))


# Those of this repository; the peers that we compare with are built with the same.
SETTINGS = """\
site_name: Ways of working
site_description: An invented glossary, for measuring.
theme:
  name: material
  language: en
  font: false
  features:
    - navigation.tabs
    - navigation.instant
    - navigation.top
    - search.suggest
    - search.highlight
    - toc.follow
plugins:
  - search
  - tags
"""
_NAV = """\
nav:
  - Home: index.md
  - A–Z: terms/index.md
  - Categories: categories/index.md
  - Comparisons: comparisons/index.md
  - Regions: regions/index.md
  - Map: map/index.md
  - Tags: tags.md
"""


def _plugin() -> str:
    categories = "".join(
        f"        {id}:\n          name: {name}\n          description: {description}\n"
        for id, (name, description) in v.CATEGORIES.items()
    )
    regions = "".join(
        f"        {code}: {{name: {name}}}\n" for code, (name, *_) in v.REGIONS.items()
    )
    return f"  - termloom:\n      categories:\n{categories}      regions:\n{regions}"


def _labels(rng: random.Random, count: int) -> list[Label]:
    # A matter and a thing of the same name would make "inventory inventory".
    possible = [
        Label(words)
        for words in product(v.MODIFIERS, v.MATTERS, v.THINGS)
        if len(set(words)) == len(words)
    ]
    return rng.sample(possible, count)


def _abbreviations(labels: Sequence[Label]) -> dict[Label, str]:
    """Give every third term the shortest abbreviation that nobody else has."""
    taken: dict[str, Label] = {}
    for label in labels[::3]:
        for lengths in product((1, 2, 3), repeat=3):
            pairs = zip(label.words, lengths, strict=True)
            short = "".join(word[:length] for word, length in pairs).upper()
            if taken.setdefault(short, label) is label:
                break
    return {label: short for short, label in taken.items()}


class _Web:
    """Relations between terms by number; each pair of terms is related once."""

    def __init__(self, rng: random.Random, count: int) -> None:
        self._rng = rng
        self._pairs: set[tuple[int, int]] = set()
        self.written: list[list[tuple[str, int]]] = [[] for _ in range(count)]

    def relate(self, kind: str, one: int, among: range) -> None:
        """Relate a term to one among others, unless twenty attempts meet only old pairs."""
        for _ in range(20 if among else 0):
            other = self._rng.choice(among)
            pair = (min(one, other), max(one, other))
            if one != other and pair not in self._pairs:
                self._pairs.add(pair)
                self.written[one].append((kind, other))
                return


def _relations(rng: random.Random, count: int) -> list[list[tuple[str, int]]]:
    """Return eight relations for each term.

    What is broader, a whole or a condition stands before the term, so that there are no
    circles, and hierarchies are a few levels deep.
    """
    web, everywhere = _Web(rng, count), range(count)
    for one in range(1, count):
        web.relate("broader", one, range((one - 1) // 6, (one - 1) // 6 + 1))
    for one in everywhere:
        web.relate("part_of", one, range(one))
        web.relate("depends_on", one, range(one))
        web.relate("alternative_to", one, everywhere)
        web.relate("contrasts_with", one, everywhere)
        web.relate("enables", one, range(one + 1, count))
        for _ in range(8 - len(web.written[one])):
            web.relate("related", one, everywhere)
    return web.written


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.entries",
        description="Write a project of invented entries, the same on every run.",
    )
    parser.add_argument("count", metavar="N", type=int, help="how many terms")
    parser.add_argument("folder", metavar="DIR", type=Path, help="where to put the project")
    arguments = parser.parse_args()
    if not 1 <= arguments.count <= 100_000:
        parser.error("N lies between 1 and 100000")
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        parser.error(f"{arguments.folder} is not empty")
    write_project(arguments.folder, arguments.count)
    print(f"Wrote {arguments.count} terms and {arguments.count // 50} comparisons.")


if __name__ == "__main__":
    main()
