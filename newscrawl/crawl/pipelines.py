"""From a visit to a row: clean its article, then hand it to the writer."""

from dataclasses import replace
from typing import Self

from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from newscrawl.archive.visit import Visit
from newscrawl.boilerplate import Rule, clean
from newscrawl.crawl.writer import Writer
from newscrawl.errors import Busy, DatabaseUnavailable, DiskFull, NewscrawlError
from newscrawl.snapshots import SnapshotWriter

#: Why a crawl ends when nothing more can be written; the exit code follows from it.
_CLOSE_REASONS: tuple[tuple[type[NewscrawlError], str], ...] = (
    (DiskFull, "disk_full"),
    (DatabaseUnavailable, "database_unavailable"),
    (Busy, "lock_lost"),
)


class BoilerplatePipeline:
    """Cleans the article of a visit, and counts what each rule took."""

    def __init__(self, rules: tuple[Rule, ...], stats: StatsCollector) -> None:
        self._rules, self._stats = rules, stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler.spider.outlet.boilerplate, crawler.stats)  # type: ignore[union-attr]

    def process_item(self, visit: Visit) -> Visit:
        if visit.article is None:
            return visit
        article = clean(visit.article, self._rules)
        for removal in article.removed:
            self._stats.inc_value(f"boilerplate/removed/{removal.rule}")
        return replace(visit, article=article)


class ArchivePipeline:
    """Waits for the commit of a visit, and counts what it came to."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def open_spider(self) -> None:
        access = self._crawler.spider.access  # type: ignore[union-attr]
        settings = self._crawler.settings
        keeps = settings.getbool("NEWSCRAWL_SNAPSHOTS")
        snapshots = SnapshotWriter(access.home, access.outlet) if keeps else None
        self._writer = Writer(access.record, snapshots, settings.getfloat("NEWSCRAWL_DB_PATIENCE"))

    async def process_item(self, visit: Visit) -> Visit:
        stats = self._crawler.stats
        assert stats is not None
        try:
            stored = await self._writer.write(visit)
        except NewscrawlError as error:
            await self._stop(error)
            raise
        stats.inc_value(f"archive/visits/{visit.outcome}")
        if stored is not None:
            stats.inc_value(f"archive/{stored}")
        return visit

    async def _stop(self, error: NewscrawlError) -> None:
        """Nothing more can be written: the links that are left stay as they are."""
        reason = next((name for kind, name in _CLOSE_REASONS if isinstance(error, kind)), "fault")
        spider = self._crawler.spider
        spider.fail(error, reason)  # type: ignore[union-attr]

    def close_spider(self) -> None:
        self._writer.close()
