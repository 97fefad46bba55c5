"""Between the engine and the network: keep what came, stay with the outlet, wait when told to."""

import logging
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response

from newscrawl import urls
from newscrawl.crawl.retry_after import LONGEST_WAIT, http_date

logger = logging.getLogger(__name__)

#: What a request is conditional by, and what an answer tells of it; the first that both have
#: counts.
_CONDITIONS = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}


class OffsiteRedirect(IgnoreRequest):
    """A page redirects to a host that is not the outlet's."""


class TooManyRedirects(IgnoreRequest):
    """A page redirects again and again."""


class BadRedirect(IgnoreRequest):
    """A page redirects to what is no web address."""


class UnaskedNotModified(IgnoreRequest):
    """The answer is "not modified", where nobody had asked whether it was."""


class RobotsUnavailable(IgnoreRequest):
    """The host's robots.txt cannot be asked for now, so nothing else may be either."""


class OnlyIfAsked:
    """Lets a 304 pass where it speaks of what the request asked about, and nowhere else.

    One that names another validator is about another representation: the page is asked for in full.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:
        if response.status != 304:
            return response
        if not any(name in request.headers for name in _CONDITIONS):
            raise UnaskedNotModified(request.url)
        if _is_of_another(request.headers, response.headers):
            return in_full(request)
        return response


def in_full(request: Request) -> Request:
    """The request without its conditions."""
    headers = request.headers.copy()
    for name in _CONDITIONS:
        headers.pop(name, None)
    return request.replace(headers=headers, dont_filter=True)


def _is_of_another(asked: Headers, told: Headers) -> bool:
    """Whether a "not modified" tells another ETag or date than it was asked about."""
    for condition, validator in _CONDITIONS.items():
        known, named = asked.get(condition), told.getlist(validator)
        if known and named:
            return all(_spelled(known) != _spelled(one) for one in named)
    return False


def _spelled(validator: bytes) -> object:
    """An ETag without its mark of weakness, or the moment of a date."""
    return http_date(validator) or validator.strip().removeprefix(b"W/")


class Redirects(RedirectMiddleware):
    """Scrapy's, whose refusals have a name each."""

    def handle_referer(self, request: Request, response: Response) -> None:
        request.headers.pop("Referer", None)

    def _engine_started(self) -> None:
        """Scrapy would look for its Referer middleware, which is off."""

    def process_response(  # type: ignore[override]  # Scrapy gives up the argument ``spider``
        self, request: Request, response: Response
    ) -> Request | Response:
        try:
            answer = super().process_response(request, response)
        except IgnoreRequest as error:
            raise TooManyRedirects(request.url) from error
        except ValueError as error:
            raise BadRedirect(request.url) from error
        if not isinstance(answer, Request):
            return answer
        if urls.canonical(answer.url) is None:
            raise BadRedirect(request.url)
        # Validators say something of one resource alone, which is the same on another host.
        is_same = urls.path_of(answer.url) == urls.path_of(request.url)
        return answer if is_same else in_full(answer)


class OutletRedirects(Redirects):
    """Follows redirects to the outlet's own hosts alone, through the mirror where there is one."""

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
        logger.warning("%s answers %d: waiting %.0f s", host, response.status, seconds)
        if seconds <= LONGEST_WAIT:
            return request.replace(dont_filter=True)
        spider = self._crawler.spider
        await spider.host_blocked(host, seconds, f"http_{response.status}")  # type: ignore[union-attr]
        return response
