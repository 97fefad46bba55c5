"""From a visit to a row: clean its article, then hand it to the writer."""

import asyncio
import logging
from dataclasses import replace
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem, NotConfigured
from scrapy.statscollectors import StatsCollector

from newscrawl.archive.frontier.visit import Visit
from newscrawl.boilerplate import Rule, clean
from newscrawl.crawl.answer_outcome import quarantined
from newscrawl.crawl.counts import CleanCounts
from newscrawl.crawl.snapshot_files import FullFiles, snapshot_writer
from newscrawl.crawl.visit_writer import VisitWriter
from newscrawl.errors import ExtractionError, NewscrawlError
from newscrawl.outlet import Outlet, rules_of

logger = logging.getLogger(__name__)


class BoilerplatePipeline:
    """Cleans the article of a visit, and counts what each rule took."""

    def __init__(self, outlet: Outlet, rules: tuple[Rule, ...], stats: StatsCollector) -> None:
        self._rules, self._counts = rules, CleanCounts(stats, outlet)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        outlet = getattr(crawler.spider, "outlet", None)
        if outlet is None:
            raise NotConfigured
        # ``scrapy shell`` and ``scrapy parse`` come without an archive that could have learned.
        access = getattr(crawler.spider, "access", None)
        return cls(outlet, access.rules if access else rules_of(outlet), crawler.stats)

    def process_item(self, visit: Visit) -> Visit:
        if visit.article is None:
            return visit
        try:
            article = clean(visit.article, self._rules)
        except ExtractionError as error:
            return quarantined(visit, error)
        if self._counts.article(article):
            logger.warning("cleaning removed over 40 %% of %s", article.url)
        return replace(visit, article=article)


class ArchivePipeline:
    """Waits for the commit of a visit, and counts what it came to."""

    def __init__(self, crawler: Crawler) -> None:
        # Without an archive nothing is written.
        if not hasattr(crawler.spider, "access"):
            raise NotConfigured
        self._spider: Any = crawler.spider
        self._stats, self._settings = crawler.stats, crawler.settings

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def open_spider(self) -> None:
        spider, settings = self._spider, self._settings
        access = spider.access
        keeps = settings.getbool("NEWSCRAWL_SNAPSHOTS")
        self._full = FullFiles.of(access.home)
        snapshots = snapshot_writer(access, settings, self._full) if keeps else None
        self._writer = VisitWriter(
            access.record,
            snapshots,
            access.patience,
            access.prior_snapshots,
            spider.awaited,
            lambda: spider.is_stopping,
        )

    async def process_item(self, visit: Visit) -> Visit:
        try:
            stored = await self._writer.write(visit)
        except NewscrawlError as error:
            # The links that are left stay as they are. What ended the crawl is said once, at
            # its end, and not once more for each visit that waits here.
            self._spider.fail(error)
            raise DropItem(str(error), log_level="DEBUG") from error
        except Exception:
            # A fault of ours has stopped the writer: nothing more can be written either.
            self._spider.stop("fault")
            raise
        self._stats.inc_value(f"archive/visits/{visit.outcome}")
        if stored is not None:
            self._stats.inc_value(f"archive/{stored}")
        return visit

    async def close_spider(self) -> None:
        # The last commits may take their time, and nothing may block the reactor.
        await asyncio.to_thread(self._writer.close)
        await asyncio.to_thread(self._full.close)
