"""pywb replays what we keep: install it apart, and name its folder in ``NEWSCRAWL_PYWB``."""

import gzip
import os
import shutil
import socket
import subprocess
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from http.client import HTTPConnection

import brotli
import pytest
from backports import zstd

from newscrawl.page import HttpExchange, PriorSnapshot
from newscrawl.snapshots.decoding import decompressed
from newscrawl.snapshots.warc_writer import SnapshotWriter
from tests.archive.making import NOON, fetched
from tests.crawl.runner import wait_until
from tests.site.example import ExampleSite

GZIP, BROTLI = (b"Content-Encoding", b"gzip"), (b"Content-Encoding", b"br")
PAGE = ExampleSite().respond(ExampleSite().stories[0].path)[2]
AT, LATER = "20260301120000", "20260302120000"


def _answer(url: str, body: bytes, *headers: tuple[bytes, bytes]) -> HttpExchange:
    kind = (b"Content-Type", b"text/html; charset=utf-8")
    request = b"GET / HTTP/1.1\r\nHost: herald.test\r\n\r\n"
    return fetched(url, body, headers=(kind, *headers), request=request)


ANSWERS = {
    "plain": _answer("https://herald.test/plain", PAGE),
    "gzip": _answer(
        "https://herald.test/gzip", gzip.compress(PAGE), (b"Content-Encoding", b"gzip")
    ),
    "br": _answer("https://herald.test/br", brotli.compress(PAGE), BROTLI),
    "chunked": _answer(
        "https://herald.test/chunked",
        gzip.compress(PAGE),
        (b"content-encoding", b"gzip"),
        (b"Transfer-Encoding", b"chunked"),
    ),
    "deflate": _answer(
        "https://herald.test/deflate", zlib.compress(PAGE), (b"Content-Encoding", b"deflate")
    ),
    "upper": _answer(
        "https://herald.test/upper", gzip.compress(PAGE), (b"Content-Encoding", b"GZIP")
    ),
    "behind": _answer("https://herald.test/behind", gzip.compress(PAGE) + b"behind", GZIP),
    "none": _answer("https://herald.test/none", PAGE, (b"Content-Encoding", b"utf-8")),
    "headers": _answer("https://herald.test/headers", PAGE, (b"X-Policy", b"a" * 31_000)),
}
#: What pywb does not unpack: crawls do not ask for it, and keep it as it was sent.
PACKED = {
    name: _answer(f"https://herald.test/{name}", body, (b"Content-Encoding", named.encode()))
    for name, named, body in (
        ("zstd", "zstd", zstd.compress(PAGE)),
        ("x-gzip", "x-gzip", gzip.compress(PAGE)),
        ("two", "gzip, br", brotli.compress(gzip.compress(PAGE))),
    )
}


def _program(name: str) -> str:
    found = shutil.which(name, path=os.environ.get("NEWSCRAWL_PYWB") or os.environ["PATH"])
    if found is None:
        pytest.skip("pywb is not installed")
    return found


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a pywb that replays each answer, and the same a day later as a revisit."""
    wayback, manager = _program("wayback"), _program("wb-manager")
    folder = tmp_path_factory.mktemp("pywb")
    writer = SnapshotWriter(folder, "herald")
    for number, answer in enumerate([*ANSWERS.values(), *PACKED.values()]):
        before = PriorSnapshot(snapshot_id=number, kept=writer.write(answer))
        writer.sync()
        again = replace(answer, fetched_at=NOON + timedelta(days=1))
        assert writer.write(again, [before]).same_as == number
    writer.sync()
    writer.close()
    for command in (["init", "news"], ["add", "news", *map(str, folder.glob("warc/*/*.gz"))]):
        subprocess.run([manager, *command], cwd=folder, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serve = [wayback, "--bind", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(serve, cwd=folder, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until(lambda: _answers(port), 60)
            yield port
        finally:
            process.terminate()


def _answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def _get(port: int, path: str) -> tuple[int, str | None, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": "gzip, br"})
        answer = connection.getresponse()
        return answer.status, answer.getheader("Content-Encoding"), answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("moment", [AT, LATER], ids=["response", "revisit"])
@pytest.mark.parametrize("name", ANSWERS)
def test_pywb_gives_the_bytes_as_they_were_sent(replayed: int, name: str, moment: str) -> None:
    status, encoding, body = _get(replayed, f"/news/{moment}id_/https://herald.test/{name}")

    assert (status, decompressed(body, encoding or "")) == (200, PAGE)


@pytest.mark.parametrize("name", PACKED)
def test_pywb_shows_what_it_cannot_unpack_as_it_was_sent(replayed: int, name: str) -> None:
    status, encoding, body = _get(replayed, f"/news/{AT}mp_/https://herald.test/{name}")

    assert (status, encoding) == (200, None)
    assert body == PACKED[name].body


@pytest.mark.parametrize("moment", [AT, LATER], ids=["response", "revisit"])
@pytest.mark.parametrize("name", ANSWERS)
def test_pywb_shows_the_page(replayed: int, name: str, moment: str) -> None:
    status, _, body = _get(replayed, f"/news/{moment}mp_/https://herald.test/{name}")

    headline = ExampleSite().stories[0].headline
    assert status == 200
    assert headline.encode() in body
    assert b"wombat" in body


def test_pywb_knows_nothing_that_was_not_kept(replayed: int) -> None:
    assert _get(replayed, f"/news/{AT}mp_/https://herald.test/never")[0] == 404
