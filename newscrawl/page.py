"""One fetched page: its bytes, decoded and parsed once, for whoever reads it."""

import base64
import hashlib
import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, Self, TypeVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newscrawl.config import WARC
from newscrawl.errors import ExtractionError, ReaderFailed, TooLarge, Undecodable, said
from newscrawl.markup import parser_limits
from newscrawl.markup.ancestors import ancestors
from newscrawl.markup.class_words import class_words, fitting_parts
from newscrawl.markup.encoding import damage, decoded, is_utf8
from newscrawl.markup.linked_data import linked_objects, unescaped
from newscrawl.markup.meta_names import short_name
from newscrawl.markup.seen_text import seen_text
from newscrawl.markup.shadow_roots import with_open_roots
from newscrawl.markup.streamed_parts import put_in_place
from newscrawl.markup.styled_away import hide_styled_away
from newscrawl.markup.unfilled import is_unfilled
from newscrawl.size_limits import LARGEST_PAGE
from newscrawl.urls import absolute

T = TypeVar("T")
#: What names a meta tag, best first.
_NAMING = ("property", "name", "itemprop", "http-equiv")
#: Types of things on a page that have dates and names of their own.
_ANOTHERS = re.compile(r"(?:Comment|ImageObject|Answer)$", re.IGNORECASE)
#: As it should be, and as some remember it.
_LINKED_DATA = re.compile(r"ld[+ -]json|json[+-]?ld", re.IGNORECASE)
#: Properties that whoever is told of has as well.
_OF_EVERYTHING = frozenset({"description", "image", "keywords"})
#: Answers whose body is what was asked for. Of the others, the status alone says what they are.
WITH_CONTENT = frozenset({200, 203})


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
    #: Readers that this page made raise, as ``field/reader``, and what they said.
    raised: dict[str, str] = field(default_factory=dict, init=False, compare=False)
    #: What was read in two ways that disagreed: another page of the outlet may tell who is right.
    doubts: set[str] = field(default_factory=set, init=False, compare=False)
    _known: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def decoded(self) -> tuple[str, str]:
        """The encoding that was used, and the text."""
        if len(self.html) > LARGEST_PAGE:
            raise TooLarge(self.url, f"{len(self.html):,} bytes")
        encoding, text = decoded(self.html, self.declared)
        if damage(text) * 20 > len(text):
            raise Undecodable(self.url, f"tried {encoding}")
        return encoding, text

    @property
    def encoding(self) -> str:
        return self.decoded[0]

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The one parse."""
        if len(self.html) > LARGEST_PAGE:
            raise TooLarge(self.url, f"{len(self.html):,} bytes")
        html = (
            self.html
            if is_utf8(self.html, self.declared)
            else self.decoded[1].encode("utf-8", "replace")
        )
        parser_limits.check(self.url, html)
        tree = LexborHTMLParser(html)
        # Few pages have any, in which shadow roots stand, and which late parts are put in place of.
        if tree.css_first("template") is not None:
            tree = with_open_roots(tree, html)
            put_in_place(tree, html)
        hide_styled_away(tree, html)
        return tree

    @cached_property
    def base(self) -> str:
        """What the page's links are relative to."""
        named = self.tree.css_first("base[href]")
        href = (named.attributes.get("href") or "").strip() if named else ""
        return (absolute(self.url, href) if href else None) or self.url

    @cached_property
    def all_metas(self) -> dict[str, list[str]]:
        """``content`` of the meta tags by lower-case name, property or ``http-equiv``, in order.

        A property may be several names: RDFa has a list of them there. Some say ``value``.
        """
        found: dict[str, list[str]] = {}
        for tag in self.tree.css("meta[content], meta[value]"):
            given = tag.attributes
            names = next((names for each in _NAMING if (names := given.get(each))), "")
            if "itemprop" in given and _is_of_another(tag):
                continue
            content = unescaped(given.get("content") or given.get("value") or "").strip()
            for name in names.lower().split() if content and not is_unfilled(content) else ():
                known = short_name(name) if "//" in name else name
                found.setdefault(known, []).append(content)
        return found

    @cached_property
    def metas(self) -> dict[str, str]:
        """The first of each name in ``all_metas``."""
        return {name: contents[0] for name, contents in self.all_metas.items()}

    @cached_property
    def linked_data(self) -> tuple[dict[str, Any], ...]:
        """The objects of all JSON-LD blocks, ``@graph`` unfolded; a broken block is passed over."""
        # With white space and parameters, as in " application/ld+json; charset=utf-8".
        scripts = (
            script
            for script in self.tree.css('script[type*="ld" i]')
            if _LINKED_DATA.search(script.attributes.get("type") or "")
        )
        return tuple(found for script in scripts for found in linked_objects(script.text()))

    def with_parts(self, parts: Mapping[str, bytes]) -> Self:
        """The same page, parsed once, with what was fetched apart."""
        page = replace(self, parts=parts)
        known = ("decoded", "tree")
        page.__dict__.update({name: self.__dict__[name] for name in known if name in self.__dict__})
        return page

    def ask(self, reader: str, read: Callable[[Self], T]) -> T | None:
        """What a reader finds; None where it raises, which costs its field and nothing else.

        The one place that catches whatever a page brings about, but for what says itself that
        the page is no article, and for a machine without memory.
        """
        try:
            return read(self)
        except (ExtractionError, MemoryError):
            raise
        except Exception as error:
            self.raised[reader] = said(error)
            return None

    def need(self, reader: str, read: Callable[[Self], T]) -> T:
        """What a reader finds without which there is no article; raises ``ReaderFailed``."""
        # What raised for one outlet need not for the next that the page is read by.
        self.raised.pop(reader, None)
        found = self.ask(reader, read)
        if reader in self.raised:
            raise ReaderFailed(self.url, reader, self.raised[reader])
        return found  # type: ignore[return-value]

    def once(self, read: Callable[..., T], *given: Hashable) -> T:
        """What a reader of several askers finds, given this, read at the first time."""
        asked = (read, given)
        if asked not in self._known:
            self._known[asked] = read(self, *given)
        return self._known[asked]  # type: ignore[no-any-return]

    def css(self, selector: str) -> list[LexborNode]:
        """What ``tree.css`` finds, sooner where a selector has many parts by words of classes."""
        fitting = fitting_parts(selector, self.once(_class_words))
        return self.tree.css(fitting) if fitting else []

    def text_of(self, selector: str) -> str | None:
        """The folded text of the first element that the selector finds, or None."""
        return self.once(_text_of, selector)


def _class_words(page: Page) -> str:
    return class_words(page.tree)


def _text_of(page: Page, selector: str) -> str | None:
    node = page.tree.css_first(selector)
    return (seen_text(node) or None) if node else None


def _is_of_another(tag: LexborNode) -> bool:
    """Whether a tag of microdata is about a picture or a comment, and not about the page."""
    scope = next((each for each in ancestors(tag) if "itemscope" in each.attributes), None)
    if scope is None:
        return False
    kind = scope.attributes.get("itemtype") or ""
    if kind.endswith(("Organization", "Person")):
        return tag.attributes.get("itemprop") in _OF_EVERYTHING
    # A page may be that of a video; one that is a property of something else is not the page's.
    return bool(_ANOTHERS.search(kind)) or (
        kind.endswith("VideoObject") and "itemprop" in scope.attributes
    )


def payload_digest(body: bytes) -> str:
    """``sha1:`` and base 32, as WARC writes it."""
    return f"sha1:{base64.b32encode(hashlib.sha1(body).digest()).decode()}"


@dataclass(frozen=True, kw_only=True)
class HttpExchange:
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

    @cached_property
    def digest(self) -> str:
        """Of the body as sent, known once however many ask."""
        return payload_digest(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcLocation:
    """Where an answer is kept: a record of a WARC file, our own or one that was imported."""

    file: str
    offset: int
    length: int
    #: ``sha1:`` and base 32, as WARC writes it, over the body as sent.
    digest: str
    #: The snapshot that holds the bytes, where the record is a revisit without them.
    same_as: int | None = None

    @property
    def is_ours(self) -> bool:
        """Whether the archive wrote the file, which others' tools write otherwise."""
        return self.file.startswith(f"{WARC}/")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A snapshot: the page's URL, when it was fetched, and a record.

    That is the record with its bytes, or, where a function says so, its own, which may be a
    revisit without them.
    """

    id: int
    url: str
    fetched_at: datetime
    kept: WarcLocation


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorSnapshot:
    """A snapshot whose record may hold the bytes that an answer brings again."""

    snapshot_id: int
    kept: WarcLocation
