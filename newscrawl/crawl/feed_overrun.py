"""Notice that a feed no longer reaches back to what was known: what lies between was not listed."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scrapy.statscollectors import StatsCollector

from newscrawl.archive.frontier import listing_gaps as gaps
from newscrawl.archive.frontier.listed_links import ListedLink
from newscrawl.crawl.archive_access import ArchiveAccess
from newscrawl.discover import Listing
from newscrawl.outlet import Feed, Section, Sitemap, Source
from newscrawl.screen import Outcome

if TYPE_CHECKING:
    from datetime import datetime

logger = logging.getLogger(__name__)


class Overruns:
    """The feeds and news sitemaps of one crawl whose windows have moved past what was known.

    A sitemap that is read in the same crawl, and lists days on both sides, closes such a gap.
    """

    def __init__(self, access: ArchiveAccess, stats: StatsCollector) -> None:
        self._access, self._stats = access, stats
        self._newest: datetime | None = None
        self._found: list[gaps.Overrun] = []
        self._spans: dict[str, list[datetime]] = {}

    async def begin(self) -> None:
        """Remember what is known before any source is asked."""
        self._newest = await self._access.ask(gaps.newest_known, self._access.outlet)

    async def look(
        self, source: Source, url: str, listing: Listing, listed: Sequence[ListedLink]
    ) -> None:
        """Look at what a source lists, before it becomes known."""
        articles = [link for link in listed if link.outcome is Outcome.WAITING]
        dates = [link.claimed_at for link in articles if link.claimed_at]
        if not dates or isinstance(source, Section):
            return
        if isinstance(source, Sitemap) and not all(link.date_published for link in listing.links):
            self._spans.setdefault(source.url, []).extend((min(dates), max(dates)))
            return
        if self._newest is None or min(dates) <= self._newest or len(dates) < len(articles):
            return
        keys, access = [link.key for link in articles], self._access
        if not await access.ask(gaps.knew_any, access.outlet, access.crawl, keys):
            self._found.append(gaps.Overrun(source=url, begins_at=self._newest, ends_at=min(dates)))

    async def settle(self) -> None:
        """Write down what no sitemap closed, and say so."""
        left = [overrun for overrun in self._found if not self._is_closed(overrun)]
        for overrun in left:
            logger.warning(
                "%s lists nothing between %s, the newest known link, and %s: run "
                "newscrawl gaps %s --fill",
                overrun.source,
                overrun.begins_at.isoformat(),
                overrun.ends_at.isoformat(),
                self._access.outlet,
            )
        if left:
            self._stats.inc_value("discover/overrun", len(left))
            await self._access.ask(gaps.note_overruns, self._access.outlet, left)

    def _is_closed(self, overrun: gaps.Overrun) -> bool:
        day = self._access.arguments.outlet.local_date
        return any(
            day(min(dates)) <= day(overrun.begins_at) and day(max(dates)) >= day(overrun.ends_at)
            for dates in self._spans.values()
        )


def kind_of(source: Source) -> str:
    """The kind of place that a source is, as ``link.listed_in`` has it."""
    if isinstance(source, Section):
        return "section"
    return "feed" if isinstance(source, Feed) else "sitemap"
