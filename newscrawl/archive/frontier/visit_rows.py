"""Keep every visit: which link, when, what it met, and what storing that came to."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import insert
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.frontier.visit import Stored, Visit
from newscrawl.screen import Outcome

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


def keep_visits(session: Session, crawl: int, visits: Sequence[EndedVisit]) -> None:
    """Write the visits that settled their links, in the transaction that does."""
    rows = [
        {
            "link_id": ended.visit.link.id,
            "crawl_id": crawl,
            "snapshot_id": ended.snapshot_id,
            "status": _status(ended.visit),
            "outcome": str(ended.met),
            "reason": ended.visit.reason,
            "stored": ended.stored and str(ended.stored),
            "error": ended.visit.error and ended.visit.error[:_MOST],
        }
        for ended in visits
    ]
    if rows:
        session.execute(insert(models.VisitRow), rows)


def _status(visit: Visit) -> int | None:
    return visit.status if visit.status in _STATUSES else None
