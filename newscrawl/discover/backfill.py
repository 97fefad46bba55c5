"""Which part of an outlet's past a crawl reads."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from newscrawl.discover.link import Link, Listing
from newscrawl.discover.listed_dates import at
from newscrawl.errors import UsageError
from newscrawl.outlet import Outlet
from newscrawl.selection import require_order

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def read_day(text: str) -> date:
    """A date of the command line."""
    try:
        if _DAY.fullmatch(text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    raise UsageError(f"{text!r} is not a date: write it as 2026-03-31")


@dataclass(frozen=True, slots=True)
class Range:
    """Days from ``since`` to ``until``, both inclusive, in the outlet's zone; None is open."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        require_order(self.since, self.until)

    @property
    def is_open(self) -> bool:
        """Whether it leaves nothing out."""
        return self.since is None and self.until is None

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
