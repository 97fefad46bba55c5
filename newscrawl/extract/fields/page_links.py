"""Read which other articles of its outlet a page leads to."""

from functools import lru_cache

from newscrawl import urls
from newscrawl.outlet import Outlet, Target
from newscrawl.page import Page

#: Articles that one page may lead to, at most: the rest of a longer list is somebody's index.
MOST = 100
#: Links of a page that are looked at, at most.
_LOOKED_AT = 2_000
#: Links whose targets are remembered, at most, and their length: a megabyte in all.
_MOST_REMEMBERED, _LONGEST_REMEMBERED = 4_000, 250
_ANYWHERE = "https://anywhere.invalid/"


def mentioned(page: Page, outlet: Outlet) -> dict[str, str]:
    """Canonical URLs by key of the outlet's own articles that a page links to, but for itself.

    In the page's order. Only what the outlet's patterns call an article: a calendar's pages or
    a search are none.
    """
    start = urls.canonical(page.base)
    is_at_home = outlet.is_at_home(start or "")
    own, found = outlet.key(page.url), dict[str, str]()
    # A page's header and footer, and several teasers, lead to the same.
    links = page.tree.css("a[href]")[:_LOOKED_AT]
    given = ((node.attrs.get("href") or "").strip() for node in links)
    for href in dict.fromkeys(given):
        if not href or href.startswith("#"):
            continue
        if is_at_home and urls.is_plain_path(href):
            # Most links: they are asked at once, as to remember them would cost more.
            target = _at_home(href, outlet)
        else:
            is_short = start and len(href) <= _LONGEST_REMEMBERED
            # Every page of an outlet repeats its navigation.
            look_up = _remembered if is_short else _look_up
            target = look_up(_decisive(start or page.url, href), href, outlet)
        if target is None or target[0] == own:
            continue
        found.setdefault(*target)
        if len(found) == MOST:
            break
    return found


def _at_home(path: str, outlet: Outlet) -> Target:
    key = outlet.key_of_path(path)
    url = "" if key is None else outlet.at_home(path)
    return None if key is None or len(url) > urls.LONGEST_URL else (key, url)


def _decisive(start: str, href: str) -> str:
    """As much of the page's address as decides where its link leads: of a whole address, none."""
    if href.startswith(("http://", "https://")):
        return _ANYWHERE
    host_ends = start.find("/", len("https://"))
    return start[:host_ends] if href.startswith("/") and host_ends > 0 else start


def _look_up(start: str, href: str, outlet: Outlet) -> Target:
    """Key and canonical URL of the article that a link leads to, if it is one of the outlet's."""
    url = outlet.canonical(urls.absolute(start, href) or "")
    key = outlet.key(url) if url and len(url) <= urls.LONGEST_URL else None
    return None if key is None or url is None else (key, url)


_remembered = lru_cache(_MOST_REMEMBERED)(_look_up)
