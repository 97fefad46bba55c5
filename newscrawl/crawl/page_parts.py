"""What belongs to a page and is fetched apart: its parts, its further pages, lists beside it."""

import asyncio
from collections.abc import Container
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.archive.frontier.visit import LeasedLink, Visit
from newscrawl.crawl.answer_outcome import Answer, is_known, read_visit
from newscrawl.crawl.archive_access import ArchiveAccess
from newscrawl.crawl.conditional_requests import validators
from newscrawl.crawl.responses import content, fetched_from
from newscrawl.discover.told_by_feeds import leads_to
from newscrawl.errors import ExtractionError
from newscrawl.extract import optional_parts, parts_of
from newscrawl.extract.body.find_body import body_of
from newscrawl.extract.body.further_pages import (
    further_page,
    further_pages,
    is_shown_again,
    text_on,
)
from newscrawl.extract.body.page_addresses import answering
from newscrawl.outlet import Outlet
from newscrawl.page import WITH_CONTENT, HttpExchange, Page
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


@dataclass(slots=True, kw_only=True)
class _Got:
    """What came of a page's parts."""

    page: Page
    #: The page's own, which it is read with.
    parts: dict[str, bytes]
    came: dict[str, HttpExchange] = field(default_factory=dict)
    #: Further pages that are read only where nothing better was kept, and why pages are lacking.
    odd: dict[str, _Came] = field(default_factory=dict)
    lacks: dict[str, str] = field(default_factory=dict)

    def add(self, url: str, part: _Came) -> None:
        self.parts[url], self.came[url] = part

    def put_off(self, url: str, part: _Came, why: str) -> None:
        self.odd[url], self.lacks[url] = part, why


class PageParts:
    """Fetches the parts of an outlet's pages, and reads each page with its own."""

    def __init__(self, outlet: Outlet, crawler: Crawler, access: ArchiveAccess | None) -> None:
        """``scrapy parse`` comes without an archive that could have kept something."""
        self._outlet, self._crawler, self._access = outlet, crawler, access
        #: Lists that are kept beside pages, by address: what they answered, or will answer.
        self._lists: dict[str, asyncio.Future[_Part]] = {}

    def wanted(self, answer: Answer, link: LeasedLink) -> bool:
        """Whether something is fetched of a page before it is read; not where it is no article."""
        outlet = self._outlet
        if not (outlet.parts or outlet.next_pages or outlet.beside):
            return False
        if is_known(answer, link, outlet):
            # To ask for its parts would parse it.
            return False
        try:
            if answer.fetched.status not in WITH_CONTENT or not parts_of(answer.page, outlet):
                return False
            return screened(answer.page, outlet, answer.told(link.url)) is None
        except ExtractionError:
            # Who reads it meets the same.
            return False

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

    async def visit(self, answer: Answer, link: LeasedLink) -> tuple[Visit, Page]:
        """The visit of a page together with its parts; failed where one of them did not come.

        Beside it stands the page as it was read.
        Read without, the article would look as if somebody had cut it. A further page that is not
        there, or did not come for long, does not cost it.
        """
        parts, asked = dict[str, bytes](), set[str]()
        # Each further page that comes may name the next one.
        got = _Got(page=answer.page.with_parts(parts), parts=parts)
        while url := self._next(got.page, asked):
            asked.add(url)
            failure = await self._get(url, got, link)
            if failure is not None:
                status, reason = answer.fetched.status, f"part_{failure}"
                failed = Visit(link=link, outcome=Outcome.FAILED, reason=reason, status=status)
                return replace(failed, error=f"of {url}"), got.page
        for url in [url for url in parts if self._is_shown_again(url, got.page)]:
            got.put_off(url, (parts.pop(url), got.came.pop(url)), "an earlier page again")
        await self._add_earlier(link.key, got)
        lacks = [f"{url} ({why})" for url, why in got.lacks.items() if url not in parts]
        for url, part in got.odd.items():
            # Where nothing better was ever kept, a later form of the outlet's file may read it.
            if url not in parts:
                got.add(url, part)
        # As they are named, and as replay has them: the first that tells a field is believed.
        for url in parts_of(got.page, self._outlet):
            if url in parts:
                parts[url] = parts.pop(url)
        read = replace(answer, page=got.page)
        visit = read_visit(read, link, self._outlet, [*got.came.values()])
        is_in_part = visit.article is not None and visit.article.is_in_part
        told = ", ".join(lacks) if is_in_part else ""
        return replace(visit, error=visit.error or told or None), got.page

    def _next(self, page: Page, asked: Container[str]) -> str | None:
        """A part that was not asked for, and did not come under another spelling."""
        wanted = (url for url in parts_of(page, self._outlet) if url not in page.parts)
        return next((url for url in wanted if url not in asked), None)

    async def _get(self, url: str, got: "_Got", link: LeasedLink) -> str | None:
        """Fetch what belongs to a page; why it has to be read another time, where it has."""
        if url in self._outlet.beside:
            part = await self._list(url)
            if not isinstance(part, str) and leads_to(part[0], got.page.url):
                got.add(url, part)
            return part if isinstance(part, str) and part not in _NO_PART else None
        is_further = url in further_pages(got.page, self._outlet)
        part = await self._part(url)
        if isinstance(part, str):
            if is_further and (part in _NO_PART or link.attempts >= _PATIENCE):
                got.lacks[url] = part
                return None
            return part
        if is_further:
            self._add_page(url, part, got)
        else:
            got.add(url, part)
        return None

    def _add_page(self, asked: str, part: _Came, got: "_Got") -> None:
        """Add a further page, or say why what came is none."""
        page, outlet = got.page, self._outlet
        own = outlet.canonical(page.url) or page.url
        url = answering(asked, [part[1].url], own, outlet)
        if url is None:
            got.lacks[asked] = f"sent to {part[1].url}"
            return
        shown = further_page(page, url, part[0])
        if self._is_none(shown, part[1]):
            got.lacks[url] = "a wall, or an error"
        elif isinstance(text_on(shown, outlet, by_layout=self._has_layout(page)), str):
            got.put_off(url, part, "not read by its layouts")
        else:
            got.add(url, part)

    def _has_layout(self, page: Page) -> bool:
        try:
            return page.once(body_of, self._outlet)[0] is not None
        except ExtractionError:
            # Who reads it meets the same.
            return False

    async def _add_earlier(self, key: str, got: "_Got") -> None:
        """Add what was kept of parts that did not come; they may name others."""
        if self._access is None:
            return
        # A list names the newest alone: what one said of an older article was kept with it.
        asked = set[str]()
        while left := {*optional_parts(got.page, self._outlet)} - asked - got.parts.keys():
            asked |= left
            for url, body, sent in await self._access.earlier_parts(key, got.page, left):
                got.add(url, (body, sent))

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
