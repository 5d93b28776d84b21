"""One address to one answer: HEAD and GET, redirects, and when to try again."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from generator.external_links.addresses import Barred, WebAddress, redirected
from generator.external_links.answers import Answer, Verdict
from generator.external_links.client import Client
from generator.external_links.manners import LeftAlone, Manners, wanted_wait
from generator.external_links.pages import fragments_of, text_of, title_of
from generator.external_links.replies import NoReply, Reply, Trouble

_MOST_REDIRECTS = 10
_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}
_BUSY = {429, 503}
_GONE = {404, 410}
_VERDICTS = {
    Trouble.NO_HOST: Verdict.GONE,
    Trouble.SILENCE: Verdict.FLAKY,
    Trouble.UNTRUSTED: Verdict.UNTRUSTED,
    Trouble.UNREACHED: Verdict.FLAKY,
    Trouble.BROKEN: Verdict.FLAKY,
}


@dataclass(frozen=True, slots=True)
class Question:
    """An address without its fragment, the fragments to look for, and whether to read the page."""

    address: WebAddress
    fragments: frozenset[str] = frozenset()
    reading: bool = False

    @property
    def needs_page(self) -> bool:
        """Return whether the headers are not enough."""
        return self.reading or bool(self.fragments)


@dataclass(slots=True)
class _Trail:
    """Where an address has led so far, and how many seconds servers took for it.

    `moved_to` follows permanent redirects only.
    """

    here: WebAddress
    seen: set[str]
    moved_to: WebAddress | None = None
    is_first: bool = True
    is_permanent: bool = True
    spent: float = 0.0

    def follow(self, reply: Reply) -> None:
        """Go where a redirect leads; raise `Barred` or `NoReply` where that leads nowhere."""
        location = reply.header("location")
        if not location:
            words = f"it answers {reply.status}, and does not say where to go"
            raise NoReply(Trouble.BROKEN, words)
        self.is_first = False
        self.here = redirected(self.here, location)
        self.is_permanent = self.is_permanent and reply.status in _PERMANENT
        if self.is_permanent:
            self.moved_to = self.here
        if str(self.here) in self.seen:
            raise NoReply(Trouble.BROKEN, "its redirects lead in a circle")
        self.seen.add(str(self.here))
        if len(self.seen) > _MOST_REDIRECTS + 1:
            raise NoReply(Trouble.BROKEN, f"it has more than {_MOST_REDIRECTS} redirects")


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks addresses; `seconds` is how long servers may take for one of them in one attempt."""

    client: Client
    manners: Manners
    retries: int
    seconds: float

    async def answer(self, question: Question) -> Answer:
        """Ask, again if the server fails, and return what it came to.

        Raises `LeftAlone` where the server wants no more questions in this run.
        """
        found = await self._attempt(question, "GET" if question.needs_page else "HEAD")
        for attempt in range(self.retries):
            if not _may_change(found):
                break
            await self.manners.back_off(attempt)
            try:
                found = await self._attempt(question, "GET")
            except LeftAlone:
                break
        return found

    async def _attempt(self, question: Question, method: str) -> Answer:
        trail = _Trail(question.address, {str(question.address)})
        try:
            reply = await self._followed(trail, question, method)
        except NoReply as none:
            found = Answer(_VERDICTS[none.trouble], str(none))
        except Barred as barred:
            found = Answer(Verdict.BARRED, str(barred))
            if not trail.is_first:
                found = replace(found, words=f"it redirects to where nobody is asked: {barred}")
        else:
            found = _judged(reply, trail, question)
        if not trail.is_first and found.verdict in (Verdict.GONE, Verdict.UNTRUSTED):
            found = replace(found, words=f"it redirects to {trail.here}, and there {found.words}")
        return replace(found, final=str(trail.here))

    async def _followed(self, trail: _Trail, question: Question, method: str) -> Reply:
        while True:
            try:
                reply = await self._reply(trail, method, question)
            except NoReply as none:
                # Some servers hang up on a HEAD.
                if method == "GET" or none.trouble is not Trouble.BROKEN:
                    raise
                method = "GET"
                continue
            if reply.status in _REDIRECTS:
                trail.follow(reply)
            elif method == "HEAD" and reply.status >= 400 and reply.status not in _BUSY:
                method = "GET"
            else:
                return reply

    async def _reply(self, trail: _Trail, method: str, question: Question) -> Reply:
        if trail.spent > self.seconds:
            raise NoReply(Trouble.SILENCE, f"its redirects take more than {self.seconds:g} s")
        host, clock = trail.here.host, self.manners.clock
        async with self.manners.turn(host):
            began = clock.ticks()
            reply = await self.client.ask(trail.here, method=method, reading=question.needs_page)
            trail.spent += clock.ticks() - began
        if reply.status in _BUSY:
            wait = wanted_wait(reply.header("retry-after"), clock.now())
            if wait is not None:
                self.manners.leave_alone(host, wait)
        return reply


def _judged(reply: Reply, trail: _Trail, question: Question) -> Answer:
    status = reply.status
    if status >= 300:
        return Answer(_verdict(status), f"the server answers {_spelt(status)}", status)
    text = text_of(reply)
    is_html = bool(reply.body)
    fragments = fragments_of(text, question.fragments, is_whole=reply.is_whole) if is_html else {}
    return Answer(
        Verdict.MOVED if trail.moved_to else Verdict.ALIVE,
        f"the server answers {_spelt(status)}",
        status,
        moved_to=trail.moved_to.whole if trail.moved_to else None,
        title=title_of(text),
        was_read=question.needs_page,
        fragments={**dict.fromkeys(question.fragments, True), **fragments},
    )


def _verdict(status: int) -> Verdict:
    if status in _GONE:
        return Verdict.GONE
    # Besides those that say so: whoever refuses our question may answer a reader's.
    return Verdict.FLAKY if 500 <= status < 600 else Verdict.REFUSED


def _spelt(status: int) -> str:
    try:
        return f"{status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return str(status)


def _may_change(answer: Answer) -> bool:
    """Return whether another attempt may end otherwise."""
    return answer.verdict is Verdict.FLAKY or answer.status == 429
