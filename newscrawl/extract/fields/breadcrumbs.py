"""Read the section of an article from the trail of links that leads to it."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any, NamedTuple

from selectolax.lexbor import LexborNode

from newscrawl import urls
from newscrawl.extract.fields.identity import is_front_page, site_names
from newscrawl.extract.fields.json_ld import (
    about_page,
    article_object,
    is_same_address,
    objects_of_type,
    strings,
    text,
)
from newscrawl.markup.ancestors import with_ancestors
from newscrawl.page import Page

#: What the first steps are called where they lead nowhere and are no section.
HOMES = frozenset(
    "home homepage start startseite accueil inicio início portada главная головна галоўная начало "
    "почетна početna naslovnica domov domů főoldal pradžia sākums avaleht etusivu hem hjem forside "
    "forsíða voorpagina acasă αρχική anasayfa beranda الرئيسية ראשי होम หน้าแรก 홈 ホーム トップ "
    "首页 首頁 news".split()
)
#: The last step of a trail is the article, which may be cut short there.
_HEAD = 40
_MARKED = (
    '[itemtype*="BreadcrumbList"] [itemprop~="name"], [typeof*="BreadcrumbList"] [property~="name"]'
)
_CALLED = (
    '[class*="breadcrumb" i], [id*="breadcrumb" i], [aria-label*="breadcrumb" i], '
    '[class*="bread-crumb" i], [class*="fil-ariane" i]'
)
#: Levels above a name in which its link is looked for; steps of the longest trail.
_LEVELS, _MOST = 3, 8
#: Years of an archive are no sections, nor is what leads back, or serves to do something.
_NAME = re.compile(r"(?![‹<«←↩])(?=.*[^\W\d_])")
_TOOLS = re.compile(
    r"(?:(?:go )?back|return|zurück|zum archiv|retour|volver|atrás|voltar|indietro|terug|tilbage"
    r"|tillbaka|tilbake|takaisin|powrót|wróć|zpět|назад|вернуться|geri|戻る|返回)\b.{0,30}"
    r"|(?:previous|next|prev|vorherige[rs]?|nächste[rs]?|précédent|suivant|anterior|siguiente)\b.{0,20}"
    r"|search|suche|recherche|buscar|ricerca|zoeken|поиск|print|drucken|imprimer|imprimir|stampa"
    r"|e-?mail|mailen|share|teilen|partager|compartir|log ?in|anmelden|connexion|rss|menu|menü"
    r"|overview|übersicht|sitemap|kontakt|contact|impressum",
    re.IGNORECASE,
)
#: Addresses of persons, of months and of further pages of a list.
_NO_SECTION = re.compile(
    r"/(?:author|autor|auteur|people|user)s?/|/(?:19|20)\d\d(?:/\d\d?)*/?$|/page/\d+/?$"
)
#: A section's name is no longer, in characters and in words.
_LONGEST, _MOST_WORDS = 60, 7
#: Elements that are called trails, of which the first that has steps is one.
_MOST_TRAILS = 4


class TrailStep(NamedTuple):
    """What a step is called, and where it leads, if anywhere."""

    name: str
    url: str | None


def last_breadcrumb(page: Page) -> str | None:
    """The last step of the trail before the article's own, behind the front page."""
    headline = text(article_object(page).get("headline")) or page.text_of("h1") or ""
    held = (each.get("breadcrumb") for each in (article_object(page), page.once(about_page)))
    told = [*objects_of_type(page, "BreadcrumbList"), *(h for h in held if isinstance(h, dict))]
    # What readers see costs a look through the page, and is seldom asked for.
    for trail in chain((_steps(page, each) for each in told), map(_shown, [page])):
        names = [step.name for step in trail if _names_section(step) and not _is_home(page, step)]
        if names and _begins_like(names[-1], headline):
            names.pop()
        if names and len(names[-1]) <= _LONGEST and len(names[-1].split()) <= _MOST_WORDS:
            return names[-1]
    return None


def _names_section(step: TrailStep) -> bool:
    is_name = _NAME.match(step.name) and not _TOOLS.fullmatch(step.name)
    return bool(is_name and not (step.url and _NO_SECTION.search(urls.path_of(step.url))))


def _is_home(page: Page, step: TrailStep) -> bool:
    """Whether a step leads to the front page, or to the page itself."""
    if step.url and (is_front_page(step.url) or is_same_address(step.url, page.url)):
        return True
    name = step.name.casefold()
    return name in HOMES or name in page.once(site_names, None)


def _steps(page: Page, trail: Mapping[str, Any]) -> list[TrailStep]:
    given = trail.get("itemListElement")
    steps = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    named = ((text(each.get("name")) or text(each.get("item")) or "", each) for each in steps)
    found = (TrailStep(name, _address_of(page, each)) for name, each in named)
    return [step for step in found if not step.name.startswith("http")]


def _address_of(page: Page, step: Mapping[str, Any]) -> str | None:
    item = step.get("item")
    held = (item.get("@id"), item.get("url")) if isinstance(item, Mapping) else (item,)
    given = next(iter(strings(list(held))), None)
    return urls.absolute(page.base, given) if given and ("/" in given) else None


def _shown(page: Page) -> Iterator[TrailStep]:
    """The steps that elements mark as such, else the links of what is called a trail."""
    marked = page.tree.css(_MARKED)[:_MOST]
    if marked:
        yield from (_step(page, node, _link_around(node)) for node in marked)
        return
    for called in page.tree.css(_CALLED)[:_MOST_TRAILS]:
        links = called.css("a[href]")[: _MOST + 1]
        steps = [_step(page, link, link) for link in links]
        # A menu is no trail, nor are links to elsewhere.
        own = [step for step in steps if step.url and _leads_within(page, step.url)]
        if len(links) <= _MOST and any(map(_names_section, own)):
            yield from own
            return


def _step(page: Page, node: LexborNode, link: LexborNode | None) -> TrailStep:
    href = (link.attributes.get("href") or "").strip() if link else ""
    said = node.attributes.get("content") or node.text(separator=" ")
    return TrailStep(" ".join(said.split()), urls.absolute(page.base, href) if href else None)


def _link_around(node: LexborNode) -> LexborNode | None:
    around = islice(with_ancestors(node), _LEVELS)
    return next((each for each in around if each.tag == "a"), None)


def _leads_within(page: Page, url: str) -> bool:
    hosts = (urls.host_of(each).removeprefix("www.") for each in (url, page.url))
    return next(hosts) == next(hosts)


def _begins_like(name: str, headline: str) -> bool:
    head, whole = name.casefold()[:_HEAD], headline.casefold()[:_HEAD]
    begun = head.rstrip(". …")
    return head == whole or (begun != head and bool(begun) and whole.startswith(begun))
