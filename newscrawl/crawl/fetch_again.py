"""Fetch pages of articles again to see how they look now: politely, and without an archive."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl.config import Config
from newscrawl.crawl.fetch import run_asking
from newscrawl.crawl.responses import answer_of, content
from newscrawl.outlet import Outlet
from newscrawl.page import Page

_STATUS = "http_"


def fetch_again(
    choose: Callable[[Mapping[str, bytes]], Sequence[str]],
    lists: Callable[[Page | None], Sequence[str]],
    outlet: Outlet,
    config: Config,
    say: Callable[[str], None],
    delay: float | None = None,
) -> list[Page]:
    """The pages that are there, each with the lists that answered; of the others it says why.

    ``lists`` names these by the front page, and ``choose`` the pages by what the lists answered.
    """
    found = list[Page]()

    async def look(crawler: Crawler) -> None:
        async def page_at(url: str) -> Page | None:
            say(f"asking {url}")
            response = await content(crawler, Request(outlet.fetched_from(url)))
            if not isinstance(response, str):
                return answer_of(response, outlet).page
            if response.startswith(_STATUS):
                say(f"newscrawl: status {response.removeprefix(_STATUS)}: {url}")
            else:
                say(f"newscrawl: no answer ({response}): {url}")
            return None

        front = await page_at(outlet.home + "/")
        asked = [(url, await page_at(url)) for url in lists(front)]
        parts = {url: page.html for url, page in asked if page}
        pages = [await page_at(url) for url in choose(parts)]
        found.extend(replace(page, parts=parts) for page in pages if page)

    run_asking(look, config, outlet.delay if delay is None else delay, outlet.mirror)
    return found
