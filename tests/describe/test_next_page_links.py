"""Links to further pages of an article are told from all others that begin with its address."""

import pytest

from newscrawl.describe.next_page_links import next_pages_of, second_page
from newscrawl.outlet import Outlet
from newscrawl.page import Page
from tests.rows import every_row

HOME = "https://gazette.example"
OUTLET = Outlet(name="gazette", title="The Gazette", home=HOME, language="en")
_PIERS = "amber birch cedar delta elder".split()


def _html(number: int, links: str = "", headline: str = "Ferries to Birch", day: int = 1) -> str:
    lines = "".join(
        f"<p>From {pier} pier the ferry of page {number} sails at six, before the tide has turned "
        "against everybody who waits for it.</p>"
        for pier in _PIERS
    )
    return (
        f'<html lang=en><head><title>{headline}</title><meta property="article:published_time" '
        f'content="2026-02-{day:02}T10:00:00Z"></head><body><h1>{headline}</h1>'
        f"<div class=story>{lines}</div>{links}</body></html>"
    )


def _page(path: str, html: str) -> Page:
    return Page(HOME + path, html.encode())


@every_row(
    ("own", "links", "second"),
    [
        ("/ferry-17", '<link rel=next href="/ferry-17/seite-2">', "/ferry-17/seite-2"),
        ("/ferry-17/", '<a href="2/">Weiter</a>', "/ferry-17/2/"),
        ("/ferry-17.html", '<a href="/ferry-17_2.html">次へ</a>', "/ferry-17_2.html"),
        ("/ferry-17.html", '<a href="?page=2">2</a>', "/ferry-17.html?page=2"),
        ("/ferry-17", '<a href="?page=0">1</a><a href="?page=1">2</a>', "/ferry-17?page=1"),
        ("/show?id=17", '<a href="/show?id=17&amp;page=2">2</a>', "/show?id=17&page=2"),
        ("/ferry-17", '<a href="/ferry-17/page/3">3</a>', None),
        ("/ferry-17", '<a href="/ferry-17?page=1">Newest</a>', None),
        # Another article, by its address or the number in it.
        ("/ferry-17", '<a rel=next href="/barge-18">Next</a>', None),
        ("/ferry-1", '<a href="/ferry-12">2</a>', None),
        ("/show?id=17", '<a href="/show?id=2">2</a>', None),
        # The pager of a section, comments, pictures, other uses.
        ("/news/ferry-17", '<a href="/news/page/2">2</a><a href="/news?page=2">2</a>', None),
        ("/ferry-17", '<a href="/ferry-17/comment-page-2/">2</a>', None),
        ("/ferry-17", '<a href="?comment_page=2">2</a><a href="?replytocom=2">Reply</a>', None),
        ("/ferry-17", '<a href="/ferry-17/photo/2">2</a><a href="/ferry-17-2.jpg">2</a>', None),
        ("/ferry-17", '<a href="/ferry-17#page-2">2</a>', None),
        ("/ferry-17", '<a href="https://other.example/ferry-17/2">2</a>', None),
    ],
)
def test_the_second_page_is_known_by_its_address(own: str, links: str, second: str | None) -> None:
    found = second_page(_page(own, _html(1, links)), OUTLET)

    assert found == (HOME + second if second else None)


@pytest.mark.parametrize(
    ("links", "selector"),
    [
        ('<link rel=next href="?page=2"><a href="?page=2">2</a>', 'link[rel~="next"]'),
        ('<a rel="next nofollow" href="?page=2">2</a>', 'a[rel~="next"]'),
        ('<a href="?page=2">2</a><a href="?comments=2">All comments</a>', 'a[href*="?page="]'),
        ('<p class=leaves><a href="/ferry-17/2">2</a></p>', ".leaves a"),
        ('<ul id=pager><li><a href="/ferry-17/2">2</a></ul>', "#pager a"),
        # What else is there may be another's comments.
        ('<p class=box><a href="/ferry-17/2">2</a><a href="/ferry-17/comments">17</a></p>', None),
    ],
)
def test_the_selector_finds_further_pages_and_nothing_else(
    links: str, selector: str | None
) -> None:
    page = _page("/ferry-17", _html(1, links))
    address = second_page(page, OUTLET)
    assert address is not None

    found = next_pages_of([page], {address: Page(address, _html(2).encode())}, OUTLET)

    assert found is not None
    # The way to a box is one of a kind that no other page has: it finds the comments, too.
    assert found.selector == selector
    assert found.further == {address}
    assert found.evidence == (f"{page.url} names {address}, which goes on with it",)


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (_html(2, headline="Barges to Delta and Fern"), "another article"),
        (_html(2, headline="Ferries to Birch, Part 2", day=9), "another article"),
        (_html(1), "says the same again"),
        ("<h1>Ferries to Birch</h1>", "is no article"),
        (None, "is not at hand"),
    ],
)
def test_what_does_not_go_on_with_the_article_is_not_followed(second: str | None, why: str) -> None:
    page, address = (
        _page("/ferry-17", _html(1, '<a href="?page=2">2</a>')),
        f"{HOME}/ferry-17?page=2",
    )
    further = {address: Page(address, second.encode())} if second else {}

    found = next_pages_of([page], further, OUTLET)

    assert found is not None
    assert found.selector is None
    assert why in found.evidence[0]


def test_a_headline_that_counts_its_pages_is_that_of_the_article() -> None:
    page, address = (
        _page("/ferry-17", _html(1, '<a href="?page=2">2</a>')),
        f"{HOME}/ferry-17?page=2",
    )
    second = Page(address, _html(2, headline="Ferries to Birch (2/3)").encode())

    found = next_pages_of([page], {address: second}, OUTLET)
    assert found is not None
    assert found.selector == 'a[href*="?page="]'


def test_a_site_without_further_pages_has_none() -> None:
    assert next_pages_of([_page("/ferry-17", _html(1))], {}, OUTLET) is None
