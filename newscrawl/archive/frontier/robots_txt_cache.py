"""The robots.txt that each host gave last, kept for all processes and for later crawls."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.database.archive_clock import archive_now

#: A robots.txt is asked for again after a day; where it cannot be had then, this is how long the
#: last one goes on counting (RFC 9309, 2.4).
_FRESH = timedelta(hours=24)
_STALE = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsTxt:
    """A robots.txt as it was kept: empty where the host says that it has none."""

    body: bytes
    #: Younger than a day: there is no need to ask.
    is_fresh: bool


def robots_txt(session: Session, host: str) -> RobotsTxt | None:
    """The last robots.txt that the host gave within 30 days, else None."""
    host_row = models.Host
    found = session.execute(
        select(
            host_row.robots, (host_row.robots_at > archive_now - _FRESH).label("is_fresh")
        ).where(host_row.name == host, host_row.robots_at > archive_now - _STALE)
    ).one_or_none()
    return RobotsTxt(body=found.robots, is_fresh=found.is_fresh) if found else None


def keep_robots_txt(session: Session, host: str, status: int, body: bytes) -> None:
    """Keep what a host answered when it was asked for its robots.txt."""
    row = {"robots": body, "robots_status": status, "robots_at": archive_now}
    statement = upsert(models.Host).values(name=host, **row)
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_=row))
