"""Read an article's fields from what every news page carries: JSON-LD, meta tags, the headline."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from newscrawl.article import Kind
from newscrawl.extract.images import lead_image
from newscrawl.outlet import Reader
from newscrawl.page import Page

_ARTICLE_TYPE = re.compile(r"(Article|Posting|Report|Review|Coverage)$")
_SEPARATORS = (" - ", " – ", " — ", " | ", " :: ", " · ", " / ", " » ")
_KINDS = {
    "OpinionNewsArticle": Kind.OPINION,
    "AnalysisNewsArticle": Kind.ANALYSIS,
    "LiveBlogPosting": Kind.LIVE,
    "AdvertiserContentArticle": Kind.SPONSORED,
}
Read = Callable[[Page], Any]


def linked(name: str) -> Read:
    """Reads a property of the page's JSON-LD article."""
    return lambda page: article_object(page).get(name)


def meta(*names: str) -> Read:
    """Reads the first of these meta tags that the page has."""
    return lambda page: next((page.metas[name] for name in names if name in page.metas), None)


def css(selector: str) -> Read:
    """Reads the text of the first element that the selector finds."""
    return lambda page: page.text_of(selector)


def article_object(page: Page) -> dict[str, Any]:
    """The JSON-LD object that describes the article; empty if there is none."""
    return next((found for found in page.linked_data if _is_article(found)), {})


def _is_article(found: dict[str, Any]) -> bool:
    return any(_ARTICLE_TYPE.search(name) for name in strings(found.get("@type")))


def strings(value: Any) -> list[str]:
    """The texts in a JSON-LD value: one, a list of them, or objects with a name."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, Mapping):
        return strings(value.get("name") or value.get("@value"))
    if isinstance(value, Sequence):
        return [text for item in value for text in strings(item)]
    return []


def _linked_authors(page: Page) -> list[str]:
    return strings(article_object(page).get("author") or article_object(page).get("creator"))


def _linked_kind(page: Page) -> Kind | None:
    types = strings(article_object(page).get("@type"))
    return next((_KINDS[name] for name in types if name in _KINDS), None)


def _language(page: Page) -> str | None:
    root = page.tree.css_first("html")
    declared = root.attributes.get("lang") if root else None
    candidates = (
        declared,
        page.metas.get("og:locale"),
        *strings(article_object(page).get("inLanguage")),
    )
    codes = (c.strip().replace("_", "-").partition("-")[0].lower() for c in candidates if c)
    return next((code for code in codes if 2 <= len(code) <= 3 and code.isalpha()), None)


def _keywords(page: Page) -> list[str]:
    named = meta("news_keywords", "keywords", "article:tag")(page)
    given = strings(article_object(page).get("keywords")) or ([named] if named else [])
    return [word.strip() for text in given for word in text.split(",") if word.strip()]


def _is_free(page: Page) -> bool | None:
    stated = article_object(page).get("isAccessibleForFree")
    if stated is not None:
        return str(stated).strip().lower() not in {"false", "no", "0"}
    tier = page.metas.get("article:content_tier")
    return tier.lower() == "free" if tier else None


def _section(page: Page) -> str | None:
    return next(iter(strings(article_object(page).get("articleSection"))), None)


def _time(page: Page) -> str | None:
    node = page.tree.css_first("article time[datetime]") or page.tree.css_first("time[datetime]")
    return node.attributes.get("datetime") if node else None


#: Where to look for each field, best first. An outlet names only what differs.
READERS: dict[str, tuple[Read, ...]] = {
    "headline": (linked("headline"), meta("og:title", "twitter:title"), css("h1"), css("title")),
    "description": (
        meta("description", "og:description", "twitter:description"),
        linked("description"),
    ),
    "authors": (_linked_authors, meta("author", "article:author", "byl")),
    "section": (_section, meta("article:section")),
    "keywords": (_keywords,),
    "language": (_language,),
    "is_free": (_is_free,),
    "kind": (_linked_kind,),
    "images": (lead_image,),
}

#: Where to look for dates: the name of the reader goes into ``date_source``.
DATES: dict[str, dict[str, Read]] = {
    "date_published": {
        "meta": meta("article:published_time", "datepublished", "date", "pubdate", "dc.date"),
        "json-ld": linked("datePublished"),
        "time": _time,
    },
    "date_modified": {
        "meta": meta("article:modified_time", "og:updated_time", "datemodified"),
        "json-ld": linked("dateModified"),
    },
}


def readers_of(fields: Mapping[str, Reader], is_sure: bool) -> dict[str, tuple[Read, ...]]:
    """The readers of each field, best first: the outlet's own, then those for every page.

    ``is_sure`` where a layout fits the page: then what the outlet's own reader finds is final,
    also if that is nothing. Where none fits, its selectors may be out of date.
    """
    readers = dict(READERS)
    for name, reader in fields.items():
        own = css(reader) if isinstance(reader, str) else reader
        readers[name] = (own,) if is_sure else (own, *READERS.get(name, ()))
    return readers


def first(page: Page, readers: Iterable[Read]) -> Any:
    """What the first reader finds that finds anything."""
    found = (read(page) for read in readers)
    return next((value for value in found if value not in (None, "", [], ())), None)


def text(value: Any) -> str | None:
    """The one folded text of a value, or None."""
    return next((" ".join(found.split()) for found in strings(value) if found.split()), None)


def without_site_name(headline: str, sites: Sequence[str]) -> str:
    """The headline without " - The Outlet" at its end, however often it stands there."""
    for separator in _SEPARATORS:
        head, found, tail = headline.rpartition(separator)
        if found and head.strip() and tail.strip().casefold() in sites:
            return without_site_name(head.strip(), sites)
    return headline
