"""Where a page's witnesses name two days: which of them is believed."""

import json

import pytest

from newscrawl import read_article

URL = "https://www.harbor.example/story"
STORY = (
    "<p>The ferry to the northern islands stopped on Tuesday in the middle of the strait.</p>"
    "<p>Nobody was hurt, the harbor master said, and a tug would bring all of them home.</p>"
)
FOURTH, NINTH = "2026-03-04", "2026-03-09"


def day_of(body: str, head: str = "", language: str = "en") -> str | None:
    html = (
        f'<html lang="{language}"><head><meta charset="utf-8"><title>The Ferry</title>{head}</head>'
        f"<body><article><h1>The Ferry</h1>{body}</article></body></html>"
    )
    found = read_article(html.encode(), URL).date_published
    return found.date().isoformat() if found else None


def linked(**told: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


@pytest.mark.parametrize(
    ("seen", "day"),
    [
        ("", FOURTH),
        ('<p class="date">9 March 2026</p>', NINTH),
        ('<time datetime="2026-03-09T08:00:00Z">x</time>', NINTH),
        ('<p class="date">4 March 2026</p>', FOURTH),
        ('<p class="date">Updated 9 March 2026</p>', FOURTH),
        ('<p class="date">17 March 2026</p>', FOURTH),
    ],
)
def test_what_readers_see_tells_which_of_two_days_machines_are_told(seen: str, day: str) -> None:
    told = linked(**{"@type": "NewsArticle", "datePublished": "2026-03-04T10:00:00Z"})
    meta = '<meta property="article:published_time" content="2026-03-09T10:00:00Z">'

    assert day_of(f"{seen}{STORY}", told + meta) == day


@pytest.mark.parametrize(
    ("caption", "own", "language"),
    [
        ("The boat on its way through the strait, 4 March 2026", "9 March 2026", "en"),
        ("Schiff auf dem Weg durch die Meerenge, 4. März 2026", "Berlin, 9. März 2026", "de"),
        ("Neuer Motor bei der Probe auf der Werft Nordhafen, 4. März 2026", "9. März 2026", "de"),
        ("Un barco de pesca cruza el estrecho, 4 de marzo de 2026", "9/3/2026", "es"),
    ],
)
def test_a_line_that_tells_more_than_a_date_is_asked_last(
    caption: str, own: str, language: str
) -> None:
    lines = f'<p class="date-line">{caption}</p><p class="date-line">{own}</p>'

    assert day_of(lines + STORY, language=language) == NINTH
    assert day_of(f'<p class="date-line">{caption}</p>{STORY}', language=language) == FOURTH


@pytest.mark.parametrize("name", ["itemprop", "property"])
def test_the_headline_of_an_article_within_is_not_that_of_the_one_around(name: str) -> None:
    kind = "itemscope itemtype" if name == "itemprop" else "typeof"
    card = f'<div {kind}="BlogPosting"><b {name}="headline">A Bear in the Library</b></div>'
    html = (
        f'<title>The Ferry</title><div {kind}="BlogPosting"><h1>The Ferry</h1>'
        f'<b {name}="datePublished" content="2026-03-04">x</b><b {name}="author">Ann Lee</b>'
        f"{STORY}{2 * card}</div>"
    )
    read = read_article(html.encode(), URL)

    assert read.authors == ("Ann Lee",)
    assert read.date_published is not None
    assert read.date_published.date().isoformat() == FOURTH


def test_a_blog_tells_of_the_post_that_the_page_is() -> None:
    posts = [
        {"@type": "BlogPosting", "url": f"/{name}", "datePublished": day, "headline": "The Ferry"}
        for name, day in (("other", NINTH), ("story", FOURTH))
    ]
    blog = {"@type": "Blog", "name": "Harbor", "blogPost": posts}

    assert day_of(STORY, linked(**blog)) == FOURTH
    own = {"@type": "NewsArticle", "headline": "The Ferry", "datePublished": NINTH}
    assert day_of(STORY, linked(**blog) + linked(**own)) == NINTH


@pytest.mark.parametrize("called", ["author", "byline-name", "autor"])
def test_an_aside_that_says_who_wrote_is_the_articles(called: str) -> None:
    signed = f'<p class="{called}">Ann Lee</p>'
    aside = '<aside><p class="date">{}</p>{}</aside>'

    assert day_of(aside.format("4 March 2026", signed) + STORY) == FOURTH
    assert day_of(aside.format("4 March 2026", "<p>Weather: fog</p>") + STORY) is None
    other = aside.format("4 March 2026", signed + 40 * "Boats, ships, barges. ")
    assert day_of(other + STORY) is None


@pytest.mark.parametrize("name", ["dc:date", "dcterms:issued", "schema:datePublished"])
def test_a_day_that_an_element_marks_yields_to_its_moment(name: str) -> None:
    marked = f'<span property="{name}" content="2026-03-04"></span>'
    times = '<time datetime="{}">x</time>'
    html = (
        f"<html><head><title>The Ferry</title></head><body><article><h1>The Ferry</h1>{marked}"
        f"{{}}{STORY}</article></body></html>"
    )

    of = {
        time: read_article(html.format(times.format(time)).encode(), URL).date_published
        for time in ("2026-03-04T08:30:00Z", "2026-03-05T08:30:00Z")
    }

    assert [f"{each:%d %H:%M}" for each in of.values() if each] == ["04 08:30", "04 00:00"]
