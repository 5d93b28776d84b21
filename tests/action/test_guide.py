"""What the guide shows for other machines than GitHub's runs, and judges as it says."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from tests import quick
from tests.action.conftest import IDENTITY, Remote, git
from tests.action.runner import double
from tests.action.test_pull_requests import BOUNCE, GOOD, TERM, Change, all_of, written
from tests.docs.test_documentation import DOCS, Block, blocks
from tests.endtoend.command import BIN, environment

GUIDE = DOCS / "guides" / "pull-requests.md"
# A change, how judging it ends, and what is said of it.
BAD = written(BOUNCE, TERM.format(link="opne-rate"))
PROGRAM = all_of(GOOD, written("conftest.py", "raise SystemExit\n"))
JUDGED = [
    pytest.param(GOOD, 0, "Built 3 terms", id="good"),
    pytest.param(BAD, 1, "[unknown-term]", id="bad"),
    pytest.param(PROGRAM, 1, "conftest.py: only entries, pages and images are taken", id="program"),
]


def shown(file: str) -> Block:
    return next(block for block in blocks(GUIDE) if block.file == file)


def judge(copy: Path, script: str, *arguments: str, **variables: str) -> tuple[int, str]:
    double(copy.parent, "pip", "")
    programs = (copy.parent / "bin", quick.bin(), BIN, "/usr/bin", "/bin")
    done = subprocess.run(
        ["bash", "-e", "-c", script, "judge", *arguments],
        cwd=copy,
        env=environment(
            {
                **IDENTITY,
                "PATH": os.pathsep.join(map(str, programs)),
                **variables,
            }
        ),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("change", "code", "said"), JUDGED)
def test_the_shell_script(change: Change, code: int, said: str, remote: Remote) -> None:
    remote.pull_request(change)
    git(remote.copy, "switch", "--quiet", "main")
    ended, told = judge(remote.copy, shown("judge.sh").text, "change")
    assert ended == code, told
    assert said in told
    assert not (remote.copy / "conftest.py").exists()
    git(remote.copy, "restore", ".")
    git(remote.copy, "clean", "--force", "terms", "docs")
    assert git(remote.copy, "status", "--porcelain", "--", "terms", "docs") == ""


@pytest.mark.slow
@pytest.mark.parametrize(("change", "code", "said"), JUDGED)
def test_the_job_of_gitlab(change: Change, code: int, said: str, remote: Remote) -> None:
    remote.pull_request(change)
    job = yaml.safe_load(shown(".gitlab-ci.yml").text)["glossary"]
    variables = {
        "CI_COMMIT_SHA": git(remote.copy, "rev-parse", "change"),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": remote.main,
    }
    ended, told = judge(remote.copy, "\n".join(job["script"]), **variables)
    assert ended == code, told
    assert said in told
    assert (remote.copy / "report.xml").is_file()


@pytest.mark.parametrize(
    ("file", "schema"),
    [(".gitlab-ci.yml", "gitlab-ci"), (".github/workflows/check.yml", "github-workflows")],
)
def test_an_example_fits_its_schema(file: str, schema: str, tmp_path: Path) -> None:
    path = tmp_path / Path(file).name
    path.write_text(shown(file).text, encoding="utf-8")
    transform = ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    done = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *transform, path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_input_of_the_action_is_explained() -> None:
    action = yaml.safe_load((DOCS.parent / "action.yml").read_text(encoding="utf-8"))
    told = GUIDE.read_text(encoding="utf-8")
    rows = [line.split("|")[1].strip(" `") for line in told.splitlines() if line.startswith("| `")]
    assert set(action["inputs"]) <= set(rows)
    for name, about in action["inputs"].items():
        row = next(line for line in told.splitlines() if line.startswith(f"| `{name}` |"))
        if about["default"] not in ("", "."):
            assert f"`{about['default']}` |" in row


def test_every_workflow_of_a_new_project_is_explained() -> None:
    told = GUIDE.read_text(encoding="utf-8")
    for path in (DOCS.parent / "generator/starter/.github/workflows").glob("*.yml"):
        assert f"| `{path.name}` |" in told
