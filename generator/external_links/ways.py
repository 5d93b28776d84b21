"""How requests leave: past the guard, perhaps through a proxy, to addresses that were looked up."""

import asyncio
import socket
import urllib.request
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import urlsplit

from generator.errors import TermloomError
from generator.external_links.addresses import WebAddress
from generator.external_links.guard import Guard
from generator.external_links.replies import NoReply, Trouble

_SCHEMES = {"http", "https"}
_NO_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}

Resolve: TypeAlias = Callable[[str, int], Awaitable[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Way:
    """How requests leave: what may be asked, in whose name, through which proxy, how patiently."""

    guard: Guard
    agent: str
    seconds: float
    proxies: Mapping[str, str] = field(default_factory=dict)

    def proxy_for(self, address: WebAddress) -> str | None:
        """Return the proxy that stands between us and a host, if any."""
        host = f"{address.host}:{address.port}"
        # The types of Python's library do not know it, and `proxy_bypass` asks the system as well.
        bypassed = urllib.request.proxy_bypass_environment  # type: ignore[attr-defined]
        if bypassed(host, dict(self.proxies)):
            return None
        return self.proxies.get(address.scheme)


def proxies(configured: str | None) -> Mapping[str, str]:
    """Return the proxy of each scheme: that of the config, else those of the environment."""
    found = urllib.request.getproxies_environment()
    if configured is not None:
        found = {"http": configured, "https": configured, "no": found.get("no", "")}
    for scheme in _SCHEMES & found.keys():
        # Many programs take a proxy without its scheme.
        found[scheme] = proxy = (
            found[scheme] if "://" in found[scheme] else f"http://{found[scheme]}"
        )
        if not _is_proxy(proxy):
            raise TermloomError(
                f"the proxy for {scheme} is no address that begins with http:// or https://; see "
                "'links.proxy' in mkdocs.yml, and the variables HTTPS_PROXY and HTTP_PROXY"
            )
    return found


def _is_proxy(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in _SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


async def looked_up(host: str, port: int) -> tuple[str, ...]:
    """Return every address of a host, or raise `NoReply`."""
    words = f"the host '{host}' cannot be looked up"
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno in _NO_HOST:
            raise NoReply(Trouble.NO_HOST, f"there is no host '{host}'") from None
        raise NoReply(Trouble.UNREACHED, words) from None
    except (OSError, UnicodeError):
        raise NoReply(Trouble.UNREACHED, words) from None
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))
