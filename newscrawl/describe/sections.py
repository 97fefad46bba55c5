"""Find the sections that a front page leads to, and how their further pages are addressed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from newscrawl import urls
from newscrawl.outlet import Outlet, Section
from newscrawl.page import Page

_PLACES = "nav a[href], header a[href], [role=navigation] a[href], [class*=menu i] a[href]"
#: What menus lead to beside sections.
_OTHER = re.compile(
    r"/(?:about|account|abo|advert\w*|app|apps|archive|author|contact|cookie\w*|donate|events?|faq"
    r"|feed|games?|help|impressum|jobs?|kontakt|legal|login|membership|mobile|newsletters?|podcasts?"
    r"|privacy|register|rss|search|shop|signin|sitemap|store|subscribe|subscription|support|tags?"
    r"|terms|tv|user|video|videos|weather)(?:[/.?-]|$)",
    re.IGNORECASE,
)
#: How a next page is told from the first one: the number is a page's, or counts cards.
_NEXT = re.compile(
    r"(?P<before>.*?(?:[?&](?:page|p|pg|paged|offset|start|from)=|/page/|/p/|/))"
    r"(?P<number>\d{1,3})(?P<after>/?)"
)


def section_addresses(front: Page, outlet: Outlet, most: int) -> list[str]:
    """Paths of what the menus of a front page lead to and may list articles, in their order."""
    found = Counter(_paths(front, outlet))
    likely = [path for path in found if not outlet.key(outlet.home + path)]
    return [path for path in likely if not _OTHER.search(path)][:most]


def _paths(front: Page, outlet: Outlet) -> Iterator[str]:
    for link in front.tree.css(_PLACES):
        url = led_to(front, link.attributes.get("href"), outlet)
        if url and outlet.owns(url):
            path = urls.path_of(url)
            if path.count("/") <= 3 and len(path) > 1 and not re.search(r"[?&=]|\d{3}", path):
                yield path


def paged(section: str, page: Page, outlet: Outlet) -> Section | None:
    """The section with the addresses of its next pages; None where it names none."""
    first = outlet.home + section
    for _, url in linked(page, outlet):
        found = _NEXT.fullmatch(urls.path_of(url))
        if found is None or not _is_below(found["before"], section):
            continue
        number = int(found["number"])
        if number == 2 or (number == 1 and url != first):
            return Section(section, _more(found), first=number, step=1)
        if number >= 5:
            return Section(section, _more(found), first=number, step=number)
    return None


def linked(page: Page, outlet: Outlet) -> Iterator[tuple[Any, str]]:
    """The outlet's own links: what is called the next page first, then every one."""
    marked = page.tree.css('link[rel~="next"][href], a[rel~="next"][href]')
    for link in [*marked, *page.tree.css("a[href]")]:
        url = led_to(page, link.attributes.get("href"), outlet)
        if url and outlet.owns(url):
            yield link, url


def led_to(page: Page, link: str | None, outlet: Outlet) -> str | None:
    """The canonical address that a link on a page leads to; None where it is none."""
    led = urls.absolute(page.url, link or "")
    return outlet.canonical(led) if led else None


def _is_below(before: str, section: str) -> bool:
    start = section.rstrip("/")
    rest = before.removeprefix(start)
    return before.startswith(start) and bool(re.fullmatch(r"/?(?:\?.*=|/?page/|/?p/|/)?", rest))


def _more(found: re.Match[str]) -> str:
    return f"{found['before']}{{offset}}{found['after']}"


def is_further(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether a second page lists articles that the first one does not."""
    return len(set(second) - set(first)) >= max(1, len(second) // 3)
