"""Page in, article out: every block of the body, and every field that the page gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from newscrawl import urls
from newscrawl.article import Article, Block, BlockKind, Kind
from newscrawl.errors import EmptyBody, NoHeadline
from newscrawl.extract.blocks import blocks_in
from newscrawl.extract.bylines import persons
from newscrawl.extract.dates import read_date
from newscrawl.extract.generic import generic_blocks
from newscrawl.extract.metadata import (
    DATES,
    article_object,
    first,
    readers_of,
    strings,
    text,
    without_site_name,
)
from newscrawl.outlet import Layout, Outlet, Reader
from newscrawl.page import Page

#: Pages of these kinds may have no text of their own.
_WORDLESS = frozenset({Kind.GALLERY, Kind.VIDEO, Kind.PODCAST, Kind.LIVE})
_GENERIC = "generic"
#: Goes up when the same bytes would be read differently, so that no edit is seen where we changed.
VERSION = "1"


def extract(page: Page, outlet: Outlet | None = None) -> Article:
    """The article on a page, with all the blocks of its body: nothing is cleaned here.

    The first layout of the outlet whose container holds text is used, else the generic reader.
    Raises an ``ExtractionError`` where the page is no article.
    """
    layout, blocks = _body(page, outlet)
    fields = {**(outlet.fields if outlet else {}), **(layout.fields if layout else {})}
    readers = readers_of(fields, is_sure=layout is not None)

    def read(name: str) -> Any:
        return first(page, readers.get(name, ()))

    headline = _headline(page, text(read("headline")), outlet)
    if headline is None:
        raise NoHeadline(page.url)
    kind = Kind(read("kind") or Kind.ARTICLE)
    if not blocks and kind not in _WORDLESS:
        raise EmptyBody(page.url)
    canonical_url, key = _identity(page, outlet)
    published = _date(page, "date_published", fields, outlet)
    return Article(
        url=(outlet.canonical(page.url) if outlet else urls.canonical(page.url)) or page.url,
        canonical_url=canonical_url,
        outlet=outlet.name if outlet else None,
        key=key,
        kind=kind,
        headline=headline,
        description=text(read("description")),
        lead=text(read("lead")),
        kicker=text(read("kicker")),
        authors=persons(strings(read("authors")), _site_names(page, outlet)),
        date_published=published.moment,
        date_modified=_date(page, "date_modified", fields, outlet).moment,
        date_source=published.source,
        date_raw=published.raw,
        section=text(read("section")),
        keywords=tuple(dict.fromkeys(strings(read("keywords")))),
        language=read("language") or (outlet.language if outlet else None),
        is_free=read("is_free"),
        is_sponsored=bool(read("is_sponsored")) or kind is Kind.SPONSORED,
        images=tuple(read("images") or ()),
        related=tuple(dict.fromkeys(read("related") or ())),
        blocks=blocks,
        layout=layout.name if layout else _GENERIC,
    )


def _body(page: Page, outlet: Outlet | None) -> tuple[Layout | None, tuple[Block, ...]]:
    for layout in outlet.layouts if outlet else ():
        blocks = _layout_blocks(page, layout)
        if blocks or (blocks is not None and _is_wordless(page, layout)):
            return layout, blocks
    return None, generic_blocks(page, outlet.boilerplate if outlet else ())


def _layout_blocks(page: Page, layout: Layout) -> tuple[Block, ...] | None:
    """The blocks of a layout's containers; None where there is no such container."""
    containers = page.tree.css(layout.body)
    if not containers:
        return None
    found = [block for node in containers for block in blocks_in(node, layout.ignore)]
    if layout.asides:
        found = [_as_aside(block, layout.asides) for block in found]
    if layout.parts:
        found += layout.parts(page, blocks_in)
    return tuple(found)


def _is_wordless(page: Page, layout: Layout) -> bool:
    kind = layout.fields.get("kind")
    return callable(kind) and kind(page) in _WORDLESS


def _as_aside(block: Block, mark: str) -> Block:
    if mark in block.marks and block.kind is BlockKind.PARAGRAPH:
        return Block(BlockKind.ASIDE, block.text, block.marks)
    return block


def _headline(page: Page, found: str | None, outlet: Outlet | None) -> str | None:
    return without_site_name(found, _site_names(page, outlet)) if found else None


def _site_names(page: Page, outlet: Outlet | None) -> list[str]:
    publisher = strings(article_object(page).get("publisher"))
    names = (outlet.title if outlet else None, page.metas.get("og:site_name"), *publisher)
    return [name.casefold() for name in names if name]


def _identity(page: Page, outlet: Outlet | None) -> tuple[str, str]:
    """The canonical URL and the key.

    The address that the page came from decides: a canonical link to another article or another
    site is a mistake, or an attack.
    """
    own = (outlet.canonical(page.url) if outlet else urls.canonical(page.url)) or page.url
    node = page.tree.css_first('link[rel="canonical"][href]')
    named = urls.absolute(own, node.attributes.get("href") or "") if node else None
    if outlet is None:
        is_same_site = named is not None and _bare_host(named) == _bare_host(own)
        url = named if named and is_same_site else own
        return url, urls.path_of(url)
    named = outlet.canonical(named) if named else None
    key = outlet.key(own)
    if named and outlet.owns(named) and (key is None or outlet.key(named) in (key, None)):
        key = key or outlet.key(named)
        return (named if outlet.key(named) else own), key or urls.path_of(own)
    return own, key or urls.path_of(own)


def _bare_host(url: str) -> str:
    return urls.host_of(url).removeprefix("www.").removeprefix("m.")


@dataclass(frozen=True, slots=True)
class _Date:
    """A date as printed, what it means, and which reader found it."""

    moment: datetime | None = None
    raw: str | None = None
    source: str | None = None


def _date(page: Page, name: str, fields: Mapping[str, Reader], outlet: Outlet | None) -> _Date:
    """The first date that can be understood; else the first that is printed, without a meaning."""
    zone = outlet.zone if outlet else ZoneInfo("UTC")
    unread = _Date()
    for source, raw in _printed_dates(page, name, fields):
        moment = read_date(raw, zone, page.fetched_at)
        if moment:
            return _Date(moment, raw, source)
        unread = unread if unread.raw else _Date(None, raw, source)
    day = (
        outlet.date_of(outlet.canonical(page.url) or "")
        if outlet and name == "date_published"
        else None
    )
    if unread.raw or day is None:
        return unread
    return _Date(read_date(day.isoformat(), zone, page.fetched_at), day.isoformat(), "url")


def _printed_dates(page: Page, name: str, fields: Mapping[str, Reader]) -> list[tuple[str, str]]:
    own = fields.get(name)
    readers: dict[str, Any] = {"time": own, **DATES[name]} if callable(own) else DATES[name]
    found = ((source, text(read(page))) for source, read in readers.items())
    return [(source, raw) for source, raw in found if raw]
