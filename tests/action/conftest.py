"""A remote repository with a small glossary, and pull requests to it."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli.init import starter
from generator.text import Name
from generator.writing import write_all_new
from tests.action.runner import Job, double
from tests.endtoend.command import environment

REPOSITORY = "example/glossary"
IDENTITY = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_AUTHOR_NAME": "An editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "An editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
    "GIT_AUTHOR_DATE": "2026-11-20T10:00:00Z",
    "GIT_COMMITTER_DATE": "2026-11-20T10:00:00Z",
}
ABOUT = """\
# About us

We explain what [open rate](terms/open-rate.md) means, and [[click-through-rate]].
"""


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder,
        env=environment(IDENTITY),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.decode().strip()


@dataclass(frozen=True)
class Remote:
    """A bare repository, and a copy of it in which people work."""

    bare: Path
    copy: Path

    def pull_request(self, change: Callable[[Path], object], branch: str = "change") -> str:
        """Push a branch with a change and merge it beside main; return the merge's commit."""
        git(self.copy, "switch", "--quiet", "--create", branch, "main")
        change(self.copy)
        git(self.copy, "add", "--all", "--force")
        git(self.copy, "commit", "--quiet", "--allow-empty", "--message", "A change")
        head, base = git(self.copy, "rev-parse", "HEAD"), git(self.copy, "rev-parse", "main")
        # As GitHub does: main first, the pull request second.
        made = git(self.copy, "commit-tree", "HEAD^{tree}", "-p", base, "-p", head, "-m", "Merge")
        git(self.copy, "push", "--quiet", "origin", branch, f"{made}:refs/pull/1/merge")
        return made

    @property
    def main(self) -> str:
        return git(self.copy, "rev-parse", "main")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Remote:
    """The remote that the others are copies of."""
    folder = tmp_path_factory.mktemp("remote")
    copy, bare = folder / "copy", folder / "bare.git"
    write_all_new(copy, {"docs/about.md": ABOUT, **starter(Name("My glossary"))})
    git(copy, "init", "--quiet")
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "All of it")
    git(folder, "clone", "--quiet", "--bare", str(copy), str(bare))
    return Remote(bare, copy)


@pytest.fixture
def remote(template: Remote, tmp_path: Path) -> Remote:
    """A remote that a test may change."""
    copied = Remote(tmp_path / "bare.git", tmp_path / "copy")
    shutil.copytree(template.bare, copied.bare)
    shutil.copytree(template.copy, copied.copy)
    git(copied.copy, "remote", "add", "origin", str(copied.bare))
    return copied


def checkout(remote: Remote) -> Callable[[Job, dict[str, str]], dict[str, str]]:
    """Return a double of actions/checkout: the commit of the event, with the whole history."""

    def check_out(job: Job, given: dict[str, str]) -> dict[str, str]:
        assert given["persist-credentials"] == "false"
        refs = "+refs/*:refs/remotes/origin/*"
        git(job.folder, "init", "--quiet", str(job.workspace))
        git(job.workspace, "remote", "add", "origin", str(remote.bare))
        git(job.workspace, "fetch", "--quiet", "origin", refs)
        git(job.workspace, "checkout", "--quiet", "--detach", job.github["sha"])
        return {}

    return check_out


def workflow(folder: Path, name: str) -> Any:
    return yaml.safe_load((folder / f".github/workflows/{name}.yml").read_text(encoding="utf-8"))


def job_at(
    folder: Path,
    remote: Remote,
    event: dict[str, Any],
    *,
    sha: str,
    name: str = "pull_request",
    **variables: str,
) -> Job:
    """Return a machine on which nothing has run yet."""
    folder.mkdir()
    double(folder, "python", 'if [ "$3" = cache ]; then echo "$HOME/pip"; fi')
    event = {"repository": {"name": "glossary", "default_branch": "main"}, **event}
    github = {
        "event": event,
        "event_name": name,
        "repository": REPOSITORY,
        "repository_owner": "example",
        "sha": sha,
        "workflow": "Glossary",
        "token": "a-token",
        "run_id": 1,
        "base_ref": "main",
    }
    return Job(
        folder,
        folder / "workspace",
        github,
        dict(variables),
        {"actions/checkout": checkout(remote)},
    )


def opened(remote: Remote, **event: Any) -> dict[str, Any]:
    """Return the event of a stranger's pull request, unless it is told otherwise."""
    return {
        "action": "opened",
        "pull_request": {
            "number": 1,
            "base": {"sha": remote.main},
            "head": {"repo": {"full_name": "stranger/glossary"}},
        },
        **event,
    }
