"""A larger site with 500 planted faults of 15 kinds: all are found, and nothing else is said.

`python -m tests.links.planting` prints the table.
"""

import shutil
from pathlib import Path

import pytest

from generator.diagnostics import Severity
from generator.pipeline import RULES
from tests.endtoend.command import termloom
from tests.links.planting import COUNT, KINDS, Planted, build, found, plant, table

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Planted]]:
    """The project, its site as plain MkDocs leaves it, and what is wrong with it."""
    folder = tmp_path_factory.mktemp("planted")
    faults = plant(folder)
    build(folder)
    return folder, faults


def test_what_is_planted_is_what_is_meant(planted: tuple[Path, list[Planted]]) -> None:
    _, faults = planted
    assert len({one.fault for one in faults}) == len(faults) == COUNT == 500
    assert {one.kind for one in faults} == set(KINDS)
    assert len(KINDS) == 15


def test_every_fault_is_found_once_at_its_line_and_nothing_else_is(
    planted: tuple[Path, list[Planted]],
) -> None:
    folder, faults = planted
    said = found(folder)
    assert sorted(said) == sorted(one.fault for one in faults), table(faults, said)


def test_a_build_says_the_same_and_keeps_the_old_site(
    planted: tuple[Path, list[Planted]], tmp_path: Path
) -> None:
    folder = tmp_path / "project"
    shutil.copytree(planted[0], folder, ignore=shutil.ignore_patterns("site"))
    done = termloom("build", cwd=folder)
    assert done.code == 1, done.all
    assert "Nothing was written" in done.err
    assert not (folder / "site").exists()
    errors = sum(RULES[one.fault.rule].severity is Severity.ERROR for one in planted[1])
    assert f"{errors} errors, {COUNT - errors} warnings" in done.out
