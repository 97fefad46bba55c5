"""From Scrapy's requests, responses and errors to the archive's own values.

Whatever a server answers to a page, a part of one, a source or a robots.txt becomes here, and
nowhere else, either a response or an outcome with a name.
"""

from dataclasses import dataclass

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from twisted.internet.error import ConnectError, ConnectionClosed
from twisted.web._newclient import ParseError

from newscrawl.crawl.answer_outcome import Answer
from newscrawl.crawl.capped_responses import OnWire
from newscrawl.crawl.conditional_requests import UnaskedNotModified
from newscrawl.crawl.redirects import BadRedirect, OffsiteRedirect, TooManyRedirects
from newscrawl.crawl.refusals import RobotsUnavailable, causes_of, refusal_reason
from newscrawl.crawl.retry_after import HostBlocked
from newscrawl.crawl.shared_clock import CLOCK
from newscrawl.errors import ArchiveError, ConfigError, ExtractionError
from newscrawl.markup import encoding
from newscrawl.outlet import Outlet
from newscrawl.page import WITH_CONTENT, HttpExchange, Page
from newscrawl.screen import Outcome
from newscrawl.screen.quarantine_reasons import FINAL_REFUSALS

_ERRORS: tuple[tuple[type[BaseException], Outcome, str], ...] = (
    (OffsiteRedirect, Outcome.OFFSITE, "redirect"),
    (TooManyRedirects, Outcome.FAILED, "redirects"),
    (BadRedirect, Outcome.FAILED, "bad_redirect"),
    (UnaskedNotModified, Outcome.FAILED, "http_304"),
    (HostBlocked, Outcome.BLOCKED, "rate_limited"),
    (RobotsUnavailable, Outcome.FAILED, "robots_unavailable"),
    (DownloadTimeoutError, Outcome.FAILED, "timeout"),
    (CannotResolveHostError, Outcome.FAILED, "no_such_host"),
    (DownloadConnectionRefusedError, Outcome.FAILED, "connection_refused"),
    (ResponseDataLossError, Outcome.FAILED, "cut_off"),
    (DownloadFailedError, Outcome.FAILED, "connection_lost"),
    (ConnectionClosed, Outcome.FAILED, "connection_lost"),
    (ConnectError, Outcome.FAILED, "not_connected"),
)
#: What is no server's doing: each request asks the archive too.
_OURS = (ArchiveError, ConfigError, MemoryError)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoAnswer:
    """What a request ended in that brought no response."""

    outcome: Outcome
    reason: str
    error: BaseException


async def ask(crawler: Crawler, request: Request) -> Response | NoAnswer:
    """The response to a request, or why there is none; raises what is not the server's doing."""
    try:
        return await crawler.engine.download_async(request)
    except Exception as error:
        # There is no end to what servers send and libraries raise for it, and none of that may
        # end a crawl.
        return no_answer(error)


async def content(crawler: Crawler, request: Request) -> Response | str:
    """The response with what was asked for, or why there is none."""
    response = await ask(crawler, request)
    if isinstance(response, NoAnswer):
        return response.reason
    return response if response.status in WITH_CONTENT else f"http_{response.status}"


def no_answer(error: BaseException) -> NoAnswer:
    """The outcome of a request that an error ended; raises the error where it is our own."""
    if isinstance(error, _OURS):
        raise error
    outcome, reason = refusal(error)
    return NoAnswer(outcome=outcome, reason=reason, error=error)


def words_of(error: BaseException) -> str | None:
    """What an error says, in the words of what lies behind it; None where it says nothing."""
    said = "; ".join(f"{type(cause).__name__}: {cause}" for cause in causes_of(error))
    return said or str(error) or None


def fetched_from(response: Response, outlet: Outlet) -> HttpExchange:
    """The answer as it came over the wire, under its canonical URL."""
    meta = response.request.meta if response.request else {}
    as_sent = meta.get("as_sent")
    status, headers, body = as_sent or (response.status, response.headers, response.body)
    pairs = ((name, value) for name, values in headers.items() for value in values)
    wire = meta.get("on_wire") or OnWire(headers=list(pairs))
    return HttpExchange(
        url=outlet.canonical(response.url) or response.url,
        asked=response.url,
        fetched_at=CLOCK.now(),
        status=status,
        headers=tuple(wire.headers),
        body=body,
        status_line=wire.status_line,
        request=wire.request,
    )


def answer_of(response: Response, outlet: Outlet) -> Answer:
    """The answer for a page."""
    fetched = fetched_from(response, outlet)
    headers = {
        name.decode("latin-1").lower(): value.decode("latin-1") for name, value in fetched.headers
    }
    page = Page(fetched.url, response.body, fetched.fetched_at, declared_charset(response))
    return Answer(fetched=fetched, page=page, headers=headers)


def declared_charset(response: Response) -> str | None:
    """The charset in the Content-Type header."""
    return encoding.declared_charset(response.headers.get("Content-Type") or b"")


def header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def refusal(error: BaseException) -> tuple[Outcome, str]:
    """Outcome and reason of a request that brought no answer."""
    reason = refusal_reason(error)
    if reason in FINAL_REFUSALS:
        return Outcome.QUARANTINED, reason or ""
    if reason is not None:
        return Outcome.FAILED, reason
    if isinstance(error, DownloadFailedError) and _is_no_http(error):
        return Outcome.FAILED, "not_http"
    for kind, outcome, name in _ERRORS:
        if isinstance(error, kind):
            return outcome, name
    if isinstance(error, ExtractionError):
        return Outcome.FAILED, error.reason
    if isinstance(error, IgnoreRequest):
        if "robots.txt" in str(error):
            return Outcome.REFUSED, "robots"
        return Outcome.FAILED, "ignored"
    return Outcome.FAILED, type(error).__name__


def _is_no_http(error: DownloadFailedError) -> bool:
    """Whether something was answered that cannot be read as HTTP, rather than nothing."""
    return any(
        isinstance(cause, ParseError | ValueError | LookupError) for cause in causes_of(error)
    )
