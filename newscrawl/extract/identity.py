"""Tell which article a page is: its canonical URL, its key, and whose page it is."""

import re
from collections.abc import Iterator

from newscrawl import urls
from newscrawl.extract.linked import article_object, objects_of_type, strings
from newscrawl.outlet import Outlet
from newscrawl.page import Page

_SEPARATOR = re.compile(r"\s+[-–—|:·•/»«‹›]+\s+")
#: Characters of a title in which its ends are looked for: a damaged one swallows the page.
_TITLE = 1_000
_LETTERS = re.compile(r"[\W_]+|^the(?=\s)")


def own_url(page: Page, outlet: Outlet | None) -> str:
    """The address that the page came from, in its canonical spelling."""
    found = outlet.canonical(page.url) if outlet else urls.canonical(page.url)
    return found or page.url


def identity(page: Page, outlet: Outlet | None) -> tuple[str, str]:
    """The canonical URL and the key.

    The address that the page came from decides: a canonical link to another article or another
    site is a mistake, or an attack.
    """
    own = own_url(page, outlet)
    named = _canonical_link(page, own)
    if outlet is None:
        # Some sites name their front page on every page.
        is_own = named and _bare_host(named) == _bare_host(own) and urls.path_of(named) != "/"
        url = named if named and is_own else own
        return url, urls.path_of(url)
    named = outlet.canonical(named) if named else None
    key = outlet.key(own)
    named_key = outlet.key(named) if named else None
    if named and named_key and key in (named_key, None):
        return named, named_key
    return own, key or urls.path_of(own)


def site_names(page: Page, outlet: Outlet | None) -> list[str]:
    """What the outlet calls itself, case folded: no author, and no part of a headline."""
    publisher = strings(article_object(page).get("publisher"))
    sites = strings([each.get("name") for each in objects_of_type(page, "WebSite")])
    given = (outlet.title if outlet else None, page.metas.get("og:site_name"), *publisher, *sites)
    names = [" ".join(name.split()).casefold() for name in given if name]
    host = _bare_host(page.url)
    return list(dict.fromkeys([*names, *_ends_that_name(page, host), host]))


def _ends_that_name(page: Page, host: str) -> Iterator[str]:
    """The ends of the page's titles that spell the host: "Novus Light" of novuslight.com."""
    titles = (page.text_of("title"), page.metas.get("og:title"))
    ends = (end for title in titles if title for end in _SEPARATOR.split(title[-_TITLE:])[1:])
    for end in ends:
        letters = _LETTERS.sub("", end.casefold())
        words = "".join(part for part in host.split(".")[:-1])
        if len(letters) > 2 and (letters in words or (len(words) > 3 and words in letters)):
            yield end.strip().casefold()


def _canonical_link(page: Page, own: str) -> str | None:
    """What the page's head says; a front page is the canonical address of no other."""
    node = page.tree.css_first('head link[rel~="canonical" i][href]')
    named = urls.absolute(own, node.attributes.get("href") or "") if node else None
    is_front = named is not None and urls.path_of(named) == "/" != urls.path_of(own)
    return None if is_front else named


def _bare_host(url: str) -> str:
    return urls.host_of(url).removeprefix("www.").removeprefix("m.")
