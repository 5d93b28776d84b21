"""What we believe about the structure."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from generator.check.rules import RULES as OF_SITES
from generator.external_links.rules import RULES as OF_OTHER_SITES
from generator.load import RULES as OF_LOAD
from generator.pipeline import RULES
from generator.reading import RULES as OF_READING
from generator.rules import CHECKS
from generator.rules.suppressions import RULES as OF_SUPPRESSIONS

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

modules = pytest.mark.parametrize(
    "module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix()
)


def test_the_layers_and_the_containment_of_packages_hold() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(
        [*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@modules
def test_a_module_says_what_it_is_for(module: Path) -> None:
    docstring = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith((".", "?"))


@modules
def test_a_module_is_small_enough_to_be_read_at_once(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 260


@modules
def test_nothing_at_the_level_of_a_module_can_be_changed(module: Path) -> None:
    """A list, set or dictionary in lower case would be state that all callers share."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.List | ast.Dict | ast.Set):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            assert all(name.isupper() or name == "__all__" for name in names), names


def test_every_rule_has_a_name_in_kebab_case_of_its_own() -> None:
    names = [
        *(rule.name for rule in (*OF_READING, *OF_LOAD.values())),
        *(check.rule.name for check in CHECKS),
        *(rule.name for rule in (*OF_SUPPRESSIONS, *OF_SITES, *OF_OTHER_SITES)),
    ]
    assert sorted(names) == sorted(set(names)) == sorted(RULES)
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


def test_every_dependency_says_why_it_is_there() -> None:
    block = re.search(r"^dependencies = \[\n(.*?)^\]", PYPROJECT, re.MULTILINE | re.DOTALL)
    assert block is not None
    lines = block.group(1).strip().splitlines()
    assert [line for line in lines if not re.search(r'",\s+# .{5,}', line)] == []
    assert len(lines) == len(tomllib.loads(PYPROJECT)["project"]["dependencies"])


def test_every_package_that_is_imported_is_a_dependency() -> None:
    names = {"yaml": "pyyaml", "yaml_edit": "yaml-edit", "ahocorasick_rs": "ahocorasick-rs"}
    declared = {
        re.split(r"[<>=\[]", requirement)[0]
        for requirement in tomllib.loads(PYPROJECT)["project"]["dependencies"]
    }
    imported = {
        name.partition(".")[0]
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        for name in _imported(node)
    }
    foreign = imported - set(sys.stdlib_module_names) - {"generator", "pydantic_core"}
    assert {names.get(name, name) for name in foreign} <= declared


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom() if node.module and not node.level:
            return [node.module]
        case _:
            return []
