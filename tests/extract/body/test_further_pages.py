"""An article that goes on on further pages is one article, and says what of it is missing."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from newscrawl.article import IN_PART
from newscrawl.extract import parts_of
from newscrawl.extract.body.further_pages import MOST, further_pages
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import Page
from newscrawl.read_page import article_of
from tests.rows import every_row

OUTLET = Outlet(
    name="gazette",
    title="The Gazette",
    home="https://gazette.example",
    language="en",
    articles=(r"^/news/[a-z-]+-(?P<key>\d+)",),
    layouts=(Layout("story", ".story"),),
    next_pages=".pager a",
)
_URL = f"{OUTLET.home}/news/ferry-17"


def _lines(number: int) -> list[str]:
    return [f"On page {number} the ferry sails at {hour}, before the tide turns." for hour in "678"]


def _html(number: int, *pages: str, text: str = "") -> bytes:
    pager = "".join(f'<a href="{page}">{page}</a>' for page in pages)
    told = text or "".join(f"<p>{line}</p>" for line in _lines(number))
    return (
        "<title>Ferries</title><body><h1>Ferries to Birch</h1>"
        f"<div class=story>{told}</div><div class=pager>{pager}</div></body>"
    ).encode()


def _page(html: bytes, parts: Mapping[str, bytes] | None = None, url: str = _URL) -> Page:
    named = {f"{url}{rest}": body for rest, body in (parts or {}).items()}
    return Page(url, html, parts=named)


def _read(page: Page, outlet: Outlet = OUTLET) -> tuple[str, list[str]]:
    found = article_of(page, outlet)
    assert found is not None
    assert found.has_more_entries == found.is_in_part
    return found.layout, [block.text for block in found.blocks]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        (("?page=2", "?page=3"), ("?page=3",), ()),
        (("?page=2",), ("?page=3", "/news/ferry-17"), ("?page=2",)),
        (("?page=3", "?page=2"), (), ()),
    ],
)
def test_pages_are_joined_in_their_order_however_they_are_named(
    first: tuple[str, ...], second: tuple[str, ...], third: tuple[str, ...]
) -> None:
    parts = {"?page=2": _html(2, *second), "?page=3": _html(3, *third)}

    assert _read(_page(_html(1, *first), parts)) == ("story", [*_lines(1), *_lines(2), *_lines(3)])


@pytest.mark.parametrize("kept", [{}, {"?page=2": _html(2)}, {"?page=3": _html(3)}])
def test_a_page_that_is_missing_is_told_by_the_layout(kept: dict[str, bytes]) -> None:
    layout, lines = _read(_page(_html(1, "?page=2", "?page=3"), kept))

    assert layout == "story" + IN_PART
    assert lines == [
        *_lines(1),
        *(line for n in (2, 3) if f"?page={n}" in kept for line in _lines(n)),
    ]


def test_a_page_that_shows_something_else_is_missing() -> None:
    page = _page(_html(1, "?page=2"), {"?page=2": b"<h1>Subscribe</h1><p>To read on.</p>"})

    assert _read(page) == ("story" + IN_PART, _lines(1))
    assert page.raised == {"body/next_pages": f"no layout fits {_URL}?page=2"}


def test_a_page_that_has_everything_comes_last_and_says_the_rest() -> None:
    whole = "".join(f"<p>{line}</p>" for n in (1, 2) for line in _lines(n))
    page = _page(_html(1, "?view=all", "?page=2"), {"?view=all": _html(0, text=whole)})

    assert parts_of(page, OUTLET) == (f"{_URL}?page=2", f"{_URL}?view=all")
    assert _read(replace(page, html=_html(1, "?view=all")))[1] == [*_lines(1), *_lines(2)]


def test_a_page_that_says_all_says_no_short_line_twice() -> None:
    first, rest = (f"<h2>Tides {n}</h2><p>{_lines(n)[0]}</p>" for n in (1, 2))
    page = _page(_html(1, "?view=all", text=first), {"?view=all": _html(0, text=first + rest)})

    assert _read(page)[1] == ["Tides 1", _lines(1)[0], "Tides 2", _lines(2)[0]]


_SUBHEAD = "<h2>Tides</h2>"


@pytest.mark.parametrize(
    ("second", "is_in_part"),
    [
        # The first page as it is: nobody heard which one was asked for.
        (_html(1, "?page=2", text=_SUBHEAD + f"<p>{_lines(1)[0]}</p>"), True),
        # It is known that the second was asked for, and there is no more.
        (_html(1, "?page=1", "?page=3", text=_SUBHEAD + f"<p>{_lines(1)[0]}</p>"), False),
    ],
)
def test_what_shows_the_first_page_again_is_no_page(second: bytes, *, is_in_part: bool) -> None:
    first = _html(1, "?page=2", text=_SUBHEAD + f"<p>{_lines(1)[0]}</p>")
    page = _page(first, {"?page=2": second})

    assert further_pages(page, OUTLET) == (f"{_URL}?page=2",)
    assert _read(page) == ("story" + IN_PART * is_in_part, ["Tides", _lines(1)[0]])


def test_what_shows_the_last_page_again_ends_the_article() -> None:
    """As a site does that never has fewer than one more page."""
    parts = {f"?page={n}": _html(min(n, 3), f"?page={min(n, 3) + 1}") for n in (2, 3, 4)}
    page = _page(_html(1, "?page=2"), parts)

    assert further_pages(page, OUTLET) == tuple(f"{_URL}?page={n}" for n in (2, 3, 4))
    assert _read(page) == ("story", [*_lines(1), *_lines(2), *_lines(3)])


def test_a_page_of_short_lines_is_one_beside_what_all_pages_say() -> None:
    foot = "All that the Gazette prints belongs to its readers."
    first, *second = "船长说今天不开船。", "码头上的人都回家了。", "明天 7 点再来。"
    pages = [
        _html(n, "?page=2", text="".join(f"<p>{line}</p>" for line in (*lines, foot)))
        for n, lines in enumerate(([first], second), 1)
    ]

    assert _read(_page(pages[0], {"?page=2": pages[1]})) == ("story", [first, foot, *second])


def test_a_slide_with_a_name_alone_is_a_page_though_its_introduction_is_said_again() -> None:
    intro = "The ten boats of Birch that are slowest, in pictures, and why they are."
    first, second = (
        _html(n, "?page=2", text=f"<p>{intro}</p><h2>{name}</h2><img src=/{n}.jpg>")
        for n, name in ((1, "1. Wardrobe"), (2, "2. Bathtub"))
    )

    said = _read(_page(first, {"?page=2": second}))
    assert said == ("story", [intro, "1. Wardrobe", "2. Bathtub"])


def test_the_number_of_a_page_does_not_make_one_of_what_is_shown_again() -> None:
    said = "".join(f"<p>{line}</p>" for line in _lines(1))
    first, second = (_html(1, "?page=2", text=f"<p>Page {n} of 2</p>{said}") for n in (1, 2))

    assert _read(_page(first, {"?page=2": second}))[1] == ["Page 1 of 2", *_lines(1)]


def test_a_page_of_the_same_words_with_another_picture_is_one() -> None:
    told = "<p>The ferry sails at six, before the tide turns in Birch.</p>"
    figures = [
        f"<figure><img src=/{n}.jpg><figcaption>Pier {n}</figcaption></figure>" for n in "12"
    ]
    first, second = (_html(1, "?page=2", text=told + figure) for figure in figures)

    assert _read(_page(first, {"?page=2": second}))[1].count("Pier 2") == 1


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("?page=2", "?photo=2", False),
        ("/1/2", "/2/2", False),
        ("/north/2", "/south/2", False),
        ("?page=2", "/2/", True),
        ("/2", "/page-2.html", True),
        ("/2", "/2/?from=pager", True),
    ],
)
def test_addresses_with_the_same_number_are_the_same_page_unless_they_say_of_what(
    one: str, other: str, *, is_same: bool
) -> None:
    first = _html(1, f"{_URL}{one}", f"{_URL}{other}")

    assert len(parts_of(_page(first, {one: _html(2)}), OUTLET)) == (1 if is_same else 2)


@every_row(
    ("own", "href", "is_further"),
    [
        ("/news/ferry-17", "/news/ferry-17/2", True),
        ("/news/ferry-17/", "/news/ferry-17/2/", True),
        ("/news/ferry-17.html", "/news/ferry-17-2.html", True),
        ("/news/ferry-17.html", "/news/ferry-17,2.html", True),
        ("/news/ferry-17?ref=rss", "?page=2", True),
        ("/news/ferry-17", "//www.gazette.example/news/ferry-17?page=2", True),
        ("/news/ferry-17", "#part-2", False),
        ("/news/ferry-17", "/news/ferry-172", False),
        ("/news/ferry-17", "/news/barge-18", False),
        ("/news/ferry-17", "https://other.example/news/ferry-17?page=2", False),
        ("/news/ferry-17", "http://[", False),
    ],
)
def test_only_addresses_of_the_article_itself_are_followed(
    own: str, href: str, is_further: bool
) -> None:
    page = _page(_html(1, href), url=OUTLET.home + own)

    assert bool(further_pages(page, OUTLET)) == is_further


def test_addresses_that_differ_in_parameters_alone_are_told_by_their_key() -> None:
    outlet = replace(OUTLET, articles=(r"^/show\?id=(?P<key>\d+)",))
    page = _page(_html(1, "?id=17&page=2", "?id=18"), url=f"{OUTLET.home}/show?id=17")

    assert further_pages(page, outlet) == (f"{OUTLET.home}/show?id=17&page=2",)


def test_no_more_than_so_many_pages_are_asked_for_and_the_rest_is_told() -> None:
    addresses = [f"?page={number}" for number in range(2, 40)]
    page = _page(_html(1, *addresses))
    asked = parts_of(page, OUTLET)
    page = replace(page, parts={url: _html(n) for n, url in enumerate(asked, 2)})

    assert asked == tuple(f"{_URL}{each}" for each in addresses[:MOST])
    assert _read(page)[0] == "story" + IN_PART


def test_pages_of_no_layout_are_joined_as_well() -> None:
    outlet = replace(OUTLET, layouts=())

    assert _read(_page(_html(1, "?page=2"), {"?page=2": _html(2)}), outlet) == (
        "generic",
        [*_lines(1), *_lines(2)],
    )
    assert _read(_page(_html(1, "?page=2")), outlet)[0] == "generic" + IN_PART


def test_an_outlet_without_the_word_reads_one_page() -> None:
    page = _page(_html(1, "?page=2"), {"?page=2": _html(2)})

    assert _read(page, replace(OUTLET, next_pages=None)) == ("story", _lines(1))


@pytest.mark.parametrize("address", ["?page=1", "/news/ferry-17/", "/news/ferry-17.html"])
def test_the_first_page_is_none_of_its_further_ones(address: str) -> None:
    pager = f'<div class=pager><a href="{address}">1</a> <a href="?page=2">2</a></div>'
    lines = "".join(f"<p>{line}</p>" for line in _lines(1))
    html = f"<title>F</title><h1>Ferries to Birch</h1><div class=story>{lines}</div>{pager}"

    assert parts_of(_page(html.encode()), OUTLET) == (f"{_URL}?page=2",)


def test_the_second_of_pages_that_are_counted_from_nought_is_one() -> None:
    """As Drupal counts them."""
    pager = '<div class=pager><a href="?page=0">1</a> <a href="?page=1">2</a></div>'
    html = f"<h1>Ferries</h1><div class=story>{_lines(1)[0]}</div>{pager}"

    assert parts_of(_page(html.encode()), OUTLET) == (f"{_URL}?page=1",)
