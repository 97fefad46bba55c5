"""Obey robots.txt, also where it does not answer: what was not allowed is not fetched.

It is asked for once a day by all crawls together; where it cannot be had, what the host said within
the last 30 days counts (RFC 9309, 2.4), and without that nothing is allowed.
"""

import asyncio
import re
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.robotstxt import RobotParser
from scrapy.signals import robots_parsed
from scrapy.utils.misc import build_from_crawler

from newscrawl import urls
from newscrawl.crawl.redirects import BadRedirect, OffsiteRedirect, TooManyRedirects
from newscrawl.crawl.refusals import RobotsUnavailable
from newscrawl.crawl.responses import NoAnswer, ask

if TYPE_CHECKING:
    from newscrawl.crawl.archive_access import ArchiveAccess

#: Bytes of a robots.txt that are read, which is what RFC 9309 wants at least: 500 KiB.
_READ = 512_000
#: A redirect that leads to no robots.txt of the outlet's.
_ASTRAY = (OffsiteRedirect, TooManyRedirects, BadRedirect)


#: A line that names a robot, in every spelling that the parser understands.
_NAMES = re.compile(r"\s*user[- ]?agent(?:\s*:|\s)\s*(?P<name>[^\s#].*)", re.IGNORECASE)
_NOBODY = "-"


def for_product(body: bytes, product: str) -> bytes:
    """A robots.txt whose groups are for the product, for everybody, or for nobody.

    Parsers take a name for ours that begins like it, or that stands anywhere in the user agent,
    contact included. A product token is the whole word or it is another's (RFC 9309, 2.2.1); what
    follows it, as a version does, says nothing.
    """
    ours = re.compile(rf"{re.escape(product)}(?![\w-])", re.IGNORECASE)
    lines = body.decode("utf-8-sig", "ignore").splitlines()
    return "\n".join(_for_us(line, product, ours) for line in lines).encode()


def _for_us(line: str, product: str, ours: re.Pattern[str]) -> str:
    named = _NAMES.match(line)
    if named is None:
        return line
    name = named["name"]
    if ours.match(name):
        return f"User-agent: {product}"
    is_all = re.match(r"\*(?=[\s#]|$)", name)
    return f"User-agent: {'*' if is_all else _NOBODY}"


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware, which takes a server's fault for leave to fetch everything."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._asked: dict[str, asyncio.Future[tuple[RobotParser, bytes]]] = {}

    async def robot_parser(self, request: Request) -> RobotParser:
        return (await self._told(request))[0]

    async def rules(self, request: Request) -> bytes:
        """What the host of a request says, heard once with what it allows."""
        return (await self._told(request))[1]

    async def _told(self, request: Request) -> tuple[RobotParser, bytes]:
        host = urls.host_of(request.url)
        if host not in self._asked:
            self._asked[host] = asyncio.ensure_future(self._ask(request))
        return await self._asked[host]

    async def _ask(self, request: Request) -> tuple[RobotParser, bytes]:
        """The rules for a host, asked once; raises ``RobotsUnavailable``."""
        body = for_product(await self._body(request), self.crawler.settings["ROBOTSTXT_USER_AGENT"])
        parser: RobotParser = build_from_crawler(self._parserimpl, self.crawler, body)
        await self.crawler.signals.send_catch_log_async(
            robots_parsed, robotparser=parser, request=request
        )
        return parser, body

    async def _body(self, request: Request) -> bytes:
        """What the host says: as it was kept, else as it says now, else as it said lately."""
        host = urls.host_of(request.url)
        access: ArchiveAccess | None = getattr(self.crawler.spider, "access", None)
        if access is None:
            return (await self._fetched(request))[1]
        # Not loaded where there is no archive.
        from newscrawl.archive.frontier import robots_txt_cache as cache

        kept = await access.ask(cache.robots_txt, host)
        if kept and kept.is_fresh:
            return kept.body
        try:
            status, body = await self._fetched(request)
        except RobotsUnavailable:
            if kept is None:
                raise
            return kept.body
        await access.ask(cache.keep_robots_txt, host, status, body)
        return body

    async def _fetched(self, request: Request) -> tuple[int, bytes]:
        """Status and body: empty where the host has no rules (RFC 9309, 2.3.1)."""
        address = Request(
            urls.with_host("/robots.txt", request.url),
            priority=self.DOWNLOAD_PRIORITY,
            meta={"dont_obey_robotstxt": True},
        )
        response = await ask(self.crawler, address)
        if isinstance(response, NoAnswer):
            if isinstance(response.error, _ASTRAY):
                return 300, b""
            raise RobotsUnavailable(response.reason) from response.error
        if not 200 <= response.status < 500 or response.status == 429:
            raise RobotsUnavailable(f"http_{response.status}")
        # A host that says 404 has no rules, whatever the page says that comes with it.
        return response.status, _whole_lines(response.body) if response.status < 300 else b""


def _whole_lines(body: bytes) -> bytes:
    """As much as is read: a rule that is cut off would be of more than was meant."""
    if len(body) <= _READ:
        return body
    end = max(body.rfind(b"\n", 0, _READ), body.rfind(b"\r", 0, _READ))
    return body[: end + 1]
