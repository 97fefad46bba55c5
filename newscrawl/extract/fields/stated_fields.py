"""Read what a page says of its kind, its language, its section and its keywords."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from newscrawl.article import Kind
from newscrawl.extract.fields.json_ld import article_object, objects_of_type, strings, text
from newscrawl.extract.fields.language_codes import language_code
from newscrawl.page import Page

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
#: The last step of a trail is the article, which may be cut short there.
_HEAD = 40
_KEYWORDS = ("news_keywords", "keywords", "article:tag", "parsely-tags")
#: Between keywords, and around them where they are JSON.
_COMMA, _AROUND = re.compile("[,;،、，；]"), ' \t\r\n"[]'
_TRAIL = (
    '[itemtype*="BreadcrumbList"] [itemprop~="name"], [typeof*="BreadcrumbList"] [property~="name"]'
)
_LANGUAGES = (
    "og:locale",
    "content-language",
    "dc.language",
    "dcterms.language",
    "inlanguage",
    "language",
)


def linked_kind(page: Page) -> Kind | None:
    types = strings(article_object(page).get("@type"))
    return next((_KINDS[name] for name in types if name in _KINDS), None)


def language_of(page: Page) -> str | None:
    """The code of the language that the page says it is in."""
    return page.once(_language_of)


def _language_of(page: Page) -> str | None:
    root = page.tree.root
    given = root.attributes if root else {}
    candidates = (
        given.get("lang"),
        given.get("xml:lang"),
        *_linked_languages(article_object(page).get("inLanguage")),
        *(page.metas.get(name) for name in _LANGUAGES),
    )
    codes = (language_code(each) for each in candidates if each)
    return next((code for code in codes if code), None)


def _linked_languages(given: Any) -> list[str]:
    """The tags, and of what is described at length the other name, which is one."""
    several = given if isinstance(given, list) else [given]
    other = [each.get("alternateName") for each in several if isinstance(each, dict)]
    return [*strings(other), *strings(given)]


def linked_keywords(page: Page) -> list[str]:
    return _words(strings(article_object(page).get("keywords")))


def meta_keywords(page: Page) -> list[str]:
    named = (page.all_metas.get(name) for name in _KEYWORDS)
    return _words(next((found for found in named if found), []))


def _words(given: Iterable[str]) -> list[str]:
    words = (word.strip(_AROUND) for each in given for word in _COMMA.split(each))
    return [word for word in words if word]


def linked_section(page: Page) -> str | None:
    return next(iter(strings(article_object(page).get("articleSection"))), None)


def last_breadcrumb(page: Page) -> str | None:
    """The last step of the trail before the article's own."""
    headline = text(article_object(page).get("headline")) or page.text_of("h1") or ""
    told = map(_steps, objects_of_type(page, "BreadcrumbList"))
    # What readers see costs a look through the page, and is seldom asked for.
    for trail in chain(told, map(_shown, [page])):
        names = [name for name in trail if name and name.casefold() not in _HOMES]
        if names and _begins_like(names[-1], headline):
            names.pop()
        if names:
            return names[-1]
    return None


def _shown(page: Page) -> list[str]:
    return [" ".join(node.text().split()) for node in page.tree.css(_TRAIL)]


def _steps(trail: Mapping[str, Any]) -> list[str]:
    given = trail.get("itemListElement")
    steps = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    names = [text(each.get("name")) or text(each.get("item")) for each in steps]
    return [name for name in names if name and not name.startswith("http")]


def _begins_like(name: str, headline: str) -> bool:
    return name.casefold()[:_HEAD] == headline.casefold()[:_HEAD]
