"""Asking the awkward server, with a clock on which waiting takes no time."""

import asyncio
import ssl
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from generator.external_links.addresses import web_address
from generator.external_links.answers import Answer
from generator.external_links.asking import Asker, Question
from generator.external_links.client import Client
from generator.external_links.clock import Clock
from generator.external_links.guard import Guard
from generator.external_links.manners import LeftAlone, Manners
from generator.external_links.ways import Resolve, Way, looked_up

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
HERE = ("127.0.0.0/8",)
# Long enough for a busy machine, short enough to wait for what never comes.
SECONDS = 1.0


@dataclass
class StillClock(Clock):
    """Stands still, unless somebody sleeps; `slept` says for how long each time."""

    time: datetime = NOW
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.time

    def ticks(self) -> float:
        return self.time.timestamp()

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += timedelta(seconds=seconds)
        await asyncio.sleep(0)

    def jitter(self) -> float:
        return 1.0


@dataclass(frozen=True)
class Asking:
    """How to ask: whatever a test does not say is as simple as can be."""

    allow: tuple[str, ...] = HERE
    retries: int = 0
    seconds: float = SECONDS
    pause: float = 0.0
    proxies: Mapping[str, str] = field(default_factory=dict)
    clock: StillClock = field(default_factory=StillClock)
    resolve: Resolve = looked_up
    trusted: ssl.SSLContext | None = None

    def answers(self, questions: Iterable[Question]) -> list[Answer | None]:
        """Return an answer for each question; nothing where the server wants to be left alone."""

        async def one(asker: Asker, question: Question) -> Answer | None:
            try:
                return await asker.answer(question)
            except LeftAlone:
                return None

        async def conversation() -> list[Answer | None]:
            way = Way(Guard.of(self.allow), "termloom/test", self.seconds, self.proxies)
            async with Client(way, resolve=self.resolve, trusted=self.trusted) as client:
                asker = Asker(client, Manners(self.clock, 8, self.pause), self.retries, 60)
                return [await one(asker, question) for question in questions]

        return asyncio.run(conversation())

    def answer(self, url: str, *, fragments: Iterable[str] = (), reading: bool = False) -> Answer:
        """Return the answer for one address."""
        question = Question(web_address(url), frozenset(fragments), reading=reading)
        (found,) = self.answers([question])
        assert found is not None
        return found
