"""Between the engine and the network: keep what came, stay with the outlet, wait when told to."""

import logging
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newscrawl import urls
from newscrawl.crawl.retry_after import LONGEST_WAIT

logger = logging.getLogger(__name__)

_CONDITIONS = ("If-None-Match", "If-Modified-Since")


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


class KeepAsSent:
    """Puts the answer, before decompression, into ``response.meta["as_sent"]`` for the snapshot."""

    def process_response(self, request: Request, response: Response) -> Response:
        # A copy of the headers: decompression deletes Content-Encoding in the original.
        request.meta["as_sent"] = (response.status, response.headers.copy(), response.body)
        return response


class OnlyIfAsked:
    """Lets a 304 pass where the request was conditional, and nowhere else."""

    def process_response(self, request: Request, response: Response) -> Response:
        if response.status == 304 and not any(name in request.headers for name in _CONDITIONS):
            raise UnaskedNotModified(request.url)
        return response


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
        if isinstance(answer, Request) and urls.canonical(answer.url) is None:
            raise BadRedirect(request.url)
        return answer


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
