"""Whether bytes are a document of HTML or XML that goes on to its end."""

import re

#: Bytes at the end of a document among which its last tag stands.
_END = 2000
_LAST = re.compile(rb"</(?:html|rss|feed|rdf:rdf|urlset|sitemapindex)\b", re.IGNORECASE)


def has_end(document: bytes) -> bool:
    """Whether the tag that ends it stands near its end."""
    return _LAST.search(document, max(0, len(document) - _END)) is not None


def is_markup(document: bytes) -> bool:
    return document.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
