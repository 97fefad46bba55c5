"""Bytes of a feed, sitemap or section page, and the links they list."""

from newscrawl.discover.backfill import (
    Descent,
    Range,
    children,
    claimed_date,
    is_exhausted,
    midnight_of,
    read_day,
)
from newscrawl.discover.link import Link, Listing
from newscrawl.discover.listed_dates import as_text, at, read_moment
from newscrawl.discover.listing import links_in
from newscrawl.discover.section import next_page

__all__ = [
    "Descent",
    "Link",
    "Listing",
    "Range",
    "as_text",
    "at",
    "children",
    "claimed_date",
    "is_exhausted",
    "links_in",
    "midnight_of",
    "next_page",
    "read_day",
    "read_moment",
]
