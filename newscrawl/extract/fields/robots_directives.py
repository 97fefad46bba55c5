"""Read what a page tells robots: in its headers, and in its meta tags."""

import re
from collections.abc import Iterable

from newscrawl.page import Page

#: Directives of one page, at most, and their length: what is longer says nothing to anybody.
_MOST_DIRECTIVES, _LONGEST_DIRECTIVE = 20, 100
#: Whom a directive is for, where it names somebody: ``otherbot: noindex``.
_NAMED = re.compile(r"\s*([\w.*-]+)(?:/[\w.]+)?\s*:\s*(.*)", re.DOTALL)
#: Directives that have a colon of their own.
_VALUED = ("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after")
_OURS = frozenset({"robots", "newscrawl", "*"})


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
