"""Runs the steps of a job as GitHub's runner would: each in a shell, with files for its outputs.

Doubles stand at the rim only: actions of others are written down and not run, `gh` writes down
what it is asked, and `python` what it would install. `termloom`, git and the shell are real.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests import quick
from tests.action.expressions import filled, holds
from tests.endtoend.command import BIN, environment

# As GitHub's runner starts them.
_SHELLS = {
    None: ["bash", "-e"],
    "bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"],
}
_HEREDOC = re.compile(r"(?P<name>[^=\n]+)<<(?P<end>[^\n]+)\n(?P<value>.*?)\n?(?P=end)\n", re.DOTALL)
LONGEST = 180


@dataclass
class Step:
    """What became of a step."""

    name: str
    outcome: str
    said: str = ""
    summary: str = ""
    code: int = 0
    uses: str | None = None
    given: dict[str, str] = field(default_factory=dict)


@dataclass
class Job:
    """A job on a machine of its own, which is a folder here."""

    folder: Path
    workspace: Path
    github: dict[str, Any]
    variables: dict[str, str]
    actions: Mapping[str, Callable[["Job", dict[str, str]], dict[str, str]]] = field(
        default_factory=dict
    )
    steps: list[Step] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return all(step.outcome != "failure" for step in self.steps)

    def run(self, job: Mapping[str, Any]) -> "Job":
        """Run the steps of a job of a workflow."""
        contexts = {"github": self.github, "runner": self._runner()}
        if "if" in job and not holds(job["if"], contexts, {"success": lambda: True}):
            self.steps.append(Step("the job", "skipped"))
            return self
        made = {name: filled(value, contexts) for name, value in job.get("env", {}).items()}
        self.variables |= made
        self._run_all(job["steps"], contexts)
        return self

    def _run_all(self, steps: list[Any], contexts: Mapping[str, Any]) -> tuple[bool, Any]:
        known: dict[str, Any] = {}
        state = {"failed": False}
        functions = {
            "success": lambda: not state["failed"],
            "failure": lambda: state["failed"],
            "cancelled": lambda: False,
        }
        whole = {**contexts, "steps": known}
        for number, step in enumerate(steps):
            id = step.get("id", str(number))
            if not holds(step.get("if"), whole, functions):
                self.steps.append(Step(step["name"], "skipped"))
                known[id] = {"outcome": "skipped", "outputs": {}}
                continue
            ended, outputs = self._one(step, whole)
            known[id] = {"outcome": "success" if ended else "failure", "outputs": outputs}
            state["failed"] = state["failed"] or not ended
        return not state["failed"], whole

    def _one(self, step: Mapping[str, Any], contexts: Mapping[str, Any]) -> tuple[bool, Any]:
        if "run" in step:
            return self._shell(step, contexts)
        uses = step["uses"]
        given = {key: filled(value, contexts) for key, value in step.get("with", {}).items()}
        if uses.startswith("./"):
            return self._composite(self.workspace / uses, given)
        self.steps.append(Step(step["name"], "success", uses=uses, given=given))
        double = self.actions.get(uses.partition("@")[0])
        return True, double(self, given) if double else {}

    def _composite(self, folder: Path, given: dict[str, str]) -> tuple[bool, Any]:
        # Read only now, as the runner does: it is what lies on the disk at this moment.
        action = yaml.safe_load((folder / "action.yml").read_text(encoding="utf-8"))
        inputs = {
            name: given.get(name, filled(one.get("default", ""), {}))
            for name, one in action["inputs"].items()
        }
        assert given.keys() <= inputs.keys()
        github = {**self.github, "action_path": str(folder.resolve())}
        contexts = {"github": github, "runner": self._runner(), "inputs": inputs}
        ended, whole = self._run_all(action["runs"]["steps"], contexts)
        outputs = action.get("outputs", {}).items()
        return ended, {name: filled(one["value"], whole) for name, one in outputs}

    def _shell(self, step: Mapping[str, Any], contexts: Mapping[str, Any]) -> tuple[bool, Any]:
        scratch = self.folder / f"step-{len(self.steps)}"
        scratch.mkdir()
        script = scratch / "script.sh"
        assert "${{" not in step["run"], "an input reaches the shell through 'env' only"
        script.write_text(step["run"], encoding="utf-8")
        files = {name: scratch / name for name in ("OUTPUT", "ENV", "PATH", "STEP_SUMMARY")}
        for file in files.values():
            file.touch()
        own = {name: filled(value, contexts) for name, value in step.get("env", {}).items()}
        done = subprocess.run(
            [*_SHELLS[step.get("shell")], str(script)],
            cwd=self.workspace / filled(step.get("working-directory", "."), contexts),
            env=self._environment() | {f"GITHUB_{k}": str(v) for k, v in files.items()} | own,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=LONGEST,
            check=False,
        )
        said = done.stdout.decode("utf-8", "backslashreplace")
        self.variables |= _pairs(files["ENV"].read_text(encoding="utf-8"))
        assert files["PATH"].read_text(encoding="utf-8") == ""
        outcome = "failure" if done.returncode else "success"
        summary = files["STEP_SUMMARY"].read_text(encoding="utf-8")
        self.steps.append(Step(step["name"], outcome, said, summary, done.returncode))
        return not done.returncode, _pairs(files["OUTPUT"].read_text(encoding="utf-8"))

    def _runner(self) -> dict[str, str]:
        return {"temp": str(self.folder / "temp"), "os": "Linux"}

    def _environment(self) -> dict[str, str]:
        (self.folder / "temp").mkdir(exist_ok=True)
        (self.folder / "home").mkdir(exist_ok=True)
        event = self.folder / "event.json"
        # The guard of hostile tests sits in what Python does first.
        quickly = [] if "PYTHONPATH" in self.variables else [quick.bin()]
        programs = (self.folder / "bin", *quickly, BIN, "/usr/bin", "/bin")
        event.write_text(json.dumps(self.github["event"]), encoding="utf-8")
        return {
            **environment({"PATH": os.pathsep.join(map(str, programs))}),
            "HOME": str(self.folder / "home"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_EVENT_NAME": self.github["event_name"],
            "GITHUB_REPOSITORY": self.github["repository"],
            "GITHUB_SHA": self.github["sha"],
            "GITHUB_REF": self.github.get("ref", ""),
            "GITHUB_BASE_REF": self.github.get("base_ref", ""),
            "RUNNER_TEMP": str(self.folder / "temp"),
            "NO_COLOR": "1",
            "COLUMNS": "100",
            # Reviews that are due depend on the day: 21 November 2026.
            "SOURCE_DATE_EPOCH": "1795219200",
            **self.variables,
        }


def _pairs(text: str) -> dict[str, str]:
    """Return what a step wrote to a file of outputs or variables."""
    found = {match["name"]: match["value"] for match in _HEREDOC.finditer(text)}
    for line in _HEREDOC.sub("", text).splitlines():
        name, sign, value = line.partition("=")
        assert sign, f"the runner refuses this line: {line!r}"
        found[name] = value
    return found


def double(folder: Path, name: str, script: str) -> Path:
    """Put a program in front of all others; it writes its arguments to a file, one call a line."""
    calls = folder / f"{name}.calls"
    program = folder / "bin" / name
    program.parent.mkdir(exist_ok=True)
    calls.touch()
    program.write_text(
        f'#!/usr/bin/env bash\nprintf "%q " "$@" >> {calls}\necho >> {calls}\n{script}\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    return calls
