"""A page that makes a reader raise: the reader costs its own field, and no page its outcome."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from newscrawl import read_article
from newscrawl.archive.frontier.visit import LeasedLink
from newscrawl.article import Article, Block, Image
from newscrawl.boilerplate import Says
from newscrawl.crawl.answer_outcome import Answer, read_visit
from newscrawl.crawl.pipelines import BoilerplatePipeline
from newscrawl.errors import ReaderFailed, Undecodable
from newscrawl.extract import extract, parts_of
from newscrawl.outlet import Layout, Outlet
from newscrawl.page import HttpExchange, Page
from newscrawl.screen import screen
from tests.rows import every_row

URL = "https://paper.test/2026/02/03/ferries-are-back-a1"
TEXT = "The ferries are back after four days of storm, and nobody was hurt, the harbor office said."
TOLD: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": "Ferries Are Back",
    "description": "After four days of storm.",
    "author": {"@type": "Person", "name": "Ann Lee"},
    "datePublished": "2026-02-03T04:05:06Z",
    "dateModified": "2026-02-03T05:00:00Z",
    "articleSection": "News",
    "keywords": "ferry, harbor",
}
WELL = {
    "headline": "Ferries Are Back",
    "description": "After four days of storm.",
    "authors": ("Ann Lee",),
    "date_published": datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC),
    "date_modified": datetime(2026, 2, 3, 5, tzinfo=UTC),
    "section": "News",
    "keywords": ("ferry", "harbor"),
    "body": TEXT,
}


def raises(page: Page) -> Any:
    raise KeyError("no\nsuch key")


OUTLET = Outlet(
    name="paper",
    title="Paper",
    home="https://paper.test",
    language="en",
    articles=(r"/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/[^/]+-a(?P<key>\d+)$",),
    layouts=(Layout("story", body="main"),),
)


def html(told: object = TOLD, head: str = "") -> bytes:
    data = told if isinstance(told, str) else json.dumps(told)
    return (
        f'<html lang="en"><head>{head}<script type="application/ld+json">{data}</script></head>'
        f"<body><h1>Ferries Are Back</h1><main><p>{TEXT}</p></main></body></html>"
    ).encode()


def visited(page: Page, outlet: Outlet = OUTLET) -> Any:
    fetched = HttpExchange(
        url=page.url,
        asked=page.url,
        fetched_at=datetime(2026, 2, 3, 6, tzinfo=UTC),
        status=200,
        headers=(),
        body=page.html,
    )
    key = outlet.key(page.url) or page.url
    answer = Answer(fetched=fetched, page=page, headers={"content-type": "text/html"})
    return read_visit(answer, LeasedLink(id=1, key=key, url=page.url), outlet)


def fields(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in WELL}


#: What stands in JSON-LD where other things are usual.
ODD = (0, 7, -1, 1e400, True, False, None, [], {}, [[]], [None, 3], {"name": {"name": 4}}, "\x00")
PROPERTY = {
    "description": "description",
    "author": "authors",
    "datePublished": "date_published",
    "dateModified": "date_modified",
    "articleSection": "section",
    "keywords": "keywords",
}


@every_row("value", ODD)
@every_row("name", PROPERTY)
@every_row("outlet", [OUTLET, None])
def test_an_odd_value_in_json_ld_costs_its_own_field(
    name: str, value: object, outlet: Outlet | None
) -> None:
    page = Page(URL, html({**TOLD, name: value}))
    found = fields(extract(page, outlet))
    own = PROPERTY[name]
    assert {**found, own: None} == {**WELL, own: None}
    assert page.raised == {}


@every_row(
    "name",
    ["@type", "@id", "headline", "publisher", "mainEntity", "hasPart", "inLanguage", "creator"],
)
@every_row("value", ODD)
def test_odd_values_elsewhere_stop_no_page(name: str, value: object) -> None:
    page = Page(URL, html({**TOLD, name: value}))
    assert visited(page).outcome == "stored"
    assert page.raised == {}


@pytest.mark.parametrize("printed", [1770091506, 1770091506000, 1770091506.25])
def test_seconds_since_1970_are_a_date(printed: float) -> None:
    article = read_article(html({**TOLD, "datePublished": printed}), URL)
    assert article.date_published == WELL["date_published"]


@every_row("levels", [30, 60, 120, 240, 300, 400, 900, 100_000])
@every_row(
    "nest",
    ["[{inner}]", '{{"name": {inner}}}', '{{"@graph": {inner}}}'],
)
def test_json_ld_may_nest_as_deep_as_it_likes(levels: int, nest: str) -> None:
    before, after = nest.format(inner="\n").split("\n")
    deep = before * levels + '"Ann Lee"' + after * levels
    told = json.dumps({**TOLD, "author": "@", "about": "@"}).replace('"@"', deep)
    visit = visited(Page(URL, html(told)))
    assert visit.outcome == "stored"
    assert visit.article.headline == WELL["headline"]
    assert visit.article.body == TEXT
    if levels < 900:
        assert visit.article.section == "News"


@every_row(
    "name",
    ["hex", "rot13", "zip", "bz2", "uu", "base64", "quopri", "idna", "punycode", "undefined",
     "unicode_escape", "raw_unicode_escape", "cp037", "none", "utf-8;", "\u0438"],
)  # fmt: skip
def test_a_charset_that_is_no_encoding_of_text_is_passed_over(name: str) -> None:
    story = TEXT + " Шторм прошёл: паромы ходят снова. C:\\u0041"
    of = html(head=f'<meta charset="{name}">').replace(TEXT.encode(), story.encode())
    for page in (Page(URL, of), Page(URL, of, declared=name), Page(URL, html(), declared=name)):
        assert visited(page).outcome == "stored"
    assert visited(Page(URL, of)).article.body == story
    in_windows = of.decode().encode("windows-1251")
    assert extract(Page(URL, in_windows, declared=name)).headline == WELL["headline"]


@pytest.mark.parametrize("year", ["0000", "0001", "1899", "2100", "9999"])
def test_a_year_that_news_cannot_bear_in_the_address_is_no_date(year: str) -> None:
    url = URL.replace("2026", year)
    visit = visited(Page(url, html({**TOLD, "datePublished": None})))
    assert visit.outcome == "stored"
    assert visit.article.date_published is None
    assert OUTLET.date_of(url) is None


def test_an_entity_of_thousands_of_digits_costs_no_other_tag() -> None:
    head = f'<meta name="author" content="&amp;#{"9" * 5000};"><meta name="section" content="A">'
    page = Page(URL, html({**TOLD, "about": f"&#{'9' * 5000};", "articleSection": None}, head))
    article = extract(page)
    assert (article.authors, article.section) == (("Ann Lee",), "A")


OWN = ("description", "authors", "date_published", "section", "keywords", "lead", "kicker")
WRONG: dict[str, Callable[[Page], Any]] = {
    "raises": raises,
    "recurses": lambda page: WRONG["recurses"](page),
    "number": lambda page: 5,
    "iterator that raises": lambda page: (raises(page) for _ in "ab"),
    "object": lambda page: object(),
    "unhashable": lambda page: [[{}]],
}


@every_row("wrong", WRONG)
@every_row(
    "name", [*OWN, "images", "related", "is_free", "is_sponsored", "kind", "language", "made_up"]
)
def test_an_outlets_own_reader_costs_its_field_and_no_other(name: str, wrong: str) -> None:
    outlet = replace(OUTLET, fields={name: WRONG[wrong]})
    page = Page(URL, html())
    visit = visited(page, outlet)
    assert visit.outcome == "stored"
    own = {name: None} if name in WELL else {}
    assert {**fields(visit.article), **own} == {**WELL, **own}
    if wrong == "raises":
        assert [reader for reader in page.raised if reader.startswith(f"{name}/")]
        assert "KeyError" in next(iter(page.raised.values()))


def test_where_no_layout_fits_the_next_reader_gives_what_the_outlets_own_did_not() -> None:
    outlet = replace(OUTLET, layouts=(), fields={"section": raises})
    assert extract(Page(URL, html()), outlet).section == "News"


def broken(field: str) -> Outlet:
    """An outlet that cannot read what no article can be without."""

    def cut(page: Page, cut: Any) -> list[Block]:
        return raises(page)

    if field == "parts":
        return replace(OUTLET, parts=raises)
    if field == "screen":
        return replace(OUTLET, not_articles="p[")
    if field == "headline":
        return replace(OUTLET, fields={"headline": raises})
    layout = Layout("story", body="main[" if field == "selector" else "main", parts=cut)
    return replace(OUTLET, layouts=(layout,))


@pytest.mark.parametrize(
    ("field", "reason", "reader"),
    [
        ("parts", "reader_parts", "parts: KeyError"),
        ("screen", "reader_screen", "screen: "),
        ("headline", "reader_headline", "headline/outlet: KeyError"),
        ("body", "reader_body", "body/story: KeyError"),
        ("selector", "reader_body", "body/story: "),
    ],
)
def test_without_what_it_reads_the_page_is_quarantined_under_the_readers_name(
    field: str, reason: str, reader: str
) -> None:
    visit = visited(Page(URL, html()), broken(field))
    assert (visit.outcome, visit.reason) == ("quarantined", reason)
    assert reader in visit.error
    assert "\n" not in visit.error
    assert visit.fetched


def test_whoever_reads_pages_hears_of_a_reader_by_the_same_error() -> None:
    page = Page(URL, html())
    with pytest.raises(ReaderFailed, match="body/story: KeyError"):
        extract(page, broken("body"))
    with pytest.raises(ReaderFailed, match="parts: KeyError"):
        parts_of(page, broken("parts"))
    with pytest.raises(ReaderFailed, match="screen"):
        screen(page, broken("screen"))


def test_what_says_itself_that_the_page_is_none_is_heard() -> None:
    def undecodable(page: Page) -> Any:
        raise Undecodable(page.url, "on purpose")

    with pytest.raises(Undecodable):
        extract(Page(URL, html()), replace(OUTLET, fields={"section": undecodable}))


def test_a_picture_is_a_picture() -> None:
    image = Image("https://paper.test/a.jpg")
    outlet = replace(OUTLET, fields={"images": lambda page: (image,)})
    assert extract(Page(URL, html()), outlet).images == (image,)


def test_a_rule_that_raises_is_named_too() -> None:
    outlet = replace(OUTLET, boilerplate=(Says("pleas", "^(Dear"),))
    with pytest.raises(ReaderFailed, match=rf"rule/pleas: re\.{re.error.__name__}:") as raised:
        read_article(html(), URL, outlet)
    assert raised.value.reason == "reader_rule"


class Counted:
    """What a pipeline asks of Scrapy's stats."""

    def inc_value(self, key: str, count: int = 1) -> None: ...


def test_a_crawl_quarantines_what_a_rule_cannot_clean() -> None:
    rules = (Says("pleas", "^(Dear"),)
    visit = visited(Page(URL, html()))
    passed = BoilerplatePipeline(OUTLET, rules, Counted()).process_item(visit)
    assert (passed.outcome, passed.reason, passed.article) == ("quarantined", "reader_rule", None)
    assert passed.fetched
