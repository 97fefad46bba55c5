"""The archive's one clock is the database's; a test sets it with ``newscrawl.now``."""

from datetime import datetime

from sqlalchemy import DateTime, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.functions import Function

#: The time of the transaction, as SQL.
archive_now: Function[datetime] = func.archive_now(type_=DateTime(timezone=True))


def now(session: Session) -> datetime:
    """The time of the transaction."""
    return session.scalars(select(archive_now)).one()
