"""All links of a project: who is asked, who need not be, and what is known in the end."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from generator.config.links import Links
from generator.errors import TermloomError
from generator.external_links.addresses import Barred, WebAddress, web_address
from generator.external_links.answers import Answer, History, Verdict, remembered
from generator.external_links.archive import LONG_AGO
from generator.external_links.asking import Asker, Question
from generator.external_links.cache import Cache
from generator.external_links.client import Client
from generator.external_links.clock import Clock
from generator.external_links.collecting import Place
from generator.external_links.judging import Told
from generator.external_links.manners import LeftAlone, Manners
from generator.external_links.pages import names_an_element

Progress = Callable[[str, int, int], None]
# So many servers are not all down; then it is our own line.
_ENOUGH_HOSTS = 3
# What all requests for one address may take, in multiples of the time for one of them.
_PATIENCE = 3


@dataclass(frozen=True, slots=True)
class Written:
    """A place with its address read; `address` is absent where it must not be asked."""

    place: Place
    address: WebAddress | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What there is to ask: every question once, and the places that wait for its answer."""

    places: tuple[Written, ...]
    questions: Mapping[str, Question]

    @classmethod
    def of(cls, places: Iterable[Place], *, reading: bool) -> "Wanted":
        """Read all addresses; with `reading` the pages of sources and resources are read too."""
        written = tuple(map(_written, places))
        questions: dict[str, Question] = {}
        for one in written:
            if (address := one.address) is None:
                continue
            before = questions.get(str(address), Question(replace(address, fragment="")))
            fragments = {address.fragment} if names_an_element(address.fragment) else set()
            questions[str(address)] = Question(
                before.address,
                before.fragments | fragments,
                reading=before.reading or (reading and one.place.is_reference),
            )
        return cls(written, questions)

    def references(self) -> list[str]:
        """Return the addresses of sources and resources."""
        wanted = (one for one in self.places if one.place.is_reference)
        return [str(one.address) for one in wanted if one.address is not None]

    def told(self, histories: Mapping[str, History], now: datetime) -> Iterator[Told]:
        """Yield every place of whose address something is known."""
        for one in self.places:
            if one.address is None:
                yield Told(one.place, "", History(Answer(Verdict.BARRED, one.words), now))
            elif (history := histories.get(str(one.address))) is not None:
                yield Told(one.place, one.address.fragment, history)


def _written(place: Place) -> Written:
    try:
        return Written(place, web_address(place.written))
    except Barred as barred:
        return Written(place, None, str(barred))


@dataclass(slots=True)
class Asked:
    """What a run came to: what is known of each address, which were asked, how many were left."""

    histories: dict[str, History]
    asked: list[str] = field(default_factory=list)
    left: int = 0


def due(
    questions: Mapping[str, Question],
    histories: Mapping[str, History],
    settings: Links,
    now: datetime,
) -> list[Question]:
    """Return the questions without an answer that is recent enough, the oldest answer first."""
    wanted = [
        (histories[address].asked if address in histories else LONG_AGO, address)
        for address, question in questions.items()
        if not _is_fresh(question, histories.get(address), settings, now)
    ]
    return [questions[address] for _, address in sorted(wanted)]


def _is_fresh(question: Question, history: History | None, settings: Links, now: datetime) -> bool:
    if history is None or history.answer.verdict is Verdict.BARRED:
        return False
    answer = history.answer
    days = settings.keep_good_days if answer.verdict.is_good else settings.keep_bad_days
    if now - history.asked >= timedelta(days=days):
        return False
    if not answer.verdict.is_good:
        return True
    is_read = answer.was_read or not question.reading
    return is_read and question.fragments <= answer.fragments.keys()


async def ask_all(
    questions: Sequence[Question],
    result: Asked,
    *,
    asker: Asker,
    keep: Callable[[str, History], None],
    progress: Progress,
) -> None:
    """Ask every question, and keep each answer as it comes.

    A server that wants to be left alone leaves its other questions without an answer.
    """
    total = len(questions)

    async def ask(question: Question) -> None:
        address = str(question.address)
        try:
            answer = await asker.answer(question)
        except LeftAlone:
            result.left += 1
        else:
            history = remembered(answer, asker.manners.clock.now(), result.histories.get(address))
            result.histories[address] = history
            result.asked.append(address)
            keep(address, history)
        progress("Asking", len(result.asked) + result.left, total)

    progress("Asking", 0, total)
    await asyncio.gather(*map(ask, questions))


def refuse_silence(result: Asked, before: Mapping[str, History], cache: Cache) -> None:
    """Raise `TermloomError` where no server answered at all, and forget that we asked."""
    answers = [(address, result.histories[address].answer) for address in result.asked]
    hosts = {web_address(address).host for address, answer in answers if _is_silent(answer)}
    if len(hosts) >= _ENOUGH_HOSTS and all(_is_silent(answer) for _, answer in answers):
        cache.restore({address: before.get(address) for address in result.asked})
        raise TermloomError(
            f"none of {len(hosts)} servers could be reached; is this machine connected, or does it "
            "need a proxy? Nothing was noted"
        )


def _is_silent(answer: Answer) -> bool:
    return answer.status is None and answer.verdict in (Verdict.GONE, Verdict.FLAKY)


def asker_of(client: Client, settings: Links, clock: Clock) -> Asker:
    """Return who asks, as the config says."""
    manners = Manners(clock, settings.at_once, settings.pause_seconds)
    return Asker(client, manners, settings.retries, settings.timeout_seconds * _PATIENCE)
