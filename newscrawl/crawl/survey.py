"""Ask a site what it lists and for a dozen of its articles, politely and without an archive."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, zip_longest

from scrapy import Request
from scrapy.crawler import Crawler

from newscrawl import urls
from newscrawl.config import Config
from newscrawl.crawl.fetch import nobodys, run_asking
from newscrawl.crawl.refusals import RobotsUnavailable
from newscrawl.crawl.responses import answer_of, content, refusal
from newscrawl.crawl.robots_txt import Robots
from newscrawl.crawl.survey_answers import SurveyAnswer, SurveyAnswers
from newscrawl.describe.address_shapes import article_patterns
from newscrawl.describe.month_pattern import month_pattern, newest_child
from newscrawl.describe.named_feeds import feeds_in, is_of_comments, short_address
from newscrawl.describe.next_page_links import MOST, second_page
from newscrawl.describe.sections import is_further, paged, section_addresses
from newscrawl.discover.listing import links_in
from newscrawl.discover.section import next_page
from newscrawl.errors import ExtractionError, SourceError
from newscrawl.outlet import Feed, Outlet, Section, Sitemap, Source
from newscrawl.page import Page

#: Articles that are read, sources of each kind that are asked, and sections.
_ARTICLES, _SOURCES, _SECTIONS = 12, 4, 3
#: Addresses of articles that are asked, at most: what is listed may be gone, or forbidden.
_TRIED = 24
#: Links of one source that are looked at.
_LINKS = 1000
#: A section lists so many articles, at least.
_CARDS = 3
#: Where feeds and sitemaps are where nothing names them.
_FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml")
_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml")
_RULES = "/robots.txt"
#: By robots.txt: nobody was asked.
_FORBIDDEN = "robots"
#: What will be answered tomorrow, too.
_LASTING = frozenset({"http_403", "http_404", "http_410", _FORBIDDEN})
#: A server that answers so may have other pages to show, and robots.txt may allow them.
_ANSWERED = r"http_|robots$"


@dataclass(slots=True)
class Survey:
    """What was found."""

    outlet: Outlet
    say: Callable[[str], None]
    kept: SurveyAnswers
    sources: list[Source] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    #: What those name as the second page of their article.
    further: dict[str, Page] = field(default_factory=dict)
    requests: int = 0
    #: Answers of an earlier survey that were not asked for again.
    again: int = 0
    #: Why the first question was not answered as it should be.
    why: str = ""
    #: Why addresses of articles brought no page.
    refused: Counter[str] = field(default_factory=Counter)


def survey(
    address: str,
    mirror: str | None,
    config: Config,
    say: Callable[[str], None],
    delay: float | None = None,
) -> Survey:
    """Ask the site at an address; robots.txt is obeyed, and public addresses alone are reached.

    What an earlier survey of the last day heard, which was cut off, is not asked for again:
    ``kept`` has it until it is told to forget.
    """
    outlet = nobodys(address)
    found = Survey(
        outlet=outlet.at(mirror) if mirror else outlet,
        say=say,
        kept=SurveyAnswers(config.home, urls.host_of(mirror or address)),
    )
    run_asking(
        lambda crawler: _Surveyor(crawler, address, found).look(),
        config,
        delay,
        found.outlet.mirror,
    )
    return found


class _Surveyor:
    """Asks one thing after the other."""

    def __init__(self, crawler: Crawler, address: str, found: Survey) -> None:
        self._crawler, self._address, self._found = crawler, address, found
        #: What was asked in this survey.
        self._heard = dict[str, SurveyAnswer]()

    async def look(self) -> None:
        found, home = self._found, self._found.outlet.home
        front = await self._page(home + "/")
        if front is None and not re.match(_ANSWERED, found.why):
            # Nobody is there, or nobody may ask: no other address would tell more.
            return
        given = await self._page(self._address) if urls.path_of(self._address) != "/" else None
        seen = [page for page in (front, given) if page]
        feeds = [feed for page in seen for feed in feeds_in(page, found.outlet)]
        for feed in list(dict.fromkeys(feeds))[:_SOURCES] or [Feed(path) for path in _FEEDS]:
            await self._read(feed)
        named = await self._named_sitemaps()
        for sitemap in named or [Sitemap(path) for path in _SITEMAPS]:
            await self._read(sitemap)
        if front:
            found.listed += _links(Section("/"), front.html, front.url)
            await self._read_sections(front)
        found.pages += [given] if given and self._known().key(given.url) else []
        for url in islice(_varied(_once_each(self._known(), self._own())), _TRIED):
            if len(found.pages) >= _ARTICLES:
                break
            page = await self._page(url)
            if page is None:
                found.refused[self._heard[url].why] += 1
            elif page.url not in {each.url for each in found.pages}:
                found.pages.append(page)
        seconds = (second_page(page, found.outlet) for page in found.pages)
        for url in islice(filter(None, seconds), MOST):
            page = await self._page(url)
            found.further |= {page.url: page} if page else {}
        if front and not found.sources and len(_articles(self._known(), front)) >= _CARDS:
            # Without sources a crawl would ask nobody.
            found.sources.append(Section("/"))

    async def _named_sitemaps(self) -> list[Sitemap]:
        """Those of robots.txt; of many, those that are named for news."""
        answer = await self._ask(self._found.outlet.home + _RULES)
        lines = answer.body.decode("utf-8", "replace").splitlines() if answer else []
        named = [line.partition(":")[2].strip() for line in lines if _is_sitemap(line)]
        own = [url for url in map(self._found.outlet.canonical, named) if url]
        first = sorted(dict.fromkeys(own), key=lambda url: "news" not in url.lower())
        return [Sitemap(short_address(url, self._found.outlet)) for url in first[:_SOURCES]]

    async def _read(self, source: Feed | Sitemap) -> None:
        found = self._found
        answer = await self._ask(found.outlet.canonical(source.url))
        if answer is None:
            return
        try:
            listing = links_in(source, answer.body, answer.url)
        except SourceError:
            return
        if isinstance(source, Feed) and is_of_comments(answer.body, len(listing.links)):
            return
        # What a feed lists are articles: it comes before what the front page links to.
        found.listed[:0] = [link.url for link in listing.links[:_LINKS]]
        children = [child.url for child in listing.sitemaps]
        if isinstance(source, Sitemap) and children:
            source = replace(source, month=month_pattern(children))
            child = newest_child(children, source.month)
            below = await self._ask(child)
            if below is not None:
                found.listed += _links(source, below.body, below.url)
        if listing.links or children:
            found.sources.append(source)

    async def _read_sections(self, front: Page) -> None:
        outlet = self._known()
        for path in section_addresses(front, outlet, _SECTIONS):
            page = await self._page(outlet.home + path)
            cards = _articles(outlet, page)
            if page is None or len(cards) < _CARDS:
                continue
            self._found.listed += cards
            section = paged(path, page, outlet)
            if section and not await self._goes_on(section, cards, outlet):
                section = None
            self._found.sources.append(section or Section(path))

    async def _goes_on(self, section: Section, cards: Sequence[str], outlet: Outlet) -> bool:
        second = await self._page(outlet.home + next_page(section, 1))
        return second is not None and is_further(cards, _articles(outlet, second))

    def _own(self) -> list[str]:
        outlet = self._found.outlet
        spelled = (outlet.canonical(url) for url in self._found.listed)
        return list(dict.fromkeys(url for url in spelled if url and outlet.owns(url)))

    def _known(self) -> Outlet:
        """The outlet with the patterns of the addresses that were listed so far."""
        return replace(self._found.outlet, articles=tuple(article_patterns(self._own())))

    async def _page(self, url: str) -> Page | None:
        answer = await self._ask(url)
        return Page(answer.url, answer.body, declared=answer.declared) if answer else None

    async def _ask(self, url: str | None) -> SurveyAnswer | None:
        found = self._found
        canonical = found.outlet.canonical(url) if url else None
        if canonical is None:
            return None
        answer = self._heard.get(canonical) or found.kept.get(canonical)
        if answer is None:
            found.say(f"asking {canonical}")
            answer = await self._asked(canonical)
            if not answer.why or answer.why in _LASTING:
                found.kept.keep(canonical, answer)
            if answer.why != _FORBIDDEN:
                found.requests += 1
        elif canonical not in self._heard:
            found.again += 1
        if not self._heard:
            found.why = answer.why
        self._heard[canonical] = answer
        return None if answer.why else answer

    async def _asked(self, url: str) -> SurveyAnswer:
        outlet = self._found.outlet
        if urls.path_of(url) == _RULES:
            return await self._rules(url)
        response = await content(self._crawler, Request(outlet.fetched_from(url)))
        if isinstance(response, str):
            return SurveyAnswer(url=url, why=response)
        page = answer_of(response, outlet).page
        return SurveyAnswer(url=page.url, body=page.html, declared=page.declared)

    async def _rules(self, url: str) -> SurveyAnswer:
        """robots.txt as it was heard before any page was asked for: it is asked for once."""
        robots = self._crawler.get_downloader_middleware(Robots)
        assert robots is not None
        try:
            told = await robots.rules(Request(self._found.outlet.fetched_from(url)))
        except RobotsUnavailable as error:
            return SurveyAnswer(url=url, why=refusal(error)[1])
        return SurveyAnswer(url=url, body=told)


def _articles(outlet: Outlet, page: Page | None) -> list[str]:
    linked = _links(Section("/"), page.html, page.url) if page else []
    return [url for url in linked if outlet.key(outlet.canonical(url) or "")]


def _links(source: Source, body: bytes, url: str) -> list[str]:
    try:
        return [link.url for link in links_in(source, body, url).links[:_LINKS]]
    except (SourceError, ExtractionError):
        return []


def _once_each(outlet: Outlet, addresses: Sequence[str]) -> list[str]:
    """Of each article the first of its addresses: a feed may add something to it."""
    found = dict[str, str]()
    for url in addresses:
        if key := outlet.key(url):
            found.setdefault(key, url)
    return [*found.values()]


def _varied(addresses: Sequence[str]) -> Iterator[str]:
    """The addresses so that each section has its turn: it may have a look of its own."""
    by_section: dict[str, list[str]] = {}
    for url in addresses:
        by_section.setdefault(urls.path_of(url).split("/")[1], []).append(url)
    for turn in zip_longest(*by_section.values()):
        yield from (url for url in turn if url)


def _is_sitemap(line: str) -> bool:
    return line.strip().lower().startswith("sitemap:")
