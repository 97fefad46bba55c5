"""The lists of the example site name every story that they should, as the real ones do."""

import re
from xml.etree import ElementTree

import pytest
from protego import Protego

from tests.rows import every_row
from tests.site.example import ExampleSite, RussianSite, Story, Text

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def text_of(site: ExampleSite, path: str) -> str:
    status, _headers, body = site.respond(path)
    assert status == 200
    return body.decode()


def feed_items(site: ExampleSite, path: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(text_of(site, path)).iter("item"))


def cards(html: str) -> list[str]:
    return re.findall(r'class="article-excerpt-default" data-url="([^"]+)"', html)


def news(number: int) -> Story:
    return Story(
        key=str(95000 + number),
        slug=f"news-{number}",
        headline=f"News {number}",
        published=f"2026-10-12T{number // 60:02}:{number % 60:02}:00+03:00",
        body=(Text("Nothing happened."),),
    )


def test_sitemaps_hold_every_listed_story_once() -> None:
    site = ExampleSite()
    index = ElementTree.fromstring(text_of(site, "/sitemap/sitemap.xml"))
    months = [loc.text or "" for loc in index.iter(f"{SITEMAP}loc")]
    found = [
        loc.text
        for month in months
        for loc in ElementTree.fromstring(
            text_of(site, month.removeprefix("https://static.themoscowtimes.com"))
        ).iter(f"{SITEMAP}loc")
    ]

    assert "https://static.themoscowtimes.com/sitemap/2026-3.xml" in months
    assert sorted(found) == sorted(
        f"https://www.themoscowtimes.com{story.path}" for story in site.stories if story.listed
    )


def test_only_the_index_of_sitemaps_has_dates() -> None:
    site = ExampleSite()

    assert "<lastmod>2026-03-30</lastmod>" in text_of(site, "/sitemap/sitemap.xml")
    assert "lastmod" not in text_of(site, "/sitemap/2026-3.xml")


@pytest.mark.parametrize("path", ["/sitemap/2026-03.xml", "/sitemap/1996-11.xml", "/sitemap/x.xml"])
def test_other_sitemaps_are_not_there(path: str) -> None:
    assert ExampleSite().respond(path)[0] == 404


def test_feeds_are_padded_and_newest_first() -> None:
    items = feed_items(ExampleSite(), "/rss/news")

    assert items[0].findtext("link", "").endswith("/harbor-pilot-steers-by-smell-of-bread-a93081")
    assert re.match(r"\s*\n\t+\S", items[0].findtext("description", ""))
    assert items[0].findtext("pubDate") == "Sun, 11 Oct 2026 09:25:00 +0300"
    assert items[0].findtext("guid") == items[0].findtext("link")


@pytest.mark.parametrize("path", ["/rss/news", "/rss/all"])
def test_feeds_end_after_fifty_items(path: str) -> None:
    site = ExampleSite()
    for number in range(60):
        site.publish(news(number))

    assert len(feed_items(site, path)) == 50


@every_row(
    ("site", "name"),
    [
        *((ExampleSite(), name) for name in ExampleSite().edition.feeds),
        *((RussianSite(), name) for name in RussianSite().edition.feeds),
    ],
)
def test_no_feed_is_empty(site: ExampleSite, name: str) -> None:
    assert feed_items(site, f"/rss/{name}")


def test_the_full_feed_holds_bodies_and_a_cyrillic_letter() -> None:
    items = feed_items(ExampleSite(), "/rss/all")
    categories = {item.findtext("category", "") for item in items}

    assert "\N{CYRILLIC CAPITAL LETTER ER}hotos - Gallery" in categories
    assert any(item.findtext("title", "").startswith("Leonid Parshin: ") for item in items)
    assert all("<p>" in item.findtext("description", "<p>") for item in items[:3])


def test_a_section_is_paged_by_nineteen_and_eighteen() -> None:
    site = ExampleSite()
    pages = [cards(text_of(site, path)) for path in ("/news", "/news/19", "/news/37", "/news/55")]
    expected = [s for s in site.stories if s.listed and s.section == "News"]
    found = [url for page in pages for url in page]

    assert [len(page) for page in pages[:2]] == [19, 18]
    assert found == [f"https://www.themoscowtimes.com{story.path}" for story in expected]
    assert pages[3] == []


@pytest.mark.parametrize("site", [ExampleSite(), RussianSite()], ids=["en", "ru"])
def test_no_section_is_empty(site: ExampleSite) -> None:
    for path in site.edition.sections:
        assert cards(text_of(site, f"/{path}"))


def test_a_fragment_is_no_whole_page() -> None:
    assert "<html" not in text_of(ExampleSite(), "/news/19")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/2026/10/11/harbor-pilot-a93081", True),
        ("/contribute?utm_source=x", False),
        ("/search/fog", False),
        ("/rss/news", True),
    ],
)
def test_robots_forbid_what_the_real_ones_do(path: str, allowed: bool) -> None:
    robots = Protego.parse(text_of(ExampleSite(), "/robots.txt"))

    assert robots.can_fetch(f"https://www.themoscowtimes.com{path}", "newscrawl") is allowed
    assert list(robots.sitemaps) == ["https://static.themoscowtimes.com/sitemap/sitemap.xml"]


@pytest.mark.parametrize(
    "path",
    [
        "/2026/10/12/in-praise-of-slow-ferries",
        "/2020/01/01/another-slug-a92190",
        "/articles/in-praise-of-slow-ferries-92190",
        "/news/old-slug-92190",
    ],
)
def test_other_addresses_of_a_story_lead_to_it(path: str) -> None:
    status, headers, _body = ExampleSite().respond(path)

    assert (status, headers["Location"]) == (
        301,
        "https://www.themoscowtimes.com/2026/02/23/in-praise-of-slow-ferries-a92190",
    )


@pytest.mark.parametrize("path", ["/2026/10/12/x-a1", "/2026/10/12/nowhere", "/archive/nothing"])
def test_an_unknown_article_is_a_soft_404(path: str) -> None:
    status, _headers, body = ExampleSite().respond(path)

    assert status == 200
    assert b'<body class="page-item"' in body
    assert b"<h1>Oops!</h1>" in body


@pytest.mark.parametrize("path", ["/nothing", "/rss/nothing", "/a/b/c"])
def test_an_unknown_route_is_a_true_404(path: str) -> None:
    assert ExampleSite().respond(path)[0] == 404


@pytest.mark.parametrize(("since", "numbers"), [(0, ["1", "2", "3", "4"]), (1788000000, ["4"])])
def test_a_live_blog_gives_its_posts_from_a_time_on(since: int, numbers: list[str]) -> None:
    posts = text_of(ExampleSite(), f"/live/92875/{since}")

    assert re.findall(r'"id": (\d)', posts) == numbers


def test_the_copy_to_print_is_no_page() -> None:
    site = ExampleSite()
    status, headers, body = site.respond(f"{site.story('92104').path}/pdf")

    assert (status, headers["Content-Type"]) == (200, "application/pdf")
    assert b"Original url: " in body
