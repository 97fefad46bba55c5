"""Which part of an outlet's past a crawl reads, and the way there through indexes of sitemaps."""

import re
from collections import Counter, deque
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from newscrawl.discover.link import Link, Listing
from newscrawl.discover.listed_dates import at
from newscrawl.errors import UsageError
from newscrawl.outlet import Outlet, Sitemap

#: Without a range, child sitemaps are read that touch as many days.
_RECENT = timedelta(days=30)
#: Indexes below the first one, and sitemaps below it in all, at most.
MOST_LEVELS, MOST_SITEMAPS = 5, 50_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(text: str) -> date:
    """A date of the command line."""
    try:
        if _DAY.fullmatch(text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    raise UsageError(f"{text!r} is no date; write 2026-03-31")


@dataclass(frozen=True, slots=True)
class Range:
    """Days from ``since`` to ``until``, both inclusive, in the outlet's zone; None is open."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"since {self.since} is after until {self.until}")

    @property
    def is_open(self) -> bool:
        """Whether it leaves nothing out."""
        return self.since is None and self.until is None

    def holds(self, moment: datetime | None, outlet: Outlet) -> bool:
        """Whether a moment is in the range; what has no date counts as in it."""
        if moment is None:
            return True
        day = outlet.local_date(moment)
        return self.touches(day, day)

    def touches(self, first: date, last: date) -> bool:
        """Whether any of the days from ``first`` to ``last`` is in the range."""
        return (self.since is None or last >= self.since) and (
            self.until is None or first <= self.until
        )


def claimed_date(link: Link, outlet: Outlet) -> datetime | None:
    """When a link's article was published, as far as its listing and its URL tell.

    The date of a feed or news sitemap, else midnight, in the outlet's zone, of the date in the
    URL, else the sitemap's ``lastmod``. A day that was listed without a time is the outlet's.
    """
    url = outlet.canonical(link.url) or link.url
    listed = link.date_published or midnight_of(url, outlet) or link.date_modified
    return at(listed, outlet.zone) if listed else None


def midnight_of(url: str, outlet: Outlet) -> datetime | None:
    """The beginning, in the outlet's zone, of the day in an article's canonical URL."""
    day = outlet.date_of(url)
    # No zone's offset leads out of the calendar from here.
    if day is None or not 1 < day.year < 9999:
        return None
    return datetime.combine(day, time.min, tzinfo=outlet.zone).astimezone(UTC)


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
        first = date(year, month or 1, 1)
        following = date(year + 1, 1, 1) if month in {0, 12} else date(year, month + 1, 1)
    except ValueError:
        return None
    return first, following - timedelta(days=1)


def is_exhausted(listing: Listing, outlet: Outlet, wanted: Range) -> bool:
    """Whether the pages behind this page of a section hold nothing of the range.

    That is so where it lists no articles, or all that have a date are older than the range.
    """
    links = [link for link in listing.links if outlet.key(outlet.canonical(link.url) or "")]
    dates = [day for day in (claimed_date(link, outlet) for link in links) if day]
    if not links:
        return True
    if wanted.since is None or not dates:
        return False
    return all(outlet.local_date(day) < wanted.since for day in dates)


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
