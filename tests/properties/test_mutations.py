"""A slip of the pen gives one diagnostic, and gives it where the slip is.

Good entries are changed in one place, as people do who type, paste and move lines. Of a
hundred changes at least 95 must give exactly one diagnostic that was not there before, on the
changed line or on one beside it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from generator.diagnostics import Diagnostic
from generator.pipeline import Memory, judged_from
from generator.project import Project
from generator.reading import Document, read
from tests.factories import TODAY, project, term_text
from tests.properties.entries import FULL_COMPARISON, FULL_TERM
from tests.properties.mutations import Mutation, mutations

ROOT = Path(__file__).resolve().parents[2]
OWN = (
    "terms/token.yml",
    "terms/lora.yml",
    "terms/grounding.yml",
    "terms/comparisons/full-fine-tuning-lora-or-qlora.yml",
    "generator/starter/terms/click-through-rate.yml",
    "generator/starter/terms/open-rate.yml",
)
GENERATED = {
    "terms/piece.yml": FULL_TERM,
    "terms/comparison.yml": FULL_COMPARISON,
    "terms/word.yml": term_text("word", name="Vocabulary item", related=["other"]),
    "terms/other.yml": term_text("other"),
}
OF_EACH_KIND = 5
WANTED = 0.95


class Judge:
    """Judges one project again and again, with one entry changed each time."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._sources = read(project)
        self._memory = Memory()
        self.before = self._judged(self._sources.entries.documents)

    def new(self, path: str, text: str) -> list[Diagnostic]:
        """Return what is wrong with a project only since an entry has this text."""
        documents = {**self._sources.entries.documents, path: Document(path, text)}
        found = self._judged(documents)
        old, known = _counted(self.before), {(d.location.path, d.message) for d in self.before}
        more = _counted(found) - old
        return [
            one
            for one in found
            if (one.location.path, one.rule) in more
            and (one.location.path, one.message) not in known
        ]

    def _judged(self, documents: Mapping[str, Document]) -> tuple[Diagnostic, ...]:
        entries = replace(self._sources.entries, documents=dict(documents))
        sources = replace(self._sources, entries=entries)
        return judged_from(self._project, sources, TODAY, memory=self._memory).diagnostics


def _counted(found: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    return Counter((one.location.path, one.rule) for one in found)


def _is_told(mutation: Mutation, path: str, found: list[Diagnostic]) -> bool:
    return (
        len(found) == 1
        and found[0].location.path == path
        and found[0].location.line in mutation.lines
    )


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    own = {f"terms/{Path(name).name}": (ROOT / name).read_text(encoding="utf-8") for name in OWN}
    return {**own, **GENERATED}


def _with_what_they_name(files: Mapping[str, str]) -> dict[str, str]:
    """Return the files with an entry for everything that the own glossary's entries name."""
    ids = sorted(path.stem for path in (ROOT / "terms").glob("*.yml"))
    return {**{f"terms/{id}.yml": term_text(id) for id in ids}, **files}


def test_a_slip_of_the_pen_is_told_once_and_where_it_is(
    tmp_path: Path, files: dict[str, str]
) -> None:
    judge, random = Judge(project(tmp_path, _with_what_they_name(files))), Random(2026)
    made: Counter[str] = Counter()
    told: Counter[str] = Counter()
    missed: list[str] = []
    for path, text in files.items():
        for mutation in mutations(text, random, each=OF_EACH_KIND):
            found = judge.new(path, mutation.text)
            made[mutation.kind] += 1
            if _is_told(mutation, path, found):
                told[mutation.kind] += 1
            else:
                missed += [f"{path}, {mutation.kind}, {mutation.what}"]
                missed += [f"    {one.location} {one.rule}: {one.message}" for one in found]
    figures = "\n".join(f"{told[kind]:4} of {made[kind]:4}  {kind}" for kind in made)
    assert made.total() >= 400
    assert told.total() >= WANTED * made.total(), f"\n{figures}\n" + "\n".join(missed)
