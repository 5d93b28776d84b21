"""A real server on this machine that behaves as badly as a test asks it to."""

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

LONGEST = 30


@dataclass(frozen=True)
class Asked:
    """One request as it arrived; header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]


@dataclass
class Exchange:
    """A request, and the way to answer it byte by byte."""

    asked: Asked
    send: Callable[[bytes], None]
    stopping: threading.Event
    number: int

    def hang(self) -> None:
        """Say nothing until the server is stopped."""
        self.stopping.wait(LONGEST)


Route = Callable[[Exchange], None]


def said(status: str = "200 OK", body: str | bytes = "", **headers: str) -> bytes:
    """Return a whole answer; `content_type` is the header `Content-Type`."""
    data = body.encode() if isinstance(body, str) else body
    named = {"content_length": str(len(data)), "connection": "close"} | headers
    lines = [f"{name.replace('_', '-').title()}: {value}" for name, value in named.items()]
    head = "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""])
    return head.encode("latin-1") + data


def always(answer: bytes) -> Route:
    """Answer every request with the same bytes; a HEAD without the body."""

    def route(exchange: Exchange) -> None:
        is_head = exchange.asked.method == "HEAD"
        exchange.send(answer.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" if is_head else answer)

    return route


def in_turn(*answers: bytes) -> Route:
    """Answer the first request with the first bytes, and so on; the last ones stay."""
    return lambda exchange: always(answers[min(exchange.number, len(answers) - 1)])(exchange)


def by_method(head: Route, get: Route) -> Route:
    """Answer HEAD and GET differently."""
    return lambda exchange: (head if exchange.asked.method == "HEAD" else get)(exchange)


def page(body: str, **headers: str) -> bytes:
    """Return a page of HTML."""
    return said(body=body, content_type="Text/HTML; charset=utf-8", **headers)


def to(location: str, status: str = "301 Moved Permanently") -> bytes:
    """Return a redirect."""
    return said(status, location=location)


@dataclass
class AwkwardServer:
    """Serves routes by path until it is left. `asked` holds every request in its order."""

    routes: dict[str, Route]
    tls: ssl.SSLContext | None = None
    asked: list[Asked] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        outer = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                outer.handle(self.request)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 128

            def handle_error(self, request: object, client_address: object) -> None:
                """A client that hangs up is no fault of the server."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        port: int = self._server.server_address[1]
        return port

    def url(self, path: str = "/") -> str:
        """Return the address of a path."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}{path}"

    def methods(self, path: str) -> list[str]:
        """Return the methods with which a path was asked."""
        return [one.method for one in self.asked if one.target == path]

    def handle(self, connection: socket.socket) -> None:
        if self.tls is not None:
            with self.tls.wrap_socket(connection, server_side=True) as wrapped:
                self._converse(wrapped)
        else:
            self._converse(connection)

    def _converse(self, connection: socket.socket) -> None:
        connection.settimeout(LONGEST)
        data = b""
        while b"\r\n\r\n" not in data:
            more = connection.recv(65_536)
            if not more:
                return
            data += more
        asked = _parsed(data)
        with self._lock:
            number = sum(one.target == asked.target for one in self.asked)
            self.asked.append(asked)
        route = self.routes.get(asked.target.partition("?")[0], always(said("404 Not Found")))
        route(Exchange(asked, connection.sendall, self._stopping, number))


def _parsed(data: bytes) -> Asked:
    first, *lines = data.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ", 2)
    headers = (line.partition(":") for line in lines)
    return Asked(method, target, {name.lower(): value.strip() for name, _, value in headers})
