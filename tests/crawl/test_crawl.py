"""Whole crawls of the example site: what is in the archive is what was on the pages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.page import WarcLocation
from newscrawl.snapshots.warc_reader import read_page
from tests.conftest import MakeDatabase
from tests.crawl.runner import Crawls, articles_asked, paths, scrapy
from tests.site.example import ExampleSite, RussianSite, SiteServer, serve

#: Facts that the view ``articles`` has under the names of ``newscrawl extract``.
_FIELDS = (
    *("headline", "description", "lead", "authors", "date_published", "date_modified"),
    *("section", "keywords", "language", "is_free", "kind", "body", "images"),
)
_LIVE = "92875"


@pytest.fixture(scope="module")
def site() -> ExampleSite:
    return ExampleSite()


@pytest.fixture(scope="module")
def russian() -> RussianSite:
    return RussianSite()


@pytest.fixture(scope="module")
def crawled(
    make_database: MakeDatabase,
    tmp_path_factory: pytest.TempPathFactory,
    site: ExampleSite,
    russian: RussianSite,
) -> Iterator[tuple[Crawls, SiteServer, Crawls]]:
    """Both sites, crawled into one database from 2025 on."""
    home, url = tmp_path_factory.mktemp("home"), make_database()
    with serve(site) as server, serve(russian) as other:
        crawls = Crawls(home, url, server.url)
        in_russian = Crawls(home, url, other.url, outlet="moscow_times_ru")
        for run in (crawls.run("-a", "since=2025-01-01"), in_russian.run()):
            assert (run.code, run.stdout, run.stderr) == (0, "", "")
        yield crawls, server, in_russian


@pytest.fixture
def crawls(crawled: tuple[Crawls, SiteServer, Crawls]) -> Crawls:
    return crawled[0]


@pytest.fixture
def server(crawled: tuple[Crawls, SiteServer, Crawls]) -> SiteServer:
    return crawled[1]


@pytest.fixture
def in_russian(crawled: tuple[Crawls, SiteServer, Crawls]) -> Crawls:
    return crawled[2]


def _listed(site: ExampleSite) -> set[str]:
    return {story.key for story in site.stories if story.listed}


def test_every_listed_article_is_stored(crawls: Crawls, site: ExampleSite) -> None:
    assert crawls.keys() == _listed(site)


def test_the_archive_says_what_the_pages_say(crawls: Crawls, site: ExampleSite) -> None:
    for key in _without_posts(site):
        row, truth = crawls.article(key), site.truth(key)
        told = {field: _plain(row[field]) for field in _FIELDS}
        assert told == {field: truth[field] for field in _FIELDS}, key


def _without_posts(site: ExampleSite) -> list[str]:
    """Keys of all but live blogs, whose page does not hold what the archive does."""
    return sorted(key for key in _listed(site) if site.story(key).kind != "live")


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_the_ledger_adds_up(crawls: Crawls, in_russian: Crawls) -> None:
    crawls.assert_adds_up()
    in_russian.assert_adds_up()


def test_no_link_is_left_waiting_or_leased(crawls: Crawls) -> None:
    assert crawls.count("SELECT count(*) FROM link WHERE lease IS NOT NULL") == 0
    assert "waiting" not in crawls.ledger()


def test_every_revision_leads_to_the_bytes_that_were_served(
    crawls: Crawls, site: ExampleSite
) -> None:
    rows = crawls.ask(
        "SELECT a.key, s.* FROM revision r JOIN article a ON a.id = r.article_id "
        "JOIN snapshot s ON s.id = r.snapshot_id WHERE a.outlet = 'moscow_times'"
    )
    kept = {row.key: _bytes_of(crawls.home, row) for row in rows}
    assert kept == {key: site.respond(site.story(key).path)[2] for key in _listed(site)}


def _bytes_of(home: Path, row: Any) -> bytes:
    kept = WarcLocation(file=row.file, offset=row.offset, length=row.length, digest=row.digest)
    return read_page(home, kept, row.url, row.fetched_at).html


def test_no_page_is_asked_for_twice(server: SiteServer) -> None:
    asked = articles_asked(server.requests)
    assert sorted(asked) == sorted(set(asked))


def test_canonical_addresses_are_stored_and_not_the_mirrors(crawls: Crawls) -> None:
    for table, column in (("link", "url"), ("article", "url"), ("snapshot", "url")):
        assert crawls.count(f"SELECT count(*) FROM {table} WHERE {column} LIKE '%127.0.0.1%'") == 0


def test_the_posts_of_a_live_blog_are_fetched_kept_and_read(
    crawls: Crawls, site: ExampleSite
) -> None:
    parts = crawls.ask(
        "SELECT part.* FROM snapshot part JOIN snapshot page ON page.id = part.part_of "
        "JOIN revision r ON r.snapshot_id = page.id JOIN article a ON a.id = r.article_id "
        "WHERE a.key = :key",
        key=_LIVE,
    )
    assert [_bytes_of(crawls.home, part) for part in parts] == [site.respond(f"/live/{_LIVE}/0")[2]]
    posts = [
        re.sub("<.*?>", "", paragraph)
        for post in site.story(_LIVE).posts
        for paragraph in re.findall("<p>(.*?)</p>", post.html)
    ]
    assert posts
    body = crawls.article(_LIVE)["body"]
    assert body == "\n\n".join([site.truth(_LIVE)["body"], *posts])


def test_two_outlets_with_the_same_numbers_do_not_mix(
    crawls: Crawls, in_russian: Crawls, site: ExampleSite, russian: RussianSite
) -> None:
    shared = _listed(site) & _listed(russian)
    assert shared
    assert in_russian.keys() == _listed(russian)
    for key in shared:
        assert in_russian.article(key)["headline"] == russian.truth(key)["headline"]
        assert crawls.article(key)["headline"] == site.truth(key)["headline"]


def test_a_crawl_without_news_asks_conditionally_and_fetches_no_article(
    crawls: Crawls, server: SiteServer
) -> None:
    revisions = crawls.count("SELECT count(*) FROM revision")
    due = crawls.count(
        "SELECT count(*) FROM link WHERE next_visit_at <= archive_now() AND outlet = 'moscow_times'"
    )
    server.forget_requests()
    first = crawls.run()
    asked = paths(server.requests)
    server.forget_requests()

    again = crawls.run()

    assert (first.code, first.stdout, first.stderr) == (0, "", "")
    assert "/news" in asked
    assert "/news/19" not in asked, "without a range no section is paged"
    months = [path for path in asked if path.startswith("/sitemap/2")]
    assert months == ["/sitemap/2026-10.xml", "/sitemap/2026-9.xml"], "the last thirty days"
    assert (again.code, again.stdout, again.stderr) == (0, "", "")
    assert due == 0
    assert articles_asked(server.requests) == []
    sources = [request for request in server.requests if request.path != "/robots.txt"]
    assert {request.status for request in sources} == {304}
    assert all("If-None-Match" in request.headers for request in sources)
    assert all("If-Modified-Since" in request.headers for request in sources)
    assert crawls.count("SELECT count(*) FROM revision") == revisions
    assert crawls.last_crawl()["finish_reason"] == "finished"


def test_scrapy_parse_shows_what_a_page_comes_to_without_an_archive(
    server: SiteServer, site: ExampleSite
) -> None:
    story = site.story("93081")
    with scrapy(
        *("parse", "--spider", "moscow_times", f"{server.url}{story.path}"),
        environ={},
        NEWSCRAWL_MIRROR=server.url,
    ) as process:
        stdout, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert story.headline in stdout
