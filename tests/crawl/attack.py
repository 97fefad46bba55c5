"""A crawl in a process of its own, through the guarded handler or through Scrapy's.

The child reads a job (JSON: ``urls``, ``settings``, ``ours``) from stdin and prints what became
of each URL, and its peak memory.
"""

import json
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Response
from scrapy.resolver import CachingThreadedResolver
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred, succeed
from twisted.python.failure import Failure

from newscrawl.crawl import handler, public_connections, refusals
from newscrawl.crawl.public_addresses import is_public
from newscrawl.crawl.refusals import Refused
from tests.ready_programs import run_ready

ALWAYS = {
    "REMOTE_CONTROL_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "LOG_LEVEL": "WARNING",
    "RETRY_TIMES": 1,
    "CONCURRENT_REQUESTS": 32,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_TIMEOUT": 10,
}
OURS = {
    "DOWNLOAD_HANDLERS": handler.DOWNLOAD_HANDLERS,
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
        "scrapy.downloadermiddlewares.httpproxy.HttpProxyMiddleware": None,
        "newscrawl.crawl.capped_compression.CappedCompression": 590,
    },
    "DOWNLOAD_MAXSIZE": 10_000_000,
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    "REDIRECT_MAX_TIMES": 5,
}
#: Names asked of the stub resolver, in order.
LOOKUPS: list[str] = []


def crawl(
    urls: list[str], *, ours: bool = True, trust: Path | None = None, **settings: Any
) -> dict[str, Any]:
    """What became of each URL (``found``: a word by URL) and how the process fared.

    The word is ``ok``, the refusal's reason, or the name of the exception's class. Also given:
    by how many MiB its peak of memory has ``grown``; ``stats``; ``lookups``.
    ``trust`` is a file of certificates to trust; the setting ``META`` holds some requests' meta.
    """
    job = {"urls": urls, "ours": ours, "settings": settings}
    done = run_ready(
        [sys.executable, "-c", "from tests.crawl.attack import main; main()"],
        input=json.dumps(job),
        text=True,
        timeout=120,
        env=os.environ | ({"SSL_CERT_FILE": str(trust)} if trust else {}),
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr[-3000:]
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def main() -> None:
    job = json.load(sys.stdin)
    process = AsyncCrawlerProcess({**ALWAYS, **(OURS if job["ours"] else {}), **job["settings"]})
    crawler = process.create_crawler(HostileSpider)
    process.crawl(crawler, urls=job["urls"])
    before = peak_memory()
    process.start()
    report = {
        "found": HostileSpider.found,
        "stats": {name: str(value) for name, value in crawler.stats.get_stats().items()},
        "lookups": LOOKUPS,
        "grown": peak_memory() - before,
    }
    print(json.dumps(report))


def peak_memory() -> float:
    """MiB of this program; ``ru_maxrss`` would count its parent's before the exec, too."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


class HostileSpider(Spider):
    """Asks for each URL; one that is told nothing about it has lost it."""

    name = "hostile"
    urls: list[str]
    found: dict[str, str] = {}

    async def start(self) -> AsyncIterator[Any]:
        for url in self.urls:
            yield Request(
                url,
                self.answered,
                errback=self.failed,
                dont_filter=True,
                meta=self.settings.getdict("META").get(url),
                cb_kwargs={"asked": url},
            )

    def answered(self, response: Response, asked: str) -> None:
        self.found[asked] = "ok"

    def failed(self, failure: Failure) -> None:
        word = refusals.refusal_reason(failure.value) or type(failure.value).__name__
        self.found[failure.request.cb_kwargs["asked"]] = word


class StubResolver(CachingThreadedResolver):
    """Answers from the setting ``HOSTS``: a name's answers one after another, the last for ever."""

    hosts: dict[str, list[str]]

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: Any) -> Self:
        resolver = super().from_crawler(crawler, reactor)
        resolver.hosts = crawler.settings.getdict("HOSTS")
        return resolver

    def getHostByName(self, name: str, timeout: Any = ()) -> Deferred[str]:
        answers = self.hosts.get(name)
        if answers is None:
            return super().getHostByName(name, timeout)
        LOOKUPS.append(name)
        return succeed(answers.pop(0) if len(answers) > 1 else answers[0])


class LookingTwice(HTTP11DownloadHandler):
    """The naive guard: looks the host up, checks it, and lets Scrapy look it up again."""

    async def download_request(self, request: Request) -> Response:
        from twisted.internet import reactor

        host = public_connections.read_uri(request.url).host.decode()
        if not is_public(await maybe_deferred_to_future(reactor.resolve(host))):
            raise Refused("private_address", host)
        return await super().download_request(request)


class WithoutFirstWall(handler.GuardedHandler):
    """Our handler, as it would be if Twisted connected by another way."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        endpoints = self._agent._endpointFactory
        endpoints._public = endpoints._any
