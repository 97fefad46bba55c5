"""Extensions for crawls that measure how long the reactor is kept from its work."""

import asyncio
import os
import time
from pathlib import Path
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler

#: Seconds between two looks.
_BEAT = 0.02


class LoopLag:
    """Writes the lateness of each beat, in seconds, to the file ``LAG_FILE``."""

    def __init__(self, crawler: Crawler) -> None:
        self._late: list[float] = []
        crawler.signals.connect(self.opened, signals.spider_opened)
        crawler.signals.connect(self.closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def opened(self) -> None:
        self._beating = asyncio.ensure_future(self._beat())

    async def _beat(self) -> None:
        while True:
            before = time.monotonic()
            await asyncio.sleep(_BEAT)
            self._late.append(time.monotonic() - before - _BEAT)

    def closed(self) -> None:
        self._beating.cancel()
        Path(os.environ["LAG_FILE"]).write_text("\n".join(map(str, self._late)))


class AsksInTheReactor(LoopLag):
    """The control: asks the database where the reactor runs, as the usual pipelines do."""

    def opened(self, spider: Any) -> None:  # type: ignore[override]  # Scrapy gives what is named
        super().opened()
        self._asking = asyncio.ensure_future(self._ask(spider.access))

    async def _ask(self, access: Any) -> None:
        while True:
            await asyncio.sleep(0.5)
            access.once(lambda session: session.connection().exec_driver_sql("SELECT 1"))

    def closed(self) -> None:
        self._asking.cancel()
        super().closed()
