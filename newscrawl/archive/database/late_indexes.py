"""Indexes that make big tables faster to ask, built beside running crawls where tables are older.

No answer hangs on them, so nobody need wait until they are there: no writer while they are built,
and no crawl where they cannot be built today.
"""

import logging

from sqlalchemy import Connection, Engine, Index, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex

from newscrawl.archive import models
from newscrawl.archive.database.sqlstate import first_line, is_forbidden, is_locked

logger = logging.getLogger(__name__)

#: Any number, but the same for all: who holds it builds, the others go on.
_LOCK = 7263991106
#: For whoever read before it began, building waits no longer than this.
_PATIENCE = "60s"
_BUILT = text("""
SELECT relname FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid
WHERE relnamespace = current_schema()::regnamespace AND indisvalid
""")


def has_indexes(connection: Connection) -> bool:
    return not _missing(connection)


def build_indexes(engine: Engine) -> bool:
    """Build what is missing; whether there was anything to do.

    What was left half built, as by a kill, is built anew.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if not connection.scalar(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _LOCK}):
            return False
        try:
            missing = _missing(connection)
            for setting, value in (("statement_timeout", "0"), ("lock_timeout", _PATIENCE)):
                connection.execute(text(f"SET {setting} = '{value}'"))
            built = [_build(connection, index) for index in missing]
        finally:
            # Or it would go back into the pool with them, and with the lock.
            connection.invalidate()
    return bool(built) and all(built)


def _build(connection: Connection, index: Index) -> bool:
    try:
        connection.execute(text(f"DROP INDEX CONCURRENTLY IF EXISTS {index.name}"))
        made = str(CreateIndex(index).compile(dialect=connection.dialect))
        connection.exec_driver_sql(made.replace("INDEX", "INDEX CONCURRENTLY", 1))
    except DBAPIError as error:
        if not (is_locked(error) or is_forbidden(error)):
            raise
        logger.warning("the index %s could not be built: %s", index.name, first_line(error))
        return False
    return True


def _missing(connection: Connection) -> list[Index]:
    built = set(connection.scalars(_BUILT))
    return [
        index
        for table in models.Base.metadata.sorted_tables
        for index in table.indexes
        if models.LATE.items() <= index.info.items() and index.name not in built
    ]
