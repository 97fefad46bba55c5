"""Ask a site what it lists and for a dozen of its articles, politely and without an archive."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

from newscrawl import urls
from newscrawl.config import Config
from newscrawl.crawl.fetch import fetch_settings, nobodys
from newscrawl.crawl.responses import NoAnswer, answer_of, ask
from newscrawl.describe.address_shapes import article_patterns
from newscrawl.discover.listing import links_in
from newscrawl.errors import SourceError
from newscrawl.outlet import Feed, Outlet, Section, Sitemap, Source
from newscrawl.page import Page

#: Articles that are read, and sources that are asked, of each kind.
_ARTICLES, _SOURCES = 12, 6
#: Where feeds and sitemaps are where nothing names them.
_FEEDS, _SITEMAPS = ("/feed", "/rss", "/rss.xml"), ("/sitemap.xml", "/sitemap_index.xml")
_ALTERNATE = (
    'link[rel="alternate"][type="application/rss+xml"][href],'
    ' link[rel="alternate"][type="application/atom+xml"][href]'
)


@dataclass(slots=True)
class Survey:
    """What was found."""

    outlet: Outlet
    say: Callable[[str], None]
    sources: list[Feed | Sitemap] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    requests: int = 0


def feeds_in(page: Page, outlet: Outlet) -> Iterator[Feed]:
    """The feeds that a page's head names, below the outlet's home where they are its own."""
    for link in page.tree.css(_ALTERNATE)[:_SOURCES]:
        url = outlet.canonical(urljoin(page.url, link.attributes.get("href") or ""))
        if url and "comments" not in url:
            yield Feed(urls.path_of(url) if outlet.owns(url) else url)


def survey(address: str, mirror: str | None, config: Config, say: Callable[[str], None]) -> Survey:
    """Ask the site at an address; robots.txt is obeyed, and public addresses alone are reached."""
    outlet = nobodys(address)
    found = Survey(outlet=outlet.at(mirror) if mirror else outlet, say=say)
    settings = fetch_settings(config)
    if mirror:
        settings.set("NEWSCRAWL_MIRROR", found.outlet.mirror, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    process.crawl(_Surveyor, address=address, found=found)
    process.start(install_signal_handlers=False)
    return found


class _Surveyor(Spider):
    """Asks one thing after the other."""

    name = "survey"

    def __init__(self, address: str, found: Survey, **given: Any) -> None:
        super().__init__(**given)
        self._address, self._found = address, found

    async def start(self) -> AsyncIterator[Request]:
        home = Request(self._found.outlet.fetched_from(self._address))
        yield home.replace(callback=self.parse_front, errback=self.parse_front)

    async def parse_front(self, response: Any) -> None:
        found, outlet = self._found, self._found.outlet
        found.requests += 1
        if isinstance(response, Response):
            front = answer_of(response, outlet).page
            feeds = list(feeds_in(front, outlet))
            found.listed += [link.url for link in _links(Section("/"), front.html, front.url)]
        else:
            feeds = []
        for feed in feeds or [Feed(path) for path in _FEEDS]:
            await self._read(feed)
        for sitemap in await self._named_sitemaps() or [Sitemap(path) for path in _SITEMAPS]:
            await self._read(sitemap)
        own = [url for url in dict.fromkeys(found.listed) if outlet.owns(url)]
        fits = Outlet(
            name="found",
            title="",
            home=outlet.home,
            language="",
            articles=tuple(article_patterns(own)),
        )
        for url in [url for url in own if fits.key(url)][:_ARTICLES]:
            body = await self._ask(url)
            if body is not None:
                found.pages.append(answer_of(body, outlet).page)

    async def _named_sitemaps(self) -> list[Sitemap]:
        response = await self._ask("/robots.txt")
        lines = response.text.splitlines() if response and hasattr(response, "text") else []
        named = [line.partition(":")[2].strip() for line in lines if _is_sitemap(line)]
        own = [url for url in map(self._found.outlet.canonical, named) if url]
        return [Sitemap(urls.path_of(url) if self._found.outlet.owns(url) else url) for url in own]

    async def _read(self, source: Feed | Sitemap) -> None:
        url = self._found.outlet.canonical(source.url)
        response = await self._ask(url) if url else None
        if response is None or url is None:
            return
        try:
            listing = links_in(source, response.body, url)
        except SourceError:
            return
        if listing.links or listing.sitemaps:
            self._found.sources.append(source)
        # What a feed lists are articles: it comes before what the front page links to.
        self._found.listed[:0] = [link.url for link in listing.links[:1000]]
        for child in listing.sitemaps[:1]:
            below = await self._ask(child.url)
            if below is not None:
                more = _links(Sitemap(child.url), below.body, child.url)
                self._found.listed += [link.url for link in more[:1000]]

    async def _ask(self, url: str) -> Response | None:
        outlet = self._found.outlet
        canonical = outlet.canonical(url)
        if canonical is None:
            return None
        self._found.requests += 1
        self._found.say(f"asking {canonical}")
        response = await ask(self.crawler, Request(outlet.fetched_from(canonical)))
        return None if isinstance(response, NoAnswer) or response.status != 200 else response


def _links(source: Source, body: bytes, url: str) -> tuple[Any, ...]:
    try:
        return links_in(source, body, url).links
    except SourceError:
        return ()


def _is_sitemap(line: str) -> bool:
    return line.strip().lower().startswith("sitemap:")
