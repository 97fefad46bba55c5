"""The way down through indexes of sitemaps."""

from datetime import date

import pytest

from newscrawl.discover import Descent, Range, links_in, sitemap_indexes
from newscrawl.outlet import Outlet, Sitemap

HOME = "https://www.example.org"
OUTLET = Outlet(name="example", title="Example", home=HOME, language="en")
SOURCE = Sitemap("/index.xml")
TODAY = date(2026, 3, 31)


def index(*paths: str, lastmod: str = "2026-03-30") -> str:
    children = "".join(
        f"<sitemap><loc>{path}</loc><lastmod>{lastmod}</lastmod></sitemap>" for path in paths
    )
    return f"<sitemapindex>{children}</sitemapindex>"


def read(site: dict[str, str], wanted: Range = Range()) -> tuple[list[str], dict[str, int]]:  # noqa: B008
    """The paths that are asked for, in order, and how many were left by the reason."""
    way = Descent(SOURCE, OUTLET, wanted, TODAY)
    asked, url = [], f"{HOME}/index.xml"
    while True:
        asked.append(url.removeprefix(HOME))
        body = site.get(asked[-1], "<urlset/>")
        way.note(links_in(SOURCE, body.encode(), url))
        following = way.next()
        if following is None:
            return asked, dict(way.left)
        url = following


def test_an_index_within_an_index_is_followed() -> None:
    site = {"/index.xml": index("/new.xml", "/old.xml"), "/new.xml": index("/1.xml", "/2.xml")}

    assert read(site) == (["/index.xml", "/new.xml", "/1.xml", "/2.xml", "/old.xml"], {})


def test_a_circle_of_indexes_ends() -> None:
    site = {"/index.xml": index("/a.xml"), "/a.xml": index("/index.xml#x", "/a.xml", "/b.xml")}

    assert read(site) == (["/index.xml", "/a.xml", "/b.xml"], {"they were read already": 2})


def test_a_chain_without_end_is_left_and_said() -> None:
    site = {f"/{n}.xml": index(f"/{n + 1}.xml") for n in range(99)}

    asked, left = read({"/index.xml": index("/0.xml"), **site})

    assert len(asked) == 1 + sitemap_indexes.MOST_LEVELS + 1
    assert left == {"over 5 indexes lie above them": 1}


def test_more_sitemaps_than_may_be_are_left_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap_indexes, "MOST_SITEMAPS", 3)

    asked, left = read({"/index.xml": index(*(f"/{n}.xml" for n in range(5)))})

    assert (len(asked), left) == (4, {"they are over 3": 2})


def test_a_range_prunes_at_every_level() -> None:
    site = {"/index.xml": index("/a.xml"), "/a.xml": index("/1.xml", lastmod="2025-01-01")}

    assert read(site)[0] == ["/index.xml", "/a.xml"]
    assert read(site, Range(since=date(2024, 1, 1)))[0] == ["/index.xml", "/a.xml", "/1.xml"]
