"""Measures Termloom on invented glossaries, and stock MkDocs beside it.

    python -m benchmarks.run --peers

Every measurement has a process of its own; each figure is the median of some repetitions.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

from benchmarks.table import table

Figures: TypeAlias = dict[str, Any]
_ROOT = Path(__file__).resolve().parents[1]
_LONGEST = 300


class Bench:
    """Measures one size in a folder of its own."""

    def __init__(self, folder: Path, count: int, repeat: int) -> None:
        self._folder = folder
        self._project = folder / "project"
        self._site = folder / "site"
        self._count = count
        self._repeat = repeat

    def ours(self) -> Figures:
        """Return the figures of Termloom, and of writing the same files without it."""
        run_python("benchmarks.entries", self._count, self._project)
        return {
            "stages": self._measured("stages", self._project),
            "whole": self._measured("whole", self._project, self._site),
            "floor": self._measured("floor", self._site, self._folder / "floor"),
        }

    def peer(self, seconds: float) -> Figures | None:
        """Return the figures of stock MkDocs, or nothing if it takes longer than `seconds`."""
        project = self._folder / "peer"
        run_python("benchmarks.peer", self._project, project)
        try:
            return self._measured("peer", project, self._folder / "peer-site", seconds=seconds)
        except subprocess.TimeoutExpired:
            return None

    def _measured(self, what: str, *paths: Path, seconds: float | None = None) -> Figures:
        _say(f"{self._count:,} terms: {what}")
        return measured(what, *paths, repeat=self._repeat, seconds=seconds)


def measured(what: str, *paths: Path, repeat: int, seconds: float | None = None) -> Figures:
    """Return medians; the last of several paths is what the measurement writes."""
    runs: list[Figures] = []
    for _ in range(repeat):
        for written in paths[1:]:
            shutil.rmtree(written, ignore_errors=True)
        runs.append(json.loads(run_python("benchmarks.measure", what, *paths, seconds=seconds)))
    return _medians(runs)


def run_python(module: str, *arguments: object, seconds: float | None = None) -> str:
    """Run a module of ours in a process of its own; return what it prints."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    return subprocess.run(
        command,
        cwd=_ROOT,
        env=environment,
        timeout=seconds,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout


def _medians(runs: list[Figures]) -> Figures:
    """Return the median of each figure of runs that have the same shape."""
    return {
        key: _medians([run[key] for run in runs])
        if isinstance(first, dict)
        else median(run[key] for run in runs)
        for key, first in runs[0].items()
    }


def measure(sizes: list[int], repeat: int | None, *, peers: bool) -> dict[int, Figures]:
    """Return the figures of every size. A peer that took too long is not tried at larger ones."""
    found: dict[int, Figures] = {}
    pace: float | None = 0
    for count in sizes:
        times = repeat or (3 if count <= 1000 else 1)
        with tempfile.TemporaryDirectory(prefix="termloom-bench-") as folder:
            bench = Bench(Path(folder), count, times)
            found[count] = bench.ours()
            if not peers:
                continue
            if pace is not None and pace * count <= _LONGEST:
                found[count]["peer"] = bench.peer(_LONGEST)
                pace = _pace(found[count]["peer"], count)
            else:
                found[count]["peer"] = None
    return found


def _pace(peer: Figures | None, count: int) -> float | None:
    """Return seconds for each term, nothing if the peer did not finish."""
    return peer["steps"]["mkdocs"]["seconds"] / count if peer else None


def machine() -> dict[str, str]:
    """Return what the figures depend on."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return {
        "date": time.strftime("%Y-%m-%d"),
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "load": load,
    }


def _say(what: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{what} …", end="", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.run",
        description="Measure Termloom on invented glossaries; figures are medians.",
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 5000], metavar="N")
    parser.add_argument(
        "--repeat", type=int, metavar="N", help="runs of each figure [3 up to 1,000 terms, else 1]"
    )
    parser.add_argument("--peers", action="store_true", help="measure stock MkDocs as well")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures as JSON")
    arguments = parser.parse_args()
    about = machine()
    found = measure(sorted(set(arguments.sizes)), arguments.repeat, peers=arguments.peers)
    _say("")
    print(table(about, found))
    if arguments.json:
        text = json.dumps({"machine": about, "sizes": found}, indent=2)
        arguments.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
