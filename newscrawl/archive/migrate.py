"""Bring the schema up to date, and refuse one that is newer than the code."""

import time
from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from newscrawl.archive.faults import is_locked
from newscrawl.archive.grants import grant_views
from newscrawl.errors import DatabaseUnavailable, SchemaTooNew

_FOLDER = Path(__file__).parent
#: Any number, but the same for all: who holds it migrates, the others wait.
_LOCK = 7263991104
#: A migration waits no longer than this for a lock that a reader holds, then lets others pass:
#: behind it, every crawl that wants the table waits as well.
_LOCK_TIMEOUT = "300ms"
#: Seconds for which it tries again.
_PATIENCE = 10.0
#: Seconds for the others.
_PAUSE = 0.3


def upgrade(engine: Engine) -> bool:
    """Migrate to the code's schema and renew the views; whether anything had to be done.

    Raises ``SchemaTooNew`` where a newer newscrawl has been here, and ``DatabaseUnavailable``
    where a reader does not let go of a table.
    """
    with engine.connect() as connection:
        if _current(connection) == _head():
            return False
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return _upgrade(engine)
        except OperationalError as error:
            if not is_locked(error):
                raise
            if time.monotonic() > deadline:
                raise DatabaseUnavailable(
                    "the schema cannot be upgraded while somebody else reads the archive: try again"
                ) from error
        time.sleep(_PAUSE)


def _upgrade(engine: Engine) -> bool:
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if _current(connection) == _head():
            return False
        _migrate(connection)
        return True


def _migrate(connection: Connection) -> None:
    """In the transaction that holds the lock: an upgrade that fails leaves nothing behind."""
    connection.execute(text(f"SET LOCAL lock_timeout = '{_LOCK_TIMEOUT}'"))
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    for name in ("views.sql", "search.sql"):
        # Without parameters, or the driver would look for its own marks in it.
        connection.exec_driver_sql(
            (_FOLDER / name).read_text(encoding="utf-8"),
            execution_options={"no_parameters": True},
        )
    grant_views(connection)


def _current(connection: Connection) -> str | None:
    current = MigrationContext.configure(connection).get_current_revision()
    if current is not None and current not in _known():
        raise SchemaTooNew(
            f"the archive's schema ({current}) is newer than this newscrawl: upgrade newscrawl"
        )
    return current


def _config() -> AlembicConfig:
    config = AlembicConfig()
    config.set_main_option("script_location", str(_FOLDER / "migrations").replace("%", "%%"))
    return config


def _head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def _known() -> set[str]:
    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
