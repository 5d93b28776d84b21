"""What only the inside of a network can reach is never asked."""

from ipaddress import ip_address

import pytest

from generator.external_links.addresses import Barred
from generator.external_links.guard import Guard, is_public

PRIVATE = """
0.0.0.0 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254 169.254.169.254
169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1
198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 168.63.129.16
:: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1 64:ff9b::7f00:1
64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:c0a8:101::1 3fff::1
5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 2606:4700::1%eth0
"""
PUBLIC = """
1.1.1.1 8.8.8.8 93.184.215.14 172.32.0.1 100.128.0.1 192.0.1.1 198.20.0.1
2606:4700:4700::1111 2a00:1450:4001::1 ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1
"""


@pytest.mark.parametrize("text", PRIVATE.split())
def test_what_is_not_public_is_refused(text: str) -> None:
    assert not is_public(ip_address(text))
    with pytest.raises(Barred):
        Guard().refuse("host.example.org", ip_address(text))


@pytest.mark.parametrize("text", PUBLIC.split())
def test_what_is_public_may_be_asked(text: str) -> None:
    assert is_public(ip_address(text))
    Guard().refuse("host.example.org", ip_address(text))


@pytest.mark.parametrize(
    "host",
    ["localhost", "intranet", "a.localhost", "printer.local", "x.internal",
     "metadata.google.internal", "metadata.google.internal.", "nas.home.arpa", "router.lan",
     "127.0.0.1", "::1"],
)  # fmt: skip
def test_names_of_a_house_are_refused_by_their_looks(host: str) -> None:
    with pytest.raises(Barred):
        Guard().refuse_name(host)


def test_only_what_the_config_lists_is_allowed() -> None:
    guard = Guard.of(["intranet.example.org", "*.Corp.Example", "10.0.0.0/8", "fd00::/8", "nas"])
    for host in ("intranet.example.org", "a.corp.example", "a.b.corp.example", "nas", "10.9.9.9"):
        guard.refuse_name(host)
    private = ip_address("192.168.1.1")
    guard.refuse("intranet.example.org", private)
    guard.refuse("a.corp.example", private)
    guard.refuse("any.example.org", ip_address("10.1.1.1"))
    guard.refuse("any.example.org", ip_address("::ffff:10.1.1.1"))
    guard.refuse("any.example.org", ip_address("fd12::1"))
    for host in ("any.example.org", "corp.example", "notcorp.example", "sub.intranet.example.org"):
        with pytest.raises(Barred, match=r"stands for 192\.168\.1\.1, which is not a public"):
            guard.refuse(host, private)
