"""Follow redirects that stay with the outlet, and name those that are not followed."""

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newscrawl import urls
from newscrawl.crawl.conditional_requests import in_full


class OffsiteRedirect(IgnoreRequest):
    """A page redirects to a host that is not the outlet's."""


class TooManyRedirects(IgnoreRequest):
    """A page redirects again and again."""


class BadRedirect(IgnoreRequest):
    """A page redirects to what is no web address."""


class Redirects(RedirectMiddleware):
    """Scrapy's, whose refusals have a name each.

    A spider of an outlet follows redirects to the outlet's own hosts alone, through the mirror
    where there is one.
    """

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
        answer = answer if is_same else in_full(answer)
        outlet = getattr(self.crawler.spider, "outlet", None)
        if outlet is None:
            return answer
        target = outlet.canonical(answer.url)
        if target is None or not outlet.owns(answer.url):
            raise OffsiteRedirect(answer.url)
        return answer.replace(url=outlet.fetched_from(target))
