"""The time of day, and waiting: in one place, so that tests wait for nothing."""

import asyncio
import random
import time
from datetime import UTC, datetime


class Clock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Return the time."""
        return datetime.now(UTC)

    def ticks(self) -> float:
        """Return seconds that only ever grow, from an unknown beginning."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    def jitter(self) -> float:
        """Return a factor between a half and one and a half, so that many do not come at once."""
        return random.uniform(0.5, 1.5)  # noqa: S311 - no secret
