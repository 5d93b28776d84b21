"""The installed command, as somebody types it, and what it leaves behind."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests import quick

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
LONGEST = 90
# What decides about colours is for each test to say.
_COLOURS = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE")


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Return what a person would see."""
        return self.out + self.err


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a command: this one, without a terminal's wishes."""
    kept = {name: value for name, value in os.environ.items() if name not in _COLOURS}
    return kept | {"NO_MKDOCS_2_WARNING": "1"} | dict(changes or {})


def run(
    *command: str | Path, cwd: Path, env: Mapping[str, str] | None = None, stdin: str = ""
) -> Said:
    """Run a command of this environment to its end."""
    # What a test wants of Python itself, a fork would not hear.
    is_plain = not any(name.startswith("PYTHON") for name in env or ())
    program = (quick.bin() if command[0] == "termloom" and is_plain else BIN) / command[0]
    done = subprocess.run(
        [program, *command[1:]],
        cwd=cwd,
        env=environment(env),
        input=stdin,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def termloom(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Said:
    """Run `termloom` to its end."""
    return run("termloom", *arguments, cwd=cwd, env=env)


def start(*command: str | Path, cwd: Path, output: Path) -> subprocess.Popen[bytes]:
    """Start a command of this environment; what it prints goes to a file."""
    with output.open("wb") as stream:
        return subprocess.Popen(
            [BIN / command[0], *command[1:]],
            cwd=cwd,
            env=environment({"PYTHONUNBUFFERED": "1"}),
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
        )


def wait_until(happened: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Wait until something happened, or fail and say what did not."""
    deadline = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < deadline, f"within {seconds:g} s: {what}"
        time.sleep(0.02)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def leftovers(folder: Path) -> list[str]:
    """Return what a build has left beside the site."""
    return sorted(path.name for path in folder.glob(".termloom-*"))
