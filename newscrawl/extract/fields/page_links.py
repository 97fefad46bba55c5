"""Read which other articles of its outlet a page leads to."""

from newscrawl import urls
from newscrawl.outlet import Outlet
from newscrawl.page import Page

#: Articles that one page may lead to, at most: the rest of a longer list is somebody's index.
MOST = 100
#: Links of a page that are looked at, at most.
_LOOKED_AT = 2_000


def mentioned(page: Page, outlet: Outlet) -> dict[str, str]:
    """Canonical URLs by key of the outlet's own articles that a page links to, but for itself.

    In the page's order. Only what the outlet's patterns call an article: a calendar's pages or
    a search are none.
    """
    base = page.tree.css_first("base[href]")
    start = urls.absolute(page.url, (base.attributes.get("href") or "") if base else "") or page.url
    own, found = outlet.key(page.url), dict[str, str]()
    for node in page.tree.css("a[href]")[:_LOOKED_AT]:
        given = (node.attributes.get("href") or "").strip()
        if not given or given.startswith("#"):
            continue
        url = outlet.canonical(urls.absolute(start, given) or "")
        key = outlet.key(url) if url and len(url) <= urls.LONGEST_URL else None
        if key is None or url is None or key == own:
            continue
        found.setdefault(key, url)
        if len(found) == MOST:
            break
    return found
