"""What belongs to a page and is fetched apart: its parts, its further pages, lists beside it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.archive.frontier.visit import LeasedLink, Visit
from newscrawl.article import IN_PART, NO_LAYOUTS, Article
from newscrawl.crawl.answer_outcome import Answer, read_visit
from newscrawl.crawl.archive_access import ArchiveAccess
from newscrawl.crawl.conditional_requests import validators
from newscrawl.crawl.responses import content, fetched_from
from newscrawl.discover.told_by_feeds import leads_to
from newscrawl.errors import ExtractionError, ReaderFailed
from newscrawl.extract import optional_parts, parts_of
from newscrawl.extract.body.further_pages import (
    further_page,
    further_pages,
    is_shown_again,
    text_on,
)
from newscrawl.extract.body.page_addresses import answering
from newscrawl.outlet import Outlet
from newscrawl.page import HttpExchange, Page
from newscrawl.read_page import Told, screened
from newscrawl.screen import Outcome
from newscrawl.size_limits import LARGEST_SOURCE

_Came: TypeAlias = tuple[bytes, HttpExchange]
#: The body at an address, and the answer as it came; or why there is none.
_Part: TypeAlias = _Came | str
#: Answers of a list or a further page that is there no more: pages are read without it.
_NO_PART = frozenset({"http_404", "http_410", "robots"})
#: After so many visits that failed, an article is read without the further page that fails.
_PATIENCE = 5


class PageParts:
    """Fetches the parts of an outlet's pages, and reads each page with its own."""

    def __init__(self, outlet: Outlet, crawler: Crawler, access: ArchiveAccess | None) -> None:
        """``scrapy parse`` comes without an archive that could have kept something."""
        self._outlet, self._crawler, self._access = outlet, crawler, access
        #: Lists that are kept beside pages, by address: what they answered, or will answer.
        self._lists: dict[str, asyncio.Future[_Part]] = {}

    def wanted(self, page: Page, visit: Visit) -> Sequence[str]:
        """What is fetched of a page that says something, or of which a list may tell what."""
        is_told = visit.outcome is Outcome.QUARANTINED and self._outlet.beside
        if visit.article is None and not is_told:
            return ()
        try:
            return parts_of(page, self._outlet)
        except ReaderFailed:
            # It is in quarantine for that.
            return ()

    async def are_unchanged(self, link: LeasedLink) -> bool:
        """Whether all further pages are what they were beside a page that did not change.

        They are asked for one after the other, each only if it changed, up to the first that did.
        """
        kept = await self._access.last_parts(link) if self._access else None
        if kept is None:
            return False
        for body, sent in kept:
            told = {name.lower(): value.decode("latin-1") for name, value in sent.headers}
            asked = validators(told.get(b"etag"), told.get(b"last-modified"))
            part = await self._part(sent.url, headers=asked)
            is_same = part == "http_304" if isinstance(part, str) else part[0] == body
            if not is_same or (part == "http_304" and not asked):
                return False
        return True

    async def visit(self, answer: Answer, link: LeasedLink, alone: Article | None) -> Visit:
        """The visit of a page together with its parts; failed where one of them did not come.

        ``alone`` is what it says without them. Read so, the article would look as if somebody had
        cut it. A further page that is not there, or did not come for long, does not cost it.
        """
        parts = dict[str, bytes]()
        # Each further page that comes may name the next one.
        page = replace(answer.page, parts=parts)
        by_layout = alone is not None and alone.layout.removesuffix(IN_PART) not in NO_LAYOUTS
        came, odd, asked = dict[str, HttpExchange](), dict[str, _Came](), set[str]()
        while url := next((u for u in parts_of(page, self._outlet) if u not in asked), None):
            asked.add(url)
            is_list = url in self._outlet.beside
            part = await (self._list(url) if is_list else self._part(url))
            is_further = not is_list and url in further_pages(page, self._outlet)
            if is_further and self._is_without(part, link):
                continue
            if is_list and part in _NO_PART:
                continue
            if isinstance(part, str):
                return Visit(
                    link=link,
                    outcome=Outcome.FAILED,
                    reason=f"part_{part}",
                    status=answer.fetched.status,
                    error=f"of {url}",
                )
            if is_list and not leads_to(part[0], answer.page.url):
                continue
            if is_further:
                own = self._outlet.canonical(page.url) or page.url
                found = answering(url, [part[1].url], own, self._outlet)
                if found is None:
                    # Sent elsewhere, it is another page.
                    continue
                url = found
                asked.add(url)
                shown = further_page(page, url, part[0])
                if self._is_none(shown, part[1]):
                    continue
                if isinstance(text_on(shown, self._outlet, by_layout=by_layout), str):
                    odd[url] = part
                    continue
            parts[url], came[url] = part
        for url in [url for url in parts if self._is_shown_again(url, page)]:
            odd[url] = parts.pop(url), came.pop(url)
        await self._add_earlier(page, link.key, parts, came)
        for url, part in odd.items():
            # Where nothing better was ever kept, a later form of the outlet's file may read it.
            if url not in parts:
                parts[url], came[url] = part
        # As they are named, and as replay has them: the first that tells a field is believed.
        for url in parts_of(page, self._outlet):
            if url in parts:
                parts[url] = parts.pop(url)
        return read_visit(replace(answer, page=page), link, self._outlet, [*came.values()])

    async def _add_earlier(
        self, page: Page, key: str, parts: dict[str, bytes], came: dict[str, HttpExchange]
    ) -> None:
        """Add what was kept of parts that did not come; they may name others."""
        if self._access is None:
            return
        # A list names the newest alone: what one said of an older article was kept with it.
        asked = set[str]()
        while left := {*optional_parts(page, self._outlet)} - asked - parts.keys():
            asked |= left
            for url, body, sent in await self._access.earlier_parts(key, page, left):
                parts[url], came[url] = body, sent

    def _is_without(self, part: _Part, link: LeasedLink) -> bool:
        """Whether the article is read without a further page, or with what was kept of it."""
        return isinstance(part, str) and (part in _NO_PART or link.attempts >= _PATIENCE)

    def _is_shown_again(self, url: str, page: Page) -> bool:
        """Whether it came as a further page, and is an earlier one once more."""
        is_further = url in further_pages(page, self._outlet)
        return is_further and is_shown_again(url, page, self._outlet)

    def _is_none(self, shown: Page, sent: HttpExchange) -> bool:
        """Whether a further page is a bot wall or an error that is called a page."""
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in sent.headers}
        try:
            return screened(shown, self._outlet, Told(headers=headers)) is not None
        except ExtractionError:
            # Nor is it read.
            return False

    async def _list(self, url: str) -> _Part:
        """A list that belongs to all pages: asked for once, also by pages that come meanwhile.

        Where it did not come, those that come later ask again.
        """
        asked = self._lists.get(url)
        if asked is None:
            asked = self._lists[url] = asyncio.ensure_future(
                self._part(url, meta={"download_maxsize": LARGEST_SOURCE})
            )
        part = await asyncio.shield(asked)
        if isinstance(part, str) and part not in _NO_PART and self._lists.get(url) is asked:
            del self._lists[url]
        return part

    async def _part(self, url: str, **given: Any) -> _Part:
        address = self._outlet.fetched_from(self._outlet.canonical(url) or url)
        response = await content(self._crawler, Request(address, **given))
        if isinstance(response, str):
            return response
        return response.body, fetched_from(response, self._outlet)
