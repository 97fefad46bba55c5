"""Ask for a page only if it changed, and take "not modified" for an answer to that alone."""

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers, Response

from newscrawl.crawl.retry_after import http_date

#: What a request is conditional by, and what an answer tells of it; the first that both have
#: counts.
_CONDITIONS = {"If-None-Match": "ETag", "If-Modified-Since": "Last-Modified"}
#: Letters of a validator that is sent back, at most.
_LONGEST_VALIDATOR = 1000


class UnaskedNotModified(IgnoreRequest):
    """The answer is "not modified", where nobody had asked whether it was."""


def validators(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """The headers that ask for a page only if it changed.

    The request is kept with the page: what is absurdly long would make it a record that no reader
    reads.
    """
    pairs = (("If-None-Match", etag), ("If-Modified-Since", last_modified))
    return {name: value for name, value in pairs if value and len(value) <= _LONGEST_VALIDATOR}


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
