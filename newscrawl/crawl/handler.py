"""The only download handler a crawl may use: public addresses, http and https, and a cap on all."""

from functools import lru_cache
from typing import Any, cast

from scrapy import Request, signals
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler, _ScrapyAgent
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    DownloadCancelledError,
    DownloadFailedError,
    ResponseDataLossError,
)
from scrapy.http import Headers, Response
from scrapy.robotstxt import RobotParser
from scrapy.settings import BaseSettings
from scrapy.utils._download_handlers import normalize_bind_address, wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.misc import load_object
from twisted.web.client import Agent
from w3lib.url import safe_url_string

from newscrawl.crawl.capped_responses import OnWire
from newscrawl.crawl.host_delay import Politeness
from newscrawl.crawl.public_connections import (
    REST,
    GuardedEndpoints,
    GuardedPool,
    Origin,
    origin_of,
    read_uri,
)
from newscrawl.crawl.refusals import Refused, refusal_within
from newscrawl.crawl.retry_after import HostBlocked
from newscrawl.errors import ConfigError
from newscrawl.markup.document_end import has_end, is_markup
from newscrawl.page import WITH_CONTENT
from newscrawl.urls import host_of

#: For the setting of that name. None switches a scheme of Scrapy's own off.
DOWNLOAD_HANDLERS: dict[str, str | None] = {
    "http": "newscrawl.crawl.handler.GuardedHandler",
    "https": "newscrawl.crawl.handler.GuardedHandler",
    "file": None,
    "ftp": None,
    "s3": None,
    "data": None,
}
MAX_URL_BYTES = 8192


class GuardedHandler(HTTP11DownloadHandler):
    """Scrapy's handler, with one agent of ours that all requests share."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        from twisted.internet import reactor as installed

        reactor = cast("Any", installed)
        settings = crawler.settings
        mirror = mirror_origin(settings)
        per_host = settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._politeness = Politeness(settings.getfloat("NEWSCRAWL_DELAY"), per_host)
        crawler.signals.connect(self.robots_parsed, signals.robots_parsed)
        self._timeout = settings.getfloat("DOWNLOAD_TIMEOUT")
        # Without an archive, as in ``scrapy shell``, nothing can be kept under a wrong address.
        rest = REST if hasattr(crawler.spider, "access") else 0.0
        self._pool = GuardedPool(reactor, mirror, per_host, rest)
        bind_address = normalize_bind_address(self._bind_address)
        endpoints = GuardedEndpoints(
            reactor, mirror, self._contextFactory, self._timeout, bind_address
        )
        self._agent = cast("Any", Agent).usingEndpointFactory(reactor, endpoints, self._pool)

    async def download_request(self, request: Request) -> Response:
        spider = self._crawler.spider
        try:
            _refuse_by_url(request)
            response, told = await self._politeness.ask(
                host_of(request.url),
                getattr(spider, "access", None),
                lambda: self._download(request),
            )
        except HostBlocked:
            # Another process may have met it: there is nothing to be asked for now.
            if stop := getattr(spider, "stop", None):
                stop("blocked")
            raise
        except Refused as refusal:
            self._crawler.stats.inc_value(f"crawl/refused/{refusal.reason}")
            raise
        request.meta["told_to_wait"] = told
        return response

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Applies robots.txt's Crawl-delay, which Scrapy reads and leaves alone."""
        seconds = robotparser.crawl_delay(self._crawler.settings["ROBOTSTXT_USER_AGENT"])
        if seconds:
            self._politeness.crawl_delay(host_of(request.url), seconds)

    async def _download(self, request: Request) -> Response:
        try:
            with wrap_twisted_exceptions():
                return await maybe_deferred_to_future(self._fetch().download_request(request))
        except DownloadCancelledError as error:
            # A handler cancels for size alone; a timeout has an error of its own.
            raise Refused("too_large", request.url) from error
        except DownloadFailedError as error:
            raise refusal_within(error, request.url) or error from error.__cause__
        except ValueError as error:
            # What Twisted says of a host that is none; there is no narrower class.
            raise Refused("bad_host", request.url) from error

    def _fetch(self) -> "_Fetch":
        fetch = _Fetch(
            contextFactory=self._contextFactory,
            connectTimeout=self._timeout,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
        )
        fetch.agent = self._agent
        return fetch


class _Fetch(_ScrapyAgent):
    """One request, through the shared agent whatever the request's meta asks for."""

    agent: Agent

    def _get_agent(self, request: Request, timeout: float) -> Agent:
        return self.agent

    @staticmethod
    def _headers_from_twisted_response(response: Any) -> Headers:
        # Scrapy asks twice, and to sort them takes as long as to read them.
        if not hasattr(response, "as_headers"):
            response.as_headers = _ScrapyAgent._headers_from_twisted_response(response)
        return cast("Headers", response.as_headers)

    def _cb_bodyready(self, txresponse: Any, request: Request) -> Any:
        request.meta["on_wire"] = txresponse.on_wire
        return super()._cb_bodyready(txresponse, request)

    def _cb_bodydone(self, result: Any, url: str) -> Response:
        wire = result["txresponse"].on_wire
        # Scrapy takes a body without a length for whole, however its connection ended.
        is_torn = "partial" in (result.get("flags") or ()) and wire.is_torn
        # Of other answers the status says all, whatever stands behind their headers.
        has_content = result["txresponse"].code in WITH_CONTENT
        if is_torn or (wire.is_overlong and has_content and _lacks_end(wire, result.get("body"))):
            raise ResponseDataLossError(url)
        return super()._cb_bodydone(result, url)


def _lacks_end(wire: OnWire, body: bytes | None) -> bool:
    """Whether a length that was too small cut a document off; packed bytes tell by themselves.

    None: the length was none at all.
    """
    if body is None:
        return True
    is_packed = any(name.lower() == b"content-encoding" for name, _ in wire.headers)
    return not is_packed and is_markup(body) and not has_end(body)


def _refuse_by_url(request: Request) -> None:
    if len(request.url) > MAX_URL_BYTES:
        raise Refused("url_too_long", f"{len(request.url)} bytes: {request.url[:100]}…")
    refused = _refused_of_origin("/".join(request.url.split("/", 3)[:3]))
    if refused is not None:
        raise Refused(refused, request.url)
    if request.meta.get("proxy"):
        # It would look the host up itself, out of our sight.
        raise Refused("proxy", request.url)


@lru_cache(64)
def _refused_of_origin(origin: str) -> str | None:
    """Why nobody may be asked there, if so: an outlet has a few origins, and many URLs."""
    uri = read_uri(origin)
    if uri.scheme not in {b"http", b"https"}:
        return "scheme"
    if not uri.host or b"@" in uri.netloc or not 0 < uri.port < 65536:
        # None that could be looked up, or it is hidden behind a user name.
        return "bad_host"
    return None


def mirror_origin(settings: BaseSettings) -> Origin | None:
    """Scheme, host and port of ``NEWSCRAWL_MIRROR``, which alone may be private."""
    mirror = settings.get("NEWSCRAWL_MIRROR")
    if not mirror:
        return None
    uri = read_uri(safe_url_string(mirror))
    if uri.scheme not in {b"http", b"https"} or not uri.host or b"@" in uri.netloc:
        raise ConfigError("NEWSCRAWL_MIRROR must look like http://host:port")
    return origin_of(uri)


def refuse_other_handlers(settings: BaseSettings) -> None:
    """Raise ConfigError unless http and https go through GuardedHandler and nothing else is on."""
    mirror_origin(settings)
    handlers = settings.getwithbase("DOWNLOAD_HANDLERS")
    on = {scheme: path for scheme, path in handlers.items() if path is not None}
    for scheme in ("http", "https"):
        if scheme not in on or load_object(on.pop(scheme)) is not GuardedHandler:
            raise ConfigError(f"DOWNLOAD_HANDLERS: {scheme} must be {DOWNLOAD_HANDLERS[scheme]}")
    if on:
        raise ConfigError(f"DOWNLOAD_HANDLERS: must be None for {', '.join(sorted(on))}")
