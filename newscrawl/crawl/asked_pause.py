"""Wait between two requests as long as robots.txt asks, where no archive keeps a host's delay."""

import asyncio

from scrapy.crawler import Crawler
from scrapy.robotstxt import RobotParser
from scrapy.signals import robots_parsed

from newscrawl.crawl.host_delay import LONGEST_DELAY


class AskedPause:
    """What the hosts of one spider ask for, beyond the delay that Scrapy keeps."""

    def __init__(self, crawler: Crawler) -> None:
        self._settings, self._asked = crawler.settings, 0.0
        crawler.signals.connect(self._hear, robots_parsed)

    async def wait(self) -> None:
        await asyncio.sleep(max(0.0, self._asked - self._settings.getfloat("DOWNLOAD_DELAY")))

    def _hear(self, robotparser: RobotParser) -> None:
        asked = robotparser.crawl_delay(self._settings["ROBOTSTXT_USER_AGENT"])
        self._asked = max(self._asked, min(asked or 0.0, LONGEST_DELAY))
