"""Which of an index's sitemaps are asked for."""

from dataclasses import replace

import pytest

from newscrawl import urls
from newscrawl.crawl.source_reader import without_strangers
from newscrawl.discover import Link, Listing
from newscrawl.outlet import Feed, Sitemap
from newscrawl.outlets import load_outlet
from tests.crawl.runner import Crawls
from tests.site.example import SiteServer

_OUTLET = replace(
    load_outlet("moscow_times"),
    sources=(Sitemap("/map.xml"), Feed("https://feeds.example.net/all")),
)
_INDEX = "<sitemapindex>%s</sitemapindex>"
_CHILD = "<sitemap><loc>%s</loc></sitemap>"


def _listing(*children: str) -> Listing:
    return Listing(sitemaps=tuple(Link(url=url) for url in children))


def test_hosts_of_the_outlet_and_those_that_its_file_names_are_asked() -> None:
    listing = _listing(
        "https://www.themoscowtimes.com/a.xml",
        "https://themoscowtimes.com/b.xml",
        "https://static.themoscowtimes.com/c.xml",
        "https://feeds.example.net/d.xml",
    )
    assert without_strangers(listing, _OUTLET) is listing


def test_sitemaps_on_other_hosts_are_counted_and_left() -> None:
    strange = [
        "https://example.org/a.xml",
        "https://themoscowtimes.com.example.org/a.xml",
        "https://feeds.example.net:8080/d.xml",
        "https://feeds.example.net@example.org/d.xml",
        "http://10.0.0.1/a.xml",
        "mailto:desk@example.org",
        "http://[/",
    ]
    found = without_strangers(_listing("https://www.themoscowtimes.com/a.xml", *strange), _OUTLET)
    assert [link.url for link in found.sitemaps] == ["https://www.themoscowtimes.com/a.xml"]
    assert found.complaint == "7 sitemaps on other hosts were left"


def test_a_crawl_says_what_it_left_and_asks_for_none_of_it(
    crawls: Crawls, server: SiteServer
) -> None:
    strangers = "".join(_CHILD % f"https://stranger{n}.example.org/x.xml" for n in range(500))
    own = _CHILD % "https://static.themoscowtimes.com/sitemap/2026-10.xml"
    server.override("/sitemap/sitemap.xml", body=_INDEX % (strangers + own))

    assert crawls.run().code in (0, 6)

    asked = {row.url for row in crawls.ask("SELECT url FROM source")}
    assert not [url for url in asked if "stranger" in url]
    complaints = [row.complaint for row in crawls.ask("SELECT complaint FROM source")]
    assert "500 sitemaps on other hosts were left" in complaints
    assert crawls.count("SELECT count(*) FROM host WHERE name LIKE 'stranger%'") == 0


@pytest.mark.parametrize("status", [200, 503])
def test_a_wall_in_place_of_each_source_blocks_the_crawl(
    crawls: Crawls, server: SiteServer, status: int
) -> None:
    wall = (
        "<!DOCTYPE html><title>Just a moment...</title><h1>Checking your browser before you go on"
        '</h1><form id="challenge-form" class="cf-challenge"></form>'
    )
    for source in load_outlet("moscow_times").sources:
        given = {"body": wall, "headers": {"Content-Type": "text/html"}, "status": status}
        server.override(urls.path_of(source.url), **given)

    done = crawls.run(RETRY_ENABLED="0")

    assert done.code == 7, done.stderr
    assert {row.last_result for row in crawls.ask("SELECT last_result FROM source")} == {
        "challenge"
    }


def test_a_section_that_is_called_as_walls_are_is_read(crawls: Crawls, server: SiteServer) -> None:
    section = (
        "<!DOCTYPE html><title>Verification | The Moscow Times</title><h1>Verification</h1>"
        "<ul><li><a href='/2026/10/12/a-wardrobe-was-weighed-a4242'>A Wardrobe Was Weighed</a></ul>"
    )
    server.override("/news", body=section, headers={"Content-Type": "text/html"})

    crawls.run()

    [row] = crawls.ask("SELECT last_result FROM source WHERE url LIKE '%.com/news'")
    assert row.last_result == "ok"
    assert crawls.count("SELECT count(*) FROM link WHERE key = '4242'") == 1
