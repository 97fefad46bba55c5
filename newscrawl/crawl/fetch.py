"""Fetch pages as a crawl would: politely, guarded, and without an archive."""

import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from newscrawl import urls
from newscrawl.config import Config
from newscrawl.crawl.answer_outcome import Answer
from newscrawl.crawl.configure import user_agent
from newscrawl.crawl.refusals import refusal_reason
from newscrawl.crawl.responses import NoAnswer, answer_of, ask, content, refusal
from newscrawl.errors import ExtractionError, NotAnArticle, UsageError
from newscrawl.extract import parts_of
from newscrawl.outlet import Outlet
from newscrawl.outlets import load_outlets, outlet_of
from newscrawl.page import WITH_CONTENT, Page
from newscrawl.read_page import screened
from newscrawl.screen import Outcome

#: Stands for the outlet of a page that nobody has described: it has no rule for any address.
_UNKNOWN = "unknown"
#: What belongs to crawls of an outlet, and what the log would say beside our one line.
_SETTINGS: dict[str, Any] = {
    "ITEM_PIPELINES": {},
    "EXTENSIONS": {},
    "SPIDER_LOADER_CLASS": "newscrawl.crawl.spider_loader.OutletSpiderLoader",
    "LOG_ENABLED": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
}
_BACK_OFF = "newscrawl.crawl.retry_after.BackOff"
#: How the reason of an answer begins that has a status of its own.
_STATUS = "http_"
_Work = Callable[[Crawler], Awaitable[None]]


class NotFetched(ExtractionError):
    """No answer came, or robots.txt or our own guard forbids to ask."""

    reason = "not_fetched"
    says = "the page was not fetched"


def fetch(url: str, config: Config) -> Page:
    """The page at a URL, with what belongs to it, after redirects.

    It obeys robots.txt and reaches public addresses alone. It can be called once in a process,
    as Scrapy can. Raises ``UsageError`` for what is no web address, ``NotFetched``, and
    ``NotAnArticle`` where the answer is none.
    """
    if urls.canonical(url) is None:
        raise UsageError(f"not a web address: {url}")
    found = list[NoAnswer | Answer]()
    parts = dict[str, bytes]()

    async def look(crawler: Crawler) -> None:
        response = await ask(crawler, Request(url))
        if isinstance(response, NoAnswer):
            found.append(response)
            return
        outlet = outlet_of(response.url, load_outlets().values())
        answer = answer_of(response, outlet or nobodys(response.url))
        found.append(answer)
        if response.status in WITH_CONTENT:
            await _fetch_parts(crawler, replace(answer.page, parts=parts), outlet, parts)

    run_asking(look, config)
    if not found:
        raise NotFetched(url, "interrupted")
    [answer] = found
    if isinstance(answer, NoAnswer):
        raise NotFetched(url, _why(answer.error)) from answer.error
    outlet = outlet_of(answer.page.url, load_outlets().values())
    requested = outlet.canonical(url) if outlet else urls.canonical(url)
    verdict = screened(answer.page, outlet, answer.told(requested))
    if verdict is not None:
        kind = NotAnArticle if verdict.outcome is Outcome.NOT_ARTICLE else NotFetched
        raise kind(url, verdict.reason)
    return replace(answer.page, parts=parts)


async def _fetch_parts(
    crawler: Crawler, page: Page, outlet: Outlet | None, parts: dict[str, bytes]
) -> None:
    """Fetch what belongs to a page: each part that came may name the next one."""
    asked = set[str]()
    # Whoever reads the page meets the same.
    with suppress(ExtractionError):
        while left := next((url for url in parts_of(page, outlet) if url not in asked), None):
            asked.add(left)
            part = await content(crawler, Request(left))
            if not isinstance(part, str):
                parts[left] = part.body


def fetch_again(
    choose: Callable[[Mapping[str, bytes]], Sequence[str]],
    lists: Callable[[Page | None], Sequence[str]],
    outlet: Outlet,
    config: Config,
    say: Callable[[str], None],
    delay: float | None = None,
) -> list[Page]:
    """Pages of articles as they look now, each with the lists that answered.

    ``lists`` names these by the front page, and ``choose`` the pages by what the lists answered.
    Of those that are not there it says why.
    """
    found = list[Page]()

    async def look(crawler: Crawler) -> None:
        async def page_at(url: str) -> Page | None:
            say(f"asking {url}")
            response = await content(crawler, Request(outlet.fetched_from(url)))
            if not isinstance(response, str):
                return answer_of(response, outlet).page
            why = f"no answer ({response})"
            if response.startswith(_STATUS):
                why = f"status {response.removeprefix(_STATUS)}"
            say(f"newscrawl: {why}: {url}")
            return None

        front = await page_at(outlet.home + "/")
        asked = [(url, await page_at(url)) for url in lists(front)]
        parts = {url: page.html for url, page in asked if page}
        pages = [await page_at(url) for url in choose(parts)]
        found.extend(replace(page, parts=parts) for page in pages if page)

    run_asking(look, config, outlet.delay if delay is None else delay, outlet.mirror)
    return found


def _why(error: BaseException) -> str:
    """The finest name there is: a refusal of ours may have met robots.txt first."""
    cause = error.__cause__
    return (refusal_reason(cause) if cause else None) or refusal(error)[1]


def run_asking(
    work: _Work, config: Config, delay: float | None = None, mirror: str | None = None
) -> None:
    """Do what asks for pages through a crawler: once in a process, as Scrapy can.

    ``delay`` is in seconds, and Scrapy's own where it is None.
    """
    settings = Settings()
    settings.setmodule("newscrawl.crawl.settings", priority="project")
    own = {**_SETTINGS, "USER_AGENT": user_agent(config)}
    own["DOWNLOADER_MIDDLEWARES"] = settings.getdict("DOWNLOADER_MIDDLEWARES") | {_BACK_OFF: None}
    own |= {} if delay is None else {"DOWNLOAD_DELAY": delay}
    own |= {"NEWSCRAWL_MIRROR": mirror} if mirror else {}
    settings.setdict(own, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    process.crawl(_Asker, work=work)
    with _left_at_once():
        process.start(install_signal_handlers=False)


@contextmanager
def _left_at_once() -> Iterator[None]:
    """Ctrl-C ends the program: what Python raises for it, a callback of the reactor would keep."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, lambda number, _: os._exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class _Asker(Spider):
    name = "asker"

    def __init__(self, work: _Work, **given: Any) -> None:
        super().__init__(**given)
        self._work = work

    async def start(self) -> AsyncIterator[Request]:
        await self._work(self.crawler)
        for nothing in list[Request]():
            yield nothing


def nobodys(url: str) -> Outlet:
    """An outlet at that address, of which nothing is known."""
    host = urls.host_of(url)
    scheme = url.partition(":")[0]
    return Outlet(name=_UNKNOWN, title=host, home=f"{scheme}://{host}", language="")
