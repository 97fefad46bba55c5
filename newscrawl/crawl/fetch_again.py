"""Fetch pages of articles again to see how they look now: politely, and without an archive."""

from collections.abc import Callable, Sequence

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.config import Config
from newscrawl.crawl.asked_pause import AskedPause
from newscrawl.crawl.fetch import run_asking
from newscrawl.crawl.responses import answer_of, content
from newscrawl.outlet import Outlet
from newscrawl.page import Page

_STATUS = "http_"


def fetch_again(
    addresses: Sequence[str],
    outlet: Outlet,
    config: Config,
    say: Callable[[str], None],
    delay: float | None = None,
) -> list[Page]:
    """The pages that are there; it says of each that is not, why."""
    found = list[Page]()

    async def look(crawler: Crawler) -> None:
        pause = AskedPause(crawler)
        for url in addresses:
            say(f"asking {url}")
            response = await content(crawler, Request(outlet.fetched_from(url)))
            if not isinstance(response, str):
                found.append(answer_of(response, outlet).page)
            elif response.startswith(_STATUS):
                say(f"newscrawl: status {response.removeprefix(_STATUS)}: {url}")
            else:
                say(f"newscrawl: no answer ({response}): {url}")
            await pause.wait()

    run_asking(look, config, outlet.delay if delay is None else delay, outlet.mirror)
    return found
