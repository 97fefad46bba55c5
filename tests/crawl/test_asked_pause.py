"""Without an archive, too, robots.txt says how long to wait between two requests."""

import asyncio

import pytest
from scrapy.robotstxt import ProtegoRobotParser
from scrapy.signals import robots_parsed
from scrapy.utils.test import get_crawler

from newscrawl.crawl import asked_pause
from newscrawl.crawl.asked_pause import AskedPause


@pytest.mark.parametrize(
    ("asked", "delay", "waited"), [("7", 2.0, 5.0), ("1", 2.0, 0.0), ("9999", 0.0, 60.0)]
)
def test_what_is_asked_beyond_the_delay_is_waited(
    asked: str, delay: float, waited: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(asked_pause.asyncio, "sleep", sleep)
    settings = {"DOWNLOAD_DELAY": delay, "ROBOTSTXT_USER_AGENT": "newscrawl"}
    crawler = get_crawler(settings_dict=settings)
    pause = AskedPause(crawler)
    rules = ProtegoRobotParser(f"User-agent: *\nCrawl-delay: {asked}\n".encode(), None)
    crawler.signals.send_catch_log(robots_parsed, robotparser=rules)
    asyncio.run(pause.wait())

    assert slept == [waited]
