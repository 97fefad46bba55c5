"""The Moscow Times: independent, in English, published from exile."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from newscrawl import urls
from newscrawl.article import Block, Image, Kind
from newscrawl.errors import Undecodable
from newscrawl.outlet import ClaimedEntry, Feed, Layout, Outlet, Section, Sitemap
from newscrawl.outlets._moscow_times_rules import RULES
from newscrawl.page import Page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: The description's prefix on pages of these kinds.
_PREFIX = re.compile(r"^(Opinion|Video|Gallery|Podcast) \| ")
#: Class names that only pages of a kind have, most telling first.
_KIND_MARKS = {
    "article--advertorial": Kind.SPONSORED,
    "campaign__header": Kind.SPONSORED,
    "live-intro": Kind.LIVE,
    "live-posts": Kind.LIVE,
    "article__gallery": Kind.GALLERY,
    "videoheader": Kind.VIDEO,
    "byline--opinion": Kind.OPINION,
}
_MARKED = ",".join(f".{mark}" for mark in _KIND_MARKS)
_KIND_LABELS = {"news analysis": Kind.ANALYSIS, **{kind.value: kind for kind in Kind}}
#: What infinite scroll appends is the next article, not this one.
_NEXT = ":not(#load-next-article *, article ~ article *, .article-container ~ .article-container *)"
_PICTURES = (
    "figure.article__featured-image, .article__gallery__item, figure.article__image,"
    " figure.article__images, .article__images:not(figure):not(:has(figure))"
)
_NAMES = ".byline__author__name, .article__author__name"
#: Behind a name whose element was left open stands what leads to the next name.
_JOINT = re.compile(r"(?:,| and| и)*\s*$")


def _article(page: Page) -> "LexborNode | None":
    """The first article's container: a page that was scrolled on holds more."""
    return page.tree.css_first(".article-container") or page.tree.body


def _nodes(page: Page, selector: str) -> "list[LexborNode]":
    article = page.once(_article)
    return article.css(selector) if article else []


def _texts(page: Page, selector: str) -> tuple[str, ...]:
    texts = (" ".join(node.text().split()) for node in _nodes(page, selector))
    return tuple(text for text in texts if text)


def _first(selector: str) -> Callable[[Page], str | None]:
    """A reader of the first element with text."""
    return lambda page: next(iter(_texts(page, selector)), None)


kicker = _first(".article__header .label:not(.label--partner):not(.label--partners)")
lead = _first(".article__intro")


def description(page: Page) -> str | None:
    """The line under the headline, else the description without the kind before it."""
    under = next(iter(_texts(page, ".article__header h2")), None)
    given = page.metas.get("description")
    return under or (_PREFIX.sub("", given) if given else None)


def section(page: Page) -> str | None:
    """The second crumb: every other mark of the section says "news" or "ukraine_war"."""
    for found in page.linked_data:
        items = found.get("itemListElement")
        if found.get("@type") == "BreadcrumbList" and isinstance(items, list):
            # With two crumbs the second is the article itself.
            second = items[1] if len(items) > 2 else None
            return _crumb(second) if isinstance(second, dict) else None
    return None


def _crumb(item: dict[str, Any]) -> str | None:
    inner = item.get("item")
    name = item.get("name") or (inner.get("name") if isinstance(inner, dict) else None)
    return name if isinstance(name, str) else None


def authors(page: Page) -> tuple[str, ...]:
    """The names in the byline; in the archive's pages the elements around them are not closed."""
    names = (node.text(deep=False) or node.text() for node in _nodes(page, _NAMES))
    found = (_JOINT.sub("", " ".join(name.split())) for name in names)
    named = tuple(name for name in found if name) or _texts(page, ".byline__author")
    # A live blog's byline is commented out.
    return named or tuple(filter(None, [page.metas.get("author")]))


def kind(page: Page) -> Kind:
    """By its marks, else by what the description, the kicker or the page's own statistics say."""
    # One search of the page for all marks: each of its own would cost as much.
    nodes = page.tree.css(_MARKED)
    marks = {mark for node in nodes for mark in (node.attributes.get("class") or "").split()}
    marked = next((kind for mark, kind in _KIND_MARKS.items() if mark in marks), None)
    return marked or next(filter(None, map(_KIND_LABELS.get, _labels(page))), Kind.ARTICLE)


def _labels(page: Page) -> Iterator[str]:
    """Words that may name the kind."""
    prefix = _PREFIX.match(page.metas.get("description", ""))
    counted = page.tree.css_first("[data-section][data-type]")
    yield prefix[1].casefold() if prefix else ""
    yield (kicker(page) or "").casefold()
    yield ((counted.attributes.get("data-type") if counted else None) or "").casefold()


def is_sponsored(page: Page) -> bool:
    """A partner's piece in the normal stream; a page of the kind ``sponsored`` is it anyway."""
    return bool(_nodes(page, ".article__header .label--partner"))


def related(page: Page) -> tuple[str, ...]:
    links = _nodes(page, ".article__related-article a[href]")
    found = (urls.absolute(page.url, link.attributes.get("href") or "") for link in links)
    return tuple(dict.fromkeys(url for url in found if url))


def images(page: Page) -> tuple[Image, ...]:
    """All pictures in the page's order; the same file in another size is the same picture."""
    found: dict[str, Image] = {}
    for figure in _nodes(page, _PICTURES):
        for image in _images_in(page, figure):
            found.setdefault("/".join(urlsplit(image.url).path.split("/")[-2:]), image)
    return tuple(found.values())


def _images_in(page: Page, figure: "LexborNode") -> Iterator[Image]:
    given = figure.attributes
    captions = _given(given.get("data-image-caption"), given.get("data-image-title"))
    captions = captions or [node.text() for node in figure.css('[class$="__caption"]')]
    credits = _given(given.get("data-image-credits"))
    credits = credits or [node.text() for node in figure.css('[class$="__credits"]')]
    for image, caption, credit in zip_longest(figure.css("img"), captions, credits):
        told = image.attributes if image else {}
        # The Russian pages load their pictures late: ``src`` holds a placeholder, or nothing.
        url = urls.absolute(page.url, told.get("data-src") or told.get("src") or "")
        if image and url:
            yield Image(url, _folded(caption), _folded(credit))


def _given(*values: str | None) -> list[str]:
    return [value for value in values if value and value.strip()][:1]


def _folded(text: str | None) -> str | None:
    return (" ".join(text.split()) or None) if text else None


def live_parts(page: Page) -> tuple[str, ...]:
    """Where a live blog's posts come from: all of them, from the first on."""
    addresses = (node.attributes.get("data-url") or "" for node in page.tree.css(".live-posts"))
    found = (urls.absolute(page.url, url.replace("{{from}}", "0")) for url in addresses if url)
    return tuple(url for url in found if url)


def live_posts(page: Page, cut: Callable[[Any], tuple[Block, ...]]) -> list[Block]:
    """The blocks of a live blog's posts, oldest first, each marked with its post's anchor."""
    return [
        replace(block, marks=("live-post", *dict.fromkeys((post.anchor, post.mark)), *block.marks))
        for post in page.once(_posts)
        for html in post.pieces
        for block in cut(Page(page.url, html.encode(), declared="utf-8").tree.body)
    ]


def live_entries(page: Page) -> list[ClaimedEntry]:
    """The posts as entries: each has a number of its own, and an anchor on the page."""
    return [
        ClaimedEntry(
            key=post.number or post.anchor,
            published=post.time,
            url=f"#{post.anchor}",
            mark=post.mark,
        )
        for post in page.once(_posts)
    ]


class _LivePost(NamedTuple):
    """A post of a live blog: what names it, when it was written, and its pieces of HTML."""

    number: str
    time: str
    anchor: str
    #: The anchor, with the number where another post is of the same second.
    mark: str
    pieces: tuple[str, ...]


def _posts(page: Page) -> list[_LivePost]:
    """Raises ``Undecodable`` where a part is not the JSON of posts."""
    found = list[_LivePost]()
    for url in page.once(live_parts):
        try:
            found += [_post(given) for given in json.loads(page.parts.get(url, b"[]"))]
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
            raise Undecodable(url, f"no live posts: {error}") from error
    shared = Counter(post.anchor for post in found)
    return [
        post._replace(mark=f"{post.anchor}-{post.number}") if shared[post.anchor] > 1 else post
        for post in found
    ]


def _post(given: dict[str, Any]) -> _LivePost:
    anchor = f"live-post-{int(datetime.fromisoformat(given['time']).timestamp())}"
    return _LivePost(
        number=str(given.get("id") or ""),
        time=given["time"],
        anchor=anchor,
        mark=anchor,
        pieces=tuple(str(one["html"]) for one in given["body"] if one["type"] == "html"),
    )


#: How an article's page is read, in English and in Russian.
BLOCKS = Layout(
    "blocks",
    # The disclaimer stands behind the body; it leaves through a rule, which notes it.
    body=f".article__content{_NEXT}, .live-intro{_NEXT}, .article__disclaimer{_NEXT}",
    ignore=".ad-container, [id^='div-gpt-ad'], .social, .article__gallery, .article__byline",
    asides="article__aside",
    parts=live_posts,
    entries=live_entries,
    # Asked before any text is found: a gallery may have none.
    fields={"kind": kind},
)
#: The date in it may change, and so may the slug; the number never does.
DATED = r"^/(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})/[^/?]+-a(?P<key>\d+)/?(?:\?|$)"
_FEEDS = ("news", "opinion", "city", "meanwhile", "podcasts", "in-depth", "arts-and-life")
_SECTIONS = (
    *("news", "opinion", "meanwhile", "arts-and-life", "business", "climate", "diaspora"),
    *("features", "ukraine-war", "lectures", "videos", "galleries", "podcasts"),
)

OUTLET = Outlet(
    name="moscow_times",
    title="The Moscow Times",
    home="https://www.themoscowtimes.com",
    language="en",
    timezone="Europe/Moscow",
    hosts=("static.themoscowtimes.com",),
    sources=(
        *(Feed(f"/rss/{name}") for name in _FEEDS),
        Sitemap(
            "https://static.themoscowtimes.com/sitemap/sitemap.xml",
            month=r"/(?P<year>\d{4})-(?P<month>\d{1,2})\.xml$",
        ),
        *(Section(f"/{name}", f"/{name}/{{offset}}", first=19, step=18) for name in _SECTIONS),
    ),
    articles=(DATED, r"^/archive/[^/?]+$", r"^/plus/[^/?]+/[^/?]+$"),
    # "Oops!" comes with status 200.
    not_articles="body.page-item",
    layouts=(BLOCKS,),
    # What the pages say of themselves wrongly, or in places of their own.
    fields={
        "description": description,
        "lead": lead,
        "kicker": kicker,
        "kind": kind,
        "section": section,
        "authors": authors,
        "is_sponsored": is_sponsored,
        "images": images,
        "related": related,
    },
    parts=live_parts,
    boilerplate=RULES,
)
