"""Dropping a file adds a test.

`cases/<rule>/bad/*.yml` break exactly that rule, `cases/<rule>/good/*.yml` break none. What a
file may hold is said in `projects.py`; of rules about links, in `sites.py` for `*.html`.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Diagnostic
from generator.pipeline import RULES
from tests.rules import projects, sites

CASES = Path(__file__).parent / "cases"


def cases(kind: str) -> list[Any]:
    found = sorted((*CASES.glob(f"*/{kind}/*.yml"), *CASES.glob(f"*/{kind}/*.html")))
    return [pytest.param(path, id=f"{path.parts[-3]}-{path.stem}") for path in found]


def judged(tmp_path: Path, case: Path) -> tuple[Diagnostic, ...]:
    if case.suffix == ".html":
        return sites.diagnosed(tmp_path, case.parts[-3], case.read_text(encoding="utf-8"))
    items = yaml.load(case.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return projects.diagnosed(tmp_path, case.parts[-3], items)


@pytest.mark.parametrize("case", cases("bad"))
def test_a_bad_case_breaks_its_rule_and_no_other(tmp_path: Path, case: Path) -> None:
    assert {found.rule for found in judged(tmp_path, case)} == {case.parts[-3]}


@pytest.mark.parametrize("case", cases("good"))
def test_a_good_case_breaks_no_rule(tmp_path: Path, case: Path) -> None:
    assert judged(tmp_path, case) == ()


def test_every_folder_of_cases_is_a_rule() -> None:
    assert {folder.name for folder in CASES.iterdir()} <= set(RULES)
    strays = [p for p in CASES.rglob("*") if p.is_file() and p.parent.name not in ("bad", "good")]
    assert strays == []
