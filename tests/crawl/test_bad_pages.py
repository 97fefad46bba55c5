"""Pages and feeds that no outlet should send: each ends in a row of its own, and stops nothing."""

import gzip
import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import brotli
import pytest
from backports import zstd

from tests.cli.runner import newscrawl
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls, Ended
from tests.site.example import ExampleSite, SiteServer, serve

_HTML = {"Content-Type": "text/html; charset=utf-8"}
_TEXT = "<p>The harbor office has counted its gulls, and there are more of them than last year.</p>"


def _page(head: str = "", body: str = _TEXT, headline: str = "<h1>Gulls Are Counted</h1>") -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>'
        f'<article class="article">{headline}<div class="article__content">{body}</div>'
        "</article></body></html>"
    )


def _dated(year: str) -> str:
    data = {"@type": "NewsArticle", "headline": "Gulls", "datePublished": f"{year}-01-01T00:00:00Z"}
    return _page(f'<script type="application/ld+json">{json.dumps(data)}</script>')


def _told(more: str) -> str:
    data = f'{{"@type": "NewsArticle", "headline": "Gulls Are Counted", {more[1:]}'
    return _page(f'<script type="application/ld+json">{data}</script>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Bad:
    """What a server sends for an article, and how that must end."""

    name: str
    body: bytes | str
    outcome: str
    #: None: any.
    reason: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    status: int | None = None


#: Bytes that a bomb unpacks to: memory would show it.
_BOMB_SIZE = 400_000_000


def _bomb() -> bytes:
    """Of one block, packed once: to pack each would take each process that tests a second."""
    block, times = bytes(10**6), _BOMB_SIZE // 10**6
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = 0
    for _ in range(times):
        checksum = zlib.crc32(block, checksum)
    trailer = struct.pack("<II", checksum, _BOMB_SIZE)
    return gzip.compress(b"")[:10] + packed * times + packer.flush() + trailer


_BOMB = _bomb()
_HUGE = _page(body=_TEXT * 125_000)
_CUT = brotli.compress(_page().encode())[:-9]
_BEHIND = gzip.compress(gzip.compress(_page().encode())) + b"behind"


def _encoded(encoding: str, **given: Any) -> Bad:
    return Bad(headers=(("Content-Encoding", encoding),), **given)


#: Pages that are odd, and are stored.
_ODD = {
    "bad-encoding": _page().encode() + b"<p>\xff\xfe\x80 broken</p>",
    "nul": _page(body=_TEXT + "<p>One NUL: \0 and no more.</p>"),
    "no-date": _page(),
    "year-0": _dated("0000"),
    "year-9999": _dated("9999"),
    "charset-hex": _page('<meta charset="hex">').encode(),
    "number-for-a-date": _told('{"datePublished": 7, "author": 7}'),
    "truth-for-a-date": _told('{"datePublished": true}'),
    "deep-json-ld": _told('{"author": ' + '{"name": ' * 450 + "1" + "}" * 450 + "}"),
    "lone-surrogate": _page(body=_TEXT + "<p>&#xD800; alone</p>"),
}
_BAD = (
    Bad(
        name="pdf",
        body=b"%PDF-1.4\n%%EOF\n",
        outcome="not_article",
        reason="not_html",
        headers=(("Content-Type", "application/pdf"),),
    ),
    Bad(name="empty", body=b"", outcome="failed", reason="empty"),
    Bad(name="error", body=b"", status=502, outcome="failed", reason="http_502"),
    Bad(name="forbidden", body=_page(), status=401, outcome="blocked", reason="login"),
    Bad(name="missing", body=_page(), status=404, outcome="missing", reason="http_404"),
    _encoded("identity", name="huge", body=_HUGE, outcome="quarantined", reason="too_large"),
    _encoded("gzip", name="bomb", body=_BOMB, outcome="quarantined", reason="too_large"),
    _encoded("gzip", name="never-packed", body=_page(), outcome="failed", reason="bad_encoding"),
    _encoded("br", name="cut-brotli", body=_CUT, outcome="failed", reason="cut_off"),
    _encoded("zstd", name="zstd", body=zstd.compress(_page().encode()), outcome="stored"),
    _encoded("utf-8", name="no-encoding", body=_page(), outcome="stored"),
    _encoded("GZIP, x-gzip", name="bytes-behind", body=_BEHIND, outcome="stored"),
    _encoded(
        "gzip", name="gone-in-gzip", body=_page(), status=410, outcome="missing", reason="http_410"
    ),
    Bad(
        name="large-headers",
        body=_page(),
        outcome="quarantined",
        reason="headers_too_large",
        headers=(("Content-Security-Policy", "a" * 32_000),),
    ),
    Bad(name="no-headline", body=_page(headline=""), outcome="quarantined", reason="no_headline"),
    Bad(
        name="too-deep",
        body=_page(body="<div>" * 200_000 + _TEXT),
        outcome="quarantined",
        reason="too_deep",
    ),
    Bad(
        name="charset-idna",
        body=_page(),
        headers=(("Content-Type", "text/html; charset=idna"),),
        outcome="stored",
    ),
    *(Bad(name=name, body=body, outcome="stored") for name, body in _ODD.items()),
)
_ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))
    + "]><rss><channel><title>&j;</title></channel></rss>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suffered:
    """A crawl of a site on which all of this stands."""

    crawls: Crawls
    server: SiteServer
    ended: Ended
    keys: dict[str, str]


@pytest.fixture(scope="module")
def suffered(
    make_database: MakeDatabase, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Suffered]:
    site = ExampleSite()
    stories = [story for story in site.stories if story.listed and story.kind == "article"]
    with serve(site) as server:
        crawls = Crawls(tmp_path_factory.mktemp("home"), make_database.with_schema(), server.url)
        keys = {}
        for bad, story in zip(_BAD, stories, strict=False):
            keys[bad.name] = story.key
            headers = {**_HTML, **dict(bad.headers)}
            server.override(story.path, status=bad.status, body=bad.body, headers=headers)
        whole = site.respond("/rss/opinion")[2]
        server.override("/rss/opinion", body=whole[: len(whole) * 2 // 3])
        server.override("/rss/city", body=_page(), headers=_HTML)
        server.override("/rss/meanwhile", body=_ENTITIES)
        server.override("/rss/podcasts", body=_BOMB, headers={"Content-Encoding": "gzip"})
        server.override("/rss/in-depth", body=b"")
        server.override("/rss/arts-and-life", body=whole, headers={"Content-Encoding": "br"})
        ended = crawls.run(
            *("-a", "since=2025-01-01"), RETRY_ENABLED="0", MEMUSAGE_CHECK_INTERVAL_SECONDS="0.2"
        )
        yield Suffered(crawls=crawls, server=server, ended=ended, keys=keys)


@pytest.mark.parametrize("bad", _BAD, ids=lambda bad: bad.name)
def test_a_bad_page_ends_in_its_named_outcome(suffered: Suffered, bad: Bad) -> None:
    outcome, reason = suffered.crawls.outcome(suffered.keys[bad.name])
    assert (outcome, reason if bad.reason else None) == (bad.outcome, bad.reason)


def test_all_other_articles_are_stored(suffered: Suffered) -> None:
    site = suffered.server.site
    others = {story.key for story in site.stories if story.listed} - set(suffered.keys.values())
    assert len(others) > 20
    assert others - suffered.crawls.keys() == set()


def test_the_ledger_adds_up_and_few_bad_pages_among_many_are_no_failure(suffered: Suffered) -> None:
    suffered.crawls.assert_adds_up()
    assert suffered.ended.code == 0, suffered.ended.stderr
    assert suffered.crawls.last_crawl()["finish_reason"] == "finished"
    assert "Traceback" not in suffered.ended.stderr


def test_what_is_quarantined_has_its_error(suffered: Suffered) -> None:
    rows = suffered.crawls.ask("SELECT key, reason, error FROM quarantine")
    expected = {suffered.keys[b.name]: b.reason for b in _BAD if b.outcome == "quarantined"}
    assert {row.key: row.reason for row in rows} == expected
    assert all(row.error for row in rows)


def test_whatever_the_crawl_could_unpack_every_reader_unpacks(suffered: Suffered) -> None:
    environ, page = suffered.crawls.environ, _page()
    checked = json.loads(newscrawl("snapshots", "verify", "--json", **environ).stdout)

    assert (checked["problems"], checked["undecoded"]) == ([], 0)
    assert checked["snapshots"] > 20
    for name in ("zstd", "no-encoding", "bytes-behind"):
        number = str(suffered.crawls.article(suffered.keys[name])["article_id"])
        assert newscrawl("snapshots", "export", number, **environ).stdout == page
    again = newscrawl("replay", "--again", "--dry-run", "--json", **environ)
    assert again.returncode == 0, again.stderr
    assert '"unreadable": []' in again.stdout, again.stdout


def test_a_page_without_a_date_has_that_of_its_url(suffered: Suffered) -> None:
    row = suffered.crawls.article(suffered.keys["no-date"])
    local = row["date_published"].astimezone(ZoneInfo("Europe/Moscow"))
    assert f"{local:/%Y/%m/%d/}" in row["url"]


@pytest.mark.parametrize("name", ["year-0", "year-9999"])
def test_a_date_that_is_none_is_null(suffered: Suffered, name: str) -> None:
    assert suffered.crawls.article(suffered.keys[name])["date_published"] is None


def test_a_bad_feed_is_named_and_hides_no_article(suffered: Suffered) -> None:
    rows = suffered.crawls.ask("SELECT url, last_result, complaint FROM source")
    said = {row.url.rpartition("/rss/")[2]: row.last_result for row in rows if "/rss/" in row.url}
    bad = {"city", "podcasts", "arts-and-life"}
    assert all(said[name] != "ok" for name in bad), said
    complaints = {row.url.rpartition("/")[2] for row in rows if row.complaint}
    assert "opinion" in complaints, "a feed that is cut off gives what it has, and is noted"


def test_neither_time_nor_memory_runs_away(suffered: Suffered) -> None:
    assert suffered.ended.seconds < 100
    stats = suffered.crawls.last_crawl()["stats"]
    assert stats["memusage/max"] < stats["memusage/startup"] + _BOMB_SIZE // 2
