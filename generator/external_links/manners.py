"""How often a server is asked, and when it is left alone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import parsedate_to_datetime

from generator.external_links.clock import Clock

# What one run waits for; a server that wants more is not asked again in this run.
LONGEST_WAIT = 120.0
_BACKOFF = 1.0
_LONGEST_BACKOFF = 30.0
_AT_ONCE_PER_HOST = 2


class LeftAlone(Exception):
    """A server asked to be left alone for longer than a run can wait."""


@dataclass(slots=True)
class _Host:
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE_PER_HOST))
    next_at: float = 0.0
    is_closed: bool = False


@dataclass(slots=True)
class Manners:
    """Takes turns: a few servers at once, two questions to one server, a pause between them."""

    clock: Clock
    at_once: int
    pause: float
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _all: asyncio.Semaphore | None = None

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait until a host may be asked, or raise `LeftAlone`."""
        one = self._hosts.setdefault(host, _Host())
        self._all = self._all or asyncio.Semaphore(self.at_once)
        async with one.turns:
            while (wait := one.next_at - self.clock.ticks()) > 0 and not one.is_closed:
                await self.clock.sleep(wait)
            if one.is_closed:
                raise LeftAlone(host)
            one.next_at = self.clock.ticks() + self.pause
            async with self._all:
                yield

    def leave_alone(self, host: str, seconds: float) -> None:
        """Ask a host nothing for so long; if that is too long, nothing more in this run."""
        one = self._hosts.setdefault(host, _Host())
        one.is_closed = one.is_closed or seconds > LONGEST_WAIT
        one.next_at = max(one.next_at, self.clock.ticks() + seconds)

    async def back_off(self, attempt: int) -> None:
        """Wait before another attempt: twice as long each time, give or take a half."""
        wait = min(_BACKOFF * 2**attempt, _LONGEST_BACKOFF)
        await self.clock.sleep(wait * self.clock.jitter())


def wanted_wait(retry_after: str, now: datetime) -> float | None:
    """Return the seconds that `Retry-After` asks for: a number or a date (RFC 9110, 10.2.3)."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=now.tzinfo)
    return max((then - now).total_seconds(), 0.0)
