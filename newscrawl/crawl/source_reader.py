"""Ask an outlet's sources what it lists, and tell the frontier."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import replace

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl import urls
from newscrawl.archive.database import archive_clock as clock
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier.crawl_rows import SourceState
from newscrawl.archive.frontier.listed_links import ListedLink
from newscrawl.crawl.archive_access import ArchiveAccess
from newscrawl.crawl.conditional_requests import validators
from newscrawl.crawl.feed_overrun import Overruns, kind_of
from newscrawl.crawl.responses import NoAnswer, answer_of, ask, fetched_from, header
from newscrawl.crawl.snapshot_files import snapshot_writer
from newscrawl.discover import (
    Descent,
    Link,
    Listing,
    as_text,
    at,
    claimed_date,
    is_exhausted,
    links_in,
    read_moment,
)
from newscrawl.discover import next_page as page_behind
from newscrawl.errors import ExtractionError, SourceError
from newscrawl.outlet import Outlet, Section, Sitemap, Source
from newscrawl.page import WITH_CONTENT
from newscrawl.read_page import screened
from newscrawl.screen import Outcome, Verdict
from newscrawl.screen.bot_wall_marks import SMALL
from newscrawl.screen.outcome import CHALLENGE
from newscrawl.screen.quarantine_reasons import URL_TOO_LONG
from newscrawl.size_limits import LARGEST_SOURCE
from newscrawl.snapshots.warc_writer import SnapshotWriter

logger = logging.getLogger(__name__)

#: Pages of one section that a backfill turns, at most.
_MOST_PAGES = 2_000


class SourceReader:
    """Reads the sources of one crawl, one after the other, each conditionally."""

    def __init__(
        self, access: ArchiveAccess, crawler: Crawler, is_stopping: Callable[[], bool]
    ) -> None:
        self._access, self._crawler, self._is_stopping = access, crawler, is_stopping
        self._outlet, self._wanted = access.arguments.outlet, access.arguments.wanted
        self._states: dict[str, SourceState] = {}
        settings = crawler.settings
        keeps = settings.getbool("NEWSCRAWL_KEEP_SOURCES")
        self._snapshots = snapshot_writer(self._access, settings) if keeps else None
        self._overruns = Overruns(access, crawler.stats)

    async def read_all(self) -> None:
        """Ask every source; one that does not answer stops no other."""
        try:
            self._states = await self._access.ask(crawls.source_states, self._access.outlet)
            await self._overruns.begin()
            await self._read_sources()
            await self._overruns.settle()
        finally:
            if self._snapshots is not None:
                self._snapshots.close()

    async def _read_sources(self) -> None:
        for source in self._outlet.sources:
            if self._is_stopping():
                return
            self._count("sources")
            if isinstance(source, Section):
                await self._read_section(source)
            else:
                await self._read_feed(source)

    async def _read_feed(self, source: Source) -> None:
        url = self._outlet.canonical(source.url) or source.url
        listing = await self._ask(source, url)
        if listing is None or not isinstance(source, Sitemap):
            return
        today = self._outlet.local_date(await self._access.ask(clock.now))
        descent = Descent(source, self._outlet, self._wanted, today)
        descent.note(listing)
        while (child := descent.next()) and not self._is_stopping():
            found = await self._ask(source, child)
            if found is not None:
                descent.note(found)
        for reason, count in descent.left.items():
            logger.warning("%s: %d sitemaps were not followed: %s", url, count, reason)
            self._count("not_followed", count)

    async def _read_section(self, source: Section) -> None:
        """The first page; with a range that begins in the past, the pages behind it too."""
        turns = _MOST_PAGES if source.more and self._wanted.since else 1
        for number in range(turns):
            url = self._outlet.canonical(page_behind(source, number)) or source.url
            listing = await self._ask(source, url)
            is_over = listing is None or is_exhausted(listing, self._outlet, self._wanted)
            if is_over or self._is_stopping():
                return

    async def _ask(self, source: Source, url: str) -> Listing | None:
        """What an address of a source lists, told to the frontier; None if it did not answer."""
        state = self._states.get(url, SourceState(url=url))
        response = await self._fetch(source, state)
        if response is None:
            return None
        if response.status == 304:
            self._count("answered")
            self._count("not_modified")
            await self._access.source_answered(state, "not modified", None, ())
            return _kept_children(state)
        try:
            listing = without_strangers(links_in(source, response.body, response.url), self._outlet)
            failed = None
        except SourceError as error:
            listing, failed = Listing(), error
        if (wall := self._wall(response, listing)) is not None:
            self._count("blocked")
            await self._failed(url, wall)
            return None
        if self._snapshots is not None:
            await self._keep(self._snapshots, url, response)
        if failed is not None:
            logger.warning("%s", failed)
            await self._failed(url, failed.detail)
            return None
        if isinstance(source, Section) and url != self._outlet.canonical(source.url):
            # The pages of a section end with an empty one.
            listing = replace(listing, complaint=None)
        await self._tell(source, url, response, listing)
        return listing

    async def _fetch(self, source: Source, state: SourceState) -> Response | None:
        # A section's page is asked in full while paging: its links say when to stop.
        is_paging = isinstance(source, Section) and self._wanted.since is not None
        request = Request(
            self._outlet.fetched_from(state.url),
            headers={} if is_paging else validators(state.etag, state.last_modified),
            meta={"download_maxsize": LARGEST_SOURCE},
            priority=10,
        )
        response = await ask(self._crawler, request)
        if isinstance(response, NoAnswer):
            if response.outcome is Outcome.BLOCKED:
                self._count("blocked")
            await self._failed(state.url, response.reason)
            return None
        if response.status != 304 and response.status not in WITH_CONTENT:
            verdict = self._verdict(response)
            if verdict and verdict.outcome is Outcome.BLOCKED:
                self._count("blocked")
            status = f"http_{response.status}"
            await self._failed(state.url, CHALLENGE.reason if verdict == CHALLENGE else status)
            return None
        return response

    def _wall(self, response: Response, listing: Listing) -> str | None:
        """What stands in a list's place, with a status of success; None where a list may.

        No wall lists articles, whatever its title: a section may be called "Verification".
        """
        if len(response.body) > SMALL or listing.sitemaps:
            return None
        if any(link.outcome is Outcome.WAITING for link in self._listed(listing.links)):
            return None
        verdict = self._verdict(response)
        return verdict.reason if verdict and verdict.outcome is Outcome.BLOCKED else None

    def _verdict(self, response: Response) -> Verdict | None:
        """What the answer would be in place of a page."""
        answer = answer_of(response, self._outlet)
        try:
            return screened(answer.page, None, answer.told(None))
        except ExtractionError:
            return None

    async def _keep(self, snapshots: SnapshotWriter, url: str, response: Response) -> None:
        fetched = fetched_from(response, self._outlet)
        if response.url == self._outlet.fetched_from(url):
            # A mirror does not tell which of the outlet's hosts it answers for.
            fetched = replace(fetched, url=url)
        await self._access.keep_source(snapshots, fetched)

    async def _tell(self, source: Source, url: str, response: Response, listing: Listing) -> None:
        state = SourceState(
            url=url,
            etag=header(response, "ETag"),
            last_modified=header(response, "Last-Modified"),
            children=_as_rows(listing) or None,
        )
        links = list(self._listed(listing.links))
        if url in self._states or isinstance(source, Sitemap):
            await self._overruns.look(source, url, listing, links)
        new = await self._access.source_answered(
            state, "ok", listing.complaint, links, kind_of(source)
        )
        self._count("answered")
        self._count("links", len(links))
        self._count("new", new)
        if listing.unaddressed:
            self._count("unaddressed", listing.unaddressed)
        if listing.complaint:
            logger.warning("%s: %s", url, listing.complaint)

    def _listed(self, links: Iterable[Link]) -> Iterable[ListedLink]:
        """The links as rows: what is not the outlet's, or no article, is final from the start."""
        for link in links:
            url = self._outlet.canonical(link.url)
            if url is None:
                continue
            key = self._outlet.key(url)
            outcome, reason = Outcome.WAITING, None
            changed = link.date_modified
            if not self._outlet.owns(url):
                outcome, reason = Outcome.OFFSITE, "host"
            elif len(url) > urls.LONGEST_URL:
                outcome, reason = URL_TOO_LONG.outcome, URL_TOO_LONG.reason
            elif key is None:
                outcome, reason = Outcome.NOT_ARTICLE, "pattern"
            yield ListedLink(
                key=key or urls.short_key(url),
                url=url,
                claimed_at=claimed_date(link, self._outlet),
                changed_at=at(changed, self._outlet.zone) if changed else None,
                outcome=outcome,
                reason=reason,
            )

    async def _failed(self, url: str, result: str) -> None:
        logger.warning("source did not answer (%s): %s", result, url)
        self._count("failed")
        await self._access.ask(crawls.source_failed, self._access.outlet, url, result)

    def _count(self, what: str, count: int = 1) -> None:
        self._crawler.stats.inc_value(f"discover/{what}", count)


def _as_rows(listing: Listing) -> list[list[str | None]]:
    """The children of an index, as they are kept."""
    dates = ((link.url, link.date_modified) for link in listing.sitemaps)
    return [[url, as_text(moment) if moment else None] for url, moment in dates]


def without_strangers(listing: Listing, outlet: Outlet) -> Listing:
    """The listing without child sitemaps on hosts that the outlet's file does not name."""
    named = {urls.host_of(source.url) for source in outlet.sources} - {""}
    own = tuple(
        child
        for child in listing.sitemaps
        if outlet.owns(child.url) or urls.host_of(child.url) in named
    )
    left = len(listing.sitemaps) - len(own)
    if not left:
        return listing
    said = f"{left:,} sitemaps on other hosts were left"
    complaint = "; ".join(filter(None, (listing.complaint, said)))
    return replace(listing, sitemaps=own, complaint=complaint)


def _kept_children(state: SourceState) -> Listing:
    """The children of an index that did not change since it was read."""
    return Listing(
        sitemaps=tuple(
            Link(url=url, date_modified=read_moment(moment or ""))
            for url, moment in state.children or ()
        )
    )
