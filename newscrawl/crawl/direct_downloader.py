"""Scrapy's downloader without its queues: the handler alone says when a request leaves."""

import logging
from typing import Any

from scrapy import Request, signals
from scrapy.core.downloader import Downloader
from scrapy.http import Response

logger = logging.getLogger(__name__)


class DirectDownloader(Downloader):
    """Hands requests on at once where Scrapy would hold none of them back by the clock.

    Its queues cost a task, a Deferred and three turns of the event loop for each page. How many
    requests go to a host at once, and when, ``host_delay.py`` decides.
    """

    async def answer(self, request: Request) -> Response:
        """What the engine's ``download_async`` answers, in the task that asks."""
        asked: Request | Response = request
        while isinstance(asked, Request):
            request = asked
            self.active.add(request)
            try:
                asked = await self.middleware.download_async(self._enqueue_request, request)
            finally:
                self.active.remove(request)
        response = asked
        if response.request is None:
            response.request = request
        logger.debug("crawled (%d) %s", response.status, request)
        self.signals.send_catch_log(
            signals.response_received,
            response=response,
            request=response.request,
            spider=self.crawler.spider,
        )
        return response

    async def _enqueue_request(self, request: Request) -> Response:
        key, slot = self._get_slot(request)
        # As in ``scrapy shell``, or where somebody gave a host a delay or a number of its own.
        if slot.delay or key in self.per_slot_settings:
            return await super()._enqueue_request(request)
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
