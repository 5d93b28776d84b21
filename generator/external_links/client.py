"""One request, one reply: the only module that opens connections, and that imports aiohttp.

A host is looked up once; all its addresses are checked, and the connection goes to one of these
and to nothing else. So a name that answers otherwise the second time leads nowhere. Nothing is
sent but the request: no cookies, no passwords, not even those of `.netrc`.
"""

import asyncio
import socket
import ssl
from ipaddress import ip_address
from types import TracebackType
from typing import Any, Self

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from generator.external_links.addresses import WebAddress
from generator.external_links.replies import NoReply, Reply, Trouble, unpacked
from generator.external_links.ways import Resolve, Way, looked_up

LARGEST = 1_000_000
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en;q=0.9,*;q=0.5",
}


class Client:
    """Sends requests along a way, for as long as it is entered."""

    def __init__(
        self, way: Way, *, resolve: Resolve = looked_up, trusted: ssl.SSLContext | None = None
    ) -> None:
        self._way = way
        self._resolve = resolve
        self._trusted = trusted or _trusted()
        self._pins = _Pins()
        # The proxy is pinned too, and has not passed the guard.
        self._passed: set[str] = set()
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            resolver=self._pins,
            socket_factory=self._pins.socket,
            use_dns_cache=False,
            limit=0,
            ssl=self._trusted,
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=_HEADERS | {"User-Agent": self._way.agent},
            timeout=aiohttp.ClientTimeout(total=self._way.seconds),
            auto_decompress=False,
            trust_env=False,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._session is not None
        await self._session.close()

    async def ask(self, address: WebAddress, *, method: str, reading: bool) -> Reply:
        """Send one request and return the reply, a redirect included.

        With `reading` the body comes along, up to a bound. Raises `NoReply` where a server does
        not answer, and `Barred` where it must not be asked.
        """
        try:
            async with asyncio.timeout(self._way.seconds):
                proxy = await self._checked(address)
                return await self._asked(address, method, reading=reading, proxy=proxy)
        except TimeoutError:
            words = f"the server does not answer within {self._way.seconds:g} s"
            raise NoReply(Trouble.SILENCE, words) from None
        except aiohttp.ClientSSLError as error:
            raise NoReply(Trouble.UNTRUSTED, _distrust(error)) from None
        except aiohttp.ClientHttpProxyError:
            raise NoReply(Trouble.UNREACHED, "the proxy does not reach the server") from None
        except aiohttp.ServerDisconnectedError:
            words = "the server closes the connection without an answer"
            raise NoReply(Trouble.BROKEN, words) from None
        except aiohttp.ClientConnectorError as error:
            raise NoReply(Trouble.UNREACHED, _unreached(error)) from None
        except (aiohttp.ClientError, OSError, ValueError):
            words = "the server answers with something that is not HTTP"
            raise NoReply(Trouble.BROKEN, words) from None

    async def _checked(self, address: WebAddress) -> str | None:
        """Pin a host to addresses that may be asked; return the proxy to go through, if any."""
        guard, host = self._way.guard, address.host
        guard.refuse_name(host)
        proxy = self._way.proxy_for(address)
        if proxy is not None:
            await self._check_behind_proxy(address)
            at = URL(proxy)
            self._pins.pin(at.raw_host or "", await self._resolve(at.raw_host or "", at.port or 80))
        elif host not in self._passed:
            found = (host,) if address.ip else await self._resolve(host, address.port)
            for ip in found:
                guard.refuse(host, ip_address(ip))
            self._pins.pin(host, found)
            self._passed.add(host)
        return proxy

    async def _check_behind_proxy(self, address: WebAddress) -> None:
        """Refuse what stands for a private address here; the proxy may know more names than we."""
        try:
            found = await self._resolve(address.host, address.port)
        except NoReply:
            return
        for ip in found:
            self._way.guard.refuse(address.host, ip_address(ip))

    async def _asked(
        self, address: WebAddress, method: str, *, reading: bool, proxy: str | None
    ) -> Reply:
        assert self._session is not None
        async with self._session.request(
            method, URL(str(address), encoded=True), allow_redirects=False, proxy=proxy
        ) as response:
            headers = {name.lower(): value for name, value in reversed([*response.headers.items()])}
            body, is_whole = b"", False
            is_html = "html" in headers.get("content-type", "").lower()
            if reading and response.status == 200 and is_html:
                body, is_whole = await _read(response)
            # The rest of a body is nobody's business.
            response.close()
        body, is_whole = unpacked(body, headers.get("content-encoding", ""), is_whole=is_whole)
        return Reply(response.status, headers, body, is_whole)


async def _read(response: aiohttp.ClientResponse) -> tuple[bytes, bool]:
    """Return a body up to the bound, and whether that is all; a broken one ends early."""
    body = bytearray()
    try:
        async for chunk in response.content.iter_any():
            body += chunk
            if len(body) >= LARGEST:
                return bytes(body[:LARGEST]), False
    except aiohttp.ClientPayloadError:
        return bytes(body), False
    return bytes(body), True


class _Pins(AbstractResolver):
    """The addresses that were checked, by host; sockets are made for these alone."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}

    def pin(self, host: str, found: tuple[str, ...]) -> None:
        """Let a host stand for these addresses, and for no others, until the end."""
        self._known.setdefault(host, found)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        return [
            ResolveResult(
                hostname=host,
                host=ip,
                port=port,
                family=socket.AF_INET6 if ":" in ip else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for ip in self._known.get(host, ())
        ]

    def socket(self, info: Any) -> socket.socket:
        """Return a socket for a checked address; the last lock before a connection."""
        family, kind, protocol, _, place = info
        if not any(place[0] in found for found in self._known.values()):
            raise OSError(f"{place[0]} was never checked")
        return socket.socket(family=family, type=kind, proto=protocol)

    async def close(self) -> None:
        self._known.clear()


def _trusted() -> ssl.SSLContext:
    """Return what the system trusts; some Pythons on macOS come without any certificate."""
    paths = ssl.get_default_verify_paths()
    bundle = None if paths.cafile or paths.capath else certifi.where()
    return ssl.create_default_context(cafile=bundle)


def _distrust(error: aiohttp.ClientSSLError) -> str:
    inner = error.__cause__ or getattr(error, "certificate_error", None)
    why = getattr(inner, "verify_message", "")
    return f"its certificate is not to be trusted: {why}" if why else "no secure connection"


def _unreached(error: aiohttp.ClientConnectorError) -> str:
    if isinstance(error.os_error, ConnectionRefusedError):
        return "the server takes no connections"
    return "the server cannot be reached"
