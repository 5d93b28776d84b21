"""Whose programs run: those of the base, until a maintainer has read the others."""

from pathlib import Path
from typing import Any

import pytest

from tests.action.conftest import REPOSITORY, Remote, git, job_at, opened, workflow
from tests.action.runner import Job
from tests.action.test_pull_requests import GOOD, all_of, replaced, request, told, written

pytestmark = pytest.mark.slow
# A hook that writes a file is a program of whoever writes it.
HOOK = "from pathlib import Path\nPath('../it-ran').touch()\n"
PROGRAM = all_of(
    GOOD,
    written("hook.py", HOOK),
    replaced("mkdocs.yml", "\nplugins:", "\nhooks: [hook.py]\nplugins:"),
)
LABELLED = {"action": "labeled", "label": {"name": "safe to build"}}


def ran(job: Job) -> bool:
    return (job.workspace.parent / "it-ran").exists()


def outcomes(job: Job) -> dict[str, str]:
    return {step.name: step.outcome for step in job.steps}


def test_a_strangers_program_does_not_run(tmp_path: Path, remote: Remote) -> None:
    job = request(tmp_path, remote, PROGRAM)
    assert not job.passed
    assert not ran(job)
    assert not (job.workspace / "hook.py").exists()
    assert "If you are a maintainer: read these files" in job.steps[6].summary
    # What is not a program was judged and built all the same, as the base would.
    assert outcomes(job)["Build"] == "success", told(job)


@pytest.mark.parametrize(
    "event",
    [
        LABELLED,
        {
            "pull_request": {
                "number": 1,
                "base": {"sha": "main"},
                "head": {"repo": {"full_name": REPOSITORY}},
            }
        },
    ],
    ids=["labelled", "of the same repository"],
)
def test_what_a_maintainer_has_read_runs(
    event: dict[str, Any], tmp_path: Path, remote: Remote
) -> None:
    if "pull_request" in event:
        event["pull_request"]["base"]["sha"] = remote.main
    job = request(tmp_path, remote, PROGRAM, **event)
    assert job.passed, told(job)
    assert ran(job)
    assert outcomes(job)["Take what cannot run"] == "skipped"


@pytest.mark.parametrize(
    "event",
    [
        {"action": "synchronize"},
        {"action": "synchronize", "label": {"name": "safe to build"}},
        {"action": "labeled", "label": {"name": "safe to build "}},
        {"action": "labeled", "label": {"name": "question"}},
        {"action": "labeled", "label": {"name": '"; touch ../it-ran; "'}},
        {"action": "opened", "pull_request": {"number": 1, "head": {"repo": None}}},
    ],
    ids=["push", "push with label", "other spelling", "other label", "shell", "deleted fork"],
)
def test_nothing_else_is_a_maintainers_word(
    event: dict[str, Any], tmp_path: Path, remote: Remote
) -> None:
    if "pull_request" in event:
        event = {"pull_request": {**event["pull_request"], "base": {"sha": remote.main}}}
    merge = remote.pull_request(PROGRAM)
    job = job_at(tmp_path / "machine", remote, opened(remote, **event), sha=merge)
    job.run({"steps": workflow(remote.copy, "glossary")["jobs"]["glossary"]["steps"][:2]})
    assert job.steps[1].said == "From somebody else: only entries, pages and images are used\n"
    assert git(job.workspace, "rev-parse", "HEAD") == remote.main
    assert not ran(job)


def test_the_action_of_a_stranger_is_not_used(tmp_path: Path, remote: Remote) -> None:
    """The runner reads a local action when its step begins: by then the base lies on the disk."""
    ours = workflow(remote.copy, "glossary")["jobs"]["glossary"]
    evil = "name: x\ninputs: {}\nruns: {using: composite, steps: [{run: exit 0, shell: bash}]}\n"
    change = all_of(GOOD, written(".github/actions/glossary/action.yml", evil))
    merge = remote.pull_request(change)
    job = job_at(tmp_path / "machine", remote, opened(remote), sha=merge).run(ours)
    assert outcomes(job)["Check"] == "success", told(job)
    assert "hidden files are settings" in job.steps[6].said


def test_entries_of_an_older_branch_keep_what_main_has_since(
    tmp_path: Path, remote: Remote
) -> None:
    """What is built is what merging would give, not the branch alone."""
    merge = remote.pull_request(GOOD)
    git(remote.copy, "switch", "--quiet", "main")
    (remote.copy / "docs/new.md").write_text("# New\n", encoding="utf-8")
    git(remote.copy, "add", "--all")
    git(remote.copy, "commit", "--quiet", "--message", "More")
    git(remote.copy, "push", "--quiet", "origin", "main")
    ours = workflow(remote.copy, "glossary")["jobs"]["glossary"]
    job = job_at(tmp_path / "machine", remote, opened(remote), sha=merge).run(ours)
    assert job.passed, told(job)
    assert job.steps[6].said == "Taken: 1 entry\n  terms/bounce-rate.yml\n"
    assert (job.workspace / "docs/new.md").exists()
