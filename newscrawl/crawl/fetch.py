"""Fetch one page as a crawl would: politely, guarded, and without an archive."""

import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from newscrawl import urls
from newscrawl.config import Config
from newscrawl.crawl.answer_outcome import Answer
from newscrawl.crawl.refusals import refusal_reason
from newscrawl.crawl.responses import NoAnswer, answer_of, ask, content, refusal
from newscrawl.crawl.user_agent import user_agent
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
    "EXTENSIONS": {"scrapy.extensions.logstats.LogStats": None},
    "SPIDER_LOADER_CLASS": "newscrawl.crawl.spider_loader.OutletSpiderLoader",
    "LOG_ENABLED": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
}
_OURS = ("newscrawl.crawl.retry_after.BackOff", "newscrawl.crawl.redirects.OutletRedirects")
_REDIRECTS = "newscrawl.crawl.redirects.Redirects"
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
    found = _Found()
    run_asking(partial(_look, url, found), config)
    if found.error is not None:
        raise NotFetched(url, _why(found.error)) from found.error
    if found.answer is None:
        raise NotFetched(url, "interrupted")
    return _page(url, found.answer, found.parts)


def _page(url: str, answer: Answer, parts: dict[str, bytes]) -> Page:
    outlet = outlet_of(answer.page.url, load_outlets().values())
    requested = outlet.canonical(url) if outlet else urls.canonical(url)
    verdict = screened(answer.page, outlet, answer.told(requested))
    if verdict is not None:
        kind = NotAnArticle if verdict.outcome is Outcome.NOT_ARTICLE else NotFetched
        raise kind(url, verdict.reason)
    return replace(answer.page, parts=parts)


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
    middlewares = settings.getdict("DOWNLOADER_MIDDLEWARES") | dict.fromkeys(_OURS)
    own["DOWNLOADER_MIDDLEWARES"] = middlewares | {_REDIRECTS: 600}
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


@dataclass(slots=True)
class _Found:
    """What came back."""

    answer: Answer | None = None
    error: BaseException | None = None
    parts: dict[str, bytes] = field(default_factory=dict)


async def _look(url: str, found: _Found, crawler: Crawler) -> None:
    """Ask for a page, then for its parts where its outlet has any."""
    response = await ask(crawler, Request(url))
    if isinstance(response, NoAnswer):
        found.error = response.error
        return
    outlet = outlet_of(response.url, load_outlets().values())
    found.answer = answer_of(response, outlet or nobodys(response.url))
    if response.status not in WITH_CONTENT:
        return
    page, asked = replace(found.answer.page, parts=found.parts), set[str]()
    try:
        while left := next((u for u in parts_of(page, outlet) if u not in asked), None):
            asked.add(left)
            part = await content(crawler, Request(left))
            if not isinstance(part, str):
                found.parts[left] = part.body
    except ExtractionError:
        # Whoever reads the page meets the same.
        return


def nobodys(url: str) -> Outlet:
    """An outlet at that address, of which nothing is known."""
    host = urls.host_of(url)
    scheme = url.partition(":")[0]
    return Outlet(name=_UNKNOWN, title=host, home=f"{scheme}://{host}", language="")
