"""What a request's end says of its link."""

import gzip

import pytest
from scrapy import Request
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
)
from scrapy.http import HtmlResponse
from scrapy.utils.test import get_crawler
from twisted.internet.error import NoRouteError

from newscrawl.crawl.capped_compression import CappedCompression
from newscrawl.crawl.conditional_requests import UnaskedNotModified, validators
from newscrawl.crawl.redirects import BadRedirect, OffsiteRedirect, TooManyRedirects
from newscrawl.crawl.refusals import Refused, RobotsUnavailable
from newscrawl.crawl.responses import (
    answer_of,
    declared_charset,
    no_answer,
    refusal,
)
from newscrawl.crawl.retry_after import HostBlocked
from newscrawl.errors import ConfigError, DatabaseUnavailable
from newscrawl.outlets import load_outlet
from tests.rows import every_row

_MIRROR = "http://127.0.0.1:8000"
_OUTLET = load_outlet("moscow_times").at(_MIRROR)


@every_row(
    ("error", "outcome", "reason"),
    [
        (IgnoreRequest("Forbidden by robots.txt"), "refused", "robots"),
        (RobotsUnavailable("http_503"), "failed", "robots_unavailable"),
        (OffsiteRedirect("https://example.org"), "offsite", "redirect"),
        (HostBlocked("x"), "blocked", "rate_limited"),
        (TooManyRedirects("x"), "failed", "redirects"),
        (IgnoreRequest("something else"), "failed", "ignored"),
        (DownloadTimeoutError("x"), "failed", "timeout"),
        (CannotResolveHostError("x"), "failed", "no_such_host"),
        (DownloadConnectionRefusedError("x"), "failed", "connection_refused"),
        (ResponseDataLossError("x"), "failed", "cut_off"),
        (DownloadFailedError("x"), "failed", "connection_lost"),
        (Refused("too_large", "x"), "quarantined", "too_large"),
        (Refused("headers_too_large", "x"), "quarantined", "headers_too_large"),
        (Refused("url_too_long", "x"), "quarantined", "url_too_long"),
        (NotSupported("x"), "quarantined", "scheme"),
        (Refused("private_address", "x"), "failed", "private_address"),
        (BadRedirect("x"), "failed", "bad_redirect"),
        (UnaskedNotModified("x"), "failed", "http_304"),
        (NoRouteError("x"), "failed", "not_connected"),
        (KeyError("x"), "failed", "KeyError"),
    ],
)
def test_an_error_has_an_outcome_and_a_name(error: Exception, outcome: str, reason: str) -> None:
    assert refusal(error) == (outcome, reason)
    found = no_answer(error)
    assert (found.outcome, found.reason, found.error) == (outcome, reason, error)


@pytest.mark.parametrize("error", [DatabaseUnavailable("x"), ConfigError("x"), MemoryError()])
def test_an_error_of_our_own_is_no_outcome_of_a_page(error: Exception) -> None:
    with pytest.raises(type(error)):
        no_answer(error)


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        (b"text/html; charset=windows-1251", "windows-1251"),
        (b'text/html; Charset = "UTF-8"', "UTF-8"),
        (b"text/html", None),
        (b"", None),
    ],
)
def test_a_charset_is_what_the_header_says(content_type: bytes, charset: str | None) -> None:
    response = HtmlResponse(_MIRROR, headers={"Content-Type": content_type})
    assert declared_charset(response) == charset


def test_only_what_is_known_is_asked_about() -> None:
    assert validators(None, None) == {}
    assert validators('"a"', None) == {"If-None-Match": '"a"'}
    assert validators("a" * 9_000, None) == {}
    both = validators('"a"', "Mon, 12 Oct 2026 12:00:00 GMT")
    assert sorted(both) == ["If-Modified-Since", "If-None-Match"]


def test_an_answer_is_kept_as_it_was_sent_under_its_canonical_url() -> None:
    request = Request(f"{_MIRROR}/2026/10/12/gulls-a94001")
    zipped = gzip.compress(b"<h1>Gulls</h1>")
    sent = HtmlResponse(request.url, body=zipped, headers={"Content-Encoding": "gzip"})
    unpacked = CappedCompression.from_crawler(get_crawler()).process_response(request, sent)

    answer = answer_of(unpacked.replace(request=request), _OUTLET)

    assert answer.fetched.url == "https://www.themoscowtimes.com/2026/10/12/gulls-a94001"
    assert answer.fetched.asked == request.url
    assert answer.fetched.body == zipped
    assert (b"Content-Encoding", b"gzip") in answer.fetched.headers
    assert answer.page.html == b"<h1>Gulls</h1>"
