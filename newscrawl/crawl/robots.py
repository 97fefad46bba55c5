"""Obey robots.txt, also where it does not answer: what was not allowed is not fetched."""

import asyncio

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.robotstxt import RobotParser
from scrapy.signals import robots_parsed
from scrapy.utils.misc import build_from_crawler

from newscrawl import urls
from newscrawl.crawl.answers import NO_ANSWER
from newscrawl.crawl.middlewares import OffsiteRedirect, RobotsUnavailable


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware, which takes a server's fault for leave to fetch everything."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._asked: dict[str, asyncio.Future[RobotParser]] = {}

    async def robot_parser(self, request: Request) -> RobotParser:
        host = urls.host_of(request.url)
        if host not in self._asked:
            self._asked[host] = asyncio.ensure_future(self._ask(request))
        return await self._asked[host]

    async def _ask(self, request: Request) -> RobotParser:
        """The rules for a host, asked once; raises ``RobotsUnavailable``."""
        body = await self._body(request)
        parser: RobotParser = build_from_crawler(self._parserimpl, self.crawler, body)
        await self.crawler.signals.send_catch_log_async(
            robots_parsed, robotparser=parser, request=request
        )
        return parser

    async def _body(self, request: Request) -> bytes:
        engine = self.crawler.engine
        assert engine is not None
        address = Request(
            urls.with_host("/robots.txt", request.url),
            priority=self.DOWNLOAD_PRIORITY,
            meta={"dont_obey_robotstxt": True},
        )
        try:
            response = await engine.download_async(address)
        except OffsiteRedirect:
            return b""
        except NO_ANSWER as error:
            raise RobotsUnavailable(str(error)) from error
        if response.status >= 500 or response.status == 429:
            raise RobotsUnavailable(f"http_{response.status}")
        # A host that says 404 has no rules, whatever the page says that comes with it.
        return response.body if response.status < 400 else b""
