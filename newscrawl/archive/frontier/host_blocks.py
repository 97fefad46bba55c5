"""Hosts that want no requests for a while, as 429 and 503 said, remembered for the next crawls."""

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from newscrawl.archive import models
from newscrawl.archive.database.archive_clock import archive_now


def blocked_until(session: Session, host: str) -> datetime | None:
    """Until when a host wants no requests, by the archive's clock; None if it does not mind."""
    return blocked_hosts(session).get(host)


def blocked_hosts(session: Session) -> dict[str, datetime]:
    """Until when hosts want no requests, for those that do not want any now."""
    asked = "SELECT host, blocked_until FROM hosts WHERE blocked_until > archive_now()"
    return {row.host: row.blocked_until for row in session.execute(text(asked))}


def block(session: Session, host: str, seconds: float, reason: str) -> None:
    """A host wants no requests for so many seconds."""
    until = archive_now + timedelta(seconds=seconds)
    row = {"name": host, "blocked_until": until, "reason": reason, "failures": 1}
    statement = upsert(models.Host).values(row)
    changes = {"blocked_until": until, "reason": reason, "failures": models.Host.failures + 1}
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_=changes))
