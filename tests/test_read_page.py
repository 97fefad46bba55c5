from dataclasses import replace

import pytest

from newscrawl import Page, read_article
from newscrawl.article import Article
from newscrawl.errors import NotAnArticle
from newscrawl.extract import extract, parts_of
from newscrawl.outlet import rules_of
from newscrawl.outlets import load_outlet
from newscrawl.read_page import Told, read_page, read_uncleaned
from newscrawl.screen import Outcome, Verdict

URL = "https://herald.example/2026/11/harbour"
STORY = b"""<html><head><title>Harbour opens</title>
<meta property="og:type" content="article"></head><body><article><h1>Harbour opens</h1>
<p>The new harbour took its first ship on Monday, two years late.</p>
<p>Subscribe to our newsletter</p>
<p>The mayor said that the cranes would follow in spring.</p></article></body></html>"""
WALL = b"""<html><head><title>Just a moment...</title></head>
<body><div id="cf-wrapper">Checking your browser</div></body></html>"""


def test_a_page_is_screened_then_read_then_cleaned() -> None:
    uncleaned = read_uncleaned(Page(URL, STORY), None)
    cleaned = read_page(Page(URL, STORY), None, rules_of(None))

    assert isinstance(uncleaned, Article)
    assert isinstance(cleaned, Article)
    assert "Subscribe to our newsletter" in uncleaned.body
    assert "Subscribe to our newsletter" not in cleaned.body


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (Told(status=404), Verdict(Outcome.MISSING, "http_404")),
        (Told(headers={"Content-Type": "application/pdf"}), None),
        (
            Told(unless=lambda page: Verdict(Outcome.FAILED, "parts_missing")),
            Verdict(Outcome.FAILED, "parts_missing"),
        ),
        (Told(status=404, unless=lambda page: 1 / 0), Verdict(Outcome.MISSING, "http_404")),
    ],
)
def test_what_is_known_beside_the_page_may_forbid_to_read_it(
    told: Told, verdict: Verdict | None
) -> None:
    found = read_page(Page(URL, STORY), None, (), told)

    assert (found if isinstance(found, Verdict) else None) == verdict


def test_a_wall_is_no_article_for_whoever_reads_one_page() -> None:
    with pytest.raises(NotAnArticle, match="challenge"):
        read_article(WALL, URL)


def test_what_belongs_to_a_page_is_looked_for_once() -> None:
    asked = []

    def named(page: Page) -> tuple[str, ...]:
        asked.append(page)
        return (f"{URL}/posts",)

    outlet = replace(load_outlet("moscow_times"), layouts=(), fields={}, parts=named)
    page = Page(URL, STORY)
    assert extract(page, outlet).has_more_entries
    assert parts_of(page, outlet) == (f"{URL}/posts",)
    assert asked == [page]
