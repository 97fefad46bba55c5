"""What one source lists, whatever kind of source it is."""

from collections.abc import Iterable
from datetime import UTC, datetime

from newscrawl.discover.entries import Entry, read_entries
from newscrawl.discover.feed import link_of
from newscrawl.discover.link import Link, Listing
from newscrawl.discover.section import section_links
from newscrawl.discover.unpack import unpack
from newscrawl.outlet import Feed, Section, Source

#: Links of one source, at most: as many as a sitemap may have.
MOST_LINKS = 50_000
_NEVER = datetime.min.replace(tzinfo=UTC)


def links_in(source: Source, body: bytes, url: str) -> Listing:
    """The links that a source lists, in a body that was fetched from ``url``.

    Damaged sources are read as far as they go, and the listing complains. Raises ``SourceError``
    where nothing can be read: an empty body, HTML in place of a feed, a decompression bomb.
    """
    if isinstance(source, Section):
        links, complaint = section_links(source, body, url)
        return _listing(links, (), [complaint])
    content, complaint = unpack(body, url)
    entries = read_entries(content, url, "feed" if isinstance(source, Feed) else "sitemap")
    pages = [entry for entry in entries.found if entry.kind != "sitemap"]
    children = [entry for entry in entries.found if entry.kind == "sitemap"]
    return _listing(_links(pages), _links(children), [complaint, entries.complaint])


def _links(entries: Iterable[Entry]) -> Iterable[Link]:
    return filter(None, map(link_of, entries))


def _listing(
    links: Iterable[Link], children: Iterable[Link], complaints: list[str | None]
) -> Listing:
    kept, sitemaps = _first_of_each(links), _first_of_each(children)
    if max(len(kept), len(sitemaps)) > MOST_LINKS:
        complaints = [*complaints, f"over {MOST_LINKS:,} links: the rest was left"]
    return Listing(
        links=_newest_first(kept[:MOST_LINKS]),
        sitemaps=_newest_first(sitemaps[:MOST_LINKS]),
        complaint="; ".join(filter(None, complaints)) or None,
    )


def _first_of_each(links: Iterable[Link]) -> list[Link]:
    """Without the later ones of the same URL."""
    found: dict[str, Link] = {}
    for link in links:
        found.setdefault(link.url, link)
        if len(found) > MOST_LINKS:
            break
    return list(found.values())


def _newest_first(links: list[Link]) -> tuple[Link, ...]:
    """By date; those without one come last, in the source's order."""
    return tuple(sorted(links, key=_date, reverse=True))


def _date(link: Link) -> datetime:
    return link.date_published or link.date_modified or _NEVER
