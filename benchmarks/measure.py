"""One measurement, in a process of its own; prints its figures as JSON.

    python -m benchmarks.measure stages DIR
    python -m benchmarks.measure judging DIR
    python -m benchmarks.measure whole DIR SITE
    python -m benchmarks.measure floor SITE DIR
    python -m benchmarks.measure peer DIR SITE

`benchmarks.run` starts these. Memory is the highest that the process had until then.
"""
# ruff: noqa: PLC0415 - what an import costs is part of what is measured

import gc
import json
import logging
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

_STARTED, _SPENT = time.perf_counter(), time.process_time()


@dataclass(slots=True)
class Stopwatch:
    """Seconds, processor seconds and peak memory of steps; one ends where the next begins."""

    step: str = ""
    began: float = _STARTED
    spent: float = _SPENT
    steps: dict[str, dict[str, float]] = field(default_factory=dict)

    def begin(self, step: str) -> None:
        """End the step before, if there is one, and begin another."""
        now, spent = time.perf_counter(), time.process_time()
        if self.step:
            self.steps[self.step] = {
                "seconds": now - self.began,
                "processor": spent - self.spent,
                "megabytes": peak(),
            }
        self.step, self.began, self.spent = step, now, spent

    def stop(self) -> dict[str, dict[str, float]]:
        """End the last step; return all."""
        self.begin("")
        return self.steps


def peak() -> float:
    """Return the highest memory of this process so far, in megabytes of 10^6 bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def stages(project: Path) -> dict[str, object]:
    """Measure each stage of the pipeline; imports are done before."""
    from benchmarks.author import TODAY
    from generator.collector import collect_rarely
    from generator.pipeline import judged
    from generator.reading import open_project
    from generator.render import press_for, render

    names = {"Reading": "read", "Loading": "load", "Linking": "link", "Judging": "judge"}
    opened = open_project(project / "mkdocs.yml")
    collect_rarely()
    # What the imports left behind is not the first stage's to clean up.
    gc.collect()
    watch = Stopwatch()
    before = judged(opened, TODAY, lambda stage, _done, _total: watch.begin(names[stage]))
    watch.begin("render")
    site = render(press_for(before.graph, opened))
    steps = watch.stop()
    return {"steps": steps, "pages": len(site.pages), "diagnostics": len(before.diagnostics)}


def judging(project: Path) -> dict[str, object]:
    """Measure the stages up to judgement, and judging again after one file was saved."""
    from benchmarks.author import TODAY
    from generator.collector import collect_rarely
    from generator.diagnostics import Severity, counted
    from generator.pipeline import Memory, judged
    from generator.reading import open_project

    names = {"Reading": "read", "Loading": "load", "Linking": "link", "Judging": "judge"}
    opened = open_project(project / "mkdocs.yml")
    collect_rarely()
    gc.collect()
    memory, watch = Memory(), Stopwatch()
    found = judged(opened, TODAY, lambda s, _done, _total: watch.begin(names[s]), memory)
    watch.begin("")
    entry = min((project / "terms").glob("*.yml"))
    text = entry.read_text(encoding="utf-8")
    entry.write_text(text + "# saved\n", encoding="utf-8")
    watch.begin("again")
    judged(opened, TODAY, memory=memory)
    steps = watch.stop()
    entry.write_text(text, encoding="utf-8")
    counts = counted(found.diagnostics)
    return {"steps": steps, "diagnostics": counts[Severity.ERROR] + counts[Severity.WARNING]}


def whole(project: Path, site: Path) -> dict[str, object]:
    """Measure all that `termloom build` does, from the first import to the finished folder."""
    watch = Stopwatch("imports")
    from benchmarks.author import TODAY
    from generator.collector import collect_rarely
    from generator.engines.mkdocs_build import MkDocs
    from generator.pipeline import build
    from generator.reading import open_project
    from generator.writing import aside

    collect_rarely()
    watch.begin("pipeline")
    opened = open_project(project / "mkdocs.yml")
    engine = MkDocs.of(opened)
    built = build(opened, TODAY)
    watch.begin("mkdocs")
    with aside(site) as new:
        warnings = engine.build(built, new.folder)
        new.publish()
    return {"steps": watch.stop(), "warnings": len(warnings), **_size(site)}


def floor(site: Path, folder: Path) -> dict[str, object]:
    """Measure how long it takes to write the files of a site, and nothing else."""
    files = {path.relative_to(site): path.read_bytes() for path in _files(site)}
    gc.collect()
    watch = Stopwatch()
    watch.begin("write")
    for relative, data in files.items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return {"steps": watch.stop(), **_size(folder)}


def peer(project: Path, site: Path) -> dict[str, object]:
    """Measure stock MkDocs with the same articles, from the first import."""
    watch = Stopwatch("imports")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    watch.begin("mkdocs")
    build(load_config(config_file=str(project / "mkdocs.yml"), site_dir=str(site)))
    return {"steps": watch.stop(), **_size(site)}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _size(folder: Path) -> dict[str, float]:
    found = _files(folder)
    return {"files": len(found), "megabytes": sum(path.stat().st_size for path in found) / 1e6}


MEASUREMENTS: dict[str, Callable[..., dict[str, object]]] = {
    measurement.__name__: measurement for measurement in (stages, judging, whole, floor, peer)
}

if __name__ == "__main__":
    print(json.dumps(MEASUREMENTS[sys.argv[1]](*map(Path, sys.argv[2:]))))
