"""The head of an article page: metas and linked data, with the faults of the real ones."""

import json
from datetime import datetime
from email.utils import format_datetime

from tests.site.figures import image_url
from tests.site.issue import Press
from tests.site.markup import attribute, plain
from tests.site.model import Story, Text

_PREFIXES = {
    "opinion": "Opinion | ",
    "video": "Video | ",
    "gallery": "Gallery | ",
    "podcast": "Podcast | ",
}


def teaser_of(story: Story) -> str:
    """The meta description without its prefix: the first paragraph, if nobody wrote one."""
    texts = [part.paragraphs[0] for part in story.body if isinstance(part, Text)]
    return plain(story.teaser or (texts[0] if texts else story.headline))


def date_source(story: Story) -> str:
    """Where the page prints when it was published."""
    if story.kind == "gallery":
        return "time"
    is_archived = story.key.startswith("/archive/")
    return "json-ld" if is_archived or story.kind == "live" else "meta"


def changed(story: Story) -> str:
    return story.modified or story.published


def rss_date(iso: str) -> str:
    return format_datetime(datetime.fromisoformat(iso))


def head(story: Story, press: Press) -> str:
    edition, url = press.edition, press.edition.home + story.path
    title = attribute(story.page_title or f"{story.headline} - {edition.title}")
    lines = [
        '<meta charset="utf-8">',
        f'<base href="{edition.home}/">',
        f"<title>{title}</title>",
        f'<link rel="canonical" href="{url}">',
        *(_meta("name", name, content) for name, content in _names(story, press)),
        *(_meta("property", name, content) for name, content in _properties(story, press)),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<link rel="stylesheet" href="{edition.static}/css/main.css?v=41">',
        f'<link rel="alternate" type="application/rss+xml" href="{edition.home}/rss/news">',
        *linked_data(story, press),
    ]
    return "\n".join(lines)


def _meta(key: str, name: str, content: str) -> str:
    return f'<meta {key}="{name}" content="{attribute(content)}">'


def _names(story: Story, press: Press) -> list[tuple[str, str]]:
    prefix = _PREFIXES.get(story.kind, "") if press.edition.language == "en" else ""
    words = ", ".join(story.keywords)
    return [
        ("description", prefix + teaser_of(story)),
        ("keywords", words),
        ("news_keywords", words),
        ("author", story.byline[0] if story.byline else press.edition.title),
        ("thumbnail", _card(story, press).replace("/og/", "/320/")),
        ("googlebot", "noarchive"),
    ]


def _properties(story: Story, press: Press) -> list[tuple[str, str]]:
    edition = press.edition
    dates = [
        ("article:published_time", story.published),
        ("article:modified_time", changed(story)),
    ]
    return [
        ("og:url", edition.home + story.path),
        ("og:title", f"{story.headline} - {edition.title}"),
        ("og:description", teaser_of(story)),
        ("og:image", _card(story, press)),
        ("og:site_name", edition.title),
        *(dates if date_source(story) == "meta" else ()),
        ("article:section", wrong_section(story)),
        ("article:tag", ", ".join(story.keywords)),
        *((("article:author", story.byline[0]),) if story.byline else ()),
        ("article:content_tier", "free"),
    ]


def wrong_section(story: Story) -> str:
    """What the page claims outside its breadcrumbs, whatever section it is in."""
    return "ukraine_war" if story.section == "Ukraine War" else "news"


def _card(story: Story, press: Press) -> str:
    """The address of the drawn card that social networks show: never the photograph."""
    name = story.key.rsplit("/", 1)[-1]
    return f"{press.edition.static}/image/og/{name[-2:]}/{name}__card.jpg"


def linked_data(story: Story, press: Press) -> list[str]:
    """The JSON-LD scripts; the one about the site is no JSON, as on the real pages."""
    edition = press.edition
    organization: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsMediaOrganization",
        "name": edition.title,
        "url": edition.home,
        "logo": f"{edition.static}/img/logo.png",
    }
    broken = (
        '<script type="application/ld+json">{"@context": "https://schema.org", '
        f'"@type": "WebSite", "name": "{edition.title}", "url": "{edition.home}",}}</script>'
    )
    scripts = [
        _script(organization),
        broken,
        _script(_article(story, press), " data-json-ld-for-pagemetadata"),
    ]
    return [*scripts, _script(_breadcrumbs(story, press))] if story.section else scripts


def _script(data: dict[str, object], attributes: str = "") -> str:
    text = json.dumps(data, ensure_ascii=False, indent=1).replace("</", "<\\/")
    return f'<script type="application/ld+json"{attributes}>{text}</script>'


def _article(story: Story, press: Press) -> dict[str, object]:
    edition, url = press.edition, press.edition.home + story.path
    organization = {"@type": "Organization", "name": edition.title}
    author = {"@type": "Person", "name": story.byline[0]} if story.byline else organization
    dates = {
        "dateCreated": story.published,
        "datePublished": story.published,
        "dateModified": changed(story),
    }
    return {
        "@context": "https://schema.org",
        "@type": "WebPage" if story.kind == "sponsored" else "NewsArticle",
        **({} if date_source(story) == "time" else dates),
        "headline": plain(story.headline),
        "name": plain(story.headline),
        "description": teaser_of(story),
        "keywords": ", ".join(story.keywords),
        "articleSection": wrong_section(story),
        "isAccessibleForFree": True,
        "mainEntityOfPage": url,
        "url": url,
        "thumbnailUrl": _card(story, press).replace("/og/", "/320/"),
        "image": image_url(story.picture, edition) if story.picture else _card(story, press),
        "publisher": organization,
        "creator": author,
        "author": author,
        "inLanguage": "English" if edition.language == "en" else "Russian",
    }


def _breadcrumbs(story: Story, press: Press) -> dict[str, object]:
    home = press.edition.home
    names = (
        ("Home", home),
        (story.section, f"{home}/news"),
        (plain(story.headline), home + story.path),
    )
    items = [
        {"@type": "ListItem", "position": place, "item": {"@id": address, "name": name}}
        for place, (name, address) in enumerate(names, start=1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}
