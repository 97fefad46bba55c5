"""What one source lists, whatever kind of source it is."""

from collections.abc import Iterable
from datetime import UTC, datetime

from newscrawl.discover.entries import Entry, read_entries
from newscrawl.discover.entry_links import link_of
from newscrawl.discover.link import Link, Listing
from newscrawl.discover.section import section_links
from newscrawl.discover.text_sitemap import is_plain_list, listed_lines
from newscrawl.discover.unpack import unpack
from newscrawl.outlet import Feed, Section, Sitemap, Source

#: Links of one source, at most: as many as a sitemap may have.
MOST_LINKS = 50_000
#: Entries of one source, at most: some may lead to the same page, or nowhere.
MOST_ENTRIES = 100_000
_NEVER = datetime.min.replace(tzinfo=UTC)


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
    if isinstance(source, Sitemap) and is_plain_list(content):
        found.take_all(listed_lines(content))
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
    return tuple(sorted(links, key=_date, reverse=True))


def _date(link: Link) -> datetime:
    return link.date_published or link.date_modified or _NEVER
