"""Ask one page of each mirror on the command line, and print whether its robots.txt allows that.

One process for all of them: each is a crawl of its own, without an archive.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.settings import Settings
from scrapy.utils.reactor import install_reactor
from twisted.python.failure import Failure

from newscrawl.outlets import load_outlet

_OFF = "newscrawl.crawl.retry_after.BackOff"


class OnePage(Spider):
    name = "one_page"

    def __init__(self, mirror: str, allowed: dict[str, bool]) -> None:
        super().__init__()
        self.outlet = load_outlet("moscow_times").at(mirror)
        self._mirror, self._allowed = mirror, allowed

    async def start(self) -> AsyncIterator[Request]:
        yield Request(f"{self._mirror}/2026/10/11/x-a1", self.parse, errback=self.note)

    def parse(self, response: object) -> None:
        self._allowed[self._mirror] = True

    def note(self, failure: Failure) -> None:
        self._allowed[self._mirror] = False


def _settings(mirror: str) -> Settings:
    settings = Settings()
    settings.setmodule("newscrawl.crawl.settings", priority="project")
    middlewares = {**settings.getdict("DOWNLOADER_MIDDLEWARES"), _OFF: None}
    own = {
        "DOWNLOADER_MIDDLEWARES": middlewares,
        "EXTENSIONS": {"scrapy.extensions.logstats.LogStats": None},
        "ITEM_PIPELINES": {},
        "DOWNLOAD_DELAY": 0,
        "RETRY_ENABLED": False,
        "DOWNLOAD_TIMEOUT": 2,
        "USER_AGENT": "newscrawl/1 (https://archive.example.org/bot desk@example.org)",
        "LOG_ENABLED": False,
        "NEWSCRAWL_MIRROR": mirror,
    }
    settings.setdict(own, priority="cmdline")
    return settings


async def _ask(mirrors: list[str]) -> dict[str, bool]:
    allowed: dict[str, bool] = {}
    for mirror in mirrors:
        await AsyncCrawlerRunner(_settings(mirror)).crawl(OnePage, mirror=mirror, allowed=allowed)
    return allowed


def main(mirrors: list[str]) -> None:
    from twisted.internet import reactor

    async def ask() -> None:
        print(json.dumps(await _ask(mirrors)), flush=True)
        reactor.stop()  # type: ignore[attr-defined]

    reactor.callWhenRunning(lambda: asyncio.ensure_future(ask()))  # type: ignore[attr-defined]
    reactor.run()  # type: ignore[attr-defined]


if __name__ == "__main__":
    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor", "uvloop.Loop")
    main(sys.argv[1:])
