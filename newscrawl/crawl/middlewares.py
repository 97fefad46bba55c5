"""Between the engine and the network: keep what came, stay with the outlet, wait when told to."""

import asyncio
import logging
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newscrawl import urls

logger = logging.getLogger(__name__)

#: Longer than this, in seconds, a crawl does not wait for a host: the next run does.
_LONGEST_WAIT = 60.0
#: What is waited where a host says 429 or 503 and not how long, doubled each time.
_FIRST_WAIT = 5.0
#: Whoever says "0 seconds" is still given this many.
_SHORTEST_WAIT = 1.0
_MOST_WAITS = 3
#: A host that asks for more than a day is asked again after one.
_LONGEST_BLOCK = 86_400.0


class OffsiteRedirect(IgnoreRequest):
    """A page redirects to a host that is not the outlet's."""


class HostBlocked(IgnoreRequest):
    """The host wants no requests for longer than a crawl waits."""


class RobotsUnavailable(IgnoreRequest):
    """The host's robots.txt cannot be asked for now, so nothing else may be either."""


class KeepAsSent:
    """Puts the answer, before decompression, into ``response.meta["as_sent"]`` for the snapshot."""

    def process_response(self, request: Request, response: Response) -> Response:
        # A copy of the headers: decompression deletes Content-Encoding in the original.
        request.meta["as_sent"] = (response.status, response.headers.copy(), response.body)
        return response


class OutletRedirects(RedirectMiddleware):
    """Follows redirects to the outlet's own hosts alone, through the mirror where there is one."""

    def handle_referer(self, request: Request, response: Response) -> None:
        request.headers.pop("Referer", None)

    def _engine_started(self) -> None:
        """Scrapy would look for its Referer middleware, which is off."""

    def process_response(  # type: ignore[override]  # Scrapy gives up the argument ``spider``
        self, request: Request, response: Response
    ) -> Request | Response:
        answer = super().process_response(request, response)
        if not isinstance(answer, Request):
            return answer
        outlet = self.crawler.spider.outlet  # type: ignore[union-attr]
        target = outlet.canonical(answer.url)
        if target is None or not outlet.owns(answer.url):
            raise OffsiteRedirect(answer.url)
        return answer.replace(url=outlet.fetched_from(target))


class BackOff:
    """Honours 429, 503 and Retry-After: waits a little, or ends the crawl and says until when."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._free_at: dict[str, float] = {}
        self._waits: dict[str, int] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        wait = self._free_at.get(urls.host_of(request.url), 0.0) - time.monotonic()
        if wait > _LONGEST_WAIT:
            raise HostBlocked(request.url)
        if wait > 0:
            await asyncio.sleep(wait)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        host = urls.host_of(request.url)
        if response.status not in {429, 503}:
            self._waits.pop(host, None)
            return response
        told = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
        if response.status == 503 and told is None:
            return response
        waits = self._waits[host] = self._waits.get(host, 0) + 1
        seconds = told if told is not None else _FIRST_WAIT * 2 ** (waits - 1)
        seconds = min(max(seconds, _SHORTEST_WAIT), _LONGEST_BLOCK)
        self._free_at[host] = time.monotonic() + seconds
        logger.warning("%s answers %d: waiting %.0f s", host, response.status, seconds)
        if seconds > _LONGEST_WAIT or waits > _MOST_WAITS:
            await self._crawler.spider.host_blocked(host, seconds, f"http_{response.status}")  # type: ignore[union-attr]
            return response
        return request.replace(dont_filter=True)


def retry_after(header: bytes | None, now: datetime) -> float | None:
    """Seconds to wait, by a Retry-After header in seconds or as a date; None if it says nothing."""
    text = (header or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((moment - now).total_seconds(), 0.0)
