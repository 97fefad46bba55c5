"""When a host may be asked again, by what it answered: 429, 503 and Retry-After."""

import asyncio
import logging
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newscrawl import urls

logger = logging.getLogger(__name__)

#: Longer than this, in seconds, a crawl does not wait for a host: the next run does.
LONGEST_WAIT = 60.0
#: What is waited where a host says 429 or 503 and not how long, doubled each time.
_FIRST_WAIT = 5.0
#: Whoever says "0 seconds" is still given this many.
_SHORTEST_WAIT = 1.0
_MOST_WAITS = 3
#: A host that asks for more than a day is asked again after one.
_LONGEST_BLOCK = 86_400.0


class HostBlocked(IgnoreRequest):
    """The host wants no requests for longer than a crawl waits."""


class Hosts:
    """Which hosts are left alone at the moment.

    The download handler asks and tells it, right where requests leave and answers come: a
    middleware sees a request before it queues, and an answer after the next one has left.
    """

    def __init__(self) -> None:
        self._free_at: dict[str, float] = {}
        self._waits: dict[str, int] = {}

    async def wait(self, host: str) -> None:
        """Return when the host may be asked; raise ``HostBlocked`` where that is too far off."""
        while (left := self._free_at.get(host, 0.0) - time.monotonic()) > 0:
            if left > LONGEST_WAIT:
                raise HostBlocked(host)
            await asyncio.sleep(left)

    def note(self, host: str, response: Response) -> float | None:
        """How many seconds an answer of the host asks for; None where it asks for none.

        A host that goes on asking is not asked again for longer than a crawl waits.
        """
        told = None
        if response.status in (429, 503):
            told = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
        if response.status != 429 and told is None:
            self._waits.pop(host, None)
            return None
        waits = self._waits[host] = self._waits.get(host, 0) + 1
        seconds = told if told is not None else _FIRST_WAIT * 2 ** (waits - 1)
        seconds = min(max(seconds, _SHORTEST_WAIT), _LONGEST_BLOCK)
        if waits > _MOST_WAITS:
            seconds = max(seconds, 2 * LONGEST_WAIT)
        self._free_at[host] = time.monotonic() + seconds
        return seconds


class BackOff:
    """Asks again for a page whose host wanted a pause, or ends the crawl where it is a long one."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        seconds = request.meta.pop("told_to_wait", None)
        if seconds is None:
            return response
        host = urls.host_of(request.url)
        logger.warning("%s answered %d: waiting %.0f s", host, response.status, seconds)
        if seconds <= LONGEST_WAIT:
            return request.replace(dont_filter=True)
        spider = self._crawler.spider
        await spider.host_blocked(host, seconds, f"http_{response.status}")  # type: ignore[union-attr]
        return response


def retry_after(header: bytes | None, now: datetime) -> float | None:
    """Seconds to wait, by a Retry-After header in seconds or as a date; None if it says nothing."""
    text = (header or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    moment = http_date(header or b"")
    return None if moment is None else max((moment - now).total_seconds(), 0.0)


def http_date(header: bytes) -> datetime | None:
    """The moment that a header names, in any of the ways that HTTP has."""
    try:
        moment = parsedate_to_datetime(header.decode("latin-1").strip())
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
