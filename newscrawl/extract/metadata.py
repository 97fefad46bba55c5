"""Where each field of an article is looked for: JSON-LD, meta tags, what the page shows."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from newscrawl.article import Kind
from newscrawl.extract.authors import (
    byline_authors,
    lead_in_authors,
    linked_authors,
    marked_authors,
    meta_authors,
)
from newscrawl.extract.headline import agreed_headline, visible_headline
from newscrawl.extract.images import lead_image
from newscrawl.extract.linked import article_object, objects_of_type, strings, text
from newscrawl.extract.visible_dates import (
    dates_in_text,
    dates_in_time,
    dates_marked,
    dates_updated,
)
from newscrawl.outlet import Reader
from newscrawl.page import Page

__all__ = [
    "DATES",
    "READERS",
    "Found",
    "article_object",
    "css",
    "first",
    "language_of",
    "linked",
    "meta",
    "readers_of",
    "strings",
    "text",
]

_KINDS = {
    "OpinionNewsArticle": Kind.OPINION,
    "AnalysisNewsArticle": Kind.ANALYSIS,
    "LiveBlogPosting": Kind.LIVE,
    "AdvertiserContentArticle": Kind.SPONSORED,
}
#: What the first steps of a trail of breadcrumbs are called where they are no section.
_HOMES = frozenset(
    "home homepage start startseite accueil inicio início главная головна news".split()
)
_OPEN_TIERS = frozenset({"free", "metered"})
_NO = frozenset({"false", "no", "0"})
_LANGUAGE_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_]|$)")
Read = Callable[[Page], Any]


class Found(NamedTuple):
    """What a reader found, and its name; None and None where none did."""

    value: Any = None
    reader: str | None = None


def linked(name: str) -> Read:
    """Reads a property of the page's JSON-LD article."""
    return lambda page: article_object(page).get(name)


def meta(*names: str) -> Read:
    """Reads the first of these meta tags that the page has."""
    return lambda page: next((page.metas[name] for name in names if name in page.metas), None)


def css(selector: str) -> Read:
    """Reads the text of the first element that the selector finds."""
    return lambda page: page.text_of(selector)


def _linked_kind(page: Page) -> Kind | None:
    types = strings(article_object(page).get("@type"))
    return next((_KINDS[name] for name in types if name in _KINDS), None)


def language_of(page: Page) -> str | None:
    """The code of the language that the page says it is in."""
    root = page.tree.css_first("html")
    declared = root.attributes.get("lang") if root else None
    candidates = (
        declared,
        *strings(article_object(page).get("inLanguage")),
        page.metas.get("og:locale"),
        page.metas.get("content-language"),
    )
    tags = (_LANGUAGE_TAG.match(each.strip()) for each in candidates if each)
    return next((tag[1].lower() for tag in tags if tag), None)


def _linked_keywords(page: Page) -> list[str]:
    return _words(strings(article_object(page).get("keywords")))


def _meta_keywords(page: Page) -> list[str]:
    named = meta("news_keywords", "keywords", "article:tag", "parsely-tags")(page)
    return _words([named] if named else [])


def _words(given: Iterable[str]) -> list[str]:
    return [word.strip() for each in given for word in each.split(",") if word.strip()]


def _is_free(page: Page) -> bool | None:
    article = article_object(page)
    stated = article.get("isAccessibleForFree")
    parts = article.get("hasPart") or ()
    parts = parts if isinstance(parts, list | tuple) else (parts,)
    closed = [part for part in parts if isinstance(part, dict) and _says_no(part)]
    if stated is not None or closed:
        return not closed and not _says_no(article)
    tier = page.metas.get("article:content_tier")
    return tier.lower() in _OPEN_TIERS if tier else None


def _says_no(given: Mapping[str, Any]) -> bool:
    return str(given.get("isAccessibleForFree")).strip().lower() in _NO


def _section(page: Page) -> str | None:
    return next(iter(strings(article_object(page).get("articleSection"))), None)


def _last_breadcrumb(page: Page) -> str | None:
    """The last step of the trail before the article's own."""
    for trail in objects_of_type(page, "BreadcrumbList"):
        steps = trail.get("itemListElement")
        steps = (
            [each for each in steps if isinstance(each, dict)] if isinstance(steps, list) else []
        )
        names = [text(each.get("name")) or text(each.get("item")) for each in steps]
        headline = text(article_object(page).get("headline")) or page.text_of("h1") or ""
        told = [n for n in names if n and n.casefold() not in _HOMES and not n.startswith("http")]
        if told and told[-1].casefold()[:40] == headline.casefold()[:40]:
            told.pop()
        if told:
            return told[-1]
    return None


#: Where to look for each field: name of the reader → reader, best first. An outlet names only
#: what differs; its readers are called ``outlet``.
READERS: dict[str, dict[str, Read]] = {
    "headline": {
        "json-ld and meta": agreed_headline,
        "h1": visible_headline,
        "json-ld": linked("headline"),
        "meta": meta("og:title", "twitter:title"),
        "title": css("title"),
        "first h1": css("h1"),
    },
    "description": {
        "meta": meta("description", "og:description", "twitter:description"),
        "json-ld": linked("description"),
    },
    "authors": {
        "json-ld": linked_authors,
        "meta": meta_authors,
        "marked": marked_authors,
        "byline": byline_authors,
        "lead-in": lead_in_authors,
    },
    "section": {
        "json-ld": _section,
        "meta": meta("article:section", "parsely-section", "section"),
        "breadcrumbs": _last_breadcrumb,
    },
    "keywords": {"json-ld": _linked_keywords, "meta": _meta_keywords},
    "language": {"declared": language_of},
    "is_free": {"json-ld": _is_free},
    "kind": {"json-ld": _linked_kind},
    "images": {"meta": lead_image},
}

#: Where to look for dates: the name of the reader goes into ``date_source``.
DATES: dict[str, dict[str, Read]] = {
    "date_published": {
        "meta": meta(
            *("article:published_time", "datepublished", "date", "pubdate", "dc.date"),
            *("parsely-pub-date", "sailthru.date", "publish-date", "dc.date.issued"),
            *("dcterms.date", "dcterms.created", "cxenseparse:recs:publishtime", "publishdate"),
            "article:published",
        ),
        "json-ld": lambda page: linked("datePublished")(page) or linked("dateCreated")(page),
        "time": lambda page: [*dates_marked(page), *dates_in_time(page)],
        "text": dates_in_text,
    },
    "date_modified": {
        "meta": meta(
            *("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
            *("dcterms.modified", "article:modified", "lastupdate"),
        ),
        "json-ld": linked("dateModified"),
        "text": dates_updated,
    },
}


def readers_of(fields: Mapping[str, Reader], is_sure: bool) -> dict[str, dict[str, Read]]:
    """The readers of each field, best first: the outlet's own, then those for every page.

    ``is_sure`` where a layout fits the page: then what the outlet's own reader finds is final,
    also if that is nothing. Where none fits, its selectors may be out of date.
    """
    readers = dict(READERS)
    for name, reader in fields.items():
        own = {"outlet": css(reader) if isinstance(reader, str) else reader}
        readers[name] = own if is_sure else {**own, **READERS.get(name, {})}
    return readers


def first(page: Page, readers: Mapping[str, Read]) -> Found:
    """What the first reader finds that finds anything."""
    found = (Found(read(page), name) for name, read in readers.items())
    return next((each for each in found if each.value not in (None, "", [], ())), Found())
