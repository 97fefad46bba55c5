"""What one source lists, whatever kind of source it is."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from newscrawl import urls
from newscrawl.discover.entries import Entry, EntryField, read_entries
from newscrawl.discover.link import Link, Listing
from newscrawl.discover.listed_dates import MODIFIED, PUBLISHED, listed_date
from newscrawl.discover.section import section_links
from newscrawl.discover.unpack import unpack
from newscrawl.outlet import Feed, Section, Sitemap, Source

#: Links of one source, at most: as many as a sitemap may have.
MOST_LINKS = 50_000
#: Entries of one source, at most: some may lead to the same page, or nowhere.
MOST_ENTRIES = 100_000
_NEVER = datetime.min.replace(tzinfo=UTC)
#: What a text sitemap begins with, and no XML does.
_ADDRESS = re.compile(rb"\s*https?://", re.IGNORECASE)
#: Some lines end with CR alone, and some tools write more behind a tab.
_LINE = re.compile(rb"[^\r\n]+")
_PAGES = ("text/html", "application/xhtml+xml")


def links_in(source: Source, body: bytes, url: str) -> Listing:
    """The links that a source lists, in a body that was fetched from ``url``.

    Damaged sources are read as far as they go, and the listing complains. Raises ``SourceError``
    where nothing can be read: an empty body, HTML in place of a feed, a decompression bomb.
    """
    found = _Found()
    if isinstance(source, Section):
        links, complaint = section_links(source, body, url)
        found.take_all(links)
        return found.listing([complaint])
    content, complaint = unpack(body, url)
    if isinstance(source, Sitemap) and _ADDRESS.match(content):
        found.take_all(_listed_lines(content))
        return found.listing([complaint])
    wanted = "feed" if isinstance(source, Feed) else "sitemap"
    return found.listing([complaint, *read_entries(content, url, wanted, found.take_entry)])


class _Found:
    """The links of one source, each address once: of two entries with one, the first wins."""

    def __init__(self) -> None:
        self._links: dict[str, Link] = {}
        self._sitemaps: dict[str, Link] = {}
        #: How many there were, had no address, and had nothing at all.
        self._count = self._unaddressed = self._empty = 0

    def take_all(self, links: Iterable[Link | None]) -> None:
        for link in links:
            if not self._take(self._links, link):
                return

    def take_entry(self, entry: Entry) -> bool:
        """Keep its link; whether more are wanted."""
        kept = self._sitemaps if entry.kind == "sitemap" else self._links
        self._empty += entry.is_empty
        return self._take(kept, link_of(entry))

    def _take(self, kept: dict[str, Link], link: Link | None) -> bool:
        self._count += 1
        if link is None:
            self._unaddressed += 1
        else:
            kept.setdefault(link.url, link)
        return len(kept) <= MOST_LINKS and self._count < MOST_ENTRIES

    def listing(self, complaints: Iterable[str | None]) -> Listing:
        said = list(filter(None, complaints))
        # An empty entry beside others lost nothing.
        if self._unaddressed > (self._empty if self._links or self._sitemaps else 0):
            said.append(f"entries without an address: {self._unaddressed}")
        if max(len(self._links), len(self._sitemaps)) > MOST_LINKS:
            said.append(f"over {MOST_LINKS:,} links: the rest was left")
        elif self._count >= MOST_ENTRIES:
            said.append(f"over {MOST_ENTRIES:,} entries: the rest was left")
        return Listing(
            links=_newest_first(list(self._links.values())[:MOST_LINKS]),
            sitemaps=_newest_first(list(self._sitemaps.values())[:MOST_LINKS]),
            unaddressed=self._unaddressed,
            complaint="; ".join(said) or None,
        )


def _newest_first(links: list[Link]) -> tuple[Link, ...]:
    """By date; those without one come last, in the source's order."""
    return tuple(
        sorted(
            links, key=lambda one: one.date_published or one.date_modified or _NEVER, reverse=True
        )
    )


def _listed_lines(content: bytes) -> Iterator[Link | None]:
    """The link of each line of a text sitemap; None for one that is no whole address."""
    for line in _LINE.finditer(content):
        text = line[0].decode("utf-8", "replace").strip().partition("\t")[0]
        if text:
            url = urls.canonical(text)
            yield Link(url=url) if url and len(url) <= urls.LONGEST_URL else None


def link_of(entry: Entry) -> Link | None:
    """The link of an entry with its dates, or None if it has no web address."""
    found = (urls.absolute(base, link) for base, link in _addresses(entry) if link)
    url = next(filter(None, found), None)
    if url is None or len(url) > urls.LONGEST_URL:
        return None
    return Link(
        url=url,
        date_published=listed_date(entry, PUBLISHED),
        date_modified=listed_date(entry, MODIFIED),
    )


def _addresses(entry: Entry) -> Iterator[tuple[str, str]]:
    """Base and address of whatever in an entry may name its page, best first."""
    # What FeedBurner's own redirect leads to.
    yield from ((each.base, each.text) for each in entry.fields.get("origlink", ()))
    yield from ((each.base, each.text) for each in entry.fields.get("loc", ()))
    links = [each for each in entry.fields.get("link", ()) if _is_alternate(each)]
    for each in sorted(
        links, key=lambda each: each.attributes.get("type", _PAGES[0]).lower() not in _PAGES
    ):
        yield each.base, each.attributes.get("href") or each.text
    # Only a whole address: an identifier is no path.
    for name in ("guid", "id", "about"):
        for each in entry.fields.get(name, ()):
            if each.text[:8].lower().startswith(("http://", "https://")) and _is_permanent(each):
                yield each.base, each.text


def _is_alternate(link: EntryField) -> bool:
    """By its name, or by the address that stands for it (RFC 4287, 4.2.7.2)."""
    relation = link.attributes.get("rel", "alternate").strip().lower()
    return relation in {"alternate", "http://www.iana.org/assignments/relation/alternate"}


def _is_permanent(identifier: EntryField) -> bool:
    return identifier.attributes.get("ispermalink", "true").strip().lower() != "false"
