"""The wheel alone, without this repository: nothing that it needs was left behind."""

import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.endtoend.command import ROOT, environment, tree

pytestmark = pytest.mark.slow


def pip(*arguments: str | Path) -> None:
    """Run pip without the network."""
    done = subprocess.run(
        [sys.executable, "-m", "pip", *arguments],
        env=environment({"PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repository."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (found,) = folder.glob("termloom-*.whl")
    return found


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that has the wheel, but not this repository.

    Its dependencies are those of this environment. That their folder is on the path makes
    nothing else of it run, above all not what points at this repository.
    """
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    here = [path for path in site.getsitepackages() if Path(path).is_dir()]
    (packages / "dependencies.pth").write_text("\n".join(here) + "\n", encoding="utf-8")
    pip("--python", folder / "bin" / "python", "install", "--no-deps", "--ignore-installed", wheel)
    return folder / "bin"


def test_the_wheel_holds_every_template_and_every_starter_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    templates = {f"generator/templates/{path}" for path in tree(ROOT / "templates")}
    starter = {f"generator/starter/{path}" for path in tree(ROOT / "generator" / "starter")}
    assert templates | starter <= names
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == {"generator"}


def test_a_glossary_builds_from_the_wheel(wheel: Path, elsewhere: Path, tmp_path: Path) -> None:
    env = environment({"PATH": f"{elsewhere}{os.pathsep}{os.environ['PATH']}"})
    env.pop("PYTHONPATH", None)

    def run(*command: str, cwd: Path) -> str:
        done = subprocess.run(
            [elsewhere / command[0], *command[1:]],
            cwd=cwd,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    where = run("python", "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(elsewhere.parent)
    run("termloom", "init", "glossary", cwd=tmp_path)
    run("termloom", "new", "term", "Bounce rate", cwd=tmp_path / "glossary")
    run("termloom", "build", "--strict", cwd=tmp_path / "glossary")
    built = tree(tmp_path / "glossary" / "site")
    assert "index.html" in built
    assert "terms/open-rate/index.html" in built
    with zipfile.ZipFile(wheel) as archive:
        for path in tree(ROOT / "templates" / "assets"):
            packaged = archive.read(f"generator/templates/assets/{path}")
            assert built[f"assets/termloom/{path}"] == packaged
    run("python", "-m", "mkdocs", "build", "--strict", "-q", cwd=tmp_path / "glossary")
