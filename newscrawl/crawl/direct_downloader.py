"""Scrapy's downloader without its queues: the handler alone says when a request leaves."""

from typing import Any

from scrapy import Request, signals
from scrapy.core.downloader import Downloader
from scrapy.http import Response


class DirectDownloader(Downloader):
    """Hands requests on at once where Scrapy would hold none of them back by the clock.

    Its queues cost a task, a Deferred and three turns of the event loop for each page. How many
    requests go to a host at once, and when, ``host_delay.py`` decides.
    """

    async def _enqueue_request(self, request: Request) -> Response:
        key, slot = self._get_slot(request)
        # As in ``scrapy shell``, or where somebody gave a host a delay or a number of its own.
        if slot.delay or key in self.per_slot_settings:
            return await super()._enqueue_request(request)
        # The scheduler asks by it which host has the fewest requests under way.
        request.meta[self.DOWNLOAD_SLOT] = key
        slot.active.add(request)
        told: dict[str, Any] = {"request": request, "spider": self.crawler.spider}
        self.signals.send_catch_log(signals.request_reached_downloader, **told)
        try:
            response = await self.handlers.download_request_async(request)
            self.signals.send_catch_log(signals.response_downloaded, response=response, **told)
            return response
        finally:
            slot.active.remove(request)
            self.signals.send_catch_log(signals.request_left_downloader, **told)
