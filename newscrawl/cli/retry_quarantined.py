"""Read quarantined pages again, and store them as a crawl would that met them today."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from newscrawl.archive.database.database_retries import patiently
from newscrawl.archive.database.engine import Session, SessionFactory, address
from newscrawl.archive.database.outlet_lock import OutletLock
from newscrawl.archive.frontier.link_leases import lease_urls
from newscrawl.archive.frontier.quarantine_rows import (
    ASKED_AGAIN,
    KeptAnswer,
    Quarantined,
    ask_again,
    has_later,
    kept_answer,
    settle_row,
    stay,
)
from newscrawl.archive.frontier.visit import LeasedLink, Visit
from newscrawl.archive.learning.rule_rows import accepted_rules
from newscrawl.archive.revisions.commit_visits import record
from newscrawl.archive.sanitize import safe_text
from newscrawl.crawl.answer_outcome import Answer, read_visit
from newscrawl.errors import ExtractionError, NewscrawlError, SnapshotError
from newscrawl.outlet import Outlet
from newscrawl.read_kept_page import read_kept
from newscrawl.replay.read_again import PageReader, read_snapshot
from newscrawl.screen import Outcome
from newscrawl.screen.quarantine_reasons import reason_of

#: Seconds for which a database that went away is waited for.
_PATIENCE = 30.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Retried:
    """What trying again came to: the link's outcome, ``asked again``, or ``quarantined`` still."""

    id: int
    outlet: str
    url: str
    result: str
    #: Why it stays, or was asked for again.
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """An outlet as it is read today, and the archive that its pages are in."""

    sessions: SessionFactory
    home: Path
    outlet: Outlet

    def run(self, rows: Sequence[Quarantined], is_fetch: bool) -> list[Retried]:
        """Try all rows of the outlet again; raises ``Busy`` while it is crawled.

        ``is_fetch``: not from what was kept, but by the next crawl.
        """
        with OutletLock(address(self.sessions), self.outlet.name, _PATIENCE):
            with self.sessions() as session:
                learned = accepted_rules(session, self.outlet.name)
            reader = PageReader(outlet=self.outlet.name, learned=learned)
            return [self._retry(row, reader, is_fetch) for row in rows]

    def _retry(self, row: Quarantined, reader: PageReader, is_fetch: bool) -> Retried:
        if is_fetch:
            return self._ask_again(row)
        with self.sessions() as session:
            kept = kept_answer(session, row)
        if kept is None:
            return self._ask_again(row, "its page was not kept")
        try:
            visit = self._read(row, kept, reader)
            if visit.outcome is Outcome.QUARANTINED:
                return self._stay(row, visit.reason or row.reason, visit.error or row.error)
            return self._commit(lambda session: self._store(session, row, visit, reader))
        except SnapshotError as error:
            return self._ask_again(row, str(error))
        except Exception as error:
            if isinstance(error, NewscrawlError) and not isinstance(error, ExtractionError):
                raise
            # Whatever a page brings about is its own affair, as it was when it was crawled.
            return self._stay(row, *reason_of(error))

    def _read(self, row: Quarantined, kept: KeptAnswer, reader: PageReader) -> Visit:
        """The visit that this page comes to today."""
        page = read_kept(self.home, kept.page, kept.parts, self.outlet)
        link = LeasedLink(id=0, key=row.key, url=row.url)
        answer = Answer(fetched=kept.fetched, page=page, headers={})
        visit = read_visit(answer, link, self.outlet)
        if visit.article is None:
            return visit
        article = reader.cleaned(visit.article)
        return replace(visit, article=article, fetched=(kept.fetched,), kept=(kept.kept,))

    def _store(
        self, session: Session, row: Quarantined, visit: Visit, reader: PageReader
    ) -> Retried:
        """Article, outcome and settlement in one transaction."""
        article = visit.article
        if article is not None and has_later(
            session, row.outlet, safe_text(article.key), visit.fetched[0].fetched_at
        ):
            ask_again(session, row)
            return retried(row, ASKED_AGAIN, "the archive has a later page of the article")
        crawl = row.crawl_id or 0
        [link] = lease_urls(session, row.outlet, crawl, [row.key])
        record(
            session,
            crawl,
            row.outlet,
            [replace(visit, link=link)],
            reader.rules,
            lambda snapshot: read_snapshot(session, self.home, reader, snapshot),
            self.outlet.revisits,
        )
        settle_row(session, row, str(visit.outcome))
        return retried(row, str(visit.outcome), None)

    def _ask_again(self, row: Quarantined, why: str | None = None) -> Retried:
        self._commit(lambda session: ask_again(session, row))
        return retried(row, ASKED_AGAIN, why)

    def _stay(self, row: Quarantined, reason: str, error: str) -> Retried:
        self._commit(lambda session: stay(session, row, reason, error))
        return retried(row, str(Outcome.QUARANTINED), error)

    def _commit(self, work: Callable[[Session], T]) -> T:
        def commit() -> T:
            with self.sessions.begin() as session:
                return work(session)

        return patiently(commit, _PATIENCE)


def retried(row: Quarantined, result: str, error: str | None) -> Retried:
    return Retried(id=row.id, outlet=row.outlet, url=row.url, result=result, error=error)
