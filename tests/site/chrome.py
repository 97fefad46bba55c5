"""What every page wears around its text: navigation, sidebar, cards, footer."""

from collections.abc import Sequence

from tests.site.edition import Edition
from tests.site.head import teaser_of
from tests.site.issue import Press
from tests.site.markup import attribute, inline, plain
from tests.site.model import Header, ItemList, Part, Quote, Story, Text

_SHARES = ("Facebook", "Twitter", "Telegram", "WhatsApp", "Flipboard")
_TEASER = (
    '<div class="{name}"><a class="{name}__link" href="/contribute?utm_source={source}">'
    '<span class="{name}__title">Support The Moscow Times!</span>'
    '<span class="{name}__cta">Contribute today</span></a></div>'
)


def top(press: Press) -> str:
    """The bar of progress, the header and the navigation, each with its own plea."""
    links = _links(press.edition)
    return f"""<div class="progress-bar" id="progress"><div class="progress-bar__inner"></div></div>
<header class="site-header"><div class="site-header__inner">
<a class="site-header__logo" href="/"><img src="/img/logo.svg" alt="{press.edition.title}"></a>
{_TEASER.format(name="contribute-teaser", source="contribute")}
<a href="/account">My account</a> <a href="/signout">Signout</a> <a href="/ru">RU</a>
</div></header>
<nav class="navigation" id="navigation"><ul class="navigation__list">
{links}
</ul>
{_TEASER.format(name="contribute-teaser-mobile", source="contribute-mobile")}
<form class="navigation__search" action="/search/"><input name="query" placeholder="Search"></form>
<span class="navigation__close">×</span></nav>"""


def _links(edition: Edition) -> str:
    return "\n".join(
        f'<li class="navigation__item"><a class="navigation__link" href="{edition.home}/{path}" '
        f'title="{attribute(name.title())}">{inline(name.title())}</a></li>'
        for path, name in edition.sections.items()
    )


def social(url: str) -> str:
    """Share links, twice on a page, whose words are in titles only; and the copy to print."""
    icons = "\n".join(
        f'<a class="social__icon social__icon--{name.lower()}" rel="nofollow" target="_blank" '
        f'href="https://share.example/{name.lower()}?url={url}" title="Share on {name}">'
        f'<i class="fa fa-brands fa-{name.lower()}"></i></a>'
        for name in _SHARES
    )
    return (
        f'<div class="social">{icons}\n<a class="social__icon social__icon--pdf" '
        f'href="{url}/pdf" title="Download as PDF"><i class="fa fa-file-pdf"></i></a></div>'
    )


def minutes(story: Story) -> int:
    return 1 + sum(len(_words(part)) for part in story.body) // 200


def _words(part: Part) -> list[str]:
    if isinstance(part, Text):
        return " ".join(part.paragraphs).split()
    if isinstance(part, Quote | Header):
        return part.text.split()
    return " ".join(part.items).split() if isinstance(part, ItemList) else []


def card(story: Story, press: Press) -> str:
    """A story as lists show it."""
    url = press.edition.home + story.path
    label = f'<span class="label">{inline(story.kicker)}</span>' if story.kicker else ""
    reading = f"{minutes(story)} Min read"
    if press.edition.language == "ru":
        reading = f'<span class="duration__text">Время чтения: {minutes(story)} мин</span>'
    title, blank = attribute(story.headline), f"{press.edition.static}/img/blank.gif"
    return f"""<div class="article-excerpt-default" data-url="{url}" data-title="{title}">
<a class="article-excerpt-default__link" href="{url}" title="{title}">{label}
<div class="article-excerpt-default__image-wrapper"><img class="lazy" src="{blank}" alt=""></div>
<h3 class="article-excerpt-default__headline">{inline(story.headline)}</h3>
<p class="article-excerpt-default__teaser">{inline(plain(teaser_of(story))[:140])}</p>
<span class="readtime">{reading}</span></a></div>"""


def sidebar(newest: Sequence[Story], press: Press) -> str:
    """Two tabs of headlines: what is read most, and what has just come in."""
    tabs = (("Most read", newest[4:9]), ("Just in", newest[:5]))
    lists = "\n".join(_tab(title, stories, press) for title, stories in tabs)
    return f'<aside class="sidebar" id="sidebar"><div class="tabs">\n{lists}\n</div></aside>'


def _tab(title: str, stories: Sequence[Story], press: Press) -> str:
    items = "\n".join(
        f'<li class="listed-articles__item"><a href="{press.edition.home}{story.path}" '
        f'title="{attribute(story.headline)}"><time class="article-excerpt-tiny__time timeago" '
        f'datetime="{story.published}">{story.published[11:16]}</time>'
        f'<h5 class="article-excerpt-tiny__headline">{inline(story.headline)}</h5></a></li>'
        for story in stories
    )
    return (
        f'<section class="tab"><h4 class="tab__title">{title}</h4>'
        f'<ul class="listed-articles">\n{items}\n</ul></section>'
    )


def cluster(newest: Sequence[Story], press: Press) -> str:
    cards = "\n".join(card(story, press) for story in newest[:4])
    return (
        '<section class="cluster"><div class="container"><h2 class="header--style-2 cluster-label">'
        f'Read more</h2>\n<div class="row-flex">{cards}</div></div></section>'
    )


def footer(press: Press) -> str:
    return f"""<footer class="footer"><div class="container"><div class="footer__inner">
<p class="footer__brand">{press.edition.title}</p>
<ul class="footer__menu">
{_links(press.edition)}
<li><a href="/page/about-us">About us</a></li>
<li><a href="/page/privacy-policy">Privacy Policy</a></li>
<li><a href="/newsletters">Newsletters</a></li><li><a href="/contribute">Contribute</a></li>
</ul>
<p class="footer__copyright">&copy; The Moscow Times, all rights reserved.</p>
</div></div></footer>
<script>window.dataLayer = window.dataLayer || []; window.site = {{"refresh": 600}};</script>
<!-- an invented page of an example site -->"""
