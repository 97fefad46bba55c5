"""A crawl's way to the archive: what it asks and tells, each in a transaction and a thread."""

import asyncio
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from newscrawl.archive.database.database_retries import Patience
from newscrawl.archive.database.engine import Session, SessionFactory
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.frontier import crawl_rows as crawls
from newscrawl.archive.frontier import host_claims as hosts
from newscrawl.archive.frontier.link_leases import due, give_back, has_settled, lease_urls
from newscrawl.archive.frontier.listed_links import ListedLink, list_links
from newscrawl.archive.frontier.visit import LeasedLink, Stored, Visit
from newscrawl.archive.revisions.commit_visits import record
from newscrawl.archive.revisions.text_hashes import rules_version
from newscrawl.archive.snapshots.snapshot_rows import (
    earlier_parts,
    insert_snapshots,
    last_parts,
    prior_snapshots,
    snapshot_row,
)
from newscrawl.boilerplate import Rule
from newscrawl.crawl.arguments import Arguments
from newscrawl.errors import SnapshotError
from newscrawl.extract import parts_of, version_of
from newscrawl.page import HttpExchange, KeptPage, Page, PriorSnapshot
from newscrawl.read_kept_page import answered_at, by_address, read_article
from newscrawl.snapshots.warc_reader import kept_answer
from newscrawl.snapshots.warc_writer import SnapshotWriter, write_all
from newscrawl.urls import short_key

Given = ParamSpec("Given")
T = TypeVar("T")
#: The lock is looked at no more often than this, in seconds: it costs a round trip.
_LOOK_AT_LOCK = 1.0


@dataclass(slots=True)
class ArchiveAccess:
    """One crawl's sessions, lock and id."""

    sessions: SessionFactory
    lock: OutletLock
    claims: hosts.HostClaims
    crawl: int
    arguments: Arguments
    home: Path
    #: With a database that went away: that of all who ask it.
    patience: Patience
    #: The outlet's rules, and what the archive had learned when the crawl began.
    rules: tuple[Rule, ...]
    _looked_at: float = field(default=0.0)
    #: Links that this crawl knows to be leased to it.
    _held: set[int] = field(default_factory=set)
    #: Links whose commit was asked for and not yet answered, and what storing them came to.
    _unanswered: tuple[list[int], list[Stored | None]] = field(default=([], []))

    @property
    def outlet(self) -> str:
        return self.arguments.outlet.name

    @property
    def _reading(self) -> tuple[str, str]:
        """The versions of today's extractor and rules."""
        return version_of(self.arguments.outlet), rules_version(self.rules)

    def record(self, visits: Sequence[Visit]) -> list[Stored | None]:
        """Commit visits; the outlet's lock is taken again if its connection was lost.

        Where the answer to the commit was lost, a second call hears what the first one came to.
        """
        if time.monotonic() - self._looked_at > _LOOK_AT_LOCK:
            self.lock.keep()
            self._looked_at = time.monotonic()
        ids = [visit.link.id for visit in visits]
        with self.sessions.begin() as session:
            asked, results = self._unanswered
            if not ids or asked != ids or not has_settled(session, self.crawl, ids):
                results = record(
                    session,
                    self.crawl,
                    self.outlet,
                    visits,
                    self.rules,
                    lambda kept: read_article(session, self.home, kept, self.arguments.outlet),
                    self.arguments.outlet.revisits,
                )
            self._unanswered = ids, results
        self._unanswered = [], []
        self._held.difference_update(ids)
        return results

    def prior_snapshots(
        self, wanted: Collection[tuple[str, str]]
    ) -> dict[tuple[str, str], list[PriorSnapshot]]:
        """Of URLs and digests, those whose bytes the archive keeps already, and where."""
        return self.once(prior_snapshots, self.outlet, wanted)

    async def ask(
        self,
        question: Callable[Concatenate[Session, Given], T],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> T:
        """The answer to a question that takes a session, asked in a thread of its own.

        What the archive's functions are asked as they are, is asked here.
        """
        return await asyncio.to_thread(lambda: self.once(question, *args, **kwargs))

    async def keep_source(self, snapshots: SnapshotWriter, fetched: HttpExchange) -> None:
        """Keep what a source answered, on disk before its row commits."""

        def keep() -> None:
            before = self.prior_snapshots([(fetched.url, fetched.digest)])
            [kept] = write_all(snapshots, [fetched], before)
            snapshots.sync()
            said = fetched.url, fetched.fetched_at, fetched.status
            self.once(insert_snapshots, [snapshot_row(self.outlet, *said, kept, "source")])

        await asyncio.to_thread(keep)

    async def earlier_parts(
        self, key: str, page: Page, wanted: Collection[str]
    ) -> list[tuple[str, bytes, HttpExchange]]:
        """What was last kept beside an article's page of those wanted: address, body, answer.

        What cannot be read any more is passed over.
        """
        addresses = parts_of(page, self.arguments.outlet)

        def ask(session: Session) -> list[tuple[str, bytes, HttpExchange]]:
            last = dict[str, KeptPage]()
            for parts in earlier_parts(session, self.outlet, key):
                last.update(by_address(addresses, parts, self.arguments.outlet, page))
            found = list[tuple[str, bytes, HttpExchange]]()
            for url, one in last.items():
                if url not in wanted:
                    continue
                address = answered_at(url, one, self.arguments.outlet, page)
                with suppress(SnapshotError):
                    found.append(
                        (address, *kept_answer(self.home, one.kept, one.url, one.fetched_at))
                    )
            return found

        return await self.ask(ask)

    async def last_parts(self, link: LeasedLink) -> list[tuple[bytes, HttpExchange]] | None:
        """What came beside a link's page when it last came in full; None where nobody knows."""

        def ask(session: Session) -> list[tuple[bytes, HttpExchange]] | None:
            parts = last_parts(session, link.id)
            if parts is None:
                return None
            try:
                return [kept_answer(self.home, p.kept, p.url, p.fetched_at) for p in parts]
            except SnapshotError:
                return None

        return await self.ask(ask)

    async def source_answered(
        self,
        state: crawls.SourceState,
        result: str,
        complaint: str | None,
        links: Sequence[ListedLink],
        kind: str | None = None,
    ) -> int:
        """Keep a source's validators together with the links it listed; how many were new."""
        new = 0

        def tell(session: Session) -> int:
            nonlocal new
            # Repeated after an answer that was lost, it finds its own links there already.
            new = max(new, list_links(session, self.outlet, state.url, links, kind))
            crawls.source_answered(session, self.outlet, state, result, complaint, has_new=new > 0)
            return new

        return await self.ask(tell)

    async def due(self, limit: int, *, with_mentioned: bool) -> list[LeasedLink]:
        """Lease links of the crawl's range that are due, newest first."""
        is_repeated = False

        def ask(session: Session) -> list[LeasedLink]:
            nonlocal is_repeated
            if is_repeated:
                give_back(session, self.outlet, self.crawl, self._held)
            is_repeated = True
            return due(
                session,
                self.outlet,
                self.crawl,
                limit=limit,
                since=self.arguments.since,
                until=self.arguments.until,
                with_mentioned=with_mentioned,
                reading=self._reading,
            )

        return self._leased(await self.ask(ask))

    async def lease_urls(self) -> list[LeasedLink]:
        """Lease the links that the operator named, whether they are due or not."""
        outlet = self.arguments.outlet
        named = [
            ListedLink(key=outlet.key(url) or short_key(url), url=url)
            for url in self.arguments.urls
        ]

        def ask(session: Session) -> list[LeasedLink]:
            list_links(session, self.outlet, "-a urls", named, "operator")
            keys = [link.key for link in named]
            return lease_urls(session, self.outlet, self.crawl, keys, self._reading)

        return self._leased(await self.ask(ask))

    def _leased(self, links: list[LeasedLink]) -> list[LeasedLink]:
        self._held.update(link.id for link in links)
        return links

    async def claim_host(self, host: str, floor: float) -> hosts.HostClaim | hosts.NotYet:
        """Take a host for one request, if no other process has it; ``floor`` is in seconds."""
        return await asyncio.to_thread(self.patience.ask, partial(self.claims.claim, host, floor))

    async def release_host(self, host: str, delay: float, seconds: float) -> None:
        release = partial(self.claims.release, host, delay, seconds)
        await asyncio.to_thread(self.patience.ask, release)

    def once(
        self,
        question: Callable[Concatenate[Session, Given], T],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> T:
        """The answer, from one transaction; a database that went away is waited for."""

        def ask() -> T:
            with self.sessions.begin() as session:
                return question(session, *args, **kwargs)

        return self.patience.ask(ask)
