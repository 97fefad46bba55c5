"""One fetched page: its bytes, decoded and parsed once, for whoever reads it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser
from w3lib.encoding import html_body_declared_encoding, html_to_unicode, resolve_encoding

from newscrawl.depth import deepest_nesting
from newscrawl.encoding import guessed_encoding
from newscrawl.errors import TooDeep, TooLarge, Undecodable

#: Bytes of a page, at most: ten megabytes is a hundred long articles.
LARGEST = 10_000_000
#: Bytes of a feed or sitemap, at most: more than of any page.
LARGEST_SOURCE = 50_000_000
#: Elements of a page, at most: the longest threads have half of that. Each costs time.
MOST_ELEMENTS = 25_000
#: Levels of nesting, at most. lexbor's time grows with the square of the depth (20 ms at 3,000).
DEEPEST = 3_000
#: Pages that begin fewer elements cannot be deep enough to matter, so they are not counted through.
_FEW_TAGS = 2 * DEEPEST
#: Bytes through which the levels of a page of too many elements are counted.
_COUNTED = 200_000


@dataclass(frozen=True)
class Page:
    """A page as it was fetched. Raises ``TooLarge``, ``TooDeep`` or ``Undecodable`` when parsed."""

    url: str
    html: bytes
    fetched_at: datetime | None = None
    #: The charset that the server named, if it did.
    declared: str | None = None
    #: Bodies that belong to the page and were fetched apart (a live blog's posts), by URL.
    parts: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def decoded(self) -> tuple[str, str]:
        """The encoding that was used, and the text."""
        if len(self.html) > LARGEST:
            raise TooLarge(self.url, f"{len(self.html):,} bytes")
        encoding, text = _decode(self.html, self.declared)
        if _damage(text) * 20 > len(text):
            raise Undecodable(self.url, f"tried {encoding}")
        return encoding, text

    @property
    def encoding(self) -> str:
        return self.decoded[0]

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The one parse."""
        if len(self.html) > LARGEST:
            raise TooLarge(self.url, f"{len(self.html):,} bytes")
        begun = self._elements()
        # What is refused anyway needs no long count to say why.
        counted = self.html if begun <= MOST_ELEMENTS else self.html[:_COUNTED]
        if begun > _FEW_TAGS and deepest_nesting(counted, DEEPEST) > DEEPEST:
            raise TooDeep(self.url, f"over {DEEPEST:,} levels")
        if begun > MOST_ELEMENTS:
            raise TooLarge(self.url, f"{begun:,} elements")
        return LexborHTMLParser(self.html if self._is_utf8() else self.decoded[1])

    def _elements(self) -> int:
        """How many elements begin, or more where they are few."""
        tags = self.html.count(b"<")
        return tags - self.html.count(b"</") if tags > _FEW_TAGS else tags

    def _is_utf8(self) -> bool:
        """Whether the bytes can be parsed as they are, which saves decoding and encoding again.

        Bytes that are UTF-8 throughout are UTF-8 whatever anybody says, unless they may stand for
        others, as those of UTF-7 do.
        """
        html = self.html
        if html.startswith(_BOMS) or b"\0" in html[:64] or not _detect(html):
            return False
        named = self.declared or html_body_declared_encoding(html[:4096])
        if not html.isascii() or not named:
            return resolve_encoding(named or "") == "utf-8" or not _may_be_damaged(html)
        return _PLAIN.match(resolve_encoding(named) or "") is not None

    @cached_property
    def metas(self) -> dict[str, str]:
        """``content`` of the meta tags by lower-case name or property; the first of a name wins."""
        found: dict[str, str] = {}
        for tag in self.tree.css("meta[content]"):
            given = tag.attributes
            name = given.get("property") or given.get("name") or given.get("itemprop")
            content = unescape(given.get("content") or "").strip()
            if name and content:
                found.setdefault(name.lower(), content)
        return found

    @cached_property
    def linked_data(self) -> tuple[dict[str, Any], ...]:
        """The objects of all JSON-LD blocks, ``@graph`` unfolded; a broken block is passed over."""
        found: list[dict[str, Any]] = []
        for script in self.tree.css('script[type="application/ld+json"]'):
            try:
                found += _objects(_unescaped(json.loads(script.text(), strict=False)))
            except (ValueError, RecursionError):
                continue
        return tuple(found)

    def text_of(self, selector: str) -> str | None:
        """The folded text of the first element that the selector finds, or None."""
        node = self.tree.css_first(selector)
        return (" ".join(node.text().split()) or None) if node else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer as it came over the wire: before decompression, with the headers as sent."""

    #: The canonical URL, which is what the archive cites.
    url: str
    #: The address that was asked: another one behind a mirror.
    asked: str
    fetched_at: datetime
    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    #: As it came, without its line end; empty where that is not known.
    status_line: bytes = b""
    #: What was sent: request line and headers; empty where that is not known.
    request: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where an answer is kept: a record of a WARC file below the archive's folder."""

    file: str
    offset: int
    length: int
    #: ``sha1:`` and base 32, as WARC writes it, over the body as sent.
    digest: str
    #: The snapshot that holds the bytes, where the record is a revisit without them.
    same_as: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBefore:
    """A snapshot whose record may hold the bytes that an answer brings again."""

    snapshot_id: int
    kept: Kept


_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOMS = (b"\xef\xbb\xbf", *_UTF16)
#: Encodings in which ASCII means ASCII.
_PLAIN = re.compile(r"utf-8$|cp125\d$|iso8859|koi8")


#: What the wrong encoding leaves: no page prints these.
_DAMAGE = re.compile("[\ufffd\u0080-\u0084\u0086-\u009f]")


def _decode(html: bytes, declared: str | None) -> tuple[str, str]:
    """The encoding and the text; where the server's word does not hold, the page's own is tried.

    Bytes that are UTF-8 throughout are UTF-8 whatever anybody says: no other text looks so.
    """
    named = [f"text/html; charset={declared}"] if declared else []
    tried = [html_to_unicode(header, html, auto_detect_fun=_detect) for header in (*named, None)]
    encoding, text = min(tried, key=lambda found: _damage(found[1]))
    if html[:2] not in _UTF16 and encoding != "utf-8" and not html.isascii() and _detect(html):
        return "utf-8", html.decode("utf-8-sig")
    if html[:2] in _UTF16 or (_detect(html) and b"\0" not in html[:64]):
        return encoding, text
    guessed = guessed_encoding(html, encoding)
    return (guessed, html.decode(guessed, "replace")) if guessed else (encoding, text)


def _damage(text: str) -> int:
    return len(_DAMAGE.findall(text))


def _may_be_damaged(html: bytes) -> bool:
    """Whether UTF-8 may hold so much damage that it is no text: the bytes of it are counted."""
    return (html.count(b"\xef\xbf\xbd") + html.count(b"\xc2")) * 80 > len(html)


def _detect(html: bytes) -> str | None:
    try:
        html.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _unescaped(value: Any) -> Any:
    """The value with entities read: many outlets escape for HTML what is no HTML."""
    if isinstance(value, str):
        return unescape(value) if "&" in value else value
    if isinstance(value, list):
        return [_unescaped(item) for item in value]
    if isinstance(value, dict):
        return {key: _unescaped(item) for key, item in value.items()}
    return value


def _objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a JSON-LD value: a list, a ``@graph`` and one object are all common."""
    if isinstance(value, list):
        return [found for item in value for found in _objects(item)]
    if not isinstance(value, dict):
        return []
    graph = value.get("@graph")
    return ([value] if "@type" in value else []) + (_objects(graph) if graph else [])
