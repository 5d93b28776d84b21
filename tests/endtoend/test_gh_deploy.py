"""`mkdocs gh-deploy`, with a remote repository in the next folder."""

import subprocess
from pathlib import Path

from tests.endtoend.command import run


def _git(*arguments: str, cwd: Path) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_gh_deploy_puts_the_site_on_a_branch(project: Path) -> None:
    _git("init", "--quiet", "--bare", "../remote.git", cwd=project)
    _git("init", "--quiet", cwd=project)
    _git("remote", "add", "origin", "../remote.git", cwd=project)
    author = {"GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
    done = run("mkdocs", "gh-deploy", "--quiet", cwd=project, env=author)
    assert done.code == 0, done.all
    files = _git("ls-tree", "-r", "--name-only", "gh-pages", cwd=project / "../remote.git")
    assert {"index.html", "404.html", "terms/open-rate/index.html"} <= set(files.split())
