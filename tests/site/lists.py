"""Where the site lists its stories: feeds, sitemaps, section pages, robots.txt."""

from collections.abc import Callable, Sequence

from tests.site.chrome import card, footer, top
from tests.site.edition import Edition
from tests.site.head import changed, rss_date, teaser_of
from tests.site.issue import Press
from tests.site.markup import attribute, inline
from tests.site.model import Bare, ItemList, Line, Story, Text
from tests.site.story_blocks import lay

#: Cards on the first page of a section, and on each fragment after it.
FIRST, NEXT = 19, 18
_FEED_ITEMS = 50

#: What ``/rss/all`` leaves out.
_NOT_IN_ALL = ("podcast", "live", "sponsored")

#: The first letter of the gallery's category is Cyrillic, as on the real feed.
_CATEGORIES = {"gallery": "Рhotos - Gallery", "opinion": "Article - Opinion"}


def feed(stories: Sequence[Story], title: str, press: Press) -> str:
    """RSS 2.0 with summaries, padded with tabs and line breaks."""
    return _rss([_item(story, press) for story in stories[:_FEED_ITEMS]], title, press)


def _item(story: Story, press: Press) -> str:
    url = press.edition.home + story.path
    return f"""<item>
<title>{inline(story.headline)}</title>
<link>{url}</link>
<guid isPermaLink="true">{url}</guid>
<description>
\t\t\t\t{attribute(teaser_of(story))}
\t\t\t</description>
<pubDate>{rss_date(story.published)}</pubDate>
</item>"""


def full_feed(stories: Sequence[Story], press: Press) -> str:
    """RSS with the bodies in the descriptions: html blocks only, and a mailbox for an author."""
    chosen = [story for story in stories if story.kind not in _NOT_IN_ALL][:_FEED_ITEMS]
    return _rss([_full_item(story, press) for story in chosen], "All articles", press)


def _full_item(story: Story, press: Press) -> str:
    edition, url = press.edition, press.edition.home + story.path
    author = f"{story.byline[0]}: " if story.kind == "opinion" and story.byline else ""
    drawing = f"{edition.static}/image/og/{story.key[-2:]}/{story.key}__card.jpg"
    body = "\n".join(
        lay(part, press) for part in story.body if isinstance(part, Text | Bare | ItemList | Line)
    )
    return f"""<item>
<title>{inline(author + story.headline)}</title>
<link>{url}</link>
<guid isPermaLink="true">{url}</guid>
<author>mailbox@{edition.home.partition("//")[2]} ({edition.title})</author>
<category>{_CATEGORIES.get(story.kind, "Article - News")}</category>
<enclosure url="{drawing}" length="0" type="image/jpeg"/>
<description><![CDATA[{body}]]></description>
<pubDate>{rss_date(story.published)}</pubDate>
</item>"""


def _rss(items: Sequence[str], title: str, press: Press) -> str:
    edition = press.edition
    joined = "\n".join(items)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel>
<title>{edition.title} - {title}</title>
<link>{edition.home}</link>
<description>{edition.title}</description>
<language>{edition.language}</language>
<ttl>600</ttl>
{joined}
</channel></rss>
"""


def month_of(story: Story) -> str:
    """The name of the sitemap that lists it, month without a leading zero: ``2026-3``."""
    year, month = story.published[:7].split("-")
    return f"{year}-{int(month)}"


def sitemap_index(stories: Sequence[Story], edition: Edition) -> str:
    """Only here do the sitemaps give dates: the last change of each month."""
    dates: dict[str, str] = {}
    for story in stories:
        month = month_of(story)
        dates[month] = max(dates.get(month, ""), changed(story)[:10])
    entries = "\n".join(
        f"<sitemap><loc>{edition.static}/sitemap/{month}.xml</loc><lastmod>{date}</lastmod></sitemap>"
        for month, date in dates.items()
    )
    return _xml("sitemapindex", entries)


def sitemap(stories: Sequence[Story], edition: Edition) -> str:
    entries = "\n".join(f"<url><loc>{edition.home}{story.path}</loc></url>" for story in stories)
    return _xml("urlset", entries)


def _xml(root: str, entries: str) -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{entries}
</{root}>
"""


def in_list(name: str) -> Callable[[Story], bool]:
    """Whether a story is on the section page of that breadcrumb name (or of that kind)."""
    return lambda story: name in (story.section, story.kind)


def section_page(stories: Sequence[Story], title: str, press: Press) -> str:
    """The first page of a section."""
    return f"""<!DOCTYPE html>
<html lang="{press.edition.language}"><head><meta charset="utf-8">
<base href="{press.edition.home}/"><title>{inline(title)} - {press.edition.title}</title></head>
<body class="section-item" y-use="Main">
{top(press)}
<div class="container"><h1 class="section-header">{inline(title)}</h1>
<div class="row-flex" y-use="More" data-start="{FIRST}">
{_cards(stories[:FIRST], press)}
</div></div>
{footer(press)}
</body></html>
"""


def section_fragment(stories: Sequence[Story], offset: int, press: Press) -> str:
    """The cards from an offset on, without a page around them; empty behind the last."""
    return _cards(stories[offset : offset + NEXT], press)


def _cards(stories: Sequence[Story], press: Press) -> str:
    return "\n".join(f'<div class="col-4">{card(story, press)}</div>' for story in stories)


def robots_txt(edition: Edition) -> str:
    return f"""User-agent: *
Disallow: /preview/
Disallow: /search/
Disallow: *?utm
Disallow: *&utm

User-agent: Yandex
Disallow: /preview/
Disallow: /search/
Disallow: *?amp
Disallow: *?utm
Disallow: *&utm

Sitemap: {edition.static}/sitemap/sitemap.xml
"""


def not_found_page(press: Press) -> str:
    """What an unknown number gets, with status 200."""
    return f"""<!DOCTYPE html>
<html lang="{press.edition.language}"><head><meta charset="utf-8">
<base href="{press.edition.home}/"><title>{press.edition.title}</title></head>
<body class="page-item" y-use="Main">
{top(press)}
<div class="container"><h1>Oops!</h1>
<h2>We couldn't find your page.</h2></div>
{footer(press)}
</body></html>
"""
