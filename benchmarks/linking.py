"""Measures how mentions are found, beside two plain ways to find them, in the same run.

    python -m benchmarks.linking
    python -m benchmarks.linking --sizes 100 1000 --json figures.json

A glossary of N terms has N texts of 800 words and three spellings for each term. Every
measurement has a process of its own, so that no one pays for what another left behind.
"""

import argparse
import gc
import json
import random
import re
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, TypeAlias

from benchmarks import vocabulary as v
from benchmarks.run import machine, run_python
from generator.mentions import Claim, Context, Form, Lexicon, Text, Verdict, occurrences
from generator.prose import plain_running
from generator.text import TermId

Figures: TypeAlias = dict[str, Any]
_WORDS = 800
_LONGEST = 120


def invented(count: int) -> tuple[list[tuple[str, tuple[str, ...]]], list[str]]:
    """Return terms, each with three spellings, and as many texts. The same on every run.

    One word in a hundred is where a spelling stands. Many spellings begin with the same word,
    and many words of the texts begin one.
    """
    rng = random.Random(count)
    things = [f"{a} {b} {c}" for a in v.MODIFIERS for b in v.MATTERS for c in v.THINGS]
    names = rng.sample(things, count)
    terms = [
        (f"term-{number}", (name, f"{name}s", f"{name.split()[0][0].upper()}X{number}"))
        for number, name in enumerate(names)
    ]
    common = [
        *v.MODIFIERS,
        *v.MATTERS,
        *v.THINGS,
        *(["the", "of", "and", "to", "in", "is", "it", "for", "on", "with"] * 20),
    ]
    texts = []
    for _ in range(count):
        words = rng.choices(common, k=_WORDS)
        for at in rng.sample(range(_WORDS), _WORDS // 100):
            words[at] = rng.choice(rng.choice(terms)[1])
        texts.append(" ".join(words))
    return terms, texts


def ours(terms: Sequence[tuple[str, tuple[str, ...]]], texts: Sequence[str]) -> int:
    """Find mentions as Termloom does, in texts that have to be brought to one spelling first."""
    lexicon = Lexicon(
        Claim(
            TermId(id),
            Form(spelling, ("forms",), exact=spelling[-1].isdigit()),
            is_draft=False,
            prefer_in=(),
        )
        for id, spellings in terms
        for spelling in spellings
    )
    found = 0
    for text in texts:
        every = occurrences([Text.of(plain_running(text), "text")], Context(), lexicon)
        found += sum(one.verdict in (Verdict.LINKED, Verdict.REPEATED) for one in every)
    return found


def one_pattern(terms: Sequence[tuple[str, tuple[str, ...]]], texts: Sequence[str]) -> int:
    """Find them with one regular expression of all spellings, the longest first."""
    spellings = sorted((s for _, every in terms for s in every), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, spellings))})\b", re.IGNORECASE)
    return sum(len(pattern.findall(text)) for text in texts)


def first_words(terms: Sequence[tuple[str, tuple[str, ...]]], texts: Sequence[str]) -> int:
    """Find them with a dictionary of first words, and the spellings that begin with each."""
    known: dict[str, list[list[str]]] = {}
    for _, spellings in terms:
        for spelling in spellings:
            words = spelling.lower().split()
            known.setdefault(words[0], []).append(words)
    for every in known.values():
        every.sort(key=len, reverse=True)
    found = 0
    for text in texts:
        words, at = text.lower().split(), 0
        while at < len(words):
            length = 0
            for spelling in known.get(words[at], ()):
                if words[at : at + len(spelling)] == spelling:
                    length = len(spelling)
                    break
            found += length > 0
            at += length or 1
    return found


WAYS: dict[str, Callable[..., int]] = {
    way.__name__: way for way in (ours, one_pattern, first_words)
}


def measure_one(way: str, count: int) -> Figures:
    """Return the seconds of one way, and how many mentions it found."""
    terms, texts = invented(count)
    gc.collect()
    began, spent = time.perf_counter(), time.process_time()
    found = WAYS[way](terms, texts)
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "processor": time.process_time() - spent, "found": found}


def measure(sizes: Sequence[int], repeat: int) -> dict[int, Figures]:
    """Return the figures of every way at every size; one that took too long is not tried again."""
    slow: set[str] = set()
    figures: dict[int, Figures] = {}
    for count in sizes:
        figures[count] = {}
        for way in WAYS:
            if way in slow:
                continue
            try:
                runs = [
                    json.loads(
                        run_python("benchmarks.linking", "--one", way, count, seconds=_LONGEST)
                    )
                    for _ in range(repeat if way == "ours" else 1)
                ]
            except subprocess.TimeoutExpired:
                slow.add(way)
                continue
            figures[count][way] = {key: median(run[key] for run in runs) for key in runs[0]}
    return figures


def table(figures: dict[int, Figures]) -> str:
    """Return the figures as lines of text."""
    lines = ["terms    spellings  way            s   cpu/1,000  found"]
    for count, ways in figures.items():
        for way in WAYS:
            one = ways.get(way)
            shown = (
                f"{one['seconds']:8.2f}  {one['processor'] * 1000 / count:9.3f}"
                f"  {one['found']:,.0f}"
                if one
                else f"    not within {_LONGEST} s"
            )
            lines.append(f"{count:<7,}  {3 * count:<9,}  {way:<11}{shown}")
    return "\n".join(lines)


def main() -> None:
    """Measure, and print what was measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    parser.add_argument(
        "--repeat", type=int, default=3, help="runs of ours, of which the median counts"
    )
    parser.add_argument("--json", type=Path, help="write the figures to a file as well")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measure_one(arguments.one[0], int(arguments.one[1]))))
        return
    figures = measure(arguments.sizes, arguments.repeat)
    print(table(figures))
    if arguments.json:
        arguments.json.write_text(
            json.dumps({"machine": machine(), "figures": figures}, indent=1), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
