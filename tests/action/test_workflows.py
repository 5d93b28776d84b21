"""Our workflows and those of a new project: by their schemas, by zizmor, and by our own rules."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from reference.starter import differing
from tests.endtoend.command import BIN, ROOT

STARTER = ROOT / "generator/starter"
ACTIONS = (ROOT / "action.yml", STARTER / ".github/actions/glossary/action.yml")
WORKFLOWS = tuple(
    sorted(
        [
            *ROOT.glob(".github/workflows/*.yml"),
            *STARTER.glob(".github/workflows/*.yml"),
        ]
    )
)
ALL = (*ACTIONS, *WORKFLOWS)
# What each job may do, and nothing else; a job that is not listed may not be there.
READ = {"contents": "read"}
MAY: dict[str, dict[str, str]] = {
    "code/check": READ,
    "glossary/glossary": READ,
    "links/links": {**READ, "issues": "write"},
    "publish/build": {**READ, "security-events": "write"},
    "publish/publish": {"pages": "write", "id-token": "write"},
    "restore/restore": {"contents": "write"},
    "from-issue/draft": {"contents": "write", "issues": "write", "pull-requests": "write"},
}
_PINNED = re.compile(
    r"uses: (?P<action>[\w./-]+)@(?P<hash>[0-9a-f]{40}) # (?P<version>v\d+\.\d+\.\d+)"
)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def jobs() -> Iterator[tuple[Path, str, Any]]:
    for path in WORKFLOWS:
        for id, job in loaded(path)["jobs"].items():
            yield path, id, job


def steps(path: Path) -> list[Any]:
    whole = loaded(path)
    if "runs" in whole:
        return list(whole["runs"]["steps"])
    return [step for job in whole["jobs"].values() for step in job["steps"]]


def triggers(path: Path) -> Any:
    # YAML 1.1 reads 'on' as true.
    return loaded(path)[True]


def test_those_of_a_new_project_are_ours() -> None:
    assert differing() == [], "run 'make generate'"


def test_zizmor_finds_nothing() -> None:
    folders = [ROOT / "action.yml", ROOT / ".github", STARTER / ".github"]
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--quiet", "--pedantic", "--no-ignores", *folders],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    # The one rule that is switched off has its reason in .github/zizmor.yml.
    found = set(re.findall(r"^\w+\[([\w-]+)\]", done.stdout + done.stderr, re.MULTILINE))
    assert found <= {"self-repository"}, done.stdout
    assert (ROOT / ".github/zizmor.yml").read_text("utf-8").count("disable: true") == 1


@pytest.mark.parametrize(
    ("schema", "paths"),
    [("vendor.github-actions", ACTIONS), ("vendor.github-workflows", WORKFLOWS)],
    ids=["actions", "workflows"],
)
def test_they_fit_their_schema(schema: str, paths: tuple[Path, ...]) -> None:
    done = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", schema, *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", ALL, ids=name)
def test_every_action_of_others_is_pinned_by_its_hash(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: .*", text)
    assert [line for line in used if not _PINNED.fullmatch(line) and "uses: ./" not in line] == []


def test_an_action_has_one_hash_and_one_version_everywhere() -> None:
    pins: dict[str, set[tuple[str, str]]] = {}
    for path in ALL:
        for pin in _PINNED.finditer(path.read_text(encoding="utf-8")):
            pins.setdefault(pin["action"], set()).add((pin["hash"], pin["version"]))
    assert {action: len(found) for action, found in pins.items() if len(found) > 1} == {}


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_expression_stands_in_a_script(path: Path) -> None:
    assert [step for step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_nothing_is_allowed_but_to_the_jobs_that_need_it(path: Path) -> None:
    assert loaded(path)["permissions"] == {}
    for id, job in loaded(path)["jobs"].items():
        assert job["permissions"] == MAY[f"{path.stem}/{id}"]
        assert job["timeout-minutes"] <= 60
    assert "concurrency" in loaded(path)


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_no_secret_is_used_and_no_dangerous_trigger(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert not triggers(path).keys() & {"pull_request_target", "workflow_run", "issue_comment"}
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_a_token_is_near_no_step_that_reads_what_strangers_wrote(path: Path) -> None:
    for step in steps(path):
        if "github.token" in str(step):
            assert "termloom" not in step["run"]


def test_pull_requests_may_only_read() -> None:
    for path, id, job in jobs():
        if "pull_request" in triggers(path):
            assert job["permissions"] == READ, f"{path.name}: {id}"
