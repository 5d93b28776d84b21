"""Web addresses as servers are asked for them, each in one spelling.

Browsers read addresses by the URL standard (https://url.spec.whatwg.org), which forgives much:
backslashes, capitals, `http://0x7f.1/`. Whoever checks an address must read it as they do, or
what was checked is not what is asked.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeAlias
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

Ip: TypeAlias = IPv4Address | IPv6Address

_PORTS = {"http": 80, "https": 443}
# What browsers open no page on: the list of bad ports (https://fetch.spec.whatwg.org, 2.9).
# Any other port is fine: a page that readers can open is a page that can be asked for.
_BAD_PORTS = frozenset((
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95,
    101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179,
    389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601,
    636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566,
    6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
))  # fmt: skip
_IGNORED = re.compile(r"[\t\n\r]")
_WEB = re.compile(r"\s*(?:https?:|//)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_LONGEST_NAME = 253
_LONGEST = 4_000
# What stays as it is in a path or query; every other character is percent-encoded.
_KEPT = "/%:@!$&'()*+,;=~?[]|"


class Barred(Exception):
    """An address that must not be asked; the text says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address in pieces. `target` is the path with the query; `host` is in ASCII.

    An address of the Internet Protocol stands in `host` in its usual spelling, without
    brackets; `ip` is then the same.
    """

    scheme: str
    host: str
    port: int
    target: str
    fragment: str = ""

    def __str__(self) -> str:
        """Return the address without its fragment, which servers never see."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"

    @property
    def whole(self) -> str:
        """Return the address with its fragment, if it has one."""
        return f"{self}#{self.fragment}" if self.fragment else str(self)

    @property
    def ip(self) -> Ip | None:
        """Return the host as a number, where it is no name."""
        try:
            return ip_address(self.host)
        except ValueError:
            return None


def is_web(text: str) -> bool:
    """Return whether a text leads to another site by http or https."""
    return _WEB.match(text) is not None


def web_address(text: str) -> WebAddress:
    """Read an address as browsers do, or raise `Barred`."""
    text = _IGNORED.sub("", text).strip()
    if len(text) > _LONGEST:
        raise Barred(f"it has more than {_LONGEST:,} characters")
    text = f"https:{text}" if text.startswith(("//", "\\\\")) else text
    scheme = _SCHEME.match(text)
    if scheme is None or scheme[0].lower() not in _PORTS:
        raise Barred(f"'{scheme[0].lower() if scheme else ''}:' is neither 'http:' nor 'https:'")
    before, after = _halves(text[scheme.end() + 1 :])
    rest = f"{scheme[0].lower()}://{before.lstrip('/')}{after}"
    try:
        parts = urlsplit(rest)
        port = parts.port
    except ValueError:
        raise Barred("it is no web address") from None
    if "@" in parts.netloc:
        raise Barred("it holds a user name or a password")
    port = _PORTS[parts.scheme] if port is None else port
    if port in _BAD_PORTS:
        raise Barred(f"browsers open no pages on port {port}")
    return WebAddress(parts.scheme, _host(parts), port, _target(parts), parts.fragment)


def _halves(text: str) -> tuple[str, str]:
    """Part what stands before the query, where a backslash counts as a slash, from the rest."""
    found = re.search(r"[?#]", text)
    end = found.start() if found else len(text)
    return text[:end].replace("\\", "/"), text[end:]


def redirected(address: WebAddress, location: str) -> WebAddress:
    """Return where a server's `Location` leads, or raise `Barred`.

    Bytes that are no UTF-8 arrive as surrogates, and go back to the server as they came.
    """
    location = _quoted("".join(_halves(location.strip())))
    target = web_address(urljoin(str(address), location))
    if target.fragment or not address.fragment:
        return target
    # A fragment outlives redirects that name none (RFC 9110, section 10.2.2).
    return WebAddress(target.scheme, target.host, target.port, target.target, address.fragment)


def _target(parts: SplitResult) -> str:
    query = f"?{_quoted(parts.query)}" if parts.query else ""
    path = parts.path
    if "/." in path and not path.startswith("//"):
        path = urljoin("/", path)
    return f"{_quoted(path) or '/'}{query}"


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "surrogateescape"), safe=f"{_KEPT}#\\")


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").lower()
    if ":" in host or parts.netloc.startswith("["):
        return _ipv6(host)
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True).decode("ascii")
        except idna.IDNAError:
            raise Barred(f"'{host}' is no name of a host") from None
    labels = host.removesuffix(".").split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return str(_ipv4(labels, host))
    if not _NAME.fullmatch(host) or len(host) > _LONGEST_NAME:
        raise Barred(f"'{host}' is no name of a host")
    return host


def _ipv6(host: str) -> str:
    try:
        return str(IPv6Address(host))
    except ValueError:
        raise Barred(f"'{host}' is no name of a host") from None


def _ipv4(labels: list[str], host: str) -> IPv4Address:
    """Read decimal, octal and hexadecimal spellings (URL standard, section 3.5)."""
    try:
        *first, last = (_number(label) for label in labels)
    except ValueError:
        first, last = [256], 0
    if len(first) > 3 or any(number > 255 for number in first) or last >= 256 ** (4 - len(first)):
        raise Barred(f"'{host}' is no name of a host")
    return IPv4Address(last + sum(n * 256 ** (3 - place) for place, n in enumerate(first)))


def _number(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if label.startswith("0") else 10)
