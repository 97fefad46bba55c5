"""Sections and keywords, however a page tells them."""

import json

import pytest

from newscrawl import Article, read_article
from tests.rows import every_row

URL = "https://www.a.test/sea/ferry-stops"
STORY = "<p>The ferry stopped in the strait on Tuesday, and nobody on board of it was hurt.</p>" * 3


def read(inner: str, head: str = "") -> Article:
    html = f"<head>{head}</head><body>{inner}<article><h1>Ferry Stops</h1>{STORY}</article></body>"
    return read_article(html.encode(), URL)


def trail(*steps: tuple[str, str]) -> str:
    items = [
        {"@type": "ListItem", "position": at, "name": name, **({"item": url} if url else {})}
        for at, (name, url) in enumerate(steps, start=1)
    ]
    return json.dumps({"@type": "BreadcrumbList", "itemListElement": items})


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "home", ["Αρχική", "Strona główna", "首页", "Ana Sayfa", "หน้าแรก", "A Test"]
)
def test_the_step_that_leads_to_the_front_page_is_no_section(home: str) -> None:
    front = (home, "https://www.a.test/")

    assert read("", linked(trail(front, ("Ferry Stops", "")))).section is None
    assert read("", linked(trail(front, ("Sea", "/sea"), ("Ferry Stops", "")))).section == "Sea"


@every_row(
    "told",
    [
        '<p itemprop="articleSection">Sea</p>',
        '<meta itemprop="articleSection" content="Sea">',
        '<p property="schema:articleSection">Sea</p>',
        '<nav aria-label="Breadcrumb"><a href="/">主页</a><a href="/sea">Sea</a><b>Ferry</b></nav>',
        '<ul class="bread-crumbs"><li><a href="/en/">Hjem</a><li><a href="/sea">Sea</a></ul>',
        '<ol itemscope itemtype="https://schema.org/BreadcrumbList">'
        '<li><a href="/"><span itemprop="name">Domů</span></a>'
        '<li><a href="/sea"><span itemprop="name">Sea</span></a></ol>',
        linked(f'{{"@type": "WebPage", "breadcrumb": {trail(("Sea", "/sea"))}}}'),
        linked(
            '{"@type": "NewsArticle", "headline": "Ferry Stops", "articleSection": "",'
            f'"breadcrumb": {trail(("Sea", "/sea"), ("Ferry Stops", ""))}}}'
        ),
        '<meta name="cXenseParse:section" content="Sea">',
        '<meta name="sailthru.section" content="Sea">',
        '<meta name="category" content="Sea">',
        '<meta property="http://ogp.me/ns/article#section" content="Sea">',
        linked(
            '{"@type": "NewsArticle", "headline": "Ferry Stops", "articleSection": "<b>Sea</b>"}'
        ),
        linked(
            '{"@type": "NewsArticle", "headline": "Ferry Stops",'
            '"articleSection": ["Home", "https://www.a.test/sea", "2026", "Sea"]}'
        ),
    ],
)
def test_a_section_is_found_however_it_is_told(told: str) -> None:
    assert read(told).section == "Sea"


CARD = '<a href="/b">A Bear Sleeps</a> <a rel="category tag" href="/animals">Animals</a>'


@every_row(
    ("above", "below"),
    [
        (f'<div class="ticker">{CARD}</div>', ""),
        (f"<aside>{CARD}</aside>", f"<nav>{CARD}</nav>"),
        ("", f'<section class="x"><article><h3>A Bear</h3>{CARD}</article></section>'),
        ("", f'<div class="related">{CARD}</div>'),
    ],
)
@every_row("tag", ["article", "div"])
@every_row("own", ["", '<a rel="category tag" href="/sea">Sea</a>'])
def test_an_article_is_filed_where_its_own_links_say(
    above: str, below: str, tag: str, own: str
) -> None:
    html = f"{above}<{tag}><h1>Ferry Stops</h1>{own}{STORY}</{tag}>{below}"

    assert read_article(html.encode(), URL).section == ("Sea" if own else None)


@every_row(
    "told",
    [
        '<meta name="ads.section" content="sea-2024/boats">',
        f'<div itemprop="articleSection">{STORY}</div>',
        '<div class="breadcrumbs">' + '<a href="/sea">Sea</a>' * 20 + "</div>",
        f'<p class="breadcrumb"><a href="{URL}">Ferry</a></p>',
        '<p class="breadcrumb"><a href="/news">‹ Tilbage</a></p>',
        '<p class="breadcrumb"><a href="/archive/2026">2026</a> <a href="/a/3">03/2026</a></p>',
        '<p class="breadcrumb"><a href="/2026/03/">March</a> <a href="/sea/page/2">Page 2</a></p>',
        '<p class="breadcrumb"><a href="mailto:x">mail it</a> <a href="#a">down</a></p>',
        '<p class="breadcrumb"><a href="https://www.b.test/sea">Elsewhere</a></p>',
        '<p class="breadcrumb"><a href="/author/ann">Ann Lee</a></p>',
        '<p class="breadcrumb"><a href="/list">Zurück zur Übersicht</a> <a href="/s">Suche</a></p>',
        '<p class="breadcrumb"><a href="/a">A tug brought all of them home at noon</a></p>',
        '<p class="breadcrumb"><a href="/a">Ferry St…</a></p>',
        '<meta name="site-section" content="Homepage">',
        '<meta name="dfp.section" content="zone1">',
        '<meta property="article:section" content="Uncategorized">',
        '<meta property="article:section" content="Sin categoría">',
        '<a rel="category tag" href="/c/1">Без рубрики</a>',
        '<meta property="article:section" content="未分類">',
        '<meta name="category" content="{$category}">',
    ],
)
def test_codes_texts_and_menus_are_no_section(told: str) -> None:
    assert read(told).section is None


@pytest.mark.parametrize(
    "beside",
    ['<div class="has-breadcrumb"><a href="/login">Log in</a></div>', "",
     '<div class="breadcrumb-share"><a href="mailto:x">Mail</a></div>'],
)  # fmt: skip
def test_the_first_trail_with_steps_on_the_site_is_one(beside: str) -> None:
    steps = '<a href="/">Home</a><a href="/sea">Sea</a><a href="https://social.test/x">Like</a>'
    assert read(f'{beside}<p class="breadcrumb">{steps}</p>').section == "Sea"


@pytest.mark.parametrize(
    ("name", "said"),
    [("x-robots-tag", "noindex"), ("hovercard-subject-tag", "repository:137613026"),
     ("gtm-tag", "GTM-AB1"), ("ad_keywords", "zone=2"), ("dfp:tags", "pos"), ("video:tag", "boats"),
     ("cXenseParse:tags", "4187ae8c-cd0e-40c1-9c57-b7f4b964faed:1b3c5a48")],
)  # fmt: skip
def test_what_programs_are_told_is_no_keyword(name: str, said: str) -> None:
    assert read(f'<meta name="{name}" content="{said}">').keywords == ()


@every_row(
    "told",
    [
        '<meta name="keywords" content="ferry | strait">',
        '<meta name="keywords" content="ferry｜strait">',
        '<meta name="keywords" content=""><meta name="sailthru.tags" content="ferry,strait">',
        '<meta name="dc.subject" content="ferry"><meta name="dc.subject" content="strait">',
        '<b itemprop="keywords">ferry</b><b itemprop="keywords">strait</b>',
        '<a rel="tag" href="/t/1">ferry</a> <a rel="tag" href="/t/2">strait</a>'
        '<a rel="category tag" href="/sea">Sea</a>',
        linked('{"@type": "NewsArticle", "headline": "Ferry Stops", "keywords": "ferry | strait"}'),
        '<meta name="keywords" content="ferry\nstrait">',
        '<meta name="keywords" content="#ferry #strait">',
        '<meta name="keywords" content="#ferry, #strait">',
        """<meta name="keywords" content="'ferry', 'strait'">""",
        '<meta name="keywords" content="&lt;b&gt;ferry&lt;/b&gt;, strait">',
        '<ul class="post-tags"><li><a href="/t/1">#ferry</a><li><a href="/t/2">#strait</a>'
        '<li><a href="#comments">4 comments</a><li><a href="https://b.test/">Tell</a></ul>',
    ],
)
def test_keywords_are_found_however_they_are_told(told: str) -> None:
    assert read(told).keywords == ("ferry", "strait")


@pytest.mark.parametrize(
    "told",
    [
        '<meta name="dc.description" content="It stopped.">',
        '<meta name="description" content=" "><meta name="dcterms.abstract" content="It stopped.">',
        linked('{"@type": "NewsArticle", "headline": "Ferry Stops", "abstract": "It stopped."}'),
        '<meta property="http://ogp.me/ns#description" content="It stopped.">',
        '<meta name="article-description" content="It\u00ad stopped.">',
        '<div itemscope itemtype="https://schema.org/NewsMediaOrganization">'
        '<meta itemprop="description" content="News of the islands."></div>'
        '<meta name="standfirst" content="It stopped.">',
    ],
)
def test_a_description_is_found_however_it_is_told(told: str) -> None:
    assert read(told).description == "It stopped."


SITE = linked('{"@type": "WebSite", "name": "A Test", "description": "News of the islands."}')


@pytest.mark.parametrize(
    "said",
    ["News of the islands.", "A Test", "-", ".", "N/A", "https://www.a.test/sea", "Ferry Stops"],
)
def test_a_description_that_says_nothing_hides_no_other(said: str) -> None:
    site = f'{SITE}<meta property="og:site_name" content="A Test">'
    told = f'{site}<meta name="description" content="{said}">'
    other = '<meta property="og:description" content="It stopped.">'

    assert read("", told + other).description == "It stopped."
    assert read("", told).description in (None, "Ferry Stops")
