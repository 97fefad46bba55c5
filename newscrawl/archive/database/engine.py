"""Connections to the archive's database, set up the one way that the archive relies on."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    CursorResult,
    Engine,
    Row,
    create_engine,
    event,
    make_url,
    text,
)
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session as Session
from sqlalchemy.orm import sessionmaker

from newscrawl.archive.database.database_retries import awaited
from newscrawl.archive.database.own_session import answer, require_own_session
from newscrawl.archive.database_address import parameters
from newscrawl.archive.sanitize import give_bytes, safe_json
from newscrawl.errors import ConfigError, DatabaseUnavailable

SessionFactory = sessionmaker[Session]
#: Indexes of words put off what is new up to a bound, and write it in pieces that find room: both
#: four times Postgres' own take a sixth off what an article costs the server. What is put off costs
#: a search 0.3 ms a megabyte. A server that gives more keeps to it.
_ROOM = {"gin_pending_list_limit": "16MB", "work_mem": "16MB"}
_OPTIONS = {
    "timezone": "UTC",
    "statement_timeout": "30s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
    **_ROOM,
}
#: A setting that an address names among its own options.
_OPTION = re.compile(r"(?:-c\s*|--)([\w.-]+)=")
_OLDEST = 140000
_SET = """
SELECT count(set_config(key, value, false)) FROM json_each_text(%s::json)
WHERE CASE WHEN key = ANY (%s)
           THEN pg_size_bytes(current_setting(key)) < pg_size_bytes(value) ELSE true END
"""


def connect(url: str, **options: str) -> Engine:
    """An engine for the URL; ``options`` are Postgres settings of its sessions.

    Statements' parameters are never printed: they are whole articles. Raises ``ConfigError``.
    """
    given = parameters(url)
    try:
        address = make_url(url).set(drivername="postgresql+psycopg2")
    except (ArgumentError, ValueError) as error:
        raise ConfigError("NEWSCRAWL_DATABASE_URL is not the URL of a database") from error
    connect_args: dict[str, Any] = {
        **given,
        "application_name": "newscrawl",
        "connect_timeout": 10,
        "keepalives_idle": 30,
        # Several are one to SQLAlchemy; to Postgres the last one counts.
        "options": " ".join(address.normalized_query.get("options", ())),
    }
    engine = create_engine(
        address,
        connect_args=connect_args,
        pool_pre_ping=True,
        # What a session has planned and looked up serves the next who asks.
        pool_use_lifo=True,
        hide_parameters=True,
        json_serializer=safe_json,
    )
    event.listen(engine, "connect", give_bytes)
    # Before all else, also SQLAlchemy's own first questions.
    begin = _Beginning(connect_args, {**_OPTIONS, **options})
    event.listen(engine, "connect", begin, insert=True)
    return engine


@contextmanager
def connected(url: str, **options: str) -> Iterator[Engine]:
    """``connect``, for as long as the block runs."""
    engine = connect(url, **options)
    try:
        yield engine
    finally:
        engine.dispose()


class _Beginning:
    """How each session begins: it is ours alone, and has our settings.

    They are no part of what is said while connecting, which poolers refuse or drop.
    """

    def __init__(self, connect_args: dict[str, Any], settings: dict[str, str]) -> None:
        self._connect_args = connect_args
        own = {name.replace("-", "_") for name in _OPTION.findall(connect_args["options"])}
        # What the address says of itself wins.
        self._settings = {name: value for name, value in settings.items() if name not in own}
        self._is_known = False

    def __call__(self, connection: Any, _: object) -> None:
        connection.autocommit = True
        if not self._is_known:
            require_own_session(connection, self._connect_args)
            self._is_known = True
        answer(connection, _SET, json.dumps(self._settings), [*_ROOM])
        connection.autocommit = False


def run_as_written(connection: Connection, statement: str) -> CursorResult[*tuple[Any, ...]]:
    """Run SQL without parameters, or the driver would look for its own marks in it."""
    return connection.exec_driver_sql(statement, execution_options={"no_parameters": True})


def rendered(url: URL) -> str:
    """The address, its password with it, as SQLAlchemy and Postgres' own programs read it."""
    bare, mark, query = url.render_as_string(hide_password=False).partition("?")
    # SQLAlchemy writes a space as a plus, which libpq takes for a plus.
    return bare + mark + query.replace("+", "%20")


def session_factory(engine: Engine) -> SessionFactory:
    """Sessions whose objects stay readable after the commit."""
    return sessionmaker(engine, expire_on_commit=False)


def wait_until_up(engine: Engine, seconds: float) -> None:
    """Return when the database answers, as the archive needs it.

    Raises ``DatabaseUnavailable`` after so many seconds, and at once ``ConfigError`` where the
    operator has to set something right and ``DiskFull`` where there is no room to connect.
    """
    facts = awaited(seconds, lambda: _facts(engine))
    if facts.version < _OLDEST:
        raise DatabaseUnavailable("the database is older than Postgres 14: upgrade the server")
    if not facts.has_schema:
        raise ConfigError(
            "this login has access to no schema of its search_path: see docs/database.md"
        )


def _facts(engine: Engine) -> Row[Any]:
    with engine.connect() as connection:
        return connection.execute(_FACTS).one()


def wait_until_writable(engine: Engine, seconds: float) -> None:
    """Return when the database answers and lets us write; raises what ``wait_until_up`` raises."""
    wait_until_up(engine, seconds)
    require_writable(engine)


def require_writable(engine: Engine) -> None:
    """Raise ``ConfigError`` where no waiting lets this login write."""
    with engine.connect() as connection:
        is_read_only = connection.scalar(text("SELECT current_setting('transaction_read_only')"))
    if is_read_only != "off":
        raise ConfigError("the database is read-only for this login: see docs/database.md")


_FACTS = text("""
SELECT current_setting('server_version_num')::int AS version,
       current_schema() IS NOT NULL AS has_schema
""")


_UNSAFE = text("""
SELECT name FROM pg_settings
WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name
""")


def unsafe_settings(session: Session) -> list[str]:
    """Server settings under which a crash may lose what was acknowledged."""
    return list(session.scalars(_UNSAFE))


def address(sessions: SessionFactory) -> str:
    """The URL by which another process reaches the same database, with all its options."""
    return rendered(sessions.kw["bind"].url)


def sessions_at(url: str) -> SessionFactory:
    return session_factory(connect(url))
