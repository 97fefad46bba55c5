"""Ranges of days, and what of an outlet's past they ask for."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from newscrawl.discover import (
    Link,
    Listing,
    Range,
    children,
    claimed_date,
    is_exhausted,
    links_in,
    read_day,
)
from newscrawl.errors import UsageError
from newscrawl.outlet import Outlet, Sitemap

OUTLET = Outlet(
    name="example",
    title="Example",
    home="https://www.example.org",
    language="en",
    timezone="Europe/Moscow",
    articles=(r"^/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/[^/]+$", r"^/a/\d+$"),
)
MONTHS = Sitemap("/s.xml", month=r"/(?P<year>\d{4})-(?P<month>\d+)\.xml$")
MARCH = Range(date(2026, 3, 1), date(2026, 3, 31))
TODAY = date(2026, 3, 31)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def link(path: str, **dates: datetime) -> Link:
    return Link(url=f"https://www.example.org{path}", **dates)


@pytest.mark.parametrize("text", ["2026-3-31", "31.03.2026", "2026-02-30", "", "today", "20260331"])
def test_a_wrong_day_is_answered_with_a_right_one(text: str) -> None:
    with pytest.raises(UsageError, match="is not a date: write it as 2026-03-31"):
        read_day(text)


def test_a_day_is_read() -> None:
    assert read_day(" 2026-03-31 ") == TODAY


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UsageError, match="after until"):
        Range(date(2026, 4, 1), TODAY)


def test_an_open_range_touches_every_day() -> None:
    assert Range().is_open
    assert Range().touches(date(1999, 1, 1), date(1999, 1, 1))


def test_a_date_of_a_feed_comes_before_that_of_the_url_and_lastmod_last() -> None:
    feeds, lastmod = moment("2026-03-30T10:00"), moment("2026-04-09")
    url = "/2026/03/31/a"

    assert claimed_date(link(url, date_published=feeds), OUTLET) == feeds
    assert claimed_date(link(url, date_modified=lastmod), OUTLET) == moment("2026-03-30T21:00")
    assert claimed_date(link("/a/1", date_modified=lastmod), OUTLET) == lastmod
    assert claimed_date(link("/a/1"), OUTLET) is None


@pytest.mark.parametrize("path", ["/0001/01/01/a", "/9999/12/31/a", "/2026/02/31/a"])
def test_a_date_that_no_calendar_holds_is_none(path: str) -> None:
    assert claimed_date(link(path), OUTLET) is None


INDEX = Listing(
    sitemaps=(
        link("/2026-4.xml"),
        link("/2026-3.xml", date_modified=moment("2020-01-01")),
        link("/2026-02.xml"),
        link("/2025-12.xml", date_modified=moment("2026-03-31")),
        link("/2026-13.xml"),
        link("/fresh.xml", date_modified=moment("2026-03-20")),
        link("/stale.xml", date_modified=moment("2026-01-20")),
        link("/undated.xml"),
    )
)
UNDATED = {"2026-13", "undated"}


@pytest.mark.parametrize(
    ("wanted", "fetched"),
    [
        (Range(), {"2026-4", "2026-3", "fresh"}),
        (MARCH, {"2026-3", "fresh"}),
        (Range(since=date(2026, 2, 28)), {"2026-4", "2026-3", "2026-02", "fresh"}),
        (Range(until=date(2026, 2, 1)), {"2026-02", "2025-12", "fresh", "stale"}),
        (Range(date(2025, 12, 31), date(2025, 12, 31)), {"2025-12", "fresh", "stale"}),
    ],
)
def test_the_children_that_may_list_the_range_are_fetched(wanted: Range, fetched: set[str]) -> None:
    found = children(INDEX, MONTHS, OUTLET, wanted, TODAY)

    names = {child.url.rpartition("/")[2].removesuffix(".xml") for child in found}
    assert names == fetched | UNDATED


def test_a_child_of_a_year_touches_all_its_months() -> None:
    years = Sitemap("/s.xml", month=r"/(?P<year>\d{4})\.xml$")
    index = Listing(sitemaps=(link("/2026.xml"), link("/2025.xml")))

    assert children(index, years, OUTLET, MARCH, TODAY) == (link("/2026.xml"),)


@pytest.mark.parametrize(
    ("paths", "since", "exhausted"),
    [
        (["/2026/02/28/a", "/2026/02/01/b"], date(2026, 3, 1), True),
        (["/2026/03/01/a", "/2026/02/01/b"], date(2026, 3, 1), False),
        (["/2026/02/28/a", "/a/1", "/about"], date(2026, 3, 1), True),
        (["/a/1"], date(2026, 3, 1), False),
        (["/about", "/contact"], date(2026, 3, 1), True),
        ([], None, True),
        (["/1999/01/01/a"], None, False),
    ],
)
def test_paging_ends_where_nothing_of_the_range_can_follow(
    paths: list[str], since: date | None, exhausted: bool
) -> None:
    found = Listing(links=tuple(map(link, paths)))

    assert is_exhausted(found, OUTLET, Range(since=since)) is exhausted


def test_a_day_that_a_sitemap_lists_stays_that_day_in_the_outlets_zone() -> None:
    outlet = replace(OUTLET, timezone="America/New_York")
    body = (
        "<urlset><url><loc>/a/1</loc><lastmod>2026-03-31</lastmod></url>"
        '<url><loc>/a/2</loc><n:news xmlns:n="n"><n:publication_date>2026-03-31'
        "</n:publication_date></n:news></url>"
        "<url><loc>/a/3</loc><lastmod>2026-03-31T01:00:00Z</lastmod></url></urlset>"
    )
    index = "<sitemapindex><sitemap><loc>/s.xml</loc><lastmod>2026-03-31</lastmod></sitemap>"
    url, today = "https://www.example.org/", Range(since=date(2026, 3, 31))

    dated = [claimed_date(link, outlet) for link in links_in(MONTHS, body.encode(), url).links]
    listing = links_in(MONTHS, index.encode(), url)

    assert [outlet.local_date(day).day for day in dated if day] == [30, 31, 31]
    assert children(listing, MONTHS, outlet, today, TODAY) == listing.sitemaps
