"""The example site over HTTP: validators, compression, the list of requests, faults."""

import gzip
import http.client
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl import site as shipped
from newscrawl.site.standing_site import PRINTED
from tests.site.example import ExampleSite, RussianSite, SiteServer, serve
from tests.site.shipped import as_text, printed

PATH = "/2026/02/03/kalinov-ferry-returns-after-a-winter-without-ice-a92104"


@pytest.fixture
def server() -> Iterator[SiteServer]:
    with serve(ExampleSite()) as running:
        yield running


def ask(
    server: SiteServer, path: str, method: str = "GET", **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=10)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def test_a_page_is_served_as_the_site_prints_it(server: SiteServer) -> None:
    status, headers, body = ask(server, f"{PATH}?utm_source=rss")

    assert (status, body) == (200, server.site.respond(PATH)[2])
    assert headers["Content-Length"] == str(len(body))


@pytest.mark.parametrize("path", [PATH, "/rss/news", "/sitemap/2026-3.xml", "/news"])
@pytest.mark.parametrize(
    ("asks", "gives"), [("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")]
)
def test_what_did_not_change_is_a_304(server: SiteServer, path: str, asks: str, gives: str) -> None:
    _status, headers, _body = ask(server, path)

    status, again, body = ask(server, path, **{asks: headers[gives]})

    assert (status, body, again["ETag"]) == (304, b"", headers["ETag"])


@pytest.mark.parametrize(
    ("asks", "gives"), [("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")]
)
def test_what_changed_is_sent_again(server: SiteServer, asks: str, gives: str) -> None:
    _status, headers, _body = ask(server, PATH)
    server.site.edit("92104", "22 years", "23 years")

    status, _headers, body = ask(server, PATH, **{asks: headers[gives]})

    assert status == 200
    assert b"23 years" in body


def test_the_etag_wins_over_the_date(server: SiteServer) -> None:
    _status, headers, _body = ask(server, PATH)

    status, *_rest = ask(
        server, PATH, If_None_Match='"other"', If_Modified_Since=headers["Last-Modified"]
    )

    assert status == 200


@pytest.mark.parametrize("accepted", ["gzip", "br, gzip;q=0.8"])
def test_bodies_are_compressed_when_asked(server: SiteServer, accepted: str) -> None:
    _status, headers, body = ask(server, PATH, Accept_Encoding=accepted)

    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == server.site.respond(PATH)[2]


def test_the_site_that_ships_is_what_the_site_of_the_tests_prints() -> None:
    site, ships, answers = ExampleSite(), shipped.ExampleSite(), printed()

    assert gzip.decompress(PRINTED.read_bytes()).decode() == as_text(answers)
    assert set(site.paths()) < answers.keys()
    for path in (*site.paths(), "/", "/news/19", "/live/92875/0", "/image/any.jpg", "/plus/none"):
        assert ships.respond(path) == site.respond(path)
    assert ships.respond("/preview/none")[0] == 404


def test_head_has_headers_and_no_body(server: SiteServer) -> None:
    status, headers, body = ask(server, PATH, "HEAD")

    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 10_000


def test_requests_are_written_down(server: SiteServer) -> None:
    ask(server, "/rss/news?x=1", User_Agent="newscrawl")
    ask(server, "/nothing", "HEAD")

    assert [(r.method, r.path, r.status) for r in server.requests] == [
        ("GET", "/rss/news?x=1", 200),
        ("HEAD", "/nothing", 404),
    ]
    assert server.requests[0].headers["User-Agent"] == "newscrawl"
    assert abs(server.requests[0].time - time.time()) < 60

    server.forget_requests()
    assert server.requests == ()


def test_a_fault_holds_until_it_is_healed(server: SiteServer) -> None:
    server.override(PATH, status=503, body="busy", headers={"Retry-After": "1"})
    broken = [ask(server, PATH) for _ in range(2)]
    server.heal(PATH)

    assert [(status, body) for status, _headers, body in broken] == [(503, b"busy")] * 2
    assert broken[0][1]["Retry-After"] == "1"
    assert ask(server, PATH)[0] == 200


def test_a_fault_may_pass_by_itself(server: SiteServer) -> None:
    server.override(PATH, status=500, times=2)

    assert [ask(server, PATH)[0] for _ in range(4)] == [500, 500, 200, 200]


def test_an_answer_may_be_late(server: SiteServer) -> None:
    server.override(PATH, delay=0.3)
    began = time.monotonic()

    assert ask(server, PATH)[0] == 200
    assert time.monotonic() - began >= 0.3


def test_one_late_answer_does_not_hold_up_the_others(server: SiteServer) -> None:
    server.override(PATH, delay=3)
    late = threading.Thread(target=ask, args=(server, PATH))
    late.start()
    began = time.monotonic()

    ask(server, "/robots.txt")

    assert time.monotonic() - began < 2.5
    late.join()


def test_one_connection_serves_many_requests(server: SiteServer) -> None:
    connection = http.client.HTTPConnection(server.url.removeprefix("http://"), timeout=10)
    for path in ("/robots.txt", PATH, "/nothing"):
        connection.request("GET", path)
        connection.getresponse().read()
    connection.close()

    assert len(server.requests) == 3


def test_two_sites_run_beside_each_other() -> None:
    with serve(ExampleSite()) as english, serve(RussianSite()) as russian:
        assert english.url != russian.url
        assert ask(russian, "/rss/ft")[0] == 200
        assert ask(english, "/rss/ft")[0] == 404


def test_the_port_is_free_after_the_block() -> None:
    with serve(ExampleSite()) as first:
        port = int(first.url.rpartition(":")[2])

    with serve(ExampleSite(), port) as second:
        assert ask(second, "/robots.txt")[0] == 200


@pytest.mark.parametrize(
    ("module", "title", "path"),
    [
        (["newscrawl.site"], "The Moscow Times", "/rss/in-depth"),
        (["tests.site", "--russian"], "The Moscow Times in Russian", "/rss/ft"),
    ],
)
def test_python_can_run_it_as_a_module(module: list[str], title: str, path: str) -> None:
    command = [sys.executable, "-m", *module, "--port", "0"]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as run:
        try:
            assert run.stdout is not None
            line = run.stdout.readline()
            host = line.strip().rpartition("http://")[2]
            connection = http.client.HTTPConnection(host, timeout=10)
            connection.request("GET", path)
            assert connection.getresponse().status == 200
            connection.close()
        finally:
            run.terminate()
    assert line.startswith(f"serving {title} at http://127.0.0.1:")
