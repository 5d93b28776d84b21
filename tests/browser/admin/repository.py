"""A glossary in a git repository, and the server through which the form changes it."""

import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.factories import mkdocs_yml, write
from tests.node import modules

HERE = Path(__file__).parent
ANT = """\
# Kept by the garden team.
name: Ant  # the animal, not the build tool
abbreviation: NO
aliases: [Emmet, "Pismire"]
category: animals
status:   published
reviewed: 2026-11-21

definition: >-
  A small animal that lives
  with others of its kind.

why_it_matters: |
  It carries more than it weighs, and so does [[bee]].

  | Who | How much |
  | --- | --- |
  | *ant* | 50 |

when_to_use:
  - There is something to carry.
  # Ask the beetle first.
  - when: The way is long.
    because: It does not tire.

key_takeaways:
  - point: 'Small is strong.'

related:
  - {term: bee, relation: contrasts_with}

sources:
  - title: Formicidae
    published: 2021-06
    accessed: 2026-11-20
"""
BEE = "name: Bee\ncategory: animals\ndefinition: An animal that makes honey.\n"
BOTH = """\
# Asked every summer.
name: Ant or bee
kind: comparison
question: Ant or bee?
options: [ant, bee]
criteria:
  - name: Honey
    cells:
      ant: None
      # Measured in 2024.
      bee: {text: Plenty, rating: 5}
  - name: Sting
    cells:
      ant: Small
      bee: Large
"""


def made(folder: Path, site: str) -> Path:
    """Return a project in a repository with one commit, in a folder; `site` is its address."""
    project = folder / "project"
    categories = {"animals": {"name": "Animals"}, "plants": {"name": "Plants"}}
    options = {
        "admin": {"repo": "example/glossary"},
        "categories": categories,
        "edit_url": "https://github.com/example/glossary/edit/main/",
    }
    # Pages that follow each other without loading anew need to know where the site is.
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    config = mkdocs_yml(options, theme=theme, site_url=f"{site}/")
    files = {"mkdocs.yml": config, "terms/ant.yml": ANT, "terms/bee.yml": BEE}
    write(project, files | {"terms/comparisons/ant-or-bee.yml": BOTH, "docs/about.md": "# About\n"})
    git(project, "init", "--quiet", "--initial-branch=main")
    for name, value in (("user.name", "Editor"), ("user.email", "editor@example.org")):
        git(project, "config", name, value)
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Start")
    return project


def git(folder: Path, *arguments: str) -> str:
    """Return what git prints."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def proxy(project: Path) -> Iterator[int]:
    """Give the port of a server that makes branches and commits of what the form sends."""
    port = _free_port()
    settings = {"MODE": "git", "PORT": str(port), "BIND_HOST": "127.0.0.1"}
    program = modules(HERE, "form") / "decap-server" / "dist" / "index.js"
    with subprocess.Popen(
        ["node", str(program)],
        env=os.environ | settings | {"GIT_REPO_DIRECTORY": str(project)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            assert any("listening" in line for line in process.stdout), "the server has stopped"
            # What it goes on to say must be taken from it, or it would wait.
            threading.Thread(target=process.stdout.read, daemon=True).start()
            yield port
        finally:
            process.kill()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
