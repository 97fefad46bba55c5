"""Fetch one page as a crawl would: politely, guarded, and without an archive."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.python.failure import Failure

from newscrawl import urls
from newscrawl.config import Config
from newscrawl.crawl.refusals import refusal_reason
from newscrawl.crawl.responses import NoAnswer, answer_of, ask, refusal
from newscrawl.crawl.user_agent import user_agent
from newscrawl.crawl.visits import Answer
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
    "SPIDER_LOADER_CLASS": "newscrawl.crawl.loader.OutletSpiderLoader",
    "LOG_ENABLED": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
}
_OURS = ("newscrawl.crawl.middlewares.BackOff", "newscrawl.crawl.middlewares.OutletRedirects")
_REDIRECTS = "newscrawl.crawl.middlewares.Redirects"


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
    process = AsyncCrawlerProcess(fetch_settings(config))
    process.crawl(_OnePage, url=url, found=found)
    process.start(install_signal_handlers=False)
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


def fetch_settings(config: Config) -> Settings:
    settings = Settings()
    settings.setmodule("newscrawl.crawl.settings", priority="project")
    settings.setdict(_SETTINGS, priority="cmdline")
    middlewares = settings.getdict("DOWNLOADER_MIDDLEWARES") | dict.fromkeys(_OURS)
    settings.set("DOWNLOADER_MIDDLEWARES", middlewares | {_REDIRECTS: 600}, priority="cmdline")
    settings.set("USER_AGENT", user_agent(config), priority="cmdline")
    return settings


@dataclass(slots=True)
class _Found:
    """What the spider brings back."""

    answer: Answer | None = None
    error: BaseException | None = None
    parts: dict[str, bytes] = field(default_factory=dict)


class _OnePage(Spider):
    """Asks for a page, then for its parts where its outlet has any."""

    name = "fetch"

    def __init__(self, url: str, found: _Found, **given: Any) -> None:
        super().__init__(**given)
        self._url, self._found = url, found

    async def start(self) -> AsyncIterator[Request]:
        yield Request(self._url, self.parse_page, errback=self.note_failure)

    async def parse_page(self, response: Response) -> None:
        outlet = outlet_of(response.url, load_outlets().values())
        self._found.answer = answer = answer_of(response, outlet or nobodys(response.url))
        if response.status not in WITH_CONTENT:
            return
        try:
            parts = parts_of(answer.page, outlet)
        except ExtractionError:
            # Whoever reads the page meets the same.
            return
        for url in parts:
            part = await ask(self.crawler, Request(url))
            if not isinstance(part, NoAnswer) and part.status in WITH_CONTENT:
                self._found.parts[url] = part.body

    def note_failure(self, failure: Failure) -> None:
        self._found.error = failure.value


def nobodys(url: str) -> Outlet:
    """An outlet at that address, of which nothing is known."""
    host = urls.host_of(url)
    scheme = url.partition(":")[0]
    return Outlet(name=_UNKNOWN, title=host, home=f"{scheme}://{host}", language="")
