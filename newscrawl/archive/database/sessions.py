"""Open the archive to read or to change it, and say plainly where there is nothing in it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from sqlalchemy import Engine as Engine
from sqlalchemy.orm import Session as Session  # for whoever reads: SQLAlchemy is ours alone

from newscrawl.archive.database import migrate
from newscrawl.archive.database.engine import (
    SessionFactory,
    connected,
    require_writable,
    session_factory,
    wait_until_up,
    wait_until_writable,
)
from newscrawl.archive.database.shipped import was_shipped
from newscrawl.archive.database.sqlstate import DatabaseError, plain
from newscrawl.archive.database_address import parameters
from newscrawl.archive.postgres.data_folder import has_cluster
from newscrawl.archive.postgres.embedded_server import Say, open_database
from newscrawl.config import Config
from newscrawl.errors import ConfigError, NotFound

#: Seconds that somebody who only reads waits for the database.
WAIT = 10.0
#: The same of a run that nobody watches.
UNWATCHED_WAIT = 30.0


class EmptyArchive(NotFound):
    """Nothing was crawled yet."""

    def __init__(self) -> None:
        super().__init__("the archive is empty: run newscrawl crawl OUTLET, or newscrawl demo")


@contextmanager
def reading(config: Config, say: Say, **options: str) -> Iterator[Session]:
    """A session that can change nothing; ``options`` are Postgres settings of its own.

    Raises ``EmptyArchive``, ``SchemaTooNew``, ``ConfigError`` where the schema is old, and
    ``DatabaseUnavailable``, also for what goes wrong later.
    """
    with opened_to_read(config, say, **options) as engine, Session(engine) as one:
        yield one


def opened_to_read(config: Config, say: Say, **options: str) -> AbstractContextManager[Engine]:
    """An engine for ``reading``, of the server that is there for that; raises what that raises."""
    if config.read_url is not None:
        parameters(config.read_url, "NEWSCRAWL_READ_URL")
    return opened(config.reader, say, **{"default_transaction_read_only": "on", **options})


@contextmanager
def writing(config: Config, say: Say, *, dry_run: bool = False) -> Iterator[SessionFactory]:
    """Sessions for a command that changes what is archived; raises what ``reading`` raises.

    A login that may not write hears so at once, unless it is to change nothing: see
    ``engine.require_writable``.
    """
    with opened(config, say) as engine:
        if not dry_run:
            require_writable(engine)
        yield session_factory(engine)


@contextmanager
def opened(config: Config, say: Say, **options: str) -> Iterator[Engine]:
    """An engine, for what is no affair of one session; raises what ``reading`` raises."""
    if config.database_url is None and not has_cluster(config.home):
        # Nobody shall wait for a database to be made only to hear that it is empty.
        raise EmptyArchive
    with open_database(config, say) as url, connected(url, **options) as engine:
        wait_until_up(engine, WAIT)
        with plain_errors():
            require_schema(engine)
            yield engine


@contextmanager
def upgraded(config: Config, say: Say, wait: float = WAIT) -> Iterator[SessionFactory]:
    """Sessions of an archive that is brought up to date first, as every crawl does."""
    with made(config, say, wait) as engine:
        migrate.upgrade(engine)
        yield session_factory(engine)


@contextmanager
def made(config: Config, say: Say, wait: float = WAIT) -> Iterator[Engine]:
    """An engine that may write, of a database that is made if there is none."""
    with open_database(config, say) as url, connected(url) as engine:
        wait_until_writable(engine, wait)
        with plain_errors():
            yield engine


@contextmanager
def plain_errors() -> Iterator[None]:
    """Say in one line what the database refuses."""
    try:
        yield
    except DatabaseError as error:
        told = plain(error)
        if told is None:
            raise
        raise told from error


def require_schema(engine: Engine) -> None:
    """Raise unless the database has the tables, views and functions that this code reads."""
    with engine.connect() as connection:
        current = migrate._current(connection)
        is_older = current != migrate._head() or not was_shipped(connection)
    if current is None:
        raise EmptyArchive
    if is_older:
        raise ConfigError(
            "the archive's schema is older than this newscrawl: run newscrawl upgrade"
        )
