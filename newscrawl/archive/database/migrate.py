"""Make the schema or bring it up to date, and refuse one that is newer than the code.

A new archive is made of the models; an older one is brought there by migrations.
"""

import logging
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from newscrawl.archive import models
from newscrawl.archive.database.backup import PACK
from newscrawl.archive.database.database_retries import waiting
from newscrawl.archive.database.engine import run_as_written
from newscrawl.archive.database.key_spelling import is_spelled, respell
from newscrawl.archive.database.late_indexes import build_indexes, has_indexes
from newscrawl.archive.database.shipped import is_shipped, ship, was_shipped
from newscrawl.archive.database.sqlstate import first_line, is_forbidden, is_locked, is_nowhere
from newscrawl.archive.database.word_index import index_again, is_indexed
from newscrawl.errors import ConfigError, DatabaseUnavailable, SchemaTooNew

logger = logging.getLogger(__name__)

_Check = Callable[[Connection], bool]
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


def upgrade(engine: Engine, is_fine: _Check = was_shipped) -> bool:
    """Migrate to the code's schema and renew the views and functions; whether anything was done.

    What a newer newscrawl made of the same schema stays, or the two would take turns. Raises
    ``SchemaTooNew`` where a newer one has migrated, ``DatabaseUnavailable`` where a reader does
    not let go of a table, and ``ConfigError`` where the login may not do it, or
    the database cannot hold every text.
    """
    with engine.connect() as connection:
        require_letters(connection)
        is_done = _is_done(connection, is_fine)
        is_all = is_done and is_indexed(connection) and has_indexes(connection)
        if is_done and not is_shipped(connection):
            logger.warning(
                "another version of newscrawl replaced the archive's views: is that intended?"
            )
    is_changed = not is_done and _migrate_when_free(engine, is_fine)
    if is_all:
        return False
    is_built = build_indexes(engine)
    return index_again(engine) or is_changed or (is_done and is_built)


def upgrade_by_hand(engine: Engine) -> bool:
    """The same, for a person who asks for it: what this newscrawl ships counts."""
    return upgrade(engine, is_shipped)


def _migrate_when_free(engine: Engine, is_fine: _Check) -> bool:
    try:
        return waiting(_PATIENCE, is_locked, longest=_PAUSE)(_try, engine, is_fine)
    except DBAPIError as error:
        if is_forbidden(error) or is_nowhere(error):
            raise ConfigError(
                "this login may not upgrade the archive's schema"
                f" ({first_line(error)}): have its owner run newscrawl upgrade"
            ) from error
        if not is_locked(error):
            raise
        raise DatabaseUnavailable(
            "the schema cannot be upgraded while somebody else reads the archive: try again"
        ) from error


def _try(engine: Engine, is_fine: _Check) -> bool:
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        if _is_done(connection, is_fine):
            return False
        _migrate(connection)
        return True


def _is_done(connection: Connection, is_fine: _Check) -> bool:
    return _current(connection) == _head() and is_fine(connection) and is_spelled(connection)


def _migrate(connection: Connection) -> None:
    """In the transaction that holds the lock: an upgrade that fails leaves nothing behind."""
    connection.execute(text(f"SET LOCAL lock_timeout = '{_LOCK_TIMEOUT}'"))
    current = _current(connection)
    # Views and functions are renewed beside whoever reads or writes tables, as a long replay does.
    if current != _head():
        _change_tables(connection, is_new=current is None)
    ship(connection)
    respell(connection)


def _change_tables(connection: Connection, *, is_new: bool) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    _run_file(connection, "before_tables.sql")
    if is_new:
        models.Base.metadata.create_all(connection, checkfirst=False)
        command.stamp(config, "head")
    else:
        command.upgrade(config, "head")
    _run_file(connection, "triggers.sql")
    run_as_written(connection, PACK)


def _run_file(connection: Connection, name: str) -> None:
    run_as_written(connection, (_FOLDER / name).read_text(encoding="utf-8"))


# A schema of today is known without Alembic, which costs half a second of CPU: it is loaded where
# there is something to migrate.


def _current(connection: Connection) -> str | None:
    is_there = connection.scalar(text("SELECT to_regclass('alembic_version') IS NOT NULL"))
    current: str | None = (
        connection.scalar(text("SELECT version_num FROM alembic_version")) if is_there else None
    )
    if current is not None and current < _known()[0]:
        raise ConfigError(f"the archive's schema ({current}) is too old to be upgraded")
    if current is not None and current not in _known():
        raise SchemaTooNew(
            f"the archive's schema ({current}) is newer than this newscrawl: upgrade newscrawl"
        )
    return current


def _head() -> str:
    return _known()[-1]


@cache
def _known() -> tuple[str, ...]:
    """The schema's revisions in their order, by which the files of migrations are named."""
    files = (_FOLDER / "migrations" / "versions").glob("[0-9]*_*.py")
    return tuple(sorted(path.name.partition("_")[0] for path in files))


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER / "migrations").replace("%", "%%"))
    return config


_ASKED = text("""
SELECT pg_encoding_to_char(encoding), datctype FROM pg_database WHERE datname = current_database()
""")
_MAKE = "CREATE DATABASE … ENCODING 'UTF8' LC_CTYPE 'C.UTF-8' LC_COLLATE 'C' TEMPLATE template0"


def require_letters(connection: Connection) -> None:
    """Raise ``ConfigError`` unless the encoding is UTF-8; warn where letters are those of ASCII."""
    encoding, letters = connection.execute(_ASKED).one()
    if encoding != "UTF8":
        raise ConfigError(
            f"the database's encoding is {encoding}, which cannot hold every text:"
            f" create another with {_MAKE}"
        )
    if not knows_letters(letters):
        logger.warning(
            "the database's LC_CTYPE is %s, which knows only ASCII letters: search misses"
            " words and names; newscrawl db rebuild moves an embedded archive (docs/database.md)",
            letters,
        )


def knows_letters(ctype: str) -> bool:
    """Whether a locale knows more letters than those of ASCII."""
    return ctype not in {"C", "POSIX"}
