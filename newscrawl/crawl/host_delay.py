"""When a request may leave: one at a time to a host, a delay apart, whoever else asks it."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from scrapy.http import Response

from newscrawl.crawl.retry_after import HostBlocked, Hosts

if TYPE_CHECKING:
    from newscrawl.archive.frontier.host_claims import HostClaim
    from newscrawl.crawl.archive_access import ArchiveAccess

#: Seconds: neither a robots.txt nor a slow host makes a crawl wait longer between two requests.
LONGEST_DELAY = 60.0


class Politeness:
    """The only one who decides when a request leaves.

    Between processes the archive decides: see ``archive/frontier/host_claims.py``. Without an
    archive, as in ``scrapy shell``, Scrapy's own delay holds, and beyond it what robots.txt asks.
    """

    def __init__(self, delay: float, at_once: int = 1) -> None:
        """``delay`` is the outlet's or the operator's, in seconds; 0: they want none.

        Without any delay, so many requests at once may be under way to a host.
        """
        self._delay = delay
        self._asked: dict[str, float] = {}
        #: When this process may ask a host again, at the earliest.
        self._next_at = defaultdict[str, float](float)
        self._hosts = Hosts()
        self._one_at_a_time: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._few_at_a_time = defaultdict[str, asyncio.Semaphore](
            lambda: asyncio.Semaphore(at_once)
        )

    def crawl_delay(self, host: str, seconds: float) -> None:
        """A robots.txt asks for so many seconds between two requests."""
        self._asked[host] = min(seconds, LONGEST_DELAY)

    async def ask(
        self, host: str, access: "ArchiveAccess | None", download: Callable[[], Awaitable[Response]]
    ) -> tuple[Response, float | None]:
        """The answer to a request in its turn, and how many seconds the host wants to be left.

        Raises ``HostBlocked`` where it wants no requests for longer than a crawl waits.
        """
        await self._hosts.wait(host)
        floor = max(self._delay, self._asked.get(host, 0.0))
        if not floor:
            async with self._few_at_a_time[host]:
                # Whoever went before may have been told to wait.
                await self._hosts.wait(host)
                response = await download()
                return response, self._hosts.note(host, response)
        async with self._one_at_a_time[host]:
            await self._hosts.wait(host)
            # Before that no claim could be had: to hear so costs as much as the claim.
            await asyncio.sleep(self._next_at[host] - time.monotonic())
            return await self._in_turn(host, access, floor, download)

    async def _in_turn(
        self,
        host: str,
        access: "ArchiveAccess | None",
        floor: float,
        download: Callable[[], Awaitable[Response]],
    ) -> tuple[Response, float | None]:
        claim = await _claim(host, access, floor) if access else None
        began, told, is_well = time.monotonic(), None, False
        try:
            response = await download()
            told = self._hosts.note(host, response)
            is_well = response.status in (200, 304)
            return response, told
        finally:
            latency = time.monotonic() - began
            # Whoever wants no delay wants no adaptive one either.
            delay = floor
            if claim and self._delay:
                delay = adapted(claim.delay, latency, floor, is_well=is_well)
            seconds = max(delay, told or 0.0)
            if access:
                await access.release_host(host, delay, seconds)
            self._next_at[host] = time.monotonic() + seconds


async def _claim(host: str, access: "ArchiveAccess", floor: float) -> "HostClaim":
    # Scrapy loads this module with the settings: SQLAlchemy comes only behind the outlet's lock.
    from newscrawl.archive.frontier.host_claims import HostClaim

    while True:
        found = await access.claim_host(host, floor)
        if isinstance(found, HostClaim):
            return found
        if found.is_blocked:
            raise HostBlocked(host)
        await asyncio.sleep(found.seconds)


def adapted(delay: float, latency: float, floor: float, *, is_well: bool) -> float:
    """The delay after an answer, all in seconds: it follows how long the host takes.

    As Scrapy's AutoThrottle has it: half the way down to the latency, all the way up at once; an
    error, which is often quick, shortens nothing.
    """
    delay = max(delay, floor)
    wanted = max(latency, (delay + latency) / 2)
    if not is_well:
        wanted = max(wanted, delay)
    return min(max(wanted, floor), max(LONGEST_DELAY, floor))
