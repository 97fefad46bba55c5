"""The way down through indexes of sitemaps, which may list indexes again."""

import re
from calendar import monthrange
from collections import Counter, deque
from datetime import date, timedelta

from newscrawl.discover.backfill import Range
from newscrawl.discover.link import Link, Listing
from newscrawl.discover.listed_dates import at
from newscrawl.outlet import Outlet, Sitemap

#: Indexes below the first one, and sitemaps below it in all, at most.
MOST_LEVELS, MOST_SITEMAPS = 5, 50_000
#: Without a range, child sitemaps are read that touch as many days.
_RECENT = timedelta(days=30)


class Descent:
    """Which sitemaps to read below one source: each once, in the order of the indexes."""

    def __init__(self, source: Sitemap, outlet: Outlet, wanted: Range, today: date) -> None:
        self._source, self._outlet, self._wanted, self._today = source, outlet, wanted, today
        self._level = 0
        self._seen = {self._spelled(source.url)}
        self._next: deque[tuple[str, int]] = deque()
        #: How many were not followed, by the reason.
        self.left: Counter[str] = Counter()

    def note(self, listing: Listing) -> None:
        """Go on with what the sitemap lists that ``next`` gave last, or the source itself."""
        found: list[str] = []
        for child in children(listing, self._source, self._outlet, self._wanted, self._today):
            url = self._spelled(child.url)
            if url in self._seen:
                self.left["they were read already"] += 1
            elif self._level > MOST_LEVELS:
                self.left[f"over {MOST_LEVELS} indexes lie above them"] += 1
            elif len(self._seen) > MOST_SITEMAPS:
                self.left[f"they are over {MOST_SITEMAPS:,}"] += 1
            else:
                self._seen.add(url)
                found.append(url)
        self._next.extendleft((url, self._level + 1) for url in reversed(found))

    def next(self) -> str | None:
        """The address of the next sitemap; None: all are read."""
        if not self._next:
            return None
        url, self._level = self._next.popleft()
        return url

    def _spelled(self, url: str) -> str:
        return self._outlet.canonical(url) or url


def children(
    listing: Listing, sitemap: Sitemap, outlet: Outlet, wanted: Range, today: date
) -> tuple[Link, ...]:
    """The child sitemaps of an index to fetch: those that may list what is in the range.

    A child is dated by the month in its URL, else by its ``lastmod``: what was last written
    before the range begins lists nothing of it. A child without either is always read. Without a
    range, the last 30 days are wanted.
    """
    span = Range(since=today - _RECENT) if wanted.is_open else wanted
    return tuple(child for child in listing.sitemaps if _may_list(child, sitemap, outlet, span))


def _may_list(child: Link, sitemap: Sitemap, outlet: Outlet, span: Range) -> bool:
    days = _days_of(child.url, sitemap)
    if days is not None:
        return span.touches(*days)
    if child.date_modified is None or span.since is None:
        return True
    return outlet.local_date(at(child.date_modified, outlet.zone)) >= span.since


def _days_of(url: str, sitemap: Sitemap) -> tuple[date, date] | None:
    """First and last day of the month, or the year, that a child's URL names."""
    found = re.search(sitemap.month, url) if sitemap.month else None
    parts = found.groupdict() if found else {}
    if not parts.get("year"):
        return None
    year, month = int(parts["year"]), int(parts.get("month") or 0)
    try:
        last = monthrange(year, month or 12)[1]
        return date(year, month or 1, 1), date(year, month or 12, last)
    except ValueError:
        return None
