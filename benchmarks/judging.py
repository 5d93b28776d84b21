"""Measures `termloom check`, and yamllint and check-jsonschema on the same files in the same run.

    python -m benchmarks.judging --sizes 1000 10000

Every measurement has a process of its own; each figure is the median of some repetitions.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.run import machine, measured, run_python

_STAGES = ("read", "load", "link", "judge")
_LONGEST = 600


def measure(sizes: list[int], repeat: int | None, *, peers: bool) -> dict[int, dict[str, Any]]:
    """Return the figures of every size."""
    found: dict[int, dict[str, Any]] = {}
    for count in sizes:
        times = repeat or (3 if count <= 1000 else 1)
        with tempfile.TemporaryDirectory(prefix="termloom-bench-") as name:
            project = Path(name) / "project"
            run_python("benchmarks.entries", count, project)
            found[count] = {
                "stages": measured("judging", project, repeat=times),
                "command": _command(project, times, "termloom", "check", "--config", "mkdocs.yml"),
            }
            if peers:
                found[count]["yamllint"] = _yamllint(project, times)
                found[count]["check-jsonschema"] = _check_jsonschema(project, times)
    return found


def _yamllint(project: Path, times: int) -> float | None:
    # Every rule that is on by default, but for lines of prose, which have no length.
    settings = "{extends: default, rules: {line-length: disable, document-start: disable}}"
    return _command(project, times, "yamllint", "--config-data", settings, "terms")


def _check_jsonschema(project: Path, times: int) -> float | None:
    schema = project / "schema.json"
    with schema.open("w", encoding="utf-8") as stream:
        subprocess.run([_program("termloom"), "schema"], check=True, stdout=stream, cwd=project)
    files = [str(path.relative_to(project)) for path in sorted(project.glob("terms/**/*.yml"))]
    return _command(project, times, "check-jsonschema", "--schemafile", "schema.json", *files)


def _command(project: Path, times: int, program: str, *arguments: str) -> float | None:
    """Return the seconds of a command, nothing if it takes too long."""
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        try:
            subprocess.run(
                [_program(program), *arguments],
                cwd=project,
                check=True,
                timeout=_LONGEST,
                stdout=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired:
            return None
        seconds.append(time.perf_counter() - started)
    return median(seconds)


def _program(name: str) -> str:
    """Return the program beside this Python, as in a virtual environment, or of the path."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not installed; make bench installs it")
    return found


def table(about: Mapping[str, str], found: Mapping[int, Mapping[str, Any]]) -> str:
    """Return the figures side by side; equal growth in a row means linear work."""
    lines = [
        "{date}, {system}, Python {python}; load before the run: {load}".format(**about),
        "",
        " " * 34 + "".join(f"{f'{count:,} terms':>22}" for count in found),
        " " * 34 + "".join(f"{'s':>10}{'s/1,000':>12}" for _ in found),
    ]
    rows = {count: dict(_rows(figures)) for count, figures in found.items()}
    lines += [
        f"{name:<34}" + "".join(_cells(rows[count].get(name), count) for count in found)
        for name in next(iter(rows.values()))
    ]
    lines.append("")
    for count, figures in found.items():
        lines += [f"{count:,} terms: {said}" for said in _ratios(figures)]
    return "\n".join(line.rstrip() for line in lines)


def _rows(figures: Mapping[str, Any]) -> Iterator[tuple[str, float | None]]:
    steps = {name: step["seconds"] for name, step in figures["stages"]["steps"].items()}
    for stage in _STAGES:
        yield f"  {stage}", steps[stage]
    yield "read to judge", sum(steps[stage] for stage in _STAGES)
    yield "again after one file was saved", steps["again"]
    yield "termloom check, whole", figures["command"]
    for peer in ("yamllint", "check-jsonschema"):
        if peer in figures:
            yield peer, figures[peer]


def _cells(seconds: float | None, count: int) -> str:
    if seconds is None:
        return f"{'too long':>10}{'':>12}"
    return f"{seconds:>10.2f}{seconds * 1000 / count:>12.3f}"


def _ratios(figures: Mapping[str, Any]) -> Iterator[str]:
    for peer in ("yamllint", "check-jsonschema"):
        if figures.get(peer):
            ratio = figures[peer] / figures["command"]
            yield f"{peer} takes {ratio:.1f} times as long as termloom check"
    if figures["stages"]["diagnostics"]:
        yield "there were errors or warnings, so these figures are off"


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.judging",
        description="Measure how long it takes to judge invented glossaries; figures are medians.",
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000], metavar="N")
    parser.add_argument(
        "--repeat", type=int, metavar="N", help="runs of each figure [3 up to 1,000 terms, else 1]"
    )
    parser.add_argument("--no-peers", action="store_true", help="measure Termloom alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures as JSON")
    arguments = parser.parse_args()
    about = machine()
    sizes = sorted(set(arguments.sizes))
    found = measure(sizes, arguments.repeat, peers=not arguments.no_peers)
    print(table(about, found))
    if arguments.json:
        text = json.dumps({"machine": about, "sizes": found}, indent=2)
        arguments.json.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
