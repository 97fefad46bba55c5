"""The visits under way: so many pages are asked for at once, and each is read and handed on."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.archive.frontier.visit import Visit

#: Bytes that an answer counts for beside its body.
_LEAST = 1_024

#: Makes a visit of what came of a request, or of what ended it; a request is asked in its place.
Read: TypeAlias = Callable[[Request, Response | Exception], Awaitable[Visit | Request | None]]


class LinkVisits:
    """Takes each request to the commit of its visit, in one task.

    Scrapy's own way there goes by a scheduler, a queue of answers and asynchronous lists of items:
    five tasks more for each page, and as many turns of the event loop.
    """

    def __init__(self, crawler: Crawler, read: Read) -> None:
        self._crawler, self._read = crawler, read
        self._turns = asyncio.Semaphore(crawler.settings.getint("CONCURRENT_REQUESTS"))
        self._most_bytes = crawler.settings.getint("SCRAPER_SLOT_MAX_ACTIVE_SIZE")
        self._tasks = set[asyncio.Task[None]]()
        #: Those that were asked for and have not ended.
        self._begun = 0
        #: Of the answers whose visits are not committed.
        self._bytes = 0
        self._has_room = asyncio.Event()
        self._has_room.set()

    @property
    def _engine(self) -> Any:
        return self._crawler.engine

    def __len__(self) -> int:
        return len(self._tasks)

    def awaited(self) -> int:
        """Those that end though nothing is committed meanwhile: others may wait for room."""
        return self._begun if self.is_ending() or not self._has_room.is_set() else len(self)

    def begin(self, request: Request) -> None:
        """Visit a page in its turn; what has had none when the crawl ends is left alone."""
        task = asyncio.ensure_future(self._take(request))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def wait(self) -> None:
        """Return when all have ended."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _take(self, request: Request) -> None:
        if not await self._turn():
            return
        # Scrapy closes no spider while something is in progress.
        slot, under_way = self._engine._slot, object()
        slot.add_request(under_way)
        self._begun += 1
        try:
            await self._visit(request)
        finally:
            self._begun -= 1
            slot.remove_request(under_way)

    async def _turn(self) -> bool:
        """Whether its turn came before the crawl's end."""
        await self._turns.acquire()
        await self._has_room.wait()
        is_due = not self.is_ending()
        if not is_due:
            self._turns.release()
        return is_due

    def is_ending(self) -> bool:
        slot = self._engine._slot
        return slot is None or slot.closing is not None

    async def _visit(self, request: Request) -> None:
        answer: Response | Exception
        try:
            answer = await self._engine.downloader.answer(request)
        except Exception as error:
            # There is no end to what servers send and libraries raise for it.
            answer = error
        finally:
            self._turns.release()
        size = _LEAST + (len(answer.body) if isinstance(answer, Response) else 0)
        self._hold(size)
        try:
            await self._hand_on(request, answer)
        finally:
            self._hold(-size)

    def _hold(self, size: int) -> None:
        self._bytes += size
        if self._bytes > self._most_bytes:
            self._has_room.clear()
        else:
            self._has_room.set()

    async def _hand_on(self, request: Request, answer: Response | Exception) -> None:
        # What the network has brought meanwhile is taken, and the next request leaves.
        await asyncio.sleep(0)
        response = answer if isinstance(answer, Response) else None
        scraper = self._engine.scraper
        try:
            visit = await self._read(request, answer)
        except Exception:
            # A fault of ours: said, counted, and the crawl goes on.
            scraper.handle_spider_error(Failure(), request, response)  # type: ignore[no-untyped-call]
            return
        if isinstance(visit, Request):
            self.begin(visit)
        elif visit is not None:
            await scraper.start_itemproc_async(visit, response=response)
