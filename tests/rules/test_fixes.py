"""Every fix that a rule offers can be used, and mends what the rule complained about.

Tried on all bad examples and cases: of a rule that says it can be fixed, at least one carries
a fix; and of a rule that does not say so, none does.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.pipeline import RULES, Memory, judged, mended
from tests.factories import TODAY
from tests.rules import projects
from tests.rules.test_cases import CASES
from tests.rules.test_examples import WITHOUT_EXAMPLES, examples
from tests.rules.test_examples import items as items_of


def bad() -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Yield every bad project: its rule, its name, and what it is made of."""
    for parameters in examples("bad"):
        rule, text = parameters.values
        yield str(rule), str(parameters.id), items_of(str(rule), str(text))
    for path in sorted(CASES.glob("*/bad/*.yml")):
        items = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        yield path.parts[-3], f"{path.parts[-3]}-{path.stem}", items


BAD = list(bad())


@pytest.mark.parametrize(
    ("rule", "items"), [pytest.param(rule, items, id=name) for rule, name, items in BAD]
)
def test_a_fix_is_used_and_settles(tmp_path: Path, rule: str, items: list[dict[str, Any]]) -> None:
    memory = Memory()
    found = judged(projects.project(tmp_path, rule, items), TODAY, memory=memory)
    fixable = [diagnostic for diagnostic in found.diagnostics if diagnostic.fix]
    assert {diagnostic.rule for diagnostic in fixable} <= {n for n, r in RULES.items() if r.fixable}
    after, settled = mended(found, TODAY, memory, lambda diagnostics: diagnostics)
    assert settled.unfixed == {}
    assert [diagnostic for diagnostic in after.diagnostics if diagnostic.fix] == []
    assert bool(settled.fixed) == bool(fixable)


def test_every_rule_that_can_be_fixed_shows_how(tmp_path: Path) -> None:
    shown = set()
    for number, (rule, _, items) in enumerate(BAD):
        if RULES[rule].fixable and rule not in shown:
            found = judged(projects.project(tmp_path / str(number), rule, items), TODAY)
            shown |= {d.rule for d in found.diagnostics if d.fix}
    fixable = {name for name, rule in RULES.items() if rule.fixable}
    assert fixable - shown - WITHOUT_EXAMPLES.keys() == set()
