"""The links that the config says not to ask after."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.config.links import IgnoredLink
from generator.diagnostics import Address, Fault, Rule
from generator.external_links.rules import IGNORED_LINK_EXPIRED, IGNORED_LINK_UNUSED


@dataclass(frozen=True, slots=True)
class Ignored:
    """The list of ignored links on some day; `at` is its address in the config file."""

    links: tuple[IgnoredLink, ...]
    today: date
    at: Address

    @classmethod
    def of(cls, links: tuple[IgnoredLink, ...], options: Address, today: date) -> "Ignored":
        """Return the list; `options` is the address of the plugin's options."""
        return cls(links, today, Address(options.file, (*options.path, "links", "ignore")))

    def covers(self, written: str) -> bool:
        """Return whether a link is not to be asked after; an expired line covers nothing."""
        return any(_matches(one, written) and not self._is_over(one) for one in self.links)

    def faults(self, written: Iterable[str]) -> Iterator[tuple[Rule, Fault]]:
        """Yield what is wrong with the list, given all links there are."""
        written = tuple(written)
        for number, one in enumerate(self.links):
            url, until = (
                Address(self.at.file, (*self.at.path, number, field)) for field in ("url", "until")
            )
            if not any(_matches(one, link) for link in written):
                yield (
                    IGNORED_LINK_UNUSED,
                    Fault(url, f"'{one.url}' covers no link", "remove it from the list"),
                )
            elif self._is_over(one):
                message = f"'{one.url}' was to be ignored until {one.until}"
                hint = f"look whether this still holds: {one.because}"
                yield IGNORED_LINK_EXPIRED, Fault(until, message, hint)

    def _is_over(self, one: IgnoredLink) -> bool:
        return one.last_day is not None and one.last_day < self.today


def _matches(one: IgnoredLink, written: str) -> bool:
    pattern = ".*".join(map(re.escape, re.split(r"\*+", one.url)))
    return re.fullmatch(pattern, written, re.DOTALL) is not None
