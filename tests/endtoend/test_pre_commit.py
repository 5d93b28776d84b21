"""The pre-commit hooks, run by pre-commit itself in a project of its own."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli.init import starter
from generator.text import Name
from generator.writing import write_all_new
from tests.endtoend.command import BIN, ROOT, environment

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: Mapping[str, Mapping[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
}
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
# Nothing of the person who runs the tests: no name, no hooks, no signatures.
IDENTITY = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_AUTHOR_NAME": "An editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_COMMITTER_NAME": "An editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-c", "init.defaultBranch=main", *arguments],
        cwd=folder,
        env=environment(IDENTITY),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def committed(folder: Path) -> str:
    """Put everything in a folder into a repository, and return the commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All of it")
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository with the files of this one as they are now, and its commit."""
    folder = tmp_path_factory.mktemp("hooks")
    for path in ("pyproject.toml", "README.md", "LICENSE", MANIFEST.name):
        shutil.copy(ROOT / path, folder / path)
    for path in ("generator", "templates"):
        shutil.copytree(ROOT / path, folder / path, ignore=shutil.ignore_patterns("__pycache__"))
    return folder, committed(folder)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environments that it makes."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def project(tmp_path: Path, hooks: tuple[Path, str]) -> Path:
    """A new glossary under git that uses the hooks."""
    folder = tmp_path / "project"
    write_all_new(folder, starter(Name("My glossary")))
    repository, commit = hooks
    used = {"repo": str(repository), "rev": commit, "hooks": [{"id": id} for id in HOOKS]}
    config = yaml.safe_dump({"repos": [used]}, sort_keys=False)
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    committed(folder)
    return folder


def pre_commit(project: Path, home: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [BIN / "pre-commit", "run", "--color", "never", *arguments],
        cwd=project,
        env=environment({**IDENTITY, "PRE_COMMIT_HOME": str(home)}),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_manifest_is_one() -> None:
    done = subprocess.run(
        [BIN / "pre-commit", "validate-manifest", MANIFEST],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("path", "ids"),
    [
        ("terms/token.yml", ["termloom-check", "termloom-fmt"]),
        ("terms/deep/token.yaml", ["termloom-check", "termloom-fmt"]),
        ("glossary/terms/token.yml", ["termloom-check", "termloom-fmt"]),
        ("mkdocs.yml", ["termloom-check"]),
        ("terms/LICENSE", []),
        ("docs/index.md", []),
        ("docs/more-terms/token.yml", []),
        ("other.yml", []),
        ("my-mkdocs.yml", []),
    ],
)
def test_what_makes_a_hook_run(path: str, ids: list[str]) -> None:
    assert [id for id, hook in HOOKS.items() if re.search(hook["files"], path)] == ids


@needs_git
@pytest.mark.slow
def test_the_hooks_check_all_entries_and_format_those_that_changed(
    project: Path, home: Path
) -> None:
    code, said = pre_commit(project, home, "--all-files")
    assert code == 0, said
    assert [line.rpartition(".")[2] for line in said.splitlines()[-2:]] == ["Passed", "Passed"]

    ugly = project / "terms" / "bounce-rate.yml"
    ugly.write_text("definition: 'See [[gone]].'\nname: Bounce rate\nstatus: draft\n", "utf-8")
    other = project / "terms" / "open-rate.yml"
    other.write_text(f"{other.read_text('utf-8')}\n\n\n", encoding="utf-8")
    git(project, "add", str(ugly))
    code, said = pre_commit(project, home, "--files", str(ugly))
    assert code == 1, said
    assert "no entry is called 'gone' [unknown-term]" in said
    assert "Changed terms/bounce-rate.yml\n1 of 1 file changed" in said
    assert ugly.read_text("utf-8") == (
        "name: Bounce rate\nstatus: draft\ndefinition: See [[gone]].\n"
    )
    assert other.read_text("utf-8").endswith("\n\n\n")

    ugly.unlink()
    git(project, "add", "--all")
    code, said = pre_commit(project, home, "--all-files")
    assert code == 1, said
    assert "termloom check...........................................................Passed" in said
    assert "Changed terms/open-rate.yml" in said
    assert pre_commit(project, home, "--all-files")[0] == 0
