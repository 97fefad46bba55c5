"""What counts as an address of the public internet."""

from ipaddress import IPv4Address, IPv6Address
from socket import AF_INET, getaddrinfo

from hypothesis import given
from hypothesis.strategies import ip_addresses

from newscrawl.crawl.public_addresses import is_public
from tests.rows import every_row

PRIVATE = """
    127.0.0.1 127.0.0.2 127.255.255.254 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255
    100.64.0.1 100.100.100.200 100.127.255.255 169.254.0.1 169.254.169.254 172.16.0.1
    172.31.255.255 192.168.0.1 192.168.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1
    198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1
    255.255.255.255 168.63.129.16
    :: ::1 ::127.0.0.1 ::8.8.8.8 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1
    ::ffff:169.254.169.254 ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::a00:1
    64:ff9b::192.168.1.1 64:ff9b:1::1 64:ff9b:1::8.8.8.8 2002:7f00:1:: 2002:a00:1::1
    2002:a9fe:a9fe:: 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:10::1 2001:db8::1
    3fff::1 100::1 fc00::1 fd00:ec2::254 fdff::1 fe80::1 fe80::1%eth0 fe80::1%lo fec0::1
    ff02::1 ff0e::1 2606:4700:4700::1111%eth0 5f00::1 4000::1
""".split()
#: Not addresses at all until somebody resolves them, and then most are this machine.
ODD = """
    127.1 127.0.1 127.000.000.001 2130706433 0x7f000001 0x7f.0.0.1 0x7f.1 0177.0.0.1
    017700000001 0 0x0 00 0.0 localhost LOCALHOST
""".split()
NO_ADDRESS = """
    127.0.0.1. localhost. ①②⑦.⓪.⓪.① 127。0。0。1 [::1] 8.8.8.8:80 user@8.8.8.8 8.8.8.8/32
    010.0.0.1 8.8.8 0x8.8.8.8 news.example
""".split()
PUBLIC = """
    1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0
    169.253.255.255 172.15.255.255 172.32.0.0 192.167.255.255 192.169.0.0 223.255.255.255
    2606:4700:4700::1111 2a00:1450:4001::1 2001:4860:4860::8888 2001:200::1 64:ff9b::8.8.8.8
    ::ffff:8.8.8.8 2002:808:808::1
""".split()


@every_row("host", [*PRIVATE, *ODD, *NO_ADDRESS, ""])
def test_what_is_not_public_is_told_apart(host: str) -> None:
    assert not is_public(host)


@every_row("host", PUBLIC)
def test_the_neighbours_of_private_networks_are_public(host: str) -> None:
    assert is_public(host)


@every_row("host", ODD)
def test_an_odd_spelling_is_private_once_the_system_resolved_it(host: str) -> None:
    resolved = {str(answer[4][0]) for answer in getaddrinfo(host, 80, AF_INET)}

    assert resolved
    assert not any(map(is_public, resolved))


@given(ip_addresses(v=4))
def test_an_address_is_as_public_as_the_one_it_carries(inner: IPv4Address) -> None:
    carriers = (
        f"::ffff:{inner}",
        f"64:ff9b::{inner}",
        str(IPv6Address((0x2002 << 112) | (int(inner) << 80) | 1)),
    )

    assert [is_public(carrier) for carrier in carriers] == [is_public(str(inner))] * 3


@given(ip_addresses(v=4))
def test_nothing_is_public_that_python_calls_special(address: IPv4Address) -> None:
    special = address.is_private or address.is_multicast or address.is_reserved

    assert not (special and is_public(str(address)))
