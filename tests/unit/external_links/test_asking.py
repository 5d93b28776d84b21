"""Whatever a server does, an address gets an answer, in a bounded time."""

import gzip
import socket
import ssl
import zlib
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime

import pytest
import trustme

from generator.external_links.addresses import web_address
from generator.external_links.answers import Answer, Verdict
from generator.external_links.asking import Question
from generator.external_links.replies import NoReply, Trouble, unpacked
from tests.awkward_server import (
    AwkwardServer,
    Exchange,
    Route,
    always,
    by_method,
    in_turn,
    page,
    said,
    to,
)
from tests.unit.external_links.conversation import NOW, Asking, StillClock

FINE = always(page("<title>Fine</title><p id=here>Here."))
NOT_FOUND = always(said("404 Not Found"))


def asked(
    routes: dict[str, Route], asking: Asking | None = None, **wanted: object
) -> tuple[Answer, AwkwardServer]:
    """Ask for the path `/` of a server; return the answer, and the server with what it heard."""
    with AwkwardServer(routes) as server:
        answer = (asking or Asking()).answer(server.url("/"), **wanted)  # type: ignore[arg-type]
    return answer, server


def test_a_page_that_is_there_is_alive_after_one_head() -> None:
    answer, server = asked({"/": FINE})
    url = server.asked and answer.final
    assert answer == Answer(Verdict.ALIVE, "the server answers 200 (OK)", 200, str(url))
    assert server.methods("/") == ["HEAD"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 406, 410, 500, 501])
def test_what_head_is_refused_is_asked_by_get(status: int) -> None:
    answer, server = asked({"/": by_method(always(said(f"{status} No")), FINE)})
    assert answer.verdict is Verdict.ALIVE
    assert server.methods("/") == ["HEAD", "GET"]


def test_a_server_that_hangs_up_on_head_is_asked_by_get() -> None:
    answer, server = asked({"/": by_method(lambda _: None, FINE)})
    assert answer.verdict is Verdict.ALIVE
    # The library itself takes a second HEAD for worth a try.
    assert list(dict.fromkeys(server.methods("/"))) == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("status", "verdict", "words"),
    [
        ("204 No Content", Verdict.ALIVE, "the server answers 204 (No Content)"),
        ("304 Not Modified", Verdict.REFUSED, "the server answers 304 (Not Modified)"),
        ("401 Unauthorized", Verdict.REFUSED, "the server answers 401 (Unauthorized)"),
        ("403 Forbidden", Verdict.REFUSED, "the server answers 403 (Forbidden)"),
        ("404 Not Found", Verdict.GONE, "the server answers 404 (Not Found)"),
        ("410 Gone", Verdict.GONE, "the server answers 410 (Gone)"),
        ("418 Teapot", Verdict.REFUSED, "the server answers 418 (I'm a Teapot)"),
        ("429 Slow Down", Verdict.REFUSED, "the server answers 429 (Too Many Requests)"),
        ("500 Oops", Verdict.FLAKY, "the server answers 500 (Internal Server Error)"),
        ("503 Busy", Verdict.FLAKY, "the server answers 503 (Service Unavailable)"),
        ("999 Denied", Verdict.REFUSED, "the server answers 999"),
    ],
)
def test_what_an_answer_means(status: str, verdict: Verdict, words: str) -> None:
    answer, _ = asked({"/": always(said(status))})
    assert (answer.verdict, answer.words, answer.status) == (verdict, words, int(status[:3]))


def drip(exchange: Exchange) -> None:
    """Send a header that never ends, a letter at a time."""
    exchange.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not exchange.stopping.wait(0.05):
        exchange.send(b"x")


def drip_body(exchange: Exchange) -> None:
    """Send a page that never ends, a letter at a time."""
    exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while not exchange.stopping.wait(0.05):
        exchange.send(b"x")


SILENT = "the server does not answer within 1 s"
NOT_HTTP = "the server answers with something that is not HTTP"
HANGS_UP = "the server closes the connection without an answer"


@pytest.mark.parametrize(
    ("route", "words"),
    [
        (Exchange.hang, SILENT),
        (drip, SILENT),
        (lambda _: None, HANGS_UP),
        (lambda exchange: exchange.send(b"HTTP/1.1 200"), HANGS_UP),
        (lambda exchange: exchange.send(b"SSH-2.0-OpenSSH_9.2\r\n"), NOT_HTTP),
        (always(b"HTTP/1.1 200 OK\r\nno colon here\r\n\r\n"), NOT_HTTP),
        (always(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000 + b"\r\n\r\n"), NOT_HTTP),
        (always(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000 + b"\r\n"), NOT_HTTP),
    ],
    ids=["hangs", "drips", "closes", "breaks-off", "not-http", "no-colon", "long", "many"],
)
def test_a_server_that_does_not_speak_http_is_flaky(route: Route, words: str) -> None:
    answer, _ = asked({"/": route})
    assert (answer.verdict, answer.words) == (Verdict.FLAKY, words)


def test_a_page_that_never_ends_is_flaky_if_it_must_be_read_and_alive_if_not() -> None:
    assert asked({"/": drip_body})[0].verdict is Verdict.ALIVE
    assert asked({"/": drip_body}, reading=True)[0].words == SILENT


def test_nobody_at_the_port_is_flaky() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    answer = Asking().answer(f"http://127.0.0.1:{port}/")
    assert (answer.verdict, answer.words) == (Verdict.FLAKY, "the server takes no connections")


def test_an_answer_by_http_1_0_is_an_answer() -> None:
    answer, _ = asked({"/": lambda exchange: exchange.send(b"HTTP/1.0 200 OK\r\n\r\n")})
    assert answer.verdict is Verdict.ALIVE


def test_no_cookie_is_kept_and_nothing_else_is_sent() -> None:
    _, server = asked(
        {
            "/": always(said("302 Found", location="/next", set_cookie="id=1; Path=/")),
            "/next": FINE,
        }
    )
    first, second = server.asked
    assert first.headers.keys() == second.headers.keys() == {
        "host", "user-agent", "accept", "accept-encoding", "accept-language",
    }  # fmt: skip
    assert first.headers["user-agent"] == "termloom/test"


# Redirects


def test_a_permanent_redirect_has_moved_and_says_where() -> None:
    answer, server = asked({"/": always(to("/new")), "/new": FINE})
    new = server.asked and answer.final
    assert (answer.verdict, answer.moved_to, answer.final) == (Verdict.MOVED, new, new)
    assert str(new).endswith("/new")


def test_a_temporary_redirect_is_alive() -> None:
    answer, _ = asked({"/": always(to("/new", "302 Found")), "/new": FINE})
    assert (answer.verdict, answer.moved_to) == (Verdict.ALIVE, None)
    assert answer.final.endswith("/new")


def test_a_page_has_moved_as_far_as_permanent_redirects_lead() -> None:
    answer, _ = asked(
        {
            "/": always(to("/a", "308 Permanent Redirect")),
            "/a": always(to("b")),
            "/b": always(to("/login", "307 Temporary Redirect")),
            "/login": FINE,
        }
    )
    assert answer.verdict is Verdict.MOVED
    assert answer.moved_to is not None
    assert answer.moved_to.endswith("/b")
    assert answer.final.endswith("/login")


def test_a_redirect_to_a_page_that_is_gone_is_gone() -> None:
    answer, server = asked({"/": always(to("/away"))})
    assert answer.verdict is Verdict.GONE
    assert answer.words == (
        f"it redirects to {answer.final}, and there the server answers 404 (Not Found)"
    )
    assert server.methods("/away") == ["HEAD", "GET"]


@pytest.mark.parametrize(
    ("routes", "words"),
    [
        ({"/": always(to("/"))}, "its redirects lead in a circle"),
        ({"/": always(to("/a")), "/a": always(to("/"))}, "its redirects lead in a circle"),
        (
            {f"/{n or ''}": always(to(f"/{n + 1}")) for n in range(20)},
            "it has more than 10 redirects",
        ),
        ({"/": always(said("301 Moved"))}, "it answers 301, and does not say where to go"),
    ],
    ids=["itself", "circle", "endless", "no-location"],
)
def test_redirects_that_arrive_nowhere_are_flaky(routes: dict[str, Route], words: str) -> None:
    answer, server = asked(routes)
    assert (answer.verdict, answer.words) == (Verdict.FLAKY, words)
    assert len(server.asked) <= 24


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://169.254.169.254/latest/meta-data/", "'169.254.169.254' is not a public address"),
        ("http://10.0.0.1/", "'10.0.0.1' is not a public address"),
        ("http://[64:ff9b::10.0.0.1]/", "'64:ff9b::a00:1' is not a public address"),
        ("http://0xa000001/", "'10.0.0.1' is not a public address"),
        ("//metadata.google.internal/", "'metadata.google.internal' is not a public host"),
        ("file:///etc/passwd", "'file:' is neither 'http:' nor 'https:'"),
        ("gopher://127.0.0.1:6379/_x", "'gopher:' is neither 'http:' nor 'https:'"),
        ("javascript:alert(1)", "'javascript:' is neither 'http:' nor 'https:'"),
        ("http://me:secret@example.org/", "it holds a user name or a password"),
        ("http://example.org:25/", "browsers open no pages on port 25"),
    ],
)
def test_a_redirect_to_what_must_not_be_asked_is_not_followed(location: str, why: str) -> None:
    answer, server = asked({"/": always(to(location))})
    assert answer.verdict is Verdict.BARRED
    assert answer.words == f"it redirects to where nobody is asked: {why}"
    assert server.methods("/") == ["HEAD"]
    assert len(server.asked) == 1


def test_a_location_that_is_no_utf_8_goes_back_as_it_came() -> None:
    raw = b"HTTP/1.1 302 Found\r\nLocation: /caf\xe9 x\r\nConnection: close\r\n\r\n"
    answer, server = asked({"/": always(raw), "/caf%E9%20x": FINE})
    assert answer.verdict is Verdict.ALIVE
    assert [one.target for one in server.asked] == ["/", "/caf%E9%20x"]


def test_each_redirect_is_checked_against_the_names_that_are_allowed() -> None:
    async def resolve(host: str, _port: int) -> tuple[str, ...]:
        return {"ours.test.example": ("127.0.0.1",), "other.test.example": ("127.0.0.1",)}[host]

    with AwkwardServer({}) as server:
        server.routes["/"] = always(to(f"http://other.test.example:{server.port}/secret"))
        asking = Asking(allow=("ours.test.example",), resolve=resolve)
        answer = asking.answer(f"http://ours.test.example:{server.port}/")
    assert answer.verdict is Verdict.BARRED
    assert answer.words == (
        "it redirects to where nobody is asked: 'other.test.example' stands for 127.0.0.1, which is not a public address"
    )
    assert [one.target for one in server.asked] == ["/"]


# Addresses of hosts


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    async def resolve(_host: str, _port: int) -> tuple[str, ...]:
        return ("93.184.215.14", "10.1.2.3")

    answer = Asking(resolve=resolve).answer("http://two.test.example/")
    assert answer.words == ("'two.test.example' stands for 10.1.2.3, which is not a public address")


def test_a_host_is_looked_up_once_so_its_second_answer_leads_nowhere() -> None:
    seen: list[str] = []

    async def resolve(host: str, _port: int) -> tuple[str, ...]:
        seen.append(host)
        return ("127.0.0.1",) if len(seen) == 1 else ("169.254.169.254",)

    with AwkwardServer({"/": FINE}) as server:
        question = Question(web_address(f"http://turning.test.example:{server.port}/"))
        found = Asking(resolve=resolve).answers([question, question])
    assert [one and one.verdict for one in found] == [Verdict.ALIVE, Verdict.ALIVE]
    assert seen == ["turning.test.example"]


def test_a_host_that_does_not_exist_is_gone_and_is_not_asked_again() -> None:
    clock = StillClock()
    asking = Asking(retries=3, clock=clock, resolve=_no_such_host)
    answer = asking.answer("http://nobody.test.example/")
    assert (answer.verdict, answer.words) == (
        Verdict.GONE,
        "there is no host 'nobody.test.example'",
    )
    assert clock.slept == []


async def _no_such_host(host: str, _port: int) -> tuple[str, ...]:
    raise NoReply(Trouble.NO_HOST, f"there is no host '{host}'")


# Certificates


def test_a_certificate_that_nobody_vouches_for_is_not_trusted() -> None:
    tls = _serving(trustme.CA().issue_cert("127.0.0.1"))
    with AwkwardServer({"/": FINE}, tls) as server:
        answer = Asking(retries=2).answer(server.url())
    assert answer.verdict is Verdict.UNTRUSTED
    assert answer.words.startswith("its certificate is not to be trusted: ")
    assert server.asked == []


def test_a_certificate_of_another_host_is_not_trusted() -> None:
    ca = trustme.CA()
    with AwkwardServer({"/": FINE}, _serving(ca.issue_cert("other.example"))) as server:
        answer = Asking(trusted=_trusting(ca)).answer(server.url())
    assert answer.verdict is Verdict.UNTRUSTED
    assert "127.0.0.1" in answer.words


def test_a_certificate_is_compared_with_the_name_and_not_with_the_address() -> None:
    async def resolve(_host: str, _port: int) -> tuple[str, ...]:
        return ("127.0.0.1",)

    ca = trustme.CA()
    with AwkwardServer({"/": FINE}, _serving(ca.issue_cert("good.test.example"))) as server:
        asking = Asking(resolve=resolve, trusted=_trusting(ca))
        answer = asking.answer(f"https://good.test.example:{server.port}/")
    assert answer.verdict is Verdict.ALIVE
    assert server.asked[0].headers["host"] == f"good.test.example:{server.port}"


def _serving(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def _trusting(ca: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    ca.configure_trust(context)
    return context


# Patience


def test_a_server_that_fails_once_is_asked_again_by_get() -> None:
    clock = StillClock()
    answer, server = asked(
        {"/": in_turn(said("503 Busy"), said("500 Oops"), page("Fine"))},
        Asking(retries=3, clock=clock),
    )
    assert answer.verdict is Verdict.ALIVE
    assert server.methods("/") == ["HEAD", "GET", "GET"]
    assert clock.slept == [1.0, 2.0]


def test_a_server_that_keeps_failing_is_asked_as_often_as_was_said() -> None:
    clock = StillClock()
    answer, server = asked({"/": always(said("500 Oops"))}, Asking(retries=2, clock=clock))
    assert answer.verdict is Verdict.FLAKY
    assert server.methods("/") == ["HEAD", "GET", "GET", "GET"]
    assert clock.slept == [1.0, 2.0]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden"])
def test_a_clear_answer_is_not_asked_for_again(status: str) -> None:
    _, server = asked({"/": always(said(status))}, Asking(retries=3))
    assert server.methods("/") == ["HEAD", "GET"]


@pytest.mark.parametrize(
    "wanted",
    [lambda: "30", lambda: format_datetime(NOW + timedelta(seconds=30), usegmt=True)],
    ids=["seconds", "date"],
)
def test_retry_after_is_waited_for(wanted: Callable[[], str]) -> None:
    clock = StillClock()
    busy = said("429 Slow Down", retry_after=wanted())
    answer, _ = asked({"/": in_turn(busy, page("Fine"))}, Asking(retries=1, clock=clock))
    assert answer.verdict is Verdict.ALIVE
    # The usual wait before another attempt is part of it.
    assert clock.slept == [1.0, 29.0]


def test_a_server_that_wants_to_be_left_alone_for_hours_is_left_alone() -> None:
    busy = always(said("429 Slow Down", retry_after="86400"))
    with AwkwardServer({"/": busy, "/two": FINE}) as server:
        questions = [Question(web_address(server.url(path))) for path in ("/", "/two")]
        first, second = Asking(retries=3).answers(questions)
    assert first is not None
    assert first.verdict is Verdict.REFUSED
    assert second is None
    assert [one.target for one in server.asked] == ["/"]


def test_there_is_a_pause_between_two_questions_to_one_server() -> None:
    clock = StillClock()
    with AwkwardServer({"/": FINE}) as server:
        question = Question(web_address(server.url()))
        Asking(pause=5, clock=clock).answers([question, question, question])
    assert clock.slept == [5, 5]


# Pages


@pytest.mark.parametrize(
    ("html", "fragment", "there"),
    [
        ("<p id=here>", "here", True),
        ("<p id='here'>", "here", True),
        ('<a name="here">', "here", True),
        ('<p id="a&amp;b">', "a&b", True),
        ('<p id="café">', "caf%C3%A9", True),
        ('<p id="user-content-here">', "here", True),
        ("<p id=there>", "here", False),
        ("<p data-x=here>", "here", False),
        ("<p id=HERE>", "here", False),
    ],
)
def test_a_fragment_is_looked_for_in_the_page(html: str, fragment: str, there: bool) -> None:
    answer, server = asked({"/": always(page(html))}, fragments=[fragment])
    assert answer.fragments == {fragment: there}
    assert server.methods("/") == ["GET"]


def test_a_fragment_of_something_that_is_no_html_is_not_looked_for() -> None:
    pdf = always(said(body="%PDF", content_type="application/pdf"))
    assert asked({"/": pdf}, fragments=["page"])[0].fragments == {"page": True}


def test_a_fragment_that_may_stand_below_the_bound_is_not_missed() -> None:
    huge = always(page("<p id=top>" + "x" * 3_000_000 + "<p id=here>"))
    assert asked({"/": huge}, fragments=["here"])[0].fragments == {"here": True}


def test_a_page_that_breaks_off_is_alive_and_misses_nothing() -> None:
    short = page("<p id=top>", content_length="5000")
    answer, _ = asked({"/": lambda exchange: exchange.send(short)}, fragments=["here", "top"])
    assert (answer.verdict, answer.fragments) == (Verdict.ALIVE, {"here": True, "top": True})


def test_a_packed_page_is_unpacked() -> None:
    body = gzip.compress(b"<title>Packed</title><p id=here>")
    packed = said(body=body, content_type="text/html", content_encoding="gzip")
    answer, _ = asked({"/": always(packed)}, fragments=["here", "away"], reading=True)
    assert (answer.title, answer.fragments) == ("Packed", {"here": True, "away": False})


def bomb(encoding: str) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if encoding == "gzip" else 15)
    megabyte = b"\0" * 1_000_000
    return b"".join(packer.compress(megabyte) for _ in range(20)) + packer.flush()


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_not_unpacked_beyond_the_bound(encoding: str) -> None:
    body, is_whole = unpacked(bomb(encoding), encoding, is_whole=True)
    assert (len(body), is_whole) == (4_000_000, False)


@pytest.mark.parametrize("encoding", ["gzip", "br", "made-up"])
def test_a_page_that_is_not_unpacked_is_alive_and_misses_nothing(encoding: str) -> None:
    packed = said(body=bomb("gzip"), content_type="text/html", content_encoding=encoding)
    answer, _ = asked({"/": always(packed)}, fragments=["here"])
    assert (answer.verdict, answer.fragments) == (Verdict.ALIVE, {"here": True})


@pytest.mark.parametrize(
    ("html", "title"),
    [
        ("<title>Plain</title>", "Plain"),
        ("<TITLE lang=en>\n Two\n lines </TITLE>", "Two lines"),
        ("<title>Fish &amp; chips</title>", "Fish & chips"),
        ("<title>\u202eturned\u0007</title>", "turned"),
        ("<title></title>", None),
        ("no title", None),
        ("<title>" + "x" * 5_000, "x" * 200),
    ],
)
def test_the_title_of_a_page_is_one_line_of_plain_text(html: str, title: str | None) -> None:
    assert asked({"/": always(page(html))}, reading=True)[0].title == title


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("iso-8859-1", "<title>Café</title>".encode("latin-1")),
        ("shift_jis", "<title>Café</title>".replace("é", "ｅ").encode("shift_jis")),
        ("utf-8", "<title>Café</title>".encode()),
        ("idna", "<title>Café</title>".encode()),
        ("zlib", "<title>Café</title>".encode()),
    ],
)
def test_the_title_is_read_in_the_charset_of_the_page(charset: str, data: bytes) -> None:
    answer, _ = asked(
        {"/": always(said(body=data, content_type=f"text/html; charset={charset}"))}, reading=True
    )
    assert answer.title in ("Café", "Cafｅ")


# Proxies


def test_through_a_proxy_the_proxy_is_asked_and_names_are_checked_all_the_same() -> None:
    async def resolve(host: str, _port: int) -> tuple[str, ...]:
        if host == "127.0.0.1":
            return (host,)
        return await _no_such_host(host, _port)

    with AwkwardServer({}) as proxy:
        proxy.routes["http://far.test.example/page"] = FINE
        asking = Asking(
            allow=(), proxies={"http": f"http://127.0.0.1:{proxy.port}"}, resolve=resolve
        )
        far, metadata, house = (
            asking.answer(url)
            for url in (
                "http://far.test.example/page",
                "http://169.254.169.254/latest/",
                "http://printer.local/",
            )
        )
    assert far.verdict is Verdict.ALIVE
    assert (metadata.verdict, house.verdict) == (Verdict.BARRED, Verdict.BARRED)
    assert [one.target for one in proxy.asked] == ["http://far.test.example/page"]


def test_a_name_that_is_private_here_is_not_asked_through_a_proxy() -> None:
    async def resolve(host: str, _port: int) -> tuple[str, ...]:
        return (host,) if host == "127.0.0.1" else ("10.0.0.7",)

    with AwkwardServer({}) as proxy:
        proxies = {"http": f"http://127.0.0.1:{proxy.port}"}
        answer = Asking(allow=(), proxies=proxies, resolve=resolve).answer("http://in.example.org/")
    assert answer.verdict is Verdict.BARRED
    assert proxy.asked == []


def test_the_proxy_itself_is_no_page_that_an_entry_may_link_to() -> None:
    async def resolve(_host: str, _port: int) -> tuple[str, ...]:
        return ("127.0.0.1",)

    with AwkwardServer({}) as proxy:
        proxy.routes["http://far.test.example/"] = FINE
        at = f"http://proxy.test.example:{proxy.port}"
        asking = Asking(
            allow=("far.test.example",),
            proxies={"http": at, "no": "proxy.test.example"},
            resolve=resolve,
        )
        urls = ("http://far.test.example/", f"{at}/admin")
        far, own = asking.answers(Question(web_address(url)) for url in urls)
    assert far is not None
    assert own is not None
    assert (far.verdict, own.verdict) == (Verdict.ALIVE, Verdict.BARRED)
    assert [one.target for one in proxy.asked] == ["http://far.test.example/"]
