"""Read which other articles of its outlet a page leads to, and what it tells robots."""

import re
from collections.abc import Iterable

from newscrawl import urls
from newscrawl.outlet import Outlet
from newscrawl.page import Page

#: Articles that one page may lead to, at most: the rest of a longer list is somebody's index.
MOST = 100
#: Links of a page that are looked at, at most.
_LOOKED_AT = 2_000
#: Directives of one page, at most, and their length: what is longer says nothing to anybody.
_MOST_DIRECTIVES, _LONGEST_DIRECTIVE = 20, 100
#: Whom a directive is for, where it names somebody: ``otherbot: noindex``.
_NAMED = re.compile(r"\s*([\w.*-]+)(?:/[\w.]+)?\s*:\s*(.*)", re.DOTALL)
#: Directives that have a colon of their own.
_VALUED = ("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after")
_OURS = frozenset({"robots", "newscrawl", "*"})


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


def robots_directives(page: Page, headers: Iterable[tuple[bytes, bytes]]) -> tuple[str, ...]:
    """What a page and its headers tell all robots, or ours by name; in lower case, sorted."""
    texts = [value.decode("latin-1") for name, value in headers if name.lower() == b"x-robots-tag"]
    said = [directive for text in texts for directive in _directives(_for_us(text))]
    for tag in page.tree.css("meta[name][content]"):
        if (tag.attributes.get("name") or "").strip().lower() in _OURS - {"*"}:
            said += _directives(tag.attributes.get("content") or "")
    return tuple(sorted(set(said))[:_MOST_DIRECTIVES])


def _for_us(header: str) -> str:
    """The header's directives without those for other robots: a name holds until the next one."""
    kept, is_ours = [], True
    for part in header.split(","):
        named = _NAMED.fullmatch(part)
        if named is not None and named[1].lower() not in _VALUED:
            is_ours, part = named[1].lower() in _OURS, named[2]
        if is_ours:
            kept.append(part)
    return ",".join(kept)


def _directives(text: str) -> list[str]:
    said = (" ".join(part.split()).lower() for part in text.split(","))
    return [part for part in said if part and len(part) <= _LONGEST_DIRECTIVE]
