"""The spider of every outlet: sources first, then the links that are due, one visit for each."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.http import Response

from newscrawl import urls
from newscrawl.archive.frontier import host_blocks
from newscrawl.archive.frontier.visit import LeasedLink, Visit
from newscrawl.crawl.answer_outcome import Answer, read_visit
from newscrawl.crawl.archive_access import ArchiveAccess
from newscrawl.crawl.conditional_requests import validators
from newscrawl.crawl.counts import ReadCounts
from newscrawl.crawl.page_parts import PageParts
from newscrawl.crawl.responses import answer_of, no_answer, words_of
from newscrawl.crawl.source_reader import SourceReader
from newscrawl.errors import NewscrawlError
from newscrawl.exit_code import reason_of
from newscrawl.extract import version_of
from newscrawl.outlet import Outlet

#: Seconds between two looks whether links are wanted.
_LOOK, _LONGEST_LOOK = 0.02, 0.25


class OutletSpider(Spider):
    """Crawls one outlet through the archive's frontier."""

    outlet: ClassVar[Outlet]

    def __init__(self, access: ArchiveAccess | None = None, **given: Any) -> None:
        super().__init__(**given)
        if access is not None:
            self.access = access
            # The instance's own: with ``-a mirror=`` it is fetched elsewhere.
            self.outlet = access.arguments.outlet  # type: ignore[misc]
        #: What ended the crawl before its time.
        self.fault: NewscrawlError | None = None
        #: Why the outlet was asked nothing.
        self.refused: str | None = None
        self.is_stopping = False
        #: Links followed that only the texts of other articles list.
        self._mentioned = 0

    @cached_property
    def _counts(self) -> ReadCounts:
        return ReadCounts(self.crawler.stats, self.outlet)

    @cached_property
    def _parts(self) -> PageParts:
        return PageParts(self.outlet, self.crawler, getattr(self, "access", None))

    async def start(self) -> AsyncIterator[Request]:
        """The links to visit; an archive that cannot be asked ends the crawl."""
        self.crawler.stats.set_value("crawl/reading", version_of(self.outlet))
        try:
            if await self._is_blocked():
                return
            async for link in self._links():
                yield self._request(link)
        except NewscrawlError as error:
            self.fail(error)

    async def _links(self) -> AsyncIterator[LeasedLink]:
        """The links that were named, else, once the sources are read, all that are due."""
        if self.access.arguments.urls:
            for link in await self.access.lease_urls():
                yield link
            return
        await SourceReader(self.access, self.crawler, lambda: self.is_stopping).read_all()
        size = self.settings.getint("NEWSCRAWL_LEASE")
        # A quarter of what passes between two pages, where that is more.
        look = min(max(_LOOK, self.settings.getfloat("NEWSCRAWL_DELAY") / 4), _LONGEST_LOOK)
        while not self.is_stopping:
            # What is under way may lead to more: only then is nothing due that nothing is due.
            was_settled = not self._under_way()
            links = await self._due(size)
            for link in links:
                yield link
            if not links and was_settled:
                return
            most = size // 2 if links else 0
            while self._under_way() > most and not self.is_stopping:
                await asyncio.sleep(look)

    async def _due(self, size: int) -> list[LeasedLink]:
        """Links that are due; of those that only texts list, so many in one crawl and no more."""
        most = self.settings.getint("NEWSCRAWL_TEXT_LINKS")
        links = await self.access.due(size, with_mentioned=self._mentioned < most)
        followed = sum(link.is_mentioned for link in links)
        self._mentioned += followed
        if followed:
            self.crawler.stats.inc_value("discover/from_texts", followed)
            if self._mentioned >= most:
                self.logger.info(
                    "followed %d links that only texts list: that is the limit", self._mentioned
                )
        return links

    def _under_way(self) -> int:
        """Requests whose visits are not committed: no more are held in memory than were leased."""
        return self._scheduled() + self._begun()

    def awaited(self) -> int:
        """Those of them that end though nothing is committed meanwhile.

        Scrapy begins no more where the crawl ends, or pages of five megabytes wait to be stored.
        """
        is_held_back = self.crawler.engine.needs_backout()
        return self._begun() + (0 if is_held_back else self._scheduled())

    def _scheduled(self) -> int:
        slot: Any = self.crawler.engine._slot
        return len(slot.scheduler)

    def _begun(self) -> int:
        engine = self.crawler.engine
        read: Any = engine.scraper.slot
        return len(engine.downloader.active) + len(read.queue) + len(read.active)

    async def _is_blocked(self) -> bool:
        """Whether the outlet asked, in an earlier run, to be left alone until later."""
        host = urls.host_of(self.outlet.fetched_from(self.outlet.home))
        until = await self.access.ask(host_blocks.blocked_until, host)
        if until is None:
            return False
        self.refused = f"{host} asked for a pause until {until:%Y-%m-%d %H:%M}"
        self.stop("blocked")
        return True

    def _request(self, link: LeasedLink) -> Request:
        # What was read before the file knew of further pages may have some.
        may_go_on = self.outlet.next_pages and not link.is_read_today
        tags = (None, None) if may_go_on else (link.etag, link.last_modified)
        return Request(
            self.outlet.fetched_from(link.url),
            callback=self.parse_page,
            errback=self.note_failure,
            headers=validators(*tags),
            cb_kwargs={"link": link},
            dont_filter=True,
        )

    def parse(self, response: Response, **given: Any) -> Visit | Awaitable[Visit | Request]:
        """What ``scrapy parse URL`` shows."""
        url = self.outlet.canonical(response.url) or response.url
        key = self.outlet.key(url) or urls.short_key(url)
        return self.parse_page(response, LeasedLink(id=0, key=key, url=url))

    def parse_page(
        self, response: Response, link: LeasedLink
    ) -> Visit | Awaitable[Visit | Request]:
        """The visit that a page came to; what belongs to the page is fetched first.

        Only those that wait for parts are awaited: it is a task more for each, and a Deferred.
        """
        answer = answer_of(response, self.outlet)
        if self._parts.wanted(answer, link):
            return self._parse_with_parts(answer, link)
        visit = read_visit(answer, link, self.outlet)
        if response.status == 304 and self.outlet.next_pages:
            return self._unless_parts_changed(visit)
        self._counts.visit(visit, answer.page)
        return visit

    async def _unless_parts_changed(self, visit: Visit) -> Visit | Request:
        """The visit of a page that did not change; where a further page did, all is asked for."""
        if await self._parts.are_unchanged(visit.link):
            self._counts.visit(visit)
            return visit
        return self._request(replace(visit.link, etag=None, last_modified=None))

    async def _parse_with_parts(self, answer: Answer, link: LeasedLink) -> Visit:
        visit, page = await self._parts.visit(answer, link)
        self._counts.visit(visit, page)
        return visit

    def note_failure(self, failure: Any) -> Iterator[Visit]:
        """The visit of a page that never came, by Twisted's ``Failure``."""
        try:
            ended = no_answer(failure.value)
        except NewscrawlError as error:
            # The link is left as it is: it was not the server that failed.
            self.fail(error)
            return
        yield Visit(
            link=failure.request.cb_kwargs["link"],
            outcome=ended.outcome,
            reason=ended.reason,
            error=words_of(failure.value),
        )

    async def host_blocked(self, host: str, seconds: float, reason: str) -> None:
        """A host wants no more requests: it is left alone, in later runs too."""
        await self.access.ask(host_blocks.block, host, seconds, reason)
        self.stop("blocked")

    def fail(self, error: NewscrawlError) -> None:
        """End the crawl, since nothing more can be written."""
        self.fault = self.fault or error
        self.stop(reason_of(error))

    def stop(self, reason: str) -> None:
        """End the crawl when what is under way is done; the first reason counts."""
        if self.is_stopping:
            return
        self.is_stopping = True
        closing = self.crawler.engine.close_spider_async(reason=reason)
        self._closing = asyncio.ensure_future(closing)
