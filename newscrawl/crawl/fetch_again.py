"""Fetch pages of articles again to see how they look now: politely, and without an archive."""

from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess

from newscrawl.config import Config
from newscrawl.crawl.asked_pause import AskedPause
from newscrawl.crawl.fetch import fetch_settings
from newscrawl.crawl.responses import NoAnswer, answer_of, ask
from newscrawl.outlet import Outlet
from newscrawl.page import WITH_CONTENT, Page


def fetch_again(
    addresses: Sequence[str],
    outlet: Outlet,
    config: Config,
    say: Callable[[str], None],
    delay: float | None = None,
) -> list[Page]:
    """The pages that are there; it says of each that is not, why."""
    settings = fetch_settings(config)
    settings.set("DOWNLOAD_DELAY", outlet.delay if delay is None else delay, priority="cmdline")
    if outlet.mirror:
        settings.set("NEWSCRAWL_MIRROR", outlet.mirror, priority="cmdline")
    found = list[Page]()
    process = AsyncCrawlerProcess(settings)
    process.crawl(_Again, addresses=addresses, outlet=outlet, found=found, say=say)
    process.start(install_signal_handlers=False)
    return found


class _Again(Spider):
    """Asks for one page after the other."""

    name = "again"

    def __init__(
        self,
        addresses: Sequence[str],
        outlet: Outlet,
        found: list[Page],
        say: Callable[[str], None],
        **given: Any,
    ) -> None:
        super().__init__(**given)
        self._addresses, self._outlet, self._found, self._say = addresses, outlet, found, say

    async def start(self) -> AsyncIterator[Request]:
        pause = AskedPause(self.crawler)
        for url in self._addresses:
            self._say(f"asking {url}")
            response = await ask(self.crawler, Request(self._outlet.fetched_from(url)))
            if isinstance(response, NoAnswer):
                self._say(f"newscrawl: no answer ({response.reason}): {url}")
            elif response.status not in WITH_CONTENT:
                self._say(f"newscrawl: status {response.status}: {url}")
            else:
                self._found.append(answer_of(response, self._outlet).page)
            await pause.wait()
        for nothing in list[Request]():
            yield nothing
