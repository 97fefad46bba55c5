"""Bytes of a feed, sitemap or section page, and the links they list."""

from newscrawl.discover.backfill import Range as Range
from newscrawl.discover.backfill import claimed_date as claimed_date
from newscrawl.discover.backfill import is_exhausted as is_exhausted
from newscrawl.discover.backfill import midnight_of as midnight_of
from newscrawl.discover.backfill import read_day as read_day
from newscrawl.discover.link import Link as Link
from newscrawl.discover.link import Listing as Listing
from newscrawl.discover.listed_dates import as_text as as_text
from newscrawl.discover.listed_dates import at as at
from newscrawl.discover.listed_dates import read_moment as read_moment
from newscrawl.discover.listing import links_in as links_in
from newscrawl.discover.section import next_page as next_page
from newscrawl.discover.sitemap_indexes import Descent as Descent
from newscrawl.discover.sitemap_indexes import children as children
