"""From one entry of a feed or sitemap to the link that it lists."""

from collections.abc import Iterator

from newscrawl import urls
from newscrawl.discover.entries import Entry, EntryField
from newscrawl.discover.link import Link
from newscrawl.discover.listed_dates import MODIFIED, PUBLISHED, listed_date

_PAGES = ("text/html", "application/xhtml+xml")


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
