"""Which addresses lie on the public internet; ``public_connections.py`` refuses all others."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

# Written out, because what ``ipaddress`` calls global differs between Python releases, and none
# of them refuses ``::7f00:1`` or looks into NAT64.
_NOT_PUBLIC = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",  # this host: Linux connects to itself
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by carriers; one cloud keeps its metadata here
        "127.0.0.0/8",
        "168.63.129.16/32",  # looks public, but is the inside of every Azure machine
        "169.254.0.0/16",  # link-local, and the metadata of most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
        "2001::/23",  # protocol assignments: Teredo, ORCHID, benchmarks
        "2001:db8::/32",
        "3fff::/20",
    )
)
#: All that is handed out to networks; loopback, link-local, ULA and multicast lie outside.
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(host: str) -> bool:
    """Whether ``host`` is an IP address, strictly spelled, of the public internet.

    Names and odd spellings (``127.1``, ``0x7f.1``) are not: they must be resolved first. An IPv6
    address that carries an IPv4 address is as public as what it carries.
    """
    try:
        address = ip_address(host)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return _is_listed_nowhere(address)
    if address.scope_id is not None:
        return False
    carried = _carried(address)
    if carried is not None:
        return _is_listed_nowhere(carried)
    return address in _GLOBAL_UNICAST and _is_listed_nowhere(address)


def _is_listed_nowhere(address: IPv4Address | IPv6Address) -> bool:
    return not any(address in network for network in _NOT_PUBLIC)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address to which a mapped, 6to4 or NAT64 address leads."""
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour
