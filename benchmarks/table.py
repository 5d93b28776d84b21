"""Figures as a plain-text table, three columns for each size.

Seconds are those of the clock; growth is processor seconds for 1,000 terms, which other
programs on the machine disturb least; memory is the highest until then.
"""

from collections.abc import Iterator, Mapping
from typing import Any

_SKIPPED = "skipped: it would take longer than 5 minutes"
_STAGES = ("read", "load", "link", "judge", "render")


def table(machine: Mapping[str, str], found: Mapping[int, Mapping[str, Any]]) -> str:
    """Return the figures of all sizes side by side; equal growth in a row means linear work."""
    about = "{date}, {system}, Python {python}; load before the run: {load}".format(**machine)
    heads = "".join(f"{f'{count:,} terms':>26}" for count in found)
    units = "".join(f"{'s':>8}{'cpu/1,000':>11}{'MB':>7}" for _ in found)
    rows = {count: dict(_rows(figures)) for count, figures in found.items()}
    names = dict.fromkeys(name for each in rows.values() for name in each)
    lines = [
        f"{name:<30}" + "".join(_cells(count, rows[count].get(name)) for count in found)
        for name in names
    ]
    text = "\n".join((about, "", " " * 30 + heads, " " * 30 + units, *lines, "", *_notes(found)))
    return "\n".join(line.rstrip() for line in text.splitlines())


def _rows(figures: Mapping[str, Any]) -> Iterator[tuple[str, tuple[float, float, float] | None]]:
    stages, whole = figures["stages"]["steps"], figures["whole"]["steps"]
    for name in _STAGES:
        yield f"  {name}", _figure(stages[name])
    yield "pipeline without MkDocs", _total(stages)
    yield "", None
    yield "  imports", _figure(whole["imports"])
    yield "  pipeline", _figure(whole["pipeline"])
    yield "  MkDocs", _figure(whole["mkdocs"])
    yield "whole build", _total(whole)
    yield " ", None
    yield "floor: writing the files", _figure(figures["floor"]["steps"]["write"])
    if figures.get("peer"):
        yield "peer: stock MkDocs", _total(figures["peer"]["steps"])


def _figure(step: Mapping[str, float]) -> tuple[float, float, float]:
    return step["seconds"], step["processor"], step["megabytes"]


def _total(steps: Mapping[str, Mapping[str, float]]) -> tuple[float, float, float]:
    return (
        sum(step["seconds"] for step in steps.values()),
        sum(step["processor"] for step in steps.values()),
        max(step["megabytes"] for step in steps.values()),
    )


def _cells(count: int, figure: tuple[float, float, float] | None) -> str:
    if figure is None:
        return " " * 26
    seconds, processor, memory = figure
    return f"{seconds:>8.2f}{processor * 1000 / count:>11.2f}{memory:>7.0f}"


def _notes(found: Mapping[int, Mapping[str, Any]]) -> Iterator[str]:
    for count, figures in found.items():
        whole, floor = figures["whole"]["steps"], figures["floor"]["steps"]
        share = whole["mkdocs"]["seconds"] / _total(whole)[0]
        pace = figures["floor"]["files"] / floor["write"]["seconds"]
        yield (
            f"{count:,} terms: {figures['whole']['files']:,.0f} files, "
            f"{figures['whole']['megabytes']:.0f} MB, written at {pace:,.0f} files a second; "
            f"MkDocs is {share:.0%} of the whole build"
        )
        if figures["stages"]["diagnostics"] or figures["whole"]["warnings"]:
            yield "  there were diagnostics or warnings, so these figures are off"
        if "peer" in figures and figures["peer"] is None:
            yield f"  stock MkDocs {_SKIPPED}"
