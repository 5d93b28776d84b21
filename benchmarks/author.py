"""Writes one invented entry: what stands in which section."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks import vocabulary as v
from benchmarks.as_yaml import Value

# The day that counts as today; for later ones the reviews would be overdue.
TODAY = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Label:
    """The id of a term and its name, which is a modifier, a matter and a thing."""

    words: tuple[str, str, str]

    @property
    def id(self) -> str:
        """Return the id, which is the file's name."""
        return "-".join(self.words)

    @property
    def name(self) -> str:
        """Return the name as it stands in the entry."""
        return self.spoken.capitalize()

    @property
    def spoken(self) -> str:
        """Return the name as it stands within a sentence."""
        return " ".join(self.words)


class _Words(dict[str, str]):
    """Fills the gaps of a sentence: with what is said of the term, else with any word."""

    def __init__(self, rng: random.Random, label: Label, others: Sequence[Label]) -> None:
        super().__init__(name=label.spoken)
        self._rng = rng
        self._others = others or [label]

    def __missing__(self, gap: str) -> str:
        if gap == "other":
            return self._rng.choice(self._others).spoken
        if gap == "link":
            other = self._rng.choice(self._others)
            plain = self._rng.random() < 0.3
            return f"[[{other.id}]]" if plain else f"[[{other.id}|{other.spoken}]]"
        return self._rng.choice(v.WORDS[gap])


class Author:
    """Writes one entry about a term, with words of its neighbours."""

    def __init__(self, rng: random.Random, label: Label, others: Sequence[Label]) -> None:
        self._rng = rng
        self._label = label
        self._words = _Words(rng, label, others)

    def term(self, related: Sequence[tuple[str, Label]], short: str | None) -> dict[str, Value]:
        """Return a term with every section; few of them have former ids."""
        rng, (modifier, matter, thing) = self._rng, self._label.words
        return {
            "name": self._label.name,
            **({"abbreviation": short} if short else {}),
            "aliases": [f"{modifier} {thing} for {matter}".capitalize()],
            "avoid": [
                {
                    "label": f"{self._label.name} solution",
                    "because": "It says nothing about what is done, and sounds like a sale.",
                    "say_instead": self._label.spoken,
                }
            ],
            "forms": [f"{modifier}-{matter} {thing}"],
            **({"former_ids": [f"{self._label.id}-method"]} if rng.random() < 0.04 else {}),
            "category": rng.choice(list(v.CATEGORIES)),
            "tags": [*rng.sample(v.TAGS, 3)],
            "owner": "Glossary editors",
            "reviewed": self._day(300),
            "review_every": "12 months",
            "definition": self._say(v.KINDS) + ".",
            "summary": self._prose(v.STATEMENTS, 3),
            "pull_quote": self._say(v.POINTS[:-1]),
            "explanation": self._explanation(),
            "analogy": self._say(("Think of {like}.",)) + " " + self._prose(v.STATEMENTS, 1),
            "how_it_works": self._how_it_works(),
            "why_it_matters": self._prose(v.STATEMENTS, 2),
            "in_practice": self._prose(v.SCENES, 3),
            "business_context": self._business(),
            "when_to_use": [*self._many(2, when=v.SITUATIONS, because=v.REASONS)],
            "when_not_to_use": self._refusals(related),
            "examples": [*self._many(2, context=v.CONTEXTS, text=v.SAYINGS)],
            "common_mistakes": [*self._many(2, mistake=v.MISTAKES, remedy=v.REMEDIES)],
            "misconceptions": [*self._many(2, misconception=v.BELIEFS, reality=v.TRUTHS)],
            "key_takeaways": [self._filled(point) for point in rng.sample(v.POINTS, 3)],
            "regional_notes": [self._regional(code) for code in rng.sample(list(v.REGIONS), 2)],
            "perspective": self._prose(v.BUSINESS, 2),
            "faq_intro": "What people ask most.",
            "faq": [
                {"question": question, "answer": self._filled(answer)}
                for question, answer in rng.sample(v.QUESTIONS, 2)
            ],
            "related": [self._relation(kind, other) for kind, other in related],
            "resources": [
                {
                    "title": f"A worked example of a {thing}",
                    "url": f"https://example.org/guides/{self._label.id}",
                    "note": "Ten minutes, with a form to fill in.",
                }
            ],
            "sources": [self._source(number) for number in rng.sample(range(10_000), 2)],
        }

    def comparison(self, options: Sequence[Label]) -> dict[str, Value]:
        """Return a comparison of the options by five criteria."""
        rng, ids = self._rng, [label.id for label in options]
        names = [label.spoken for label in options]
        named = f"{names[0].capitalize()}, {names[1]} or {names[2]}"
        return {
            "kind": "comparison",
            "name": named,
            "category": rng.choice(list(v.CATEGORIES)),
            "tags": [*rng.sample(v.TAGS, 2)],
            "reviewed": self._day(300),
            "review_every": "12 months",
            "question": f"{named}: which should we start with?",
            "summary": self._prose(v.STATEMENTS, 2),
            "options": [*ids],
            "criteria": [
                {
                    "name": name,
                    "meaning": meaning,
                    "cells": {
                        id: {"text": self._say(v.CELLS), "rating": str(rng.randint(1, 5))}
                        for id in ids
                    },
                }
                for name, meaning in rng.sample(v.CRITERIA, 5)
            ],
            "verdicts": [
                {"when": self._say(v.SITUATIONS), "choose": id, "because": self._say(v.REASONS)}
                for id in ids
            ],
            "key_takeaways": [self._filled(point) for point in rng.sample(v.POINTS, 3)],
            "sources": [self._source(rng.randrange(10_000))],
        }

    def _filled(self, sentence: str) -> str:
        text = sentence.format_map(self._words)
        return text[:1].upper() + text[1:]

    def _say(self, sentences: Sequence[str]) -> str:
        return self._filled(self._rng.choice(sentences))

    def _prose(self, sentences: Sequence[str], count: int) -> str:
        return " ".join(self._filled(each) for each in self._rng.sample(sentences, count))

    def _many(self, count: int, **parts: Sequence[str]) -> list[dict[str, Value]]:
        """Return entries of a list; each part is drawn from its sentences without repetition."""
        columns = [self._rng.sample(sentences, count) for sentences in parts.values()]
        return [
            {key: self._filled(text) for key, text in zip(parts, row, strict=True)}
            for row in zip(*columns, strict=True)
        ]

    def _explanation(self) -> str:
        items = "\n".join(f"- **{self._say(('{object}',))}:** {self._say(v.CELLS)}." for _ in "abc")
        return (
            f"{self._prose(v.STATEMENTS, 3)}\n\n{self._prose(v.STATEMENTS, 2)}\n\n{items}\n\n"
            f"{self._prose(v.STATEMENTS, 2)} See *{self._words['other']}* as well."
        )

    def _how_it_works(self) -> dict[str, Value]:
        steps: list[Value] = [
            {"title": title, "text": self._filled(text)}
            for title, text in v.STEPS[: self._rng.randint(4, 6)]
        ]
        return {"text": self._prose(v.STATEMENTS, 2), "steps": steps}

    def _business(self) -> str:
        rows = "\n".join(
            f"| {self._say(('{verbing} {object}',))} | {self._say(('{role}',))} | "
            f"{self._say(('{time}',))} |"
            for _ in range(self._rng.randint(3, 4))
        )
        table = f"| Part of the work | Who does it | When |\n| --- | --- | --- |\n{rows}"
        return f"{table}\n\n{self._prose(v.BUSINESS, 2)}"

    def _refusals(self, related: Sequence[tuple[str, Label]]) -> list[Value]:
        first, second = self._many(2, when=v.SITUATIONS, because=v.REASONS)
        if related:
            first["instead"] = related[0][1].id
        return [first, second]

    def _regional(self, region: str) -> dict[str, Value]:
        _, law, url = v.REGIONS[region]
        return {
            "region": region,
            "title": self._say(("Rules for {object}",)),
            "text": self._prose(v.REGIONAL, 2),
            "sources": [{"title": law, "url": url}],
            "reviewed": self._day(300),
        }

    def _relation(self, kind: str, other: Label) -> dict[str, Value]:
        relation: dict[str, Value] = {"term": other.id, "relation": kind}
        if self._rng.random() < 0.5:
            relation["note"] = self._say(("It helps to {verb} {object}.", "It gives {gain}."))
        return relation

    def _source(self, number: int) -> dict[str, Value]:
        return {
            "title": self._say(("A study of {object} at {who}",)) + f", no. {number}",
            "publisher": "Journal of Invented Practice",
            "url": f"https://example.org/studies/{number}",
            "published": str(self._rng.randint(2005, 2026)),
            "accessed": self._day(300),
        }

    def _day(self, within: int) -> str:
        return (TODAY - timedelta(days=self._rng.randrange(within))).isoformat()
