"""The archive's one clock is the database's; a test sets it with ``newscrawl.now``."""

from datetime import datetime

from sqlalchemy import DateTime, func
from sqlalchemy.orm import Session
from sqlalchemy.sql.functions import Function

#: The time of the transaction, as SQL.
archive_now: Function[datetime] = func.archive_now(type_=DateTime(timezone=True))


def now(session: Session) -> datetime:
    """The time of the transaction."""
    moment = session.scalar(archive_now)
    assert moment is not None
    return moment
