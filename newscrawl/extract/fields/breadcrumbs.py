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
from newscrawl.markup.ancestors import ancestors
from newscrawl.page import Page

#: What the first steps are called where they lead nowhere and are no section.
_HOMES = frozenset(
    "home homepage start startseite accueil inicio início главная головна news".split()
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
#: Years and months of an archive are no sections, nor is what leads back.
_NAME = re.compile(r"(?![‹<«←↩])(?=.*[^\W\d_])")
#: A section's name is no longer.
_LONGEST = 60


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
        names = [step.name for step in trail if _NAME.match(step.name) and not _is_home(page, step)]
        if names and _begins_like(names[-1], headline):
            names.pop()
        if names and len(names[-1]) <= _LONGEST:
            return names[-1]
    return None


def _is_home(page: Page, step: TrailStep) -> bool:
    """Whether a step leads to the front page, or to the page itself."""
    if step.url and (is_front_page(step.url) or is_same_address(step.url, page.url)):
        return True
    name = step.name.casefold()
    return name in _HOMES or name in page.once(site_names, None)


def _steps(page: Page, trail: Mapping[str, Any]) -> list[TrailStep]:
    given = trail.get("itemListElement")
    steps = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    found = (TrailStep(_name_of(each) or "", _address_of(page, each)) for each in steps)
    return [step for step in found if not step.name.startswith("http")]


def _name_of(step: Mapping[str, Any]) -> str | None:
    return text(step.get("name")) or text(step.get("item"))


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
    called = page.tree.css_first(_CALLED)
    links = called.css("a[href]")[: _MOST + 1] if called else []
    # A menu is no trail.
    yield from (_step(page, link, link) for link in (links if len(links) <= _MOST else ()))


def _step(page: Page, node: LexborNode, link: LexborNode | None) -> TrailStep:
    href = (link.attributes.get("href") or "").strip() if link else ""
    said = node.attributes.get("content") or node.text(separator=" ")
    return TrailStep(" ".join(said.split()), urls.absolute(page.base, href) if href else None)


def _link_around(node: LexborNode) -> LexborNode | None:
    around = islice(chain([node], ancestors(node)), _LEVELS)
    return next((each for each in around if each.tag == "a"), None)


def _begins_like(name: str, headline: str) -> bool:
    return name.casefold()[:_HEAD] == headline.casefold()[:_HEAD]
