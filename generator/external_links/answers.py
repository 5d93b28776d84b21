"""What became of an address that was asked, and what is known of it from earlier."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum


class Verdict(StrEnum):
    """What an answer means."""

    ALIVE = "alive"
    MOVED = "moved"
    GONE = "gone"
    REFUSED = "refused"
    FLAKY = "flaky"
    UNTRUSTED = "untrusted"
    BARRED = "barred"

    @property
    def is_good(self) -> bool:
        """Return whether readers arrive at a page."""
        return self in (Verdict.ALIVE, Verdict.MOVED)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one address.

    `words` say why, as a part of a sentence. `final` is where redirects ended, `moved_to` how far
    the permanent ones lead. `title` is that of the page, which is known only if it `was_read`;
    `fragments` says of each fragment whether the page has it, as far as that can be told.
    """

    verdict: Verdict
    words: str = ""
    status: int | None = None
    final: str = ""
    moved_to: str | None = None
    title: str | None = None
    was_read: bool = False
    fragments: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class History:
    """The last answer of an address, and since when things are as they are.

    `gone_since` is when it was first found gone, if nothing better was seen since. `first_alive`
    and `last_alive` are days, `title` is the last one that was seen.
    """

    answer: Answer
    asked: datetime
    gone_since: datetime | None = None
    first_alive: date | None = None
    last_alive: date | None = None
    title: str | None = None

    def is_confirmed(self, wait: timedelta) -> bool:
        """Return whether two runs that lie far enough apart found it gone."""
        is_gone = self.answer.verdict is Verdict.GONE and self.gone_since is not None
        return is_gone and self.asked - (self.gone_since or self.asked) >= max(
            wait, timedelta(microseconds=1)
        )


def remembered(answer: Answer, asked: datetime, before: History | None) -> History:
    """Return the history of an address after one more answer.

    Only a page that is there ends a time of being gone: a server that fails or refuses says
    nothing about the page.
    """
    before = before or History(answer, asked)
    day = asked.astimezone(UTC).date()
    title = answer.title or before.title
    if answer.verdict.is_good:
        first = min(before.first_alive or day, day)
        return History(answer, asked, None, first, day, title)
    gone_since = before.gone_since
    if answer.verdict is Verdict.GONE:
        gone_since = gone_since or asked
    return replace(before, answer=answer, asked=asked, gone_since=gone_since, title=title)
