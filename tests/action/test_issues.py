"""The workflows that speak with issues. `gh` is a double that writes down what it is asked."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.action.conftest import Remote, git, job_at, workflow
from tests.action.runner import Job, double
from tests.endtoend.command import ROOT

pytestmark = pytest.mark.slow
BODY = """\
### Name

Bounce rate

### Category

Measuring email

### Definition

The share of messages that could not be delivered.

### Why it matters

_No response_
"""
HOSTILE = """\
### Name

$(touch pwned) `touch pwned` "; touch pwned; #

### Definition

{{ config }} <script>alert(1)</script>
::error::forged
GITHUB_ENV<<EOF
"""

CREATE = (
    r"pr create --head issue-7 --base main --title Draft\ of\ a\ term\ from\ issue\ #7 "
    "--body-file …/temp/report.md"
)


def labelled(body: str | None, label: str = "make a draft") -> dict[str, Any]:
    issue = {"number": 7, "title": "$(touch pwned)", "body": body, "user": {"login": "stranger"}}
    return {"action": "labeled", "label": {"name": label}, "issue": issue}


def asked(job: Job) -> list[str]:
    """Return what `gh` was asked, without the folders of the run."""
    calls = (job.folder / "gh.calls").read_text(encoding="utf-8").replace(str(job.folder), "…")
    return [re.sub(r" $", "", line) for line in calls.splitlines()]


def drafting(tmp_path: Path, remote: Remote, event: dict[str, Any], said: str = "") -> Job:
    job = job_at(tmp_path / "machine", remote, event, sha=remote.main, name="issues")
    job.variables |= {f"GIT_{who}_DATE": "2026-11-21T10:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    double(job.folder, "gh", said)
    return job.run(workflow(remote.copy, "from-issue")["jobs"]["draft"])


def test_an_issue_becomes_a_pull_request(tmp_path: Path, remote: Remote) -> None:
    job = drafting(tmp_path, remote, labelled(BODY))
    assert job.passed, [step.said for step in job.steps]
    assert asked(job) == [
        "auth setup-git",
        r"pr list --head issue-7 --state open --json number --jq .\[0\].number\ //\ empty",
        CREATE,
    ]
    changed = git(remote.bare, "diff", "--name-only", "main", "issue-7").splitlines()
    assert [path for path in changed if not path.startswith(".termloom/")] == [
        "terms/bounce-rate.yml"
    ]
    entry = git(remote.bare, "show", "issue-7:terms/bounce-rate.yml")
    assert "name: Bounce rate\n" in entry
    assert "status: draft" in entry
    assert git(remote.bare, "log", "-1", "--format=%an: %s", "issue-7") == (
        "github-actions[bot]: Draft of a term from issue #7"
    )


def test_a_second_label_renews_the_branch_and_opens_nothing(tmp_path: Path, remote: Remote) -> None:
    drafting(tmp_path, remote, labelled(BODY))
    (tmp_path / "machine").rename(tmp_path / "first")
    other = BODY.replace("delivered.", "delivered at all.")
    job = drafting(tmp_path, remote, labelled(other), 'if [ "$1 $2" = "pr list" ]; then echo 8; fi')
    assert job.passed
    assert [call.split(" ")[:2] for call in asked(job)] == [["auth", "setup-git"], ["pr", "list"]]
    assert "at all" in git(remote.bare, "show", "issue-7:terms/bounce-rate.yml")
    assert git(remote.bare, "rev-list", "--count", "main..issue-7") == "1"


def test_an_issue_that_says_too_little_gets_an_answer(tmp_path: Path, remote: Remote) -> None:
    job = drafting(tmp_path, remote, labelled("### Name\n\n_No response_\n"))
    assert job.passed
    assert asked(job) == ["issue comment 7 --body-file …/temp/report.md"]
    assert git(remote.bare, "branch", "--list", "issue-7") == ""


@pytest.mark.parametrize(
    "body", [None, "", HOSTILE, "x" * 200_000], ids=["null", "empty", "hostile", "long"]
)
def test_no_issue_runs_or_forges_anything(body: str | None, tmp_path: Path, remote: Remote) -> None:
    job = drafting(tmp_path, remote, labelled(body))
    assert job.passed, [step.said for step in job.steps]
    assert list(tmp_path.rglob("pwned")) == []
    said = "".join(step.said for step in job.steps)
    assert not re.search(r"^\s*::", said, re.MULTILINE)
    assert "Traceback" not in said
    for call in asked(job):
        assert "touch" not in call
    report = (job.folder / "temp/report.md").read_text(encoding="utf-8")
    assert "<script>" not in re.sub(r"`[^`\n]*`", "", report)
    assert len(report) <= 60_100


def test_other_labels_start_nothing(tmp_path: Path, remote: Remote) -> None:
    job = drafting(tmp_path, remote, labelled(BODY, "term suggestion"))
    assert [(step.name, step.outcome) for step in job.steps] == [("the job", "skipped")]


# --- one issue about links


LIST = (
    "issue list --label broken-links --state open --json number "
    r"--jq map\(.number\)\ \|\ min\ //\ empty"
)
LABEL = (
    r"label create broken-links --force --color D93F0B --description "
    r"Links\ to\ other\ sites\ that\ lead\ nowhere"
)
CREATE_LINKS = (
    r"issue create --title Links\ to\ other\ sites\ that\ lead\ nowhere --label broken-links "
    "--body-file …/temp/issue.md"
)
BODY_FILE = "--body-file …/temp/issue.md"


@pytest.mark.parametrize(
    ("code", "there", "last"),
    [
        (0, "", None),
        (0, "12", r"issue close 12 --comment All\ of\ them\ lead\ somewhere\ again."),
        (1, "12", f"issue edit 12 {BODY_FILE}"),
        (1, "", CREATE_LINKS),
    ],
    ids=["all well", "well again", "still gone", "newly gone"],
)
def test_there_is_one_issue_about_links(
    code: int, there: str, last: str | None, tmp_path: Path, remote: Remote
) -> None:
    """Other sites are not asked here, so `termloom` is a double as well: it gives an outcome."""
    job = job_at(tmp_path / "machine", remote, {}, sha=remote.main, name="schedule")
    double(job.folder, "gh", f'if [ "$1 $2" = "issue list" ]; then echo "{there}"; fi')
    calls = double(
        job.folder, "termloom", f'if [ "$1" = links ]; then echo "# Gone" > "$4"; exit {code}; fi'
    )
    job.run(workflow(remote.copy, "links")["jobs"]["links"])
    assert job.passed, [step.said for step in job.steps]
    assert asked(job) == [LABEL, LIST, *([last] if last else [])]
    assert calls.read_text(encoding="utf-8").replace(str(job.folder), "…") == (
        "--version \nlinks --external --summary …/temp/links.md \n"
    )


def test_what_cannot_be_asked_changes_no_issue(tmp_path: Path, remote: Remote) -> None:
    job = job_at(tmp_path / "machine", remote, {}, sha=remote.main, name="schedule")
    double(job.folder, "gh", "")
    double(job.folder, "termloom", 'if [ "$1" = links ]; then exit 3; fi')
    job.run(workflow(remote.copy, "links")["jobs"]["links"])
    assert not job.passed
    assert asked(job) == []


def test_the_options_of_links_are_real(tmp_path: Path, remote: Remote) -> None:
    """The same command, with the real program, on a glossary that names no other site."""
    for entry in (remote.copy / "terms").rglob("*.yml"):
        text = entry.read_text(encoding="utf-8")
        entry.write_text(text.replace("https://", "mailto:x@"), encoding="utf-8")
    text = (remote.copy / "terms/open-rate.yml").read_text(encoding="utf-8")
    assert "https://" not in text
    job = job_at(tmp_path / "machine", remote, {}, sha=remote.main, name="schedule")
    double(job.folder, "gh", "")
    git(remote.copy, "commit", "--quiet", "--all", "--allow-empty", "--message", "No links")
    git(remote.copy, "push", "--quiet", "origin", "main")
    job.github["sha"] = remote.main
    job.run(workflow(remote.copy, "links")["jobs"]["links"])
    assert job.passed, [step.said for step in job.steps]
    assert (job.folder / "temp/links.md").is_file()


# --- publishing


@pytest.mark.parametrize(("has_pages", "visibility"), [(True, "public"), (False, "private")])
def test_what_is_on_main_is_built_and_kept_for_pages(
    has_pages: bool, visibility: str, tmp_path: Path, remote: Remote
) -> None:
    event = {"repository": {"name": "glossary", "has_pages": has_pages, "visibility": visibility}}
    job = job_at(tmp_path / "machine", remote, event, sha=remote.main, name="push")
    whole = workflow(remote.copy, "publish")["jobs"]
    job.run(whole["build"])
    assert job.passed, [step.said for step in job.steps]
    outcomes = {step.name: step.outcome for step in job.steps}
    assert outcomes["Build"] == "success"
    assert outcomes["What changed"] == "skipped"
    assert outcomes["Keep the site"] == "skipped"
    wanted = "success" if has_pages else "skipped"
    assert outcomes["The site, for the next job"] == wanted
    assert outcomes["Alerts of code scanning"] == (
        "success" if visibility == "public" else "skipped"
    )
    kept = [
        step.given["path"]
        for step in job.steps
        if step.name == "The site, for the next job" and step.outcome == "success"
    ]
    assert all((Path(path) / "index.html").is_file() for path in kept)
    deploy = job_at(tmp_path / "second", remote, event, sha=remote.main, name="push")
    deploy.run(whole["publish"])
    assert deploy.steps[0].outcome == wanted


# --- after the form


def test_comments_that_the_form_lost_are_given_back(tmp_path: Path, remote: Remote) -> None:
    entry = remote.copy / "terms/open-rate.yml"
    old = f"# Read by Ana\n{entry.read_text(encoding='utf-8')}"
    entry.write_text(old, encoding="utf-8")
    git(remote.copy, "commit", "--quiet", "--all", "--message", "A comment")
    git(remote.copy, "switch", "--quiet", "--create", "cms/terms/open-rate")
    data = yaml.safe_load(old)
    data["name"] = "Opening rate"
    entry.write_text(yaml.safe_dump(data, sort_keys=True), encoding="utf-8")
    git(remote.copy, "commit", "--quiet", "--all", "--message", "Saved by the form")
    git(remote.copy, "push", "--quiet", "origin", "main", "cms/terms/open-rate")
    sha = git(remote.copy, "rev-parse", "HEAD")
    job = job_at(tmp_path / "machine", remote, {}, sha=sha, name="push")
    job.github["ref"] = "refs/heads/cms/terms/open-rate"
    job.variables |= {f"GIT_{who}_DATE": "2026-11-21T10:00:00Z" for who in ("AUTHOR", "COMMITTER")}
    double(job.folder, "gh", "")
    job.run(workflow(remote.copy, "restore")["jobs"]["restore"])
    assert job.passed, [step.said for step in job.steps]
    assert asked(job) == ["auth setup-git"]
    saved = git(remote.bare, "show", "cms/terms/open-rate:terms/open-rate.yml")
    assert saved == re.sub(r"^name: .*$", "name: Opening rate", old, flags=re.MULTILINE).strip()


# --- installing


@pytest.mark.parametrize(
    ("folder", "installed"),
    [
        (
            ROOT,
            [
                "--require-hashes --requirement …/requirements.txt",
                "--no-deps --no-build-isolation …/",
            ],
        ),
        (ROOT / "generator/starter/.github/actions/glossary", ["--requirement requirements.txt"]),
    ],
    ids=["ours", "of a new project"],
)
def test_what_an_action_installs(
    folder: Path, installed: list[str], tmp_path: Path, remote: Remote
) -> None:
    job = job_at(tmp_path / "machine", remote, {}, sha=remote.main, name="push")
    git(tmp_path, "clone", "--quiet", str(remote.bare), str(job.workspace))
    step = {"name": "Termloom", "uses": f"./{os.path.relpath(folder, job.workspace)}"}
    job.run({"steps": [{**step, "with": {"install-only": "true"}}]})
    assert job.passed, [step.said for step in job.steps]
    calls = (job.folder / "python.calls").read_text(encoding="utf-8").splitlines()
    assert [call.strip().replace(str(ROOT), "…") for call in calls] == [
        "-m pip cache dir",
        *(f"-m pip install --quiet {what}".removesuffix("/") for what in installed),
    ]
    assert [step.name for step in job.steps if step.outcome == "skipped"] == [
        "Take what cannot run",
        "Check",
        "Build",
        "What changed",
        "Alerts of code scanning",
        "Keep the site",
    ]
