"""Between the engine and the network: redirects stay with the outlet, a 304 is one we asked for."""

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response

from newscrawl import urls
from newscrawl.crawl.retry_after import http_date

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
