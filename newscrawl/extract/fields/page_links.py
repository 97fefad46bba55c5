"""Read which other articles of its outlet a page leads to."""

from selectolax.lexbor import LexborNode

from newscrawl import urls
from newscrawl.outlet import Outlet, Target
from newscrawl.page import Page

#: Articles that one page may lead to, at most: the rest of a longer list is somebody's index.
MOST = 100
#: Links of a page that are looked at, at most.
_LOOKED_AT = 2_000
#: Links of an outlet whose targets are remembered, at most, and their length: a megabyte in all.
_MOST_REMEMBERED, _LONGEST_REMEMBERED = 4_000, 250


def mentioned(page: Page, outlet: Outlet) -> dict[str, str]:
    """Canonical URLs by key of the outlet's own articles that a page links to, but for itself.

    In the page's order. Only what the outlet's patterns call an article: a calendar's pages or
    a search are none.
    """
    start = urls.canonical(page.base)
    known = outlet.link_targets if start else dict[tuple[str, str], Target]()
    is_at_home = outlet.is_at_home(start or "")
    own, found = outlet.key(page.url), dict[str, str]()
    # A page's header and footer, and several teasers, lead to the same.
    given = ((node.attrs.get("href") or "").strip() for node in _links(page))
    for href in dict.fromkeys(given):
        if not href or href.startswith("#"):
            continue
        if is_at_home and urls.is_plain_path(href):
            # Most links: they are asked at once, as to remember them would cost more.
            target = _at_home(href, outlet)
        else:
            target = _target(start or page.url, href, outlet, known)
        if target is None or target[0] == own:
            continue
        found.setdefault(*target)
        if len(found) == MOST:
            break
    return found


def _links(page: Page) -> list[LexborNode]:
    return page.tree.css("a[href]")[:_LOOKED_AT]


def _at_home(path: str, outlet: Outlet) -> Target:
    key = outlet.key_of_path(path)
    url = "" if key is None else outlet.at_home(path)
    return None if key is None or len(url) > urls.LONGEST_URL else (key, url)


def _target(start: str, href: str, outlet: Outlet, known: dict[tuple[str, str], Target]) -> Target:
    """Key and canonical URL of the article that a link leads to, if it is one of the outlet's.

    Remembered, as every page of an outlet repeats its navigation.
    """
    asked = _decisive(start, href), href
    if asked not in known:
        target = _look_up(start, href, outlet)
        if len(href) > _LONGEST_REMEMBERED:
            return target
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        known[asked] = target
    return known[asked]


def _decisive(start: str, href: str) -> str:
    """As much of the page's address as decides where its link leads."""
    if href.startswith(("http://", "https://")):
        return ""
    host_ends = start.find("/", len("https://"))
    return start[:host_ends] if href.startswith("/") and host_ends > 0 else start


def _look_up(start: str, href: str, outlet: Outlet) -> Target:
    url = outlet.canonical(urls.absolute(start, href) or "")
    key = outlet.key(url) if url and len(url) <= urls.LONGEST_URL else None
    return None if key is None or url is None else (key, url)
