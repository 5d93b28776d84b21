"""Pull requests with one fault each, through the workflow that a new project has.

What each says is compared whole with `cases/<case>.txt`; `pytest tests/action --update-golden`
writes them anew. Read the difference.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.action.conftest import Remote, job_at, opened, workflow
from tests.action.runner import Job

HERE = Path(__file__).parent / "cases"
pytestmark = pytest.mark.slow
Change = Callable[[Path], object]

TERM = """\
name: Bounce rate
category: measuring-email
definition: The share of messages that could not be delivered.
why_it_matters: Every [[{link}]] is counted without them.
"""


def written(path: str, text: str | bytes) -> Change:
    """Return a change that writes a file."""

    def change(folder: Path) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    return change


def replaced(path: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / path).read_text(encoding="utf-8")
        assert old in text
        (folder / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


def linked(path: str, target: str) -> Change:
    return lambda folder: (folder / path).symlink_to(target)


def all_of(*changes: Change) -> Change:
    return lambda folder: [change(folder) for change in changes]


BOUNCE = "terms/bounce-rate.yml"
GOOD = written(BOUNCE, TERM.format(link="open-rate"))
CASES: dict[str, Change] = {
    "good": GOOD,
    "broken-yaml": written(BOUNCE, 'name: "Bounce rate\ndefinition: x\n'),
    "unknown-id": written(BOUNCE, TERM.format(link="opne-rate")),
    "duplicate-id": written("terms/more/open-rate.yml", TERM.format(link="open-rate")),
    "dead-link-in-prose": replaced(
        "terms/open-rate.yml", "definition: ", "how_it_works: See [this](../gone.md).\ndefinition: "
    ),
    "dead-link-on-a-page": replaced("docs/about.md", "terms/open-rate.md", "terms/gone.md"),
    "missing-anchor": replaced("docs/about.md", "open-rate.md", "open-rate.md#nowhere"),
    "deleted-term": lambda folder: (folder / "terms/open-rate.yml").unlink(),
    "renamed-without-former-id": lambda folder: (folder / "terms/open-rate.yml").rename(
        folder / "terms/opening-rate.yml"
    ),
    "draft-linked": all_of(
        written(BOUNCE, TERM.format(link="open-rate") + "status: draft\n"),
        replaced("docs/about.md", "[[click-through-rate]]", "[bounce](terms/bounce-rate.md)"),
    ),
    "hostile-html": written(
        BOUNCE, TERM.format(link="open-rate") + "explanation: <img src=x onerror=alert(1)>\n"
    ),
    "template-changed": all_of(GOOD, written("templates/sections/definition.html.jinja", "x")),
    "python-changed": all_of(GOOD, written("conftest.py", "raise SystemExit\n")),
    "settings-changed": all_of(GOOD, replaced("mkdocs.yml", "plugins:", "hooks: [h.py]\nplugins:")),
    "workflow-changed": all_of(GOOD, written(".github/workflows/glossary.yml", "on: push\n")),
    "requirements-changed": all_of(GOOD, written("requirements.txt", "evil\n")),
    "symlink": linked("terms/passwd.yml", "/etc/passwd"),
    "program": all_of(GOOD, lambda folder: (folder / BOUNCE).chmod(0o755)),
    "too-large": written(BOUNCE, TERM.format(link="open-rate") + "# " + "x" * 1_100_000),
    "much-too-large": written("docs/large.png", b"x" * 20_000_001),
    "nothing": all_of(),
}


def told(job: Job) -> str:
    """Return what people see of a job, without what changes from run to run."""
    parts = [f"The job {'passed' if job.passed else 'failed'}."]
    for step in job.steps:
        parts.append(f"== {step.name}: {step.outcome}")
        if step.uses is not None:
            parts += [step.uses.partition("@")[0]]
            parts += [f"  {name}: {value}" for name, value in step.given.items()]
        parts += filter(
            None, [step.said.rstrip(), step.summary and f"-- summary\n{step.summary.rstrip()}"]
        )
    text = "\n".join(parts) + "\n"
    text = text.replace(str(job.folder), "…")
    text = re.sub(r"\b[0-9a-f]{40}\b", "<commit>", text)
    text = re.sub(r"\b\d+\.\d+ s\b", "<time>", text)
    return re.sub(r"termloom, version \S+", "termloom, version <version>", text)


def request(tmp_path: Path, remote: Remote, change: Change, **event: object) -> Job:
    """Open a stranger's pull request and run the workflow of the base on it.

    GitHub would take the workflow of the pull request. One that a stranger has changed can do
    what any program on a machine without secrets can do; what ours does is what is tested.
    """
    ours = workflow(remote.copy, "glossary")["jobs"]["glossary"]
    merge = remote.pull_request(change)
    job = job_at(tmp_path / "machine", remote, opened(remote, **event), sha=merge)
    return job.run(ours)


@pytest.mark.parametrize("case", CASES)
def test_a_pull_request(case: str, tmp_path: Path, remote: Remote, update_golden: bool) -> None:
    job = request(tmp_path, remote, CASES[case])
    expected = HERE / f"{case}.txt"
    if update_golden:
        HERE.mkdir(exist_ok=True)
        expected.write_text(told(job), encoding="utf-8")
    assert told(job) == expected.read_text(encoding="utf-8"), "see the top of this file"
