"""Which hosts may be asked: a term file may come from a stranger, and names any address.

Whoever runs the check sits inside a network. A link must not make that run talk to what only
the inside can reach: its own machine, a neighbour, or the service that hands keys to a machine
in the cloud.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

from generator.external_links.addresses import Barred, Ip

# https://www.iana.org/assignments/iana-ipv4-special-registry. Python's `is_global` is not the
# same in all its releases. The last one is public, and yet answers inside Microsoft's cloud only.
_NOT_PUBLIC_4 = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "168.63.129.16/32",
        ),
    )
)
# All that is public lies in the first; the others are holes in it
# (https://www.iana.org/assignments/iana-ipv6-special-registry).
_PUBLIC_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
# Addresses with an older one inside: mapped, 6to4, and NAT64, each with the bits that follow it.
_HOLDING_4 = (
    (IPv6Network("::ffff:0:0/96"), 0),
    (IPv6Network("2002::/16"), 80),
    (IPv6Network("64:ff9b::/96"), 0),
)
# Names that no public server has (RFC 6761, RFC 6762, RFC 8375, and ICANN's `internal`).
_OF_THE_HOUSE = ("localhost", "local", "internal", "home.arpa", "localdomain", "lan")


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be asked besides public addresses: hosts, parents of hosts, and networks."""

    names: frozenset[str] = frozenset()
    parents: tuple[str, ...] = ()
    networks: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def of(cls, allowed: Iterable[str]) -> "Guard":
        """Read what the config allows."""
        names: set[str] = set()
        parents: list[str] = []
        networks: list[IPv4Network | IPv6Network] = []
        for text in allowed:
            try:
                networks.append(ip_network(text))
            except ValueError:
                if text.startswith("*."):
                    parents.append(text[1:].lower())
                else:
                    names.add(text.lower())
        return cls(frozenset(names), tuple(parents), tuple(networks))

    def refuse_name(self, host: str) -> None:
        """Raise `Barred` for a host that is not public by its name or number alone."""
        if self._allows_name(host):
            return
        try:
            self.refuse(host, ip_address(host))
        except ValueError:
            plain = host.removesuffix(".")
            if "." not in plain or plain.endswith(tuple(f".{name}" for name in _OF_THE_HOUSE)):
                raise Barred(f"'{host}' is not a public host") from None

    def refuse(self, host: str, ip: Ip) -> None:
        """Raise `Barred` unless an address of the host may be asked."""
        if self._allows_name(host) or self._allows_ip(ip) or is_public(ip):
            return
        if str(ip) == host:
            raise Barred(f"'{host}' is not a public address")
        raise Barred(f"'{host}' stands for {ip}, which is not a public address")

    def _allows_name(self, host: str) -> bool:
        plain = host.removesuffix(".")
        return plain in self.names or plain.endswith(self.parents or ("\n",))

    def _allows_ip(self, ip: Ip) -> bool:
        inner = _inner(ip) or ip
        return any(one in network for one in (ip, inner) for network in self.networks)


def is_public(ip: Ip) -> bool:
    """Return whether anybody on the internet may reach an address."""
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in _NOT_PUBLIC_4)
    if (inner := _inner(ip)) is not None:
        return is_public(inner)
    is_usable = ip in _PUBLIC_6 and ip.scope_id is None
    return is_usable and not any(ip in network for network in _NOT_PUBLIC_6)


def _inner(ip: Ip) -> IPv4Address | None:
    """Return the older address in a newer one, where it holds one."""
    if isinstance(ip, IPv6Address):
        for network, behind in _HOLDING_4:
            if ip in network:
                return IPv4Address((int(ip) >> behind) & 0xFFFFFFFF)
    return None
