"""What hostile servers and URLs do to the guarded handler, and to Scrapy's own.

Every attack is run against both: where Scrapy's handler did not fall for it, the attack would
prove nothing.
"""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from scrapy.settings import Settings

from newscrawl.crawl.handler import DOWNLOAD_HANDLERS, mirror_origin, refuse_other_handlers
from newscrawl.errors import ConfigError
from tests.crawl.attack import crawl
from tests.crawl.hostile import BOMBS, ENDLESS_MIB, HostileServer

OURS = DOWNLOAD_HANDLERS["http"]
STOCK = "scrapy.core.downloader.handlers.http11.HTTP11DownloadHandler"
STUB = "tests.crawl.attack.StubResolver"
BOTH_FAMILIES = "scrapy.resolver.CachingHostnameResolver"
#: Other spellings of 127.0.0.1 that lead Scrapy there.
SPELLINGS = (
    "127.0.0.1 127.1 127.0.1 127.000.000.001 2130706433 0x7f.0.0.1 0x7f000001 0177.0.0.1 "
    "017700000001 0.0.0.0 0 [::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:127.0.0.1] "
    "①②⑦.⓪.⓪.① 127。0。0。1 localhost LOCALHOST"
).split()
#: Addresses that nobody may be led to, wherever they lead from here.
ELSEWHERE = (
    "[::] [::1] [::127.0.0.1] [fc00::1] [fd00:ec2::254] [fe80::1] [ff02::1] [64:ff9b::127.0.0.1] "
    "[64:ff9b::a9fe:a9fe] [2002:7f00:1::] [2001:0:4136:e378:8000:63bf:3fff:fdd2] 10.0.0.1 "
    "100.64.0.1 100.100.100.200 127.0.0.2 169.254.169.254 172.16.0.1 192.168.0.1 192.0.0.192 "
    "198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 168.63.129.16"
).split()
NO_HOSTS = (
    "user@127.0.0.1",
    "news.example@127.0.0.1",
    "user:secret@127.0.0.1",
    "%31%32%37.0.0.1",
    "127.0.0.1%00.news.example",
)


HEADERS = ("/endless-headers", "/tiny-headers", "/one-header", "/interim", "/fat-headers?31700")
BODIES = ("/endless-body", "/layers?20", *(f"/bomb?{coding}" for coding in BOMBS))
OTHER_SCHEMES = (
    "file:///etc/hosts",
    "data:text/plain,news",
    "ftp://127.0.0.1/news",
    "s3://bucket/news",
    "gopher://127.0.0.1/",
)
LED_BY_NAME = {"TWISTED_DNS_RESOLVER": STUB, "HOSTS": {"news.example": ["127.0.0.1"]}}


class Attack:
    """One crawl against a server that it may reach and one that it must not."""

    def __init__(self, server: HostileServer, secret: HostileServer, *, ours: bool) -> None:
        self.server, self.secret = server, secret
        self.spellings = [secret.url(host=host) for host in (*SPELLINGS, "news.example")]
        self.redirects = [server.url(f"/to?{url}") for url in self.spellings]
        self.proxied = server.url("/ok?proxied")
        paths = ["/long?9000", "/loop?0", *BODIES]
        # Scrapy spends its time and memory on the others: one has a test of its own.
        paths += [*HEADERS, "/lie"] if ours else ["/interim"]
        attacks = [*self.spellings, *self.redirects, *OTHER_SCHEMES, self.proxied]
        attacks += map(server.url, paths)
        settings = {"META": {self.proxied: {"proxy": secret.url("")}}, **LED_BY_NAME}
        self.report = crawl(attacks, ours=ours, NEWSCRAWL_MIRROR=server.url("/"), **settings)
        self.found: dict[str, str] = self.report["found"]


def attack(*, ours: bool) -> Iterator[Attack]:
    with HostileServer() as server, HostileServer() as secret:
        yield Attack(server, secret, ours=ours)


@pytest.fixture(scope="module")
def ours() -> Iterator[Attack]:
    yield from attack(ours=True)


@pytest.fixture(scope="module")
def stock() -> Iterator[Attack]:
    yield from attack(ours=False)


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer() as hostile:
        yield hostile


@pytest.fixture
def secret() -> Iterator[HostileServer]:
    """A server on loopback that only the operator should reach."""
    with HostileServer() as hidden:
        yield hidden


@pytest.mark.parametrize("host", [*SPELLINGS, "news.example"])
def test_scrapy_reaches_loopback_by_each_spelling(stock: Attack, host: str) -> None:
    url = stock.secret.url(host=host)

    assert (stock.found[url], stock.found[stock.server.url(f"/to?{url}")]) == ("ok", "ok")


@pytest.mark.parametrize("host", [*SPELLINGS, "news.example"])
def test_no_spelling_and_no_redirect_reaches_loopback(ours: Attack, host: str) -> None:
    url = ours.secret.url(host=host)
    words = ours.found[url], ours.found[ours.server.url(f"/to?{url}")]

    assert words == ("private_address", "private_address")


def test_nobody_came_to_the_secret_server(ours: Attack, stock: Attack) -> None:
    assert ours.secret.connections == 0
    assert stock.secret.connections > 0


def test_a_refusal_is_counted_and_not_retried(ours: Attack) -> None:
    stats = ours.report["stats"]

    assert int(stats["crawl/refused/private_address"]) == 2 * len(ours.spellings)
    assert int(stats["crawl/refused/headers_too_large"]) == len(HEADERS)
    assert int(stats["crawl/refused/too_large"]) == len(BODIES) + 1
    assert "retry/count" not in stats


def test_a_proxy_is_refused(ours: Attack) -> None:
    assert ours.found[ours.proxied] == "proxy"


def test_scrapy_goes_through_a_private_proxy(stock: Attack) -> None:
    assert stock.found[stock.proxied] == "ok"
    assert stock.proxied in stock.secret.requests


@pytest.mark.parametrize("url", OTHER_SCHEMES)
def test_other_schemes_are_refused(ours: Attack, url: str) -> None:
    assert ours.found[url] == "scheme"


@pytest.mark.parametrize("url", OTHER_SCHEMES[:2])
def test_scrapy_opens_files_and_data(stock: Attack, url: str) -> None:
    assert stock.found[url] == "ok"


def test_a_redirect_to_a_very_long_url_is_refused(ours: Attack, stock: Attack) -> None:
    assert ours.found[ours.server.url("/long?9000")] == "url_too_long"
    assert stock.found[stock.server.url("/long?9000")] == "ok"


def test_a_redirect_loop_ends_after_five_hops(ours: Attack, stock: Attack) -> None:
    hops = [
        len([path for path in side.server.requests if "/loop" in path]) - 1
        for side in (ours, stock)
    ]

    assert hops == [5, 20]
    assert ours.found[ours.server.url("/loop?0")] == "IgnoreRequest"


def test_no_special_address_is_connected_to() -> None:
    with HostileServer(address="::1") as secret:
        urls = [secret.url(host=host) for host in ELSEWHERE]

        found = crawl(urls, TWISTED_DNS_RESOLVER=BOTH_FAMILIES)["found"]

        assert found == dict.fromkeys(urls, "private_address")
        assert secret.connections == 0


def test_scrapy_reaches_loopback_by_ipv6() -> None:
    with HostileServer(address="::1") as secret:
        url = secret.url(host="[::1]")

        found = crawl([url], ours=False, TWISTED_DNS_RESOLVER=BOTH_FAMILIES)["found"]

        assert found == {url: "ok"}


#: The first answer is public, every other is not. Bound to loopback, a socket cannot leave for a
#: public address, so that nothing is sent to it.
REBINDING = {
    "TWISTED_DNS_RESOLVER": STUB,
    "HOSTS": {"news.example": ["93.184.215.14", "127.0.0.1"]},
    "DOWNLOAD_BIND_ADDRESS": "127.0.0.1",
}


def test_a_guard_that_looks_a_name_up_itself_is_open_to_rebinding(secret: HostileServer) -> None:
    url = secret.url(host="news.example")
    looking_twice = {"http": "tests.crawl.attack.LookingTwice"}

    report = crawl([url], ours=False, DOWNLOAD_HANDLERS=looking_twice, **REBINDING)

    assert report["found"] == {url: "ok"}
    assert len(report["lookups"]) == 2


def test_a_name_is_looked_up_once_per_connection(secret: HostileServer) -> None:
    url = secret.url(host="news.example")

    report = crawl([url], **REBINDING)

    assert report["found"] == {url: "private_address"}
    assert report["stats"]["retry/count"] == "1"
    assert len(report["lookups"]) == 2
    assert secret.connections == 0


def test_the_far_end_is_checked_before_anything_is_sent(secret: HostileServer) -> None:
    handlers = DOWNLOAD_HANDLERS | {"http": "tests.crawl.attack.WithoutFirstWall"}

    report = crawl([secret.url()], DOWNLOAD_HANDLERS=handlers)

    assert report["found"] == {secret.url(): "private_address"}
    assert (secret.connections, secret.requests) == (1, [])


def test_the_mirror_alone_may_be_private(server: HostileServer, secret: HostileServer) -> None:
    words = {
        server.url(host="localhost"): "ok",
        secret.url(host="localhost"): "private_address",
        server.url(): "private_address",
        server.url(host="news.example"): "private_address",
        server.url(host="localhost").replace("http:", "https:"): "private_address",
        **{server.url(host=host): "bad_host" for host in NO_HOSTS},
    }

    found = crawl(list(words), NEWSCRAWL_MIRROR=server.url("", "LocalHost"), **LED_BY_NAME)["found"]

    assert found == words
    assert server.requests == ["/ok"]


@pytest.mark.parametrize("path", HEADERS)
def test_headers_are_cut_off_at_the_first_try(ours: Attack, path: str) -> None:
    assert ours.found[ours.server.url(path)] == "headers_too_large"
    assert ours.server.requests.count(path) == 1


def test_scrapy_keeps_endless_headers(server: HostileServer) -> None:
    url = server.url("/endless-headers")

    report = crawl([url], ours=False, RETRY_ENABLED=False, DOWNLOAD_TIMEOUT=4)

    assert report["grown"] > ENDLESS_MIB / 2


def test_scrapy_waits_for_the_end_of_interim_responses(stock: Attack) -> None:
    assert stock.found[stock.server.url("/interim")] == "ok"


@pytest.mark.parametrize("path", [*BODIES, "/lie"])
def test_a_body_is_cut_off_after_decompression(ours: Attack, path: str) -> None:
    assert ours.found[ours.server.url(path)] == "too_large"


@pytest.mark.parametrize("path", BODIES)
def test_scrapy_unfolds_bombs(stock: Attack, path: str) -> None:
    assert stock.found[stock.server.url(path)] == "ok"


def test_no_attack_costs_much_memory(ours: Attack) -> None:
    assert ours.report["grown"] < 110


def test_headers_cost_no_memory_to_speak_of(server: HostileServer) -> None:
    urls = [server.url(path) for path in HEADERS]

    assert crawl(urls, NEWSCRAWL_MIRROR=server.url(""))["grown"] < ENDLESS_MIB / 2


def test_what_is_large_or_slow_within_the_limits_is_read(server: HostileServer) -> None:
    large = server.url("/bomb?br")
    urls = [large, server.url("/fat-headers?31500"), server.url("/drip-body")]
    meta = {large: {"download_maxsize": 100_000_000}}

    report = crawl(urls, NEWSCRAWL_MIRROR=server.url(""), META=meta)

    assert report["found"] == dict.fromkeys(urls, "ok")


def test_a_dripping_response_ends_in_time(server: HostileServer) -> None:
    urls = [server.url("/drip-body"), server.url("/drip-headers")]

    report = crawl(urls, NEWSCRAWL_MIRROR=server.url(""), DOWNLOAD_TIMEOUT=1, RETRY_ENABLED=False)

    assert report["found"] == dict.fromkeys(urls, "DownloadTimeoutError")


def test_connections_are_kept_alive(server: HostileServer) -> None:
    urls = [server.url(f"/ok?{i}") for i in range(20)]

    report = crawl(urls, NEWSCRAWL_MIRROR=server.url(""), CONCURRENT_REQUESTS=1)

    assert report["found"] == dict.fromkeys(urls, "ok")
    assert server.connections == 1


@pytest.mark.parametrize(
    ("ours", "host", "trusted", "word"),
    [
        (True, "127.0.0.1", False, "certificate"),
        (True, "localhost", True, "certificate"),
        (True, "127.0.0.1", True, "ok"),
        (False, "localhost", False, "ok"),
    ],
)
def test_certificates(tmp_path: Path, ours: bool, host: str, trusted: bool, word: str) -> None:
    certificate = self_signed(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    with HostileServer(context) as server:
        url = server.url(host=host)
        trust = certificate if trusted else None

        report = crawl([url], ours=ours, trust=trust, NEWSCRAWL_MIRROR=url)

        assert report["found"] == {url: word}
        assert "retry/count" not in report["stats"]


def self_signed(folder: Path) -> Path:
    """A PEM file with a key and a certificate for 127.0.0.1."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hostile")])
    today = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path = folder / "server.pem"
    path.write_bytes(secret + certificate.public_bytes(pem))
    return path


@pytest.mark.parametrize(
    ("handlers", "says"),
    [
        ({}, "http must be"),
        (DOWNLOAD_HANDLERS | {"http": STOCK}, "http must be"),
        (DOWNLOAD_HANDLERS | {"https": None}, "https must be"),
        (DOWNLOAD_HANDLERS | {"https": "tests.crawl.attack.WithoutFirstWall"}, "https must be"),
        ({"http": OURS, "https": OURS}, "None for data, file, ftp, s3"),
        (DOWNLOAD_HANDLERS | {"gopher": OURS}, "None for gopher"),
    ],
)
def test_nothing_starts_with_another_handler(handlers: dict[str, str | None], says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        refuse_other_handlers(Settings({"DOWNLOAD_HANDLERS": handlers}))


def test_the_handlers_of_this_project_may_start() -> None:
    refuse_other_handlers(Settings({"DOWNLOAD_HANDLERS": DOWNLOAD_HANDLERS}))


@pytest.mark.parametrize("mirror", ["127.0.0.1:8000", "ftp://127.0.0.1", "http://", "http://a@b"])
def test_a_mirror_that_is_none_stops_the_start(mirror: str) -> None:
    settings = {"DOWNLOAD_HANDLERS": DOWNLOAD_HANDLERS, "NEWSCRAWL_MIRROR": mirror}

    with pytest.raises(ConfigError, match="NEWSCRAWL_MIRROR"):
        refuse_other_handlers(Settings(settings))


@pytest.mark.parametrize(
    ("mirror", "origin"),
    [
        ("http://127.0.0.1:8000", (b"http", b"127.0.0.1", 8000)),
        ("https://Mirror.Example/", (b"https", b"mirror.example", 443)),
        ("http://[::1]:8000/news", (b"http", b"::1", 8000)),
        ("http://зеркало.example", (b"http", b"xn--80ajfngsk.example", 80)),
        (None, None),
    ],
)
def test_the_mirror_is_a_scheme_a_host_and_a_port(mirror: str | None, origin: object) -> None:
    assert mirror_origin(Settings({"NEWSCRAWL_MIRROR": mirror})) == origin
