"""Bodies that did not arrive whole, or that are not what their headers say: none becomes a page."""

import gzip
import ssl
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from backports import zstd

from tests.crawl.attack import crawl
from tests.crawl.hostile import ENCODED, SENT, HostileServer
from tests.crawl.runner import Crawls
from tests.crawl.test_handler import self_signed
from tests.site.example import ExampleSite, SiteServer, serve

_LOST = "ResponseDataLossError"
#: What is not whole, by how it is sent; all else is.
_TORN = {"too-short", "no-last-chunk", "half-a-chunk", "no-length,reset"}


@pytest.fixture
def hostile() -> Iterator[HostileServer]:
    with HostileServer() as server:
        yield server


def _found(server: HostileServer, paths: list[str], **given: object) -> dict[str, str]:
    """What became of each path."""
    urls = {server.url(path): path for path in paths}
    settings = {"RETRY_ENABLED": False, "NEWSCRAWL_MIRROR": server.url(""), **given}
    found = crawl(list(urls), **settings)["found"]  # type: ignore[arg-type]
    return {urls[url].partition("?")[2]: word for url, word in found.items()}


def test_a_transfer_is_whole_where_its_end_was_said(hostile: HostileServer) -> None:
    found = _found(hostile, [f"/sent?{name}" for name in SENT])

    assert found == {name: _LOST if name in _TORN else "ok" for name in SENT}


def test_under_tls_the_end_is_said_by_tls(tmp_path: Path) -> None:
    certificate = self_signed(tmp_path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    with HostileServer(context) as server:
        found = _found(server, [f"/sent?{name}" for name in SENT], trust=certificate)

    torn = {*_TORN, "no-length,dropped"}
    assert found == {name: _LOST if name in torn else "ok" for name in SENT}


def test_scrapy_takes_what_was_reset_for_whole(hostile: HostileServer) -> None:
    found = _found(hostile, ["/sent?no-length,reset", "/encoded?gzip,cut"], ours=False)

    assert set(found.values()) == {"ok"}


def test_a_body_that_does_not_keep_to_its_encoding_has_a_name(hostile: HostileServer) -> None:
    found = _found(hostile, [f"/encoded?{name}" for name in ENCODED])

    words = {"cut": "cut_off", "sum": "bad_encoding", "never": "bad_encoding"}
    assert found == {
        name: "bad_encoding" if name == "compress" else words.get(name.rpartition(",")[2], "ok")
        for name in ENCODED
    }


def test_an_answer_whose_status_says_all_needs_no_body(hostile: HostileServer) -> None:
    assert _found(hostile, ["/gone?gzip"], HTTPERROR_ALLOW_ALL=True) == {"gzip": "ok"}


Pack = Callable[[bytes], bytes]
#: Encodings, and how much of a page is lost on its way.
_CUT: list[tuple[str, Pack, int]] = [
    ("gzip", gzip.compress, 200),
    ("gzip", gzip.compress, 4),
    ("br", brotli.compress, 200),
    ("zstd", zstd.compress, 200),
    ("deflate", zlib.compress, 200),
]


def test_a_page_that_comes_cut_off_is_no_edit(crawls: Crawls, site: ExampleSite) -> None:
    stories = [story for story in site.stories if story.kind == "article"][: len(_CUT)]
    with serve(site) as sending:
        crawls.mirror = sending.url
        asked = "urls=" + ",".join(sending.url + story.path for story in stories)
        crawls.run("-a", asked)
        for lost in (True, False):
            for (encoding, pack, size), story in zip(_CUT, stories, strict=True):
                packed = pack(site.respond(story.path)[2])
                headers = {"Content-Type": "text/html", "Content-Encoding": encoding}
                body = packed[:-size] if lost else packed
                sending.override(story.path, body=body, headers=headers)
            crawls.run("-a", asked)
            results = {
                row[0]
                for row in crawls.ask("SELECT last_result FROM link WHERE outcome = 'stored'")
            }
            assert results == {"failed: cut_off" if lost else "stored"}

    assert crawls.count("SELECT count(*) FROM revision") == len(_CUT)


def test_robots_txt_parts_and_sources_are_unpacked_as_pages_are(
    crawls: Crawls, server: SiteServer
) -> None:
    live = server.site.story("92875")
    asked = f"urls={server.url}{live.path}"
    packed = {"Content-Encoding": "gzip", "Content-Type": "text/html"}
    server.override("/robots.txt", body="User-agent: *\nDisallow:\n", headers=packed)
    ended = [crawls.run("-a", asked)]
    assert crawls.outcome(live.key) == ("failed", "robots_unavailable")
    server.override("/robots.txt", body="no such page", status=404, headers=packed)
    server.override(
        f"/live/{live.key}/0", body=gzip.compress(b"<p>Snow") + b"\x1f\x8b", headers=packed
    )
    ended.append(crawls.run("-a", asked))
    assert crawls.outcome(live.key) == ("failed", "part_cut_off")
    for feed in ("news", "opinion"):
        server.override(f"/rss/{feed}", body="<rss></rss>", headers=packed)
    ended.append(crawls.run())

    results = dict(crawls.ask("SELECT url, last_result FROM source WHERE url LIKE '%/rss/%'"))
    names = {url.rpartition("/")[2]: result for url, result in results.items()}
    assert (names["news"], names["opinion"], names["city"]) == ("bad_encoding",) * 2 + ("ok",)
    assert not any("Traceback" in each.stderr for each in ended)
    assert ended[2].code == 0, ended[2].stderr
    assert {request.headers["Accept-Encoding"] for request in server.requests} == {
        "gzip, deflate, br"
    }
