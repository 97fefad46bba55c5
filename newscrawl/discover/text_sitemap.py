"""Text sitemaps: one address a line."""

import re
from collections.abc import Iterator

from newscrawl import urls
from newscrawl.discover.link import Link

#: Some lines end with CR alone, and some tools write more behind a tab.
_LINE = re.compile(rb"[^\r\n]+")
_STARTS = re.compile(rb"\s*https?://", re.IGNORECASE)


def is_plain_list(content: bytes) -> bool:
    """Whether it begins with an address, as no XML does."""
    return _STARTS.match(content) is not None


def listed_lines(content: bytes) -> Iterator[Link | None]:
    """The link of each line that says anything; None for one that is no whole address."""
    for line in _LINE.finditer(content):
        text = line[0].decode("utf-8", "replace").strip().partition("\t")[0]
        if text:
            url = urls.canonical(text)
            yield Link(url=url) if url and len(url) <= urls.LONGEST_URL else None
