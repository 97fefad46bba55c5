"""What a source says: the links it lists, and where more of them are.

Which of them are articles an outlet tells: ``outlet/article_addresses.py``.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One URL that a source lists, absolute, with what the source says of its dates.

    A date without a time has the zone ``listed_dates.DAY``: the outlet tells its moment.
    """

    url: str
    #: From a feed's item or a news sitemap.
    date_published: datetime | None = None
    #: A sitemap's ``lastmod`` or a feed's ``updated``.
    date_modified: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All that one source, fetched once, lists."""

    #: Newest first where the source's dates tell, else in the source's order.
    links: tuple[Link, ...] = ()
    #: Children of a sitemap index.
    sitemaps: tuple[Link, ...] = ()
    #: How many entries had no web address, and so are no links.
    unaddressed: int = 0
    #: What was wrong with the source although something could be read from it.
    complaint: str | None = None
