"""What a crawl tells the archive of one link, which passes Scrapy's pipelines, and its row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

from newscrawl.archive.sanitize import safe_json
from newscrawl.article import Article
from newscrawl.page import HttpExchange, WarcLocation
from newscrawl.screen import Outcome


class Stored(StrEnum):
    """What storing an article came to."""

    CREATED = "created"
    REVISED = "revised"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPage:
    """The page, without parts, from which today's code read an article's latest revision."""

    url: str
    #: Of the body as sent.
    digest: str
    revision_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LeasedLink:
    """A link that a crawl has taken from the frontier."""

    id: int
    key: str
    url: str
    etag: str | None = None
    last_modified: str | None = None
    #: The revision whose text the validators came with.
    revision_id: int | None = None
    #: It was never asked for, and no source lists it: only the texts of other articles do.
    is_mentioned: bool = False
    #: Visits before this one that failed one after the other.
    attempts: int = 0
    known: KnownPage | None = None
    #: Today's code and rules read the article's latest revision.
    is_read_today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Another article of the outlet that a page leads to."""

    key: str
    url: str
    #: Midnight of the day in its URL.
    claimed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The end of one leased link's visit: exactly one for each, whatever happened."""

    link: LeasedLink
    outcome: Outcome
    reason: str | None = None
    article: Article | None = None
    #: It met the bytes of ``link.known``: there is nothing to read.
    is_known: bool = False
    #: The page, then its parts, as they came; written to WARC before the visit is stored.
    fetched: tuple[HttpExchange, ...] = ()
    #: Where they are kept.
    kept: tuple[WarcLocation, ...] = ()
    #: The status of the answer; None where none came.
    status: int | None = None
    #: What the error said; of an article in part, which of its pages did not come, and why.
    error: str | None = None
    #: The other articles that its page leads to.
    found: tuple[Mention, ...] = ()
    #: What the page tells robots; None where there was no page to ask.
    robots: tuple[str, ...] | None = None
    #: The page's validators, for the next visit.
    etag: str | None = None
    last_modified: str | None = None

    def __str__(self) -> str:
        """What Scrapy's lines of the log name it by: its page may have ten megabytes."""
        return f"{self.outcome}: {self.link.url}"


#: Letters of what an error said: it may quote what a server sent.
_MOST = 500
#: Servers say what they like; statuses of HTTP have three digits.
_STATUSES = range(100, 1000)


class EndedVisit(NamedTuple):
    """A visit and what it came to."""

    visit: Visit
    #: As the link's past lets it be understood.
    met: Outcome
    snapshot_id: int | None
    stored: Stored | None


_COLUMNS = "link_id, crawl_id, snapshot_id, status, outcome, reason, stored, error"
_INSERT = text(f"""
INSERT INTO visit ({_COLUMNS}) SELECT {_COLUMNS}
FROM jsonb_populate_recordset(NULL::visit, cast(:rows AS jsonb))
""")


def keep_visits(session: Session, crawl: int, visits: Sequence[EndedVisit]) -> None:
    """Write the visits that settled their links, in the transaction that does."""
    rows = [
        {
            "link_id": ended.visit.link.id,
            "crawl_id": crawl,
            "snapshot_id": ended.snapshot_id,
            "status": ended.visit.status if ended.visit.status in _STATUSES else None,
            "outcome": str(ended.met),
            "reason": ended.visit.reason,
            "stored": ended.stored and str(ended.stored),
            "error": ended.visit.error and ended.visit.error[:_MOST],
        }
        for ended in visits
    ]
    if rows:
        session.execute(_INSERT, {"rows": safe_json(rows)})
