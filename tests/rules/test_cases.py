"""Dropping a file adds a test.

`cases/<rule>/bad/*.yml` break exactly that rule, `cases/<rule>/good/*.yml` break none. A file
holds a list of entries with their `id`; with `text: |` in place of fields, an entry is the
text of its file, and with `page`, a hand-written page:

    - id: token
      name: Token
    - {id: broken, text: "name: ["}
    - {page: index.md, text: "See [[token]]."}
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.pipeline import RULES
from tests.factories import diagnostics
from tests.rules import projects

CASES = Path(__file__).parent / "cases"


def cases(kind: str) -> list[Any]:
    found = sorted(CASES.glob(f"*/{kind}/*.yml"))
    return [pytest.param(path, id=f"{path.parts[-3]}-{path.stem}") for path in found]


def files(case: Path) -> dict[str, str | bytes]:
    made: dict[str, str | bytes] = {}
    for entry in yaml.load(case.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
        if "page" in entry:
            made[f"docs/{entry['page']}"] = entry["text"]
        elif "text" in entry:
            made[f"terms/{entry['id']}.yml"] = entry["text"]
        else:
            made |= projects.files([entry])
    return made


@pytest.mark.parametrize("case", cases("bad"))
def test_a_bad_case_breaks_its_rule_and_no_other(tmp_path: Path, case: Path) -> None:
    found = diagnostics(tmp_path, files(case), projects.CONFIG)
    assert {diagnostic.rule for diagnostic in found} == {case.parts[-3]}


@pytest.mark.parametrize("case", cases("good"))
def test_a_good_case_breaks_no_rule(tmp_path: Path, case: Path) -> None:
    assert diagnostics(tmp_path, files(case), projects.CONFIG) == ()


def test_every_folder_of_cases_is_a_rule() -> None:
    assert {folder.name for folder in CASES.iterdir()} <= set(RULES)
    strays = [p for p in CASES.rglob("*") if p.is_file() and p.parent.name not in ("bad", "good")]
    assert strays == []
