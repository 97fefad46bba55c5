"""What a site lists and how: months of sitemaps, sections with their paging, its zone."""

import re

import pytest

from newscrawl.describe.month_pattern import month_pattern, newest_child
from newscrawl.describe.sections import paged, section_addresses
from newscrawl.describe.site_zone import zone_of
from newscrawl.outlet import Outlet, Section
from newscrawl.page import Page

HOME = "https://www.gazette.example"
OUTLET = Outlet(
    name="gazette",
    title="The Gazette",
    home=HOME,
    language="en",
    articles=(r"^/[a-z]+/[^/?]+-(?P<key>\d{4,})$",),
)


@pytest.mark.parametrize(
    ("children", "newest", "month"),
    [
        (["/sitemap-2025-12.xml", "/sitemap-2026-02.xml", "/sitemap-2026-01.xml"], 1, ("2026", 2)),
        (["/sitemap.xml?yyyy=2026&mm=2", "/sitemap.xml?yyyy=2026&mm=11"], 1, ("2026", 11)),
        (["/maps/2026/2.xml", "/maps/2026/10.xml", "/maps/pages.xml"], 1, ("2026", 10)),
        (["/map_202601.xml.gz", "/map_202512.xml.gz"], 0, ("2026", 1)),
    ],
)
def test_children_of_an_index_are_dated_by_their_month(
    children: list[str], newest: int, month: tuple[str, int]
) -> None:
    pattern = month_pattern(children)
    assert pattern is not None
    found = newest_child(children, pattern)
    assert found == children[newest]
    match = re.search(pattern, found)
    assert match is not None
    assert (match["year"], int(match["month"])) == month


@pytest.mark.parametrize(
    "children", [["/post-sitemap1.xml", "/post-sitemap2.xml"], ["/sitemap-2026-02.xml"], []]
)
def test_children_without_months_have_no_pattern(children: list[str]) -> None:
    assert month_pattern(children) is None
    assert newest_child(children, None) == (children[0] if children else None)


def test_menus_lead_to_sections_and_to_neither_articles_nor_terms() -> None:
    links = (
        "/news",
        "/world/",
        "/about",
        "/news/a-bridge-4117",
        "/privacy-policy",
        "/?s=",
        "http://[1",
        "/news",
    )
    anchors = "".join(f'<a href="{link}">x</a>' for link in links)
    front = Page(HOME + "/", f"<html><body><nav>{anchors}</nav></body></html>".encode())
    assert section_addresses(front, OUTLET, 5) == ["/news", "/world/"]


@pytest.mark.parametrize(
    ("link", "section"),
    [
        ('<a rel="next" href="/news?page=2">', Section("/news", "/news?page={offset}", 2, 1)),
        ('<a href="/news/page/2/">', Section("/news", "/news/page/{offset}/", 2, 1)),
        ('<link rel="next" href="/news/18">', Section("/news", "/news/{offset}", 18, 18)),
        ('<a href="/news?offset=20">', Section("/news", "/news?offset={offset}", 20, 20)),
        (
            '<a href="http://[1">x</a><a href="/news?page=2">',
            Section("/news", "/news?page={offset}", 2, 1),
        ),
        ('<a href="/world?page=2">', None),
        ('<a href="/news/17-reasons">', None),
    ],
)
def test_a_section_tells_how_its_next_pages_are_addressed(
    link: str, section: Section | None
) -> None:
    page = Page(HOME + "/news", f"<html><head></head><body>{link}more</a></body></html>".encode())
    assert paged("/news", page, OUTLET) == section


@pytest.mark.parametrize(
    ("host", "regions", "dates", "zone"),
    [
        ("gazette.lv", [], [], "Europe/Riga"),
        ("gazette.co.uk", [], [], "Europe/London"),
        ("gazette.ru", [], ["2026-02-25T10:00:00+02:00"], "Europe/Kaliningrad"),
        ("gazette.com", ["US"], ["2026-02-25T10:00:00-05:00"], "America/New_York"),
        ("gazette.com", ["US"], ["2026-07-25T10:00:00-07:00"], "America/Los_Angeles"),
        ("gazette.com", [], ["2026-02-25T10:00:00Z"], "UTC"),
    ],
)
def test_the_zone_is_that_of_the_country_which_fits_the_dates(
    host: str, regions: list[str], dates: list[str], zone: str
) -> None:
    assert zone_of(host, regions, dates) == zone
