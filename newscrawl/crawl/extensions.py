"""What watches a crawl: errors, signals, progress, the garbage collector, what is counted."""

import asyncio
import sys
import time
from functools import partial
from typing import Any, Self

from pydispatch import dispatcher  # type: ignore[import-untyped]
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, NotConfigured
from scrapy.signalmanager import SignalManager
from scrapy.statscollectors import MemoryStatsCollector

from newscrawl.crawl.garbage import collect_seldom, keep_all
from newscrawl.crawl.signals import SIGNALS

#: Seconds between two lines of progress.
_PROGRESS = 0.5


class PlainStats(MemoryStatsCollector):
    """Scrapy's stats without its warnings of an old argument.

    It looks for one at each access to each attribute, which raises and catches an error: some
    thirty counts of a page took a twentieth of its time.
    """

    __getattribute__ = object.__getattribute__


class HeardSignals(SignalManager):
    """Scrapy's signals, but for those that nobody hears: seven of the nine that a page brings.

    To look for who might hear one took as long as to parse a URL.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        heard = cls(crawler)
        crawler.signals = heard
        return heard

    def send_catch_log(self, signal: Any, **given: Any) -> list[tuple[Any, Any]]:
        for who in (given.get("sender", self.sender), dispatcher.Any):
            table = dispatcher.connections.get(id(who), ())
            if signal in table or dispatcher.Any in table:
                return super().send_catch_log(signal, **given)
        return []


class _Listener:
    """An extension that hears those signals after which its methods are called."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        for name in ("spider_opened", "spider_closed", "item_scraped", "item_error"):
            if hasattr(self, name):
                crawler.signals.connect(getattr(self, name), getattr(signals, name))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)


class ItemErrors(_Listener):
    """Counts the items that a pipeline raised for, which to Scrapy are no reason to fail."""

    def item_error(self) -> None:
        self._crawler.stats.inc_value("crawl/item_errors")


class StopOnSignal(_Listener):
    """Lets a signal stop the spider: what is under way is written, the rest waits for a later run.

    Scrapy's own handlers forget what comes before a spider is open, and know nothing of SIGHUP.
    """

    def spider_opened(self) -> None:
        if SIGNALS.came:
            raise CloseSpider("shutdown")
        stop, loop = getattr(self._crawler.spider, "stop", None), asyncio.get_running_loop()
        # ``scrapy parse`` and the like have Scrapy's own handlers, and spiders without an archive.
        if SIGNALS.is_installed and stop is not None:
            SIGNALS.listen_in(loop)
            SIGNALS.tell(partial(loop.call_soon_threadsafe, stop, "shutdown"))

    def spider_closed(self) -> None:
        SIGNALS.note()


class Progress(_Listener):
    """One line of pages, articles and rate on a terminal; nothing under cron."""

    def __init__(self, crawler: Crawler) -> None:
        if not sys.stderr.isatty():
            raise NotConfigured
        super().__init__(crawler)
        self._started = self._shown = time.monotonic()

    def item_scraped(self) -> None:
        if time.monotonic() - self._shown >= _PROGRESS:
            self._shown = time.monotonic()
            self._show("")

    def spider_closed(self) -> None:
        self._show("\n")

    def _show(self, end: str) -> None:
        get = self._crawler.stats.get_value
        pages = get("item_scraped_count", 0)
        new, revised = get("archive/created", 0), get("archive/revised", 0)
        rate = pages / max(time.monotonic() - self._started, 0.001)
        line = f"{pages:,} pages, {new:,} new articles, {revised:,} revised, {rate:.1f} pages/s"
        sys.stderr.write(f"\r{line}   {end}")
        sys.stderr.flush()


class FrozenHeap(_Listener):
    """Keeps the garbage collector off all that a crawl begins with."""

    def spider_opened(self) -> None:
        keep_all()
        collect_seldom()
