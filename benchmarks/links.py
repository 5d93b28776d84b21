"""Measures `termloom links`, and linkinator on the same site in the same run.

    python -m benchmarks.links --sizes 1000 10000

The sites are those of invented glossaries, built once. linkinator serves the folder to itself
and follows every link of it, anchors included, as far as it stays on the site; it needs Node,
and the npm registry once. Both are started as commands, so both figures hold the start of a
program; the processor time is that of all their threads.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.run import machine, run_python
from tests.node import ADVICE, modules, node

_LOCK = Path(__file__).resolve().parent / "linkinator"
_LONGEST = 1800


@dataclass(frozen=True)
class Run:
    """What one command took, in seconds, and how it ended."""

    seconds: float
    processor: float
    code: int


def measure(sizes: list[int], repeat: int | None, *, peer: bool) -> dict[int, dict[str, Any]]:
    """Return the figures of every size, which is a number of terms."""
    found: dict[int, dict[str, Any]] = {}
    for count in sizes:
        times = repeat or (3 if count <= 1000 else 1)
        with tempfile.TemporaryDirectory(prefix="termloom-bench-") as name:
            project = Path(name) / "project"
            run_python("benchmarks.entries", count, project)
            _built(project)
            site = project / "site"
            pages = sum(1 for _ in site.rglob("*.html"))
            ours = _median([_run(_termloom("links"), project) for _ in range(times)])
            found[count] = {"pages": pages, "ours": asdict(ours)}
            if peer:
                theirs = [_run(_linkinator(), site) for _ in range(times)]
                found[count]["peer"] = asdict(_median(theirs))
    return found


def _termloom(*arguments: str) -> list[str]:
    return [str(Path(sys.executable).parent / "termloom"), *arguments]


def _linkinator() -> list[str]:
    program = modules(_LOCK, "linkinator") / ".bin" / "linkinator"
    elsewhere = r"^https?://(?!localhost)"
    options = ["--recurse", "--check-fragments", "--skip", elsewhere, "--verbosity", "error"]
    return [str(program), ".", *options]


def _built(project: Path) -> None:
    done = subprocess.run(_termloom("build", "--quiet"), cwd=project, check=False)
    if done.returncode:
        sys.exit("the site could not be built")


def _run(command: list[str], folder: Path) -> Run:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, check=False, timeout=_LONGEST, capture_output=True, text=True
    )
    seconds, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, spent, done.returncode)


def _median(runs: list[Run]) -> Run:
    return Run(
        median(run.seconds for run in runs),
        median(run.processor for run in runs),
        max(run.code for run in runs),
    )


def table(about: Mapping[str, str], found: Mapping[int, Mapping[str, Any]]) -> str:
    """Return the figures side by side; equal `cpu/1,000` in a column means linear work."""
    columns = ("pages", "s", "cpu/1,000", "peer s", "peer cpu/1,000", "ratio")
    lines = [
        "{date}, {system}, Python {python}; load before the run: {load}".format(**about),
        "",
        f"{'terms':>8}" + "".join(f"{name:>16}" for name in columns),
    ]
    for count, figures in found.items():
        pages, ours, peer = figures["pages"], figures["ours"], figures.get("peer")
        cells = [f"{pages:,}", f"{ours['seconds']:.2f}", f"{ours['processor'] * 1000 / pages:.2f}"]
        if peer is not None:
            cells += [
                f"{peer['seconds']:.2f}",
                f"{peer['processor'] * 1000 / pages:.2f}",
                f"{peer['seconds'] / ours['seconds']:.1f}",
            ]
        lines.append(f"{count:>8,}" + "".join(f"{cell:>16}" for cell in cells))
        codes = {name: figures[name]["code"] for name in ("ours", "peer") if name in figures}
        lines += [f"{'':>8}  {name} found something wrong" for name, c in codes.items() if c]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.links",
        description="Measure how long it takes to check the links of invented sites.",
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000], metavar="N")
    parser.add_argument(
        "--repeat", type=int, metavar="N", help="runs of each figure [3 up to 1,000 terms, else 1]"
    )
    parser.add_argument("--no-peers", action="store_true", help="measure Termloom alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures as JSON")
    arguments = parser.parse_args()
    if not arguments.no_peers and node() is None:
        parser.error(f"there is no Node with npm: use --no-peers. {ADVICE}")
    about = machine()
    found = measure(sorted(set(arguments.sizes)), arguments.repeat, peer=not arguments.no_peers)
    print(table(about, found))
    if arguments.json:
        text = json.dumps({"machine": about, "sizes": found}, indent=2)
        arguments.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
