"""A made-up news site of any size for benchmarks: pages of 60 to 120 kB, the same each time."""

import gzip
import random
from datetime import UTC, datetime, timedelta

_SYLLABLES = "ba ke lo mi nu pra ste vo gri tal den ros kin mar sol ver tu pol".split()
_NEWEST = datetime(2026, 11, 1, 18, tzinfo=UTC)
_BLOCK = "article__block article__block--html article__block--column"
_SECTIONS = ("news", "opinion", "business", "climate", "meanwhile")


def _words(random_: random.Random, count: int) -> str:
    return " ".join(
        "".join(random_.choices(_SYLLABLES, k=random_.randint(1, 4))) for _ in range(count)
    )


def _sentence(random_: random.Random) -> str:
    return _words(random_, random_.randint(10, 24)).capitalize() + "."


def path(number: int) -> str:
    """The path of a page; the newest has number 0."""
    moment = _NEWEST - timedelta(minutes=41 * number)
    return (
        f"/{moment:%Y/%m/%d}/{_words(random.Random(number), 5).replace(' ', '-')}-a{90000 - number}"
    )


def page(number: int) -> bytes:
    """An article's page, gzipped: body, appeal, teasers, and as heavy around it as real ones."""
    random_ = random.Random(number)
    moment = (_NEWEST - timedelta(minutes=41 * number)).isoformat()
    url = f"https://www.themoscowtimes.com{path(number)}"
    headline = _words(random_, 8).capitalize()
    paragraphs = [
        " ".join(_sentence(random_) for _ in range(random_.randint(2, 5)))
        for _ in range(random_.randint(9, 14))
    ]
    body = "".join(f'<div class="{_BLOCK}"><p>{text}</p></div>' for text in paragraphs)
    section = _SECTIONS[number % len(_SECTIONS)]
    html = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{headline} - The Moscow Times</title><link rel="canonical" href="{url}">
<meta name="description" content="{paragraphs[0][:150]}">
<meta property="og:title" content="{headline} - The Moscow Times">
<meta property="article:published_time" content="{moment}">
<meta property="article:modified_time" content="{moment}">
<meta name="keywords" content="ice, harbors">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{headline}",
"datePublished":"{moment}","author":{{"@type":"Person","name":"Vera Lugovaya"}}}}</script>
<script type="application/ld+json">{{"@type":"BreadcrumbList","itemListElement":[
{{"position":1,"name":"Home"}},{{"position":2,"name":"{section}"}},{{"position":3,"name":"x"}}]}}</script>
<style>{_style(random_)}</style></head><body class="article-item">{_navigation(random_)}
<article><div class="container article-container"><article class="article article--news">
<header class="article__header"><h1><a href="{url}">{headline}</a></h1><h2></h2></header>
<div class="article__byline byline"><span class="byline__author">By
<a class="byline__author__name" href="/author/vera">Vera Lugovaya</a></span>
<time class="byline__datetime timeago" datetime="{moment}">Nov. 1, 2026</time></div>
<figure class="article__featured-image featured-image"><img src="/image/{number}.jpg"><figcaption>
<span class="article__featured-image__caption">{_words(random_, 6)}</span>
<span class="article__featured-image__credits">{_words(random_, 2)}</span></figcaption></figure>
<div class="article__content-container"><div class="article__content">{body}
<div class="article__block article__block--newsletter"><div class="article__newsletter">
<p>Sign up for our weekly newsletter</p></div></div>
<div class="x1"><p>A Message from The Moscow Times:</p><p>Dear readers,</p>
<p>{_sentence(random_)}</p><p>Remind me later.</p></div></div></div></article>
<section class="cluster">{"".join(_teaser(random_) for _ in range(28))}</section></div>
</article><script>{_script(random_)}</script>
<footer class="footer">{_navigation(random_)}</footer></body></html>"""
    return gzip.compress(html.encode(), 6)


def _navigation(random_: random.Random) -> str:
    items = "".join(
        f'<li class="navigation__item"><a class="navigation__link" href="/{word}">{word}</a></li>'
        for word in _words(random_, 90).split()
    )
    return f'<nav class="navigation"><ul>{items}</ul></nav>'


def _teaser(random_: random.Random) -> str:
    title = _words(random_, 9)
    return (
        f'<div class="col"><article class="article-excerpt-default"><a href="/2026/10/01/x-a1">'
        f'<figure><img src="/image/320/1.jpg" alt="" loading="lazy"></figure><h5>{title}</h5>'
        f'<div class="article-excerpt-default__teaser">{_sentence(random_)}</div></a>'
        f'<span class="readtime">3 min read</span></article></div>'
    )


def _style(random_: random.Random) -> str:
    return "".join(
        f".{word}-{random_.randint(0, 99)}"
        f"{{display:flex;margin:{random_.randint(0, 40)}px;color:#333}}"
        for word in _words(random_, random_.randint(200, 700)).split()
    )


def _script(random_: random.Random) -> str:
    return "".join(
        f"d.push({{event:'{word}',v:{random_.randint(0, 9999)},"
        f"el:document.querySelector('.{word}')}});"
        for word in _words(random_, random_.randint(250, 500)).split()
    )


def sitemap(count: int) -> bytes:
    """A sitemap of all pages."""
    rows = "".join(
        f"<url><loc>https://www.themoscowtimes.com{path(number)}</loc></url>"
        for number in range(count)
    )
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{rows}</urlset>"
    ).encode()
