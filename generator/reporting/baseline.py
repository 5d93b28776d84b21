"""Diagnostics that are known already, so that an old glossary can adopt the rules.

A baseline counts diagnostics by file, rule and message. Lines are left out: text that moves
is no new fault. It is JSON, sorted, a line for each message, so that its diff can be read.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from generator.diagnostics import Diagnostic
from generator.errors import TermloomError

_VERSION = 1
_Key: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Sifted:
    """Diagnostics that are new, how many were known, and how many known ones are mended."""

    new: tuple[Diagnostic, ...]
    known: int
    mended: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each diagnostic is known: by file, rule and message."""

    counts: Counter[_Key]

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> "Baseline":
        """Return the baseline that knows these diagnostics."""
        return cls(Counter(map(_key, diagnostics)))

    @classmethod
    def parse(cls, name: str, text: str) -> "Baseline":
        """Return what a file holds, or raise `TermloomError`; `name` is for the message."""
        try:
            document = json.loads(text)
            version = document["version"]
            counts = {
                (file, rule, message): int(count)
                for file, rules in document["known"].items()
                for rule, messages in rules.items()
                for message, count in messages.items()
            }
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise TermloomError(f"{name} is not a baseline") from error
        if version != _VERSION:
            raise TermloomError(
                f"{name} is a baseline of version {version}; this Termloom reads {_VERSION}"
            )
        return cls(Counter(counts))

    def text(self) -> str:
        """Return the baseline as the text of its file."""
        known: dict[str, dict[str, dict[str, int]]] = {}
        for (file, rule, message), count in sorted(self.counts.items()):
            known.setdefault(file, {}).setdefault(rule, {})[message] = count
        document: dict[str, Any] = {"version": _VERSION, "known": known}
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

    def sift(self, diagnostics: Iterable[Diagnostic]) -> Sifted:
        """Part what is new from what is known; of equal ones the first count as known."""
        left = self.counts.copy()
        new: list[Diagnostic] = []
        known = 0
        for diagnostic in diagnostics:
            if left[_key(diagnostic)] > 0:
                left[_key(diagnostic)] -= 1
                known += 1
            else:
                new.append(diagnostic)
        return Sifted(tuple(new), known, left.total())


def _key(diagnostic: Diagnostic) -> _Key:
    return diagnostic.location.path, diagnostic.rule, diagnostic.message
